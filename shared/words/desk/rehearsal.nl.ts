import type { RehearsalRefusal } from '../../rehearsal.ts';
import { countOf } from './counting.nl.ts';

const minutes = (n: number) => `${String(n).replace('.', ',')} min`;

/** Oefenen met mensen die het programma speelt. */
export const rehearsal = {
  rehearse: 'Oefenen',
  title: 'Oefen een draaiboek',
  help: 'Het programma speelt de deelnemers. Jij leidt, aan je eigen bureau. Er wordt niets bewaard.',
  what: 'Wat oefen je?',
  scripts: 'Draaiboeken',
  sessions: 'Je sessies',
  people: 'Hoeveel mensen doen mee?',
  peopleHelp: 'Van 2 tot 60. Een paar zijn traag, iemand gaat eerder weg, iemand heeft geen telefoon.',
  speed: 'Hoe snel gaat het?',
  speedHelp: 'Op 60× duurt anderhalf uur anderhalve minuut. Je kunt het straks veranderen.',
  go: 'Begin met oefenen',
  starting: 'De mensen komen eraan…',
  failed: 'Oefenen lukte niet. Probeer het nog eens.',
  refused: {
    ofYou: 'Je oefent er al twee. Stop er eerst met een.',
    ofAll: 'Er wordt al veel geoefend op deze server. Probeer het straks nog eens.',
    lastPlace: 'De laatste plek om te oefenen is voor een ander. Stop eerst met je eigen oefening.',
    severalNodes: 'Op deze server kun je niet oefenen: hij bestaat uit meer dan één computer.',
  } satisfies Record<RehearsalRefusal, string>,
  band: 'Oefensessie: niemand doet echt mee',
  pace: 'Snelheid',
  paused: 'Stil',
  times: (speed: number) => `${speed}×`,
  lookAlong: 'Kijk mee',
  stopLooking: 'Sluit kijken',
  screens: 'Schermen van de oefening',
  phoneOf: (n: number) => `Telefoon ${n}`,
  person: (number: number, unit: number | null, isSlow: boolean) =>
    [`Nr. ${number}`, unit === null ? '' : `groep ${unit}`, isSlow ? 'traag' : ''].filter(Boolean).join(' · '),
  noPhones: 'Er is nog niemand binnen.',
  wall: 'Wand',
  larger: 'Eén groot',
  both: 'Twee telefoons',
  openWall: 'Wand in een eigen venster',
  report: 'Verslag',
  stop: 'Stop',
  reportTitle: 'Verslag van de oefening',
  reportHelp:
    'De tijden zijn geschat: hoe snel mensen lezen, overleggen en typen is aangenomen. Wat hier krap is, is dat in een zaal waarschijnlijk ook. Een stap die je niet oefende, telt zoals hij gepland is.',
  total: (available: number, planned: number, needed: number) =>
    `Er is ${minutes(available)}. Het draaiboek plant ${minutes(planned)}. Nodig is ongeveer ${minutes(needed)}.`,
  tooLong: (over: number) => `Dat is ${minutes(over)} te veel.`,
  fits: 'Dat past.',
  fitsBut: (tight: number) => `Samen past dat, maar ${tight === 1 ? 'één stap is' : `${tight} stappen zijn`} te krap.`,
  toScript: 'Stop, en pas dit draaiboek aan',
  toScripts: 'Stop, en ga naar je draaiboeken',
  step: 'Stap',
  planned: 'Gepland',
  needed: 'Nodig',
  late: 'Niet klaar op tijd',
  empty: 'Leeg gebleven',
  minutes,
  asPlanned: 'zoals gepland',
  notPlayed: 'niet geoefend',
  nobodyLate: 'iedereen klaar',
  lateOf: (late: number, asked: number, alone: boolean) =>
    `${late} van de ${alone ? countOf(asked, 'mens', 'mensen') : countOf(asked, 'groep', 'groepen')}`,
  nothingEmpty: '–',
};
