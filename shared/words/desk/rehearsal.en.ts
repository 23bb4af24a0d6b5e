import { countOf } from './counting.en.ts';
import type { rehearsal as dutch } from './rehearsal.nl.ts';

const minutes = (n: number) => `${n} min`;

/** Rehearsing with people whom the program plays. */
export const rehearsal: typeof dutch = {
  rehearse: 'Rehearse',
  title: 'Rehearse a script',
  help: 'The program plays the participants. You lead, at your own desk. Nothing is kept.',
  what: 'What do you rehearse?',
  scripts: 'Scripts',
  sessions: 'Your sessions',
  people: 'How many people take part?',
  peopleHelp: 'From 2 to 60. A few are slow, somebody leaves early, somebody has no phone.',
  speed: 'How fast does it go?',
  speedHelp: 'At 60× an hour and a half takes a minute and a half. You can change it later.',
  go: 'Begin rehearsing',
  starting: 'The people are on their way…',
  failed: 'Rehearsing did not work. Try again.',
  refused: {
    ofYou: 'You rehearse two already. Stop one of them first.',
    ofAll: 'Many are rehearsing on this server now. Try again later.',
    lastPlace: 'The last place to rehearse is for somebody else. Stop your own rehearsal first.',
    severalNodes: 'You cannot rehearse on this server: it is made of more than one computer.',
  },
  band: 'Rehearsal: nobody really takes part',
  pace: 'Speed',
  paused: 'Still',
  times: (speed) => `${speed}×`,
  lookAlong: 'Look along',
  stopLooking: 'Stop looking',
  screens: 'Screens of the rehearsal',
  phoneOf: (n) => `Phone ${n}`,
  person: (number, unit, isSlow) =>
    [`No. ${number}`, unit === null ? '' : `group ${unit}`, isSlow ? 'slow' : ''].filter(Boolean).join(' · '),
  noPhones: 'Nobody is in yet.',
  wall: 'Wall',
  larger: 'One, large',
  both: 'Two phones',
  openWall: 'Wall in its own window',
  report: 'Report',
  stop: 'Stop',
  reportTitle: 'Report of the rehearsal',
  reportHelp:
    'The times are estimates: how fast people read, talk and type is assumed. What is tight here is likely to be tight in a room too. A step that you did not rehearse counts as it is planned.',
  total: (available, planned, needed) =>
    `There is ${minutes(available)}. The script plans ${minutes(planned)}. About ${minutes(needed)} is needed.`,
  tooLong: (over) => `That is ${minutes(over)} too much.`,
  fits: 'That fits.',
  fitsBut: (tight) => `Together that fits, but ${tight === 1 ? 'one step is' : `${tight} steps are`} too tight.`,
  toScript: 'Stop, and change this script',
  toScripts: 'Stop, and go to your scripts',
  step: 'Step',
  planned: 'Planned',
  needed: 'Needed',
  late: 'Not done in time',
  empty: 'Stayed empty',
  minutes,
  asPlanned: 'as planned',
  notPlayed: 'not rehearsed',
  nobodyLate: 'all done',
  lateOf: (late, asked, alone) =>
    `${late} of ${alone ? countOf(asked, 'person', 'people') : countOf(asked, 'group', 'groups')}`,
  nothingEmpty: '–',
};
