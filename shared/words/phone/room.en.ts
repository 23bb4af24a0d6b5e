import { fields } from '../fields.en.ts';
import { answering } from './answering.en.ts';
import type { room as dutch } from './room.nl.ts';

const unitName = (people: number, number: number) => {
  const names: Record<number, string> = { 1: 'seat', 2: 'pair', 3: 'three', 4: 'four' };
  return `${names[people] ?? 'group'} ${number}`;
};
const aUnit: Record<number, string> = { 2: 'another pair', 3: 'another three', 4: 'another four' };
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
const list = (names: readonly string[]) => new Intl.ListFormat('en').format(names);

/** What the phone says once somebody has joined, in English. */
export const room: typeof dutch = {
  close: 'Close',
  cancel: 'Cancel',
  list,
  bar: {
    offline: 'Offline',
    menu: 'Menu',
    step: (n, total) => `Step ${n} of ${total}`,
    left: (time) => `${time} left`,
    break: 'Break time. What you wrote stays here.',
    paused: 'Break',
    over: 'Time is up. You may still finish.',
    warn: (seconds) => {
      if (seconds === 30) return 'Half a minute left. Send what you have.';
      if (seconds % 60 === 0) return seconds === 60 ? '1 minute left.' : `${seconds / 60} minutes left.`;
      return `${seconds} seconds left.`;
    },
    saved: 'No connection. Keep writing: we save everything.',
    savedHere: 'No connection. Keep writing, but do not close this page.',
    portal: 'This wifi blocks us. Open its sign-in page first.',
    outdated: 'There is a new version. Reload the page: what you wrote stays.',
    outdatedHere: 'There is a new version. Copy your text and reload the page.',
    refresh: 'Reload',
    back: 'Connected again. Everything has been sent.',
    again: 'Connected again.',
    pending: (count) => (count === 1 ? '1 answer still on its way' : `${count} answers still on their way`),
    awake: 'Your screen stays on',
    renamed: (name) => `The facilitator changed your name. Here you are now called: ${name}`,
    nameGone: 'The facilitator took your name away.',
    understood: 'OK',
  },
  waiting: {
    title: "You're in",
    text: 'We start soon. Keep this page open.',
    soon: 'soon',
    people: (count) => (count === 1 ? '1 person is in' : `${count} people are in`),
    late: (n, total) => `Good that you're here. We have started: step ${n} of ${total}.`,
    noUnit: 'You will soon hear who you talk with.',
    you: 'you',
  },
  paired: {
    title: (partners, people, number) => `${list(['You', ...partners])} are ${unitName(people, number)}`,
    titleShared: (partners, people, number) => `The two of you and ${list(partners)} are ${unitName(people, number)}`,
    alone: (people, number) => `You are ${unitName(people, number)}`,
    just: 'You start alone',
    justText: 'If somebody joins you, you will see it here.',
    partner: 'your partner',
    subgroup: (name) => `Subgroup ${name}`,
    at: (name, place) => (place ? `${name}, ${place}` : name),
    find: 'Find each other and sit together.',
    pen: (people) => `One of you types. The ${people > 2 ? 'others read' : 'other reads'} along.`,
    found: 'We have found each other',
    begin: 'Begin',
    missing: 'Someone is missing',
    missingText: 'Ask the facilitator for help. Or begin on your own.',
    unit: (size, number, turn) => capital(unitName(size, number)) + (turn ? `, turn ${turn}` : ''),
    number: (number) => `Your number: ${number}`,
    noPhone: 'My partner has no phone',
    beginAlone: 'I begin now',
  },
  alone: {
    title: 'You are alone now.',
    text: 'Your answers are kept.',
    join: (size) => `Sit with ${aUnit[size] ?? 'another group'}`,
    goOn: 'I go on alone',
  },
  ...answering,
  fields,
};
