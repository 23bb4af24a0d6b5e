import { shift } from './shift.en.ts';
import { replay } from './wall/replay.en.ts';
import type { words as dutch } from './wall.nl.ts';

const unitNames: Record<number, string> = { 1: 'participant', 2: 'pair', 3: 'trio', 4: 'foursome' };
const manyNames: Record<number, string> = { 1: 'people', 2: 'pairs', 3: 'trios', 4: 'foursomes' };
const units = (size: number, count: number): string =>
  count === 1 ? (size === 1 ? 'person' : (unitNames[size] ?? 'group')) : (manyNames[size] ?? 'groups');
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** Every sentence on the wall, in English. */
export const words: typeof dutch = {
  product: 'In gesprek',
  title: (session: string) => `The big screen · ${session || 'In gesprek'}`,
  open: {
    title: 'Open the big screen here',
    intro: 'Type the session’s code. The facilitator confirms this screen at the desk.',
    code: 'Code of the session',
    go: 'Continue',
    tooShort: 'The code has six letters.',
    offline: 'No connection. Check your wifi or internet.',
    confirm: 'Confirm this number at the desk',
    confirmHelp: 'The desk says: wall on another computer.',
    waiting: 'Waiting for the facilitator…',
    otherCode: 'Another code',
    expired: 'This number has expired. Type the code again.',
    gone: 'This screen no longer belongs to a session. Type the code.',
    deleted: 'This session has been erased.',
    starting: 'Opening the screen…',
  },
  controls: {
    label: 'Settings of this screen',
    fullScreen: 'Full screen',
    leaveFullScreen: 'Leave full screen',
    theme: (dark: boolean) => (dark ? 'Light' : 'Dark'),
    asMeasured: 'Room as at the desk',
    room: 'Size of the room',
    rooms: { s: 'Small room', m: 'Medium room', l: 'Large room' },
    calm: 'No motion',
    otherLanguage: 'Nederlands',
  },
  outdated: 'There is a new version. Reload this page.',
  offline: (time: string) => `No connection. This is how things stood at ${time}.`,
  late: 'Join in:',
  lateThen: 'then',
  clock: {
    label: 'Time left',
    paused: 'paused',
    over: 'time is up',
  },
  welcome: {
    title: 'Welcome.',
    second: 'Let’s talk.',
    scan: 'Scan the code, or go to',
    type: 'Type',
    letters: 'Then type',
    locked: 'The door is closed.',
    lockedHelp: 'Who takes part already stays in. Want to join? Ask the facilitator.',
    qr: (address: string) => `QR code to join at ${address}`,
    people: (count: number) => (count === 1 ? 'person is here' : 'people are here'),
    nobody: 'Nobody is in yet. Join with your phone.',
  },
  finding: {
    title: 'Find a partner.',
    how: 'Type your neighbour’s number.',
    still: (count) => (count === 1 ? 'person is still looking' : 'people are still looking'),
  },
  agenda: { title: 'What are we going to do?', now: 'now', minutes: (count: number) => `${count} min` },
  reading: { list: 'Parts' },
  figure: {
    label: (title: string, parts: string) => `${title}: ${parts}`,
    counts: (parts: string, n: number) => `${parts}, n ${n}`,
  },
  groups: {
    title: 'This is how we sit together',
    subgroup: (name: string) => `Subgroup ${name}`,
    people: (count: number) => (count === 1 ? '1 person' : `${count} people`),
    nobody: 'The groups will appear here.',
  },
  progress: {
    done: (_count: number, total: number, size: number) => `of ${total} ${units(size, total)} ready`,
    about: 'Talk about this',
    turn: (n, count) => `Turn ${n} of ${count}`,
    turnOver: 'turn is over',
  },
  cards: {
    unit: (size: number, number: number, turn: number | null = null) =>
      `${capital(unitNames[size] ?? 'group')} ${number}${turn ? `, turn ${turn}` : ''}`,
    person: 'A participant',
    given: (item) => `given at: ${item}`,
    covered: 'covered word',
    split: 'split',
    answers: (count: number) => (count === 1 ? 'answer' : 'answers'),
    soon: 'Your answers will appear here.',
    unexplained: 'Nobody wrote anything with it.',
    none: 'No answers for this component yet.',
    whole: 'The whole list',
    stars: (count: number) => (count === 1 ? '1 star' : `${count} stars`),
    range: (from: number, to: number, total: number) =>
      from === to ? `${to} of ${total}` : `${from} to ${to} of ${total}`,
    page: (page: number, pages: number) => `page ${page} of ${pages}`,
    n: (count: number) => `n = ${count}`,
    unknown: (count: number, label: string) => `${count} ${label}`,
    splitCount: (count: number) => `${count} split`,
    unseen: (count: number) => `${count} not on this screen`,
    order: {
      script: '',
      deviatingFirst: 'What deviates comes first.',
      mostMarked: 'What was marked most comes first.',
      mostDifference: 'What differs most comes first.',
    },
  },
  themes: {
    unnamed: (number: number) => `Theme ${number}`,
    rest: 'Not put together yet',
    notYet: 'not put together yet',
    each: (size: number) => `Each dot is one ${unitNames[size] ?? 'group'}.`,
    voices: (count: number) => (count === 1 ? '1 voice' : `${count} voices`),
  },
  spotlight: {
    recognised: (count: number, size: number) =>
      `${count} ${units(size, count)} ${count === 1 ? 'recognises' : 'recognise'} this`,
    boundary: 'A boundary situation',
    whole: 'The whole list',
  },
  distribution: {
    title: 'How the judgements lie',
    nothing: 'No judgements to show yet.',
    whole: 'The whole list',
    marked: 'Marked most often',
    times: (count: number) => (count === 1 ? 'once' : `${count} times`),
    unmarked: (count: number) => `${count} ${count === 1 ? 'other was' : 'others were'} tapped by nobody.`,
    noneMarked: 'Nobody tapped anything.',
    bar: (title: string, parts: string, n: number) => `${title}: ${parts}, n ${n}`,
    none: 'none yet',
    noneReleased: 'none released yet',
  },
  contrast: {
    asOf: (time: string) => `As it was at ${time}.`,
    from: (count: number) => `Only roles with ${count} answers or more.`,
    none: {
      notAsked: 'Nobody was asked for a role here.',
      mixed: 'There is nothing to compare. You answered together, from different roles.',
      tooFew: 'There is nothing to compare. There are too few answers for each role.',
      changed: 'There is nothing to compare now. Something has just changed.',
    },
    elsewhere: 'Roles side by side are on the screen of the whole room.',
  },
  harvest: {
    title: 'What do we take along?',
    nothing: 'What you star will appear here.',
    kinds: {
      insight: 'insight',
      difference: 'difference',
      question: 'question',
      proposal: 'proposal',
      agreement: 'agreement',
      conclusion: 'conclusion',
    },
    asked: 'Is this right?',
    answerOnPhone: 'Answer on your phone.',
  },
  frozen: (count: number): string => (count === 0 ? 'Quiet for now' : `Quiet for now · ${count} new`),
  boundary: {
    title: 'Boundary situations',
    nothing: 'Boundary situations that are released come here.',
    count: (count: number): string => (count === 1 ? 'boundary situation' : 'boundary situations'),
  },
  pause: { title: 'Break', text: 'Soon we go on where we were.' },
  thanks: { title: 'Thank you for the conversation!', text: 'You will find the summary on your phone later.' },
  question: 'The question now',
  replay,
  shift,
};
