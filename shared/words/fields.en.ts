import type { fields as dutch } from './fields.nl.ts';

export const fields: typeof dutch = {
  counter: (used, max) => `${used} / ${max}`,
  left: (count) => (count === 1 ? '1 character left.' : `${count} characters left.`),
  over: (count) => (count === 1 ? '1 character too many.' : `${count} characters too many.`),
  split: 'We disagree',
  first: 'One of us thinks',
  second: 'The other thinks',
  same: 'The same twice counts as one judgement.',
  optional: 'optional',
  date: 'Date',
  marks: 'Tap what does not fit',
};
