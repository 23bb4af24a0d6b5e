import type { fields as dutch } from './fields.nl.ts';

export const fields: typeof dutch = {
  counter: (used, max) => `${used} / ${max}`,
  left: (count) => (count === 1 ? '1 character left.' : `${count} characters left.`),
  over: (count) => (count === 1 ? '1 character too many.' : `${count} characters too many.`),
  tells: {
    name: 'Is this somebody’s name? Better leave it out.',
    number: 'Is this somebody’s number? Better leave it out.',
    mail: 'Is this an e-mail address? Better leave it out.',
  },
  split: 'We disagree',
  voice: (nth) => ['One of us thinks', 'Another thinks'][nth - 1] ?? `One more thinks (${nth})`,
  same: 'The same each time counts as one judgement.',
  optional: 'optional',
  date: 'Date',
  marks: 'Tap what does not fit',
};
