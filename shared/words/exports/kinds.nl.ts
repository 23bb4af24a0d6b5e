import type { ExportGroup } from '../../exports.ts';

const groups: Record<ExportGroup, string> = {
  read: 'Om te lezen',
  calculate: 'Om te rekenen',
  analyse: 'Om te analyseren',
  keep: 'Om te bewaren',
};

/** Every export by its kind, as a desk lists it. */
const kinds = {
  pdf: { name: 'PDF', about: 'De samenvatting om te lezen en te printen.' },
  docx: { name: 'Word-document', about: 'De samenvatting om in verder te werken.' },
  qdpx: { name: 'Project voor analyse (REFI-QDA)', about: 'Voor programma’s voor kwalitatieve analyse.' },
  qdc: { name: 'Codeboek (REFI-QDA)', about: 'Alleen de codes: onderdelen, vragen en oordelen.' },
  'qdc-mechanisms': { name: 'Leermechanismen (REFI-QDA)', about: 'Een lege map met codes om zelf mee te coderen.' },
  markdown: { name: 'Tekst (Markdown)', about: 'De samenvatting voor een wiki of document.' },
  'figure-svg': { name: 'Figuur met aantallen (SVG)', about: 'Voor een dia of verslag.' },
  xlsx: { name: 'Excel-werkmap', about: 'Alles om te rekenen: antwoorden, tellingen, notities.' },
  'wide-csv-excel': {
    name: 'Antwoorden naast elkaar voor Excel',
    about: 'Elk duo op een rij, elke vraag een kolom (CSV).',
  },
  'wide-csv': { name: 'Antwoorden naast elkaar (CSV)', about: 'Elk duo op een rij: UTF-8, komma’s.' },
  'csv-excel': { name: 'Antwoorden voor Excel', about: 'Elk antwoord op een rij (CSV).' },
  'counts-csv-excel': { name: 'Tellingen voor Excel', about: 'De aantallen per vraag (CSV).' },
  'moderation-csv-excel': { name: 'Logboek voor Excel', about: 'Wat er met antwoorden is gedaan, zonder de woorden.' },
  'moderation-csv': { name: 'Logboek (CSV)', about: 'Voor andere programma’s: UTF-8, komma’s.' },
  csv: { name: 'Antwoorden (CSV)', about: 'Voor andere programma’s: UTF-8, komma’s.' },
  'counts-csv': { name: 'Tellingen (CSV)', about: 'Voor andere programma’s: UTF-8, komma’s.' },
  json: { name: 'Gegevens (JSON)', about: 'Samenvatting en antwoorden, zonder namen.' },
  archive: { name: 'Archief', about: 'Alleen voor de eigenaar: alles, met namen. Kan weer worden ingelezen.' },
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
