import { unitsOf } from './counting.en.ts';
import type { plan as dutch } from './plan.nl.ts';

export const plan: typeof dutch = {
  planning: {
    change: 'Change the order',
    done: 'Done changing',
    skip: (title) => `Skip: ${title}`,
    unskip: (title) => `Do it after all: ${title}`,
    skipShort: 'Skip',
    unskipShort: 'Do it after all',
    up: (title) => `Earlier: ${title}`,
    down: (title) => `Later: ${title}`,
    skipped: (title) => `We skip ${title}.`,
    unskipped: (title) => `We do ${title} after all.`,
    moved: 'The order has changed.',
    added: 'not in the script',
  },
  question: {
    short: 'Extra question',
    title: 'Ask an extra question',
    help: 'The question comes on all phones now. The summary says that it was not in the script.',
    label: 'Your question',
    how: 'How do they answer?',
    inWords: 'In their own words',
    judged: (options) => `With a judgement: ${options.join(', ')}`,
    who: 'Who answers?',
    together: (size) => `Each ${unitsOf(size, 1)} together`,
    alone: 'Everyone alone',
    ask: 'Ask it',
    asked: 'The question is on all phones.',
    empty: 'Type your question first.',
  },
  pause: {
    start: 'Break for everyone',
    short: 'Break',
    on: 'It is break time.',
    help: 'The clock stands still. Who is still writing just goes on.',
    end: 'Go on',
    started: 'It is break time.',
    ended: 'The break is over.',
  },
};
