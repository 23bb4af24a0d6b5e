/** What the phone says once somebody has joined, in Dutch. */
import { fields } from '../fields.nl.ts';
import { answering } from './answering.nl.ts';

const unitName = (people: number, number: number) => {
  const names: Record<number, string> = { 1: 'plek', 2: 'duo', 3: 'drietal', 4: 'viertal' };
  return `${names[people] ?? 'groep'} ${number}`;
};
const aUnit: Record<number, string> = { 2: 'een ander duo', 3: 'een ander drietal', 4: 'een ander viertal' };
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const list = (names: readonly string[]) => new Intl.ListFormat('nl').format(names);

export const room = {
  close: 'Sluit',
  cancel: 'Annuleer',
  list,
  bar: {
    offline: 'Even weg',
    menu: 'Menu',
    step: (n: number, total: number) => `Stap ${n} van ${total}`,
    left: (time: string) => `Nog ${time}`,
    paused: 'Pauze',
    break: 'Pauze. Wat je schreef blijft staan.',
    over: 'De tijd is om. Je mag nog afronden.',
    warn: (seconds: number) => {
      if (seconds === 30) return 'Nog een halve minuut. Verstuur wat je hebt.';
      if (seconds % 60 === 0) return seconds === 60 ? 'Nog 1 minuut.' : `Nog ${seconds / 60} minuten.`;
      return `Nog ${seconds} seconden.`;
    },
    saved: 'Geen verbinding. Schrijf gerust door: we bewaren alles.',
    savedHere: 'Geen verbinding. Schrijf gerust door, maar sluit de pagina niet.',
    portal: 'Deze wifi laat ons niet door. Open eerst de aanmeldpagina van de wifi.',
    outdated: 'Er is een nieuwe versie. Vernieuw de pagina: wat je schreef blijft staan.',
    outdatedHere: 'Er is een nieuwe versie. Kopieer je tekst en vernieuw de pagina.',
    refresh: 'Vernieuw',
    back: 'Weer verbonden. Alles is verstuurd.',
    again: 'Weer verbonden.',
    pending: (count: number) => (count === 1 ? 'Nog 1 antwoord onderweg' : `Nog ${count} antwoorden onderweg`),
    awake: 'Je scherm blijft aan',
    renamed: (name: string) => `De begeleider heeft je naam veranderd. Je heet hier nu: ${name}`,
    nameGone: 'De begeleider heeft je naam weggehaald.',
    understood: 'Oké',
  },
  waiting: {
    title: 'Je bent binnen',
    text: 'We beginnen zo. Laat deze pagina open.',
    soon: 'straks',
    people: (count: number) => (count === 1 ? '1 mens is binnen' : `${count} mensen zijn binnen`),
    late: (n: number, total: number) => `Fijn dat je er bent. We zijn al bezig: stap ${n} van ${total}.`,
    noUnit: 'Je hoort zo met wie je in gesprek gaat.',
    you: 'jij',
  },
  paired: {
    title: (partners: readonly string[], people: number, number: number) =>
      `${list(['Jij', ...partners])} zijn ${unitName(people, number)}`,
    titleShared: (partners: readonly string[], people: number, number: number) =>
      `${list(['Jullie', ...partners])} zijn ${unitName(people, number)}`,
    alone: (people: number, number: number) => `Jullie zijn ${unitName(people, number)}`,
    just: 'Je begint alleen',
    justText: 'Komt er nog iemand bij? Dan zie je dat hier.',
    partner: 'je partner',
    subgroup: (name: string) => `Subgroep ${name}`,
    at: (name: string, place: string) => (place ? `${name}, ${place}` : name),
    find: 'Zoek elkaar op en ga naast elkaar zitten.',
    pen: (people: number) => `Eén van jullie typt. ${people > 2 ? 'De anderen lezen' : 'De ander leest'} mee.`,
    found: 'We hebben elkaar gevonden',
    begin: 'Begin',
    missing: 'Ik mis iemand',
    missingText: 'Vraag de begeleider om hulp. Of begin vast alleen.',
    unit: (size: number, number: number, turn: number | null): string =>
      capital(unitName(size, number)) + (turn ? `, beurt ${turn}` : ''),
    number: (number: number) => `Jouw nummer: ${number}`,
    noPhone: 'Mijn partner heeft geen telefoon',
    beginAlone: 'Ik begin vast',
  },
  alone: {
    title: 'Je bent nu alleen.',
    text: 'Jullie antwoorden blijven bewaard.',
    join: (size: number) => `Ga bij ${aUnit[size] ?? 'een andere groep'} zitten`,
    goOn: 'Ik ga alleen verder',
  },
  ...answering,
  fields,
};
