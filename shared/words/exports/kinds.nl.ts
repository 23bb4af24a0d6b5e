import type { ExportGroup } from '../../exports.ts';

const groups: Record<ExportGroup, string> = {
  read: 'Om te lezen',
  work: 'Om mee te werken',
  keep: 'Om te bewaren',
};

/** Every export by its kind, as a desk lists it; `also`: other words that one may look for it by. */
const kinds = {
  pdf: { name: 'PDF', about: 'Samenvatting om te printen of mailen.', also: 'lezen delen verslag papier' },
  docx: {
    name: 'Word-document',
    about: 'Samenvatting om verder te schrijven.',
    also: 'lezen verslag tekst docx',
  },
  qdpx: {
    name: 'Project voor analyse (REFI-QDA)',
    about: 'Alle antwoorden, om te coderen.',
    also: 'coderen onderzoek ATLAS.ti MAXQDA NVivo qdpx',
  },
  qdc: {
    name: 'Codeboek (REFI-QDA)',
    about: 'De codes: onderdelen, vragen, oordelen.',
    also: 'coderen onderzoek analyse ATLAS.ti MAXQDA NVivo qdc',
  },
  'qdc-mechanisms': {
    name: 'Leermechanismen (REFI-QDA)',
    about: 'Lege codes om zelf mee te coderen.',
    also: 'onderzoek analyse grenzen ATLAS.ti MAXQDA NVivo qdc',
  },
  markdown: { name: 'Tekst (Markdown)', about: 'Samenvatting voor een wiki of website.', also: 'lezen verslag md' },
  'figure-svg': {
    name: 'Figuur met aantallen (SVG)',
    about: 'Voor een dia of een verslag.',
    also: 'beeld plaatje presentatie PowerPoint tekening model',
  },
  xlsx: {
    name: 'Excel-werkmap',
    about: 'Antwoorden, tellingen, notities: alles.',
    also: 'rekenen tabel spreadsheet xlsx',
  },
  'wide-csv-excel': {
    name: 'Antwoorden naast elkaar voor Excel',
    about: 'Elk duo een rij, elke vraag een kolom.',
    also: 'rekenen tabel csv',
  },
  'wide-csv': {
    name: 'Antwoorden naast elkaar (CSV)',
    about: 'Elk duo een rij, met komma’s.',
    also: 'rekenen tabel duo vraag SPSS R Python',
  },
  'csv-excel': { name: 'Antwoorden voor Excel', about: 'Elk antwoord op een rij.', also: 'rekenen tabel csv' },
  'counts-csv-excel': {
    name: 'Tellingen voor Excel',
    about: 'De aantallen per vraag.',
    also: 'rekenen tabel cijfers csv',
  },
  'moderation-csv-excel': {
    name: 'Logboek voor Excel',
    about: 'Wat met antwoorden gedaan is, zonder de woorden.',
    also: 'verantwoorden csv',
  },
  'moderation-csv': {
    name: 'Logboek (CSV)',
    about: 'Wat met antwoorden gedaan is, met komma’s.',
    also: 'verantwoorden',
  },
  csv: {
    name: 'Antwoorden (CSV)',
    about: 'Elk antwoord op een rij, met komma’s.',
    also: 'rekenen tabel SPSS R Python',
  },
  'counts-csv': {
    name: 'Tellingen (CSV)',
    about: 'De aantallen per vraag, met komma’s.',
    also: 'rekenen tabel cijfers aantallen SPSS R Python',
  },
  json: {
    name: 'Gegevens (JSON)',
    about: 'Voor een ander programma, zonder namen.',
    also: 'programma koppelen data',
  },
  archive: {
    name: 'Archief',
    about: 'Alles, met namen, om terug te zetten.',
    also: 'reserve kopie back-up verhuizen',
  },
};

export const words = {
  /** What a file is made for. */
  uses: {
    title: 'Waarvoor?',
    team: 'Voor het team',
    teamHelp: 'Alles wat lezers mogen zien.',
    research: 'Voor onderzoek',
    leftOut: (count: number, of: number): string =>
      of === 0
        ? 'Er zijn nog geen antwoorden.'
        : count === 0
          ? `Alle ${of} antwoorden mogen mee.`
          : `${count} van ${of} antwoorden niet voor onderzoek.`,
  },
  title: 'Downloaden',
  find: 'Zoek op waar het voor is',
  findExample: 'Bijvoorbeeld: printen, dia, Excel, coderen',
  found: (count: number): string =>
    count === 0 ? 'Niets gevonden. Probeer een ander woord.' : count === 1 ? '1 bestand' : `${count} bestanden`,
  groups,
  kinds,
  making: (name: string): string => `${name} wordt gemaakt.`,
  ahead: (count: number): string =>
    count === 1 ? 'Er wordt eerst nog een bestand gemaakt.' : `Er worden eerst nog ${count} bestanden gemaakt.`,
  progress: (name: string): string => `Hoe ver ${name} is`,
  cancel: 'Stop',
  cancelFor: (name: string): string => `Stop met ${name}`,
  cancelled: (name: string): string => `Gestopt: ${name}.`,
  made: (name: string): string => `Klaar: ${name}.`,
  failed: (name: string): string => `Niet gelukt: ${name}. Probeer het nog eens.`,
  notListed: 'De lijst laden lukt niet.',
  again: 'Probeer opnieuw',
};
