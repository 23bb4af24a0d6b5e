/** How people get together: by themselves, by the program, or by a proposal that the desk looks at first. */
import { countOf, unitsOf } from './counting.nl.ts';

export const pairing = {
  how: 'Wie maakt de duo’s?',
  ways: { self: 'De mensen zelf', automatic: 'Het programma' },
  wayHelp: {
    self: 'Wie naast elkaar zit, typt elkaars nummer.',
    automatic: 'Het mengt rollen zodra de eerste stap in duo’s begint.',
  },
  chosen: { self: 'De mensen zoeken zelf een partner.', automatic: 'Het programma maakt de duo’s.' },

  finding: 'Wie heeft elkaar gevonden?',
  found: (units: number): string =>
    units === 0 ? 'Nog niemand heeft een partner.' : `${countOf(units, 'duo is', 'duo’s zijn')} bij elkaar.`,
  left: (names: readonly string[], more: number): string =>
    `Nog niet: ${names.join(', ')}${more > 0 ? ` en ${countOf(more, 'ander', 'anderen')}` : ''}.`,
  numbered: (name: string, number: number): string => `${name} (${number})`,
  rest: 'Zet de rest bij elkaar',
  restDone: 'Iedereen zit bij iemand.',
  mixAll: 'Meng alles automatisch',

  proposal: (size: number): string => `Voorstel voor de ${unitsOf(size, 2)}`,
  notYet: 'Nog niemand ziet dit. Kies een persoon, en dan iemand om mee te ruilen.',
  group: (size: number, number: number): string => `${unitsOf(size, 1)} ${number}`,
  mixed: (mixed: number, all: number): string => `${mixed} van ${all} met verschillende rollen.`,
  noneAgain: 'Niemand zat eerder bij elkaar.',
  again: (count: number): string => `${countOf(count, 'keer', 'keer')} zat iemand eerder bij elkaar.`,
  isAgain: 'zaten eerder bij elkaar',
  isSame: 'zelfde rol',
  lock: 'Houd bij elkaar',
  locked: 'Blijft bij elkaar',
  mixAgain: 'Meng opnieuw',
  back: 'Stap terug',
  announce: 'Maak bekend',
  announced: 'Iedereen ziet nu de indeling.',
  picked: (name: string): string => `${name} gekozen. Kies met wie je ruilt.`,
  swap: (name: string, other: string): string => `Ruil ${name} met ${other}`,
  swapped: (name: string, other: string): string => `${name} en ${other} zijn geruild.`,
  joins: (name: string): string => `Zet ${name} hier`,
};
