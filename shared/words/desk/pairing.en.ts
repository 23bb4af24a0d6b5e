import { countOf, unitsOf } from './counting.en.ts';
import type { pairing as nl } from './pairing.nl.ts';

export const pairing: typeof nl = {
  how: 'Who makes the pairs?',
  ways: { self: 'The people themselves', automatic: 'The program' },
  wayHelp: {
    self: 'Neighbours type each other’s number.',
    automatic: 'It mixes roles as soon as the first step in pairs begins.',
  },
  chosen: { self: 'People look for a partner themselves.', automatic: 'The program makes the pairs.' },

  finding: 'Who found each other?',
  found: (units) => (units === 0 ? 'Nobody has a partner yet.' : `${countOf(units, 'pair is', 'pairs are')} together.`),
  left: (names, more) => `Not yet: ${names.join(', ')}${more > 0 ? ` and ${countOf(more, 'other', 'others')}` : ''}.`,
  numbered: (name, number) => `${name} (${number})`,
  rest: 'Put the others together',
  restDone: 'Everybody sits with somebody.',
  mixAll: 'Mix everything automatically',

  proposal: (size) => `Proposal for the ${unitsOf(size, 2)}`,
  notYet: 'Nobody sees this yet. Choose a person, and then somebody to swap with.',
  group: (size, number) => `${unitsOf(size, 1)} ${number}`,
  mixed: (mixed, all) => `${mixed} of ${all} with different roles.`,
  noneAgain: 'Nobody sat together before.',
  again: (count) => `Together again: ${countOf(count, 'time', 'times')}.`,
  isAgain: 'sat together before',
  isSame: 'same role',
  lock: 'Keep together',
  locked: 'Stays together',
  mixAgain: 'Mix again',
  back: 'Step back',
  announce: 'Announce',
  announced: 'Everybody sees the groups now.',
  picked: (name) => `${name} chosen. Choose whom to swap with.`,
  swap: (name, other) => `Swap ${name} with ${other}`,
  swapped: (name, other) => `${name} and ${other} have been swapped.`,
  joins: (name) => `Put ${name} here`,
};
