import type { agreements as dutch } from './agreements.nl.ts';

/** Agreements that a harvest asks for, as what, who and when. */
export const agreements: typeof dutch = {
  title: 'Agreements',
  about: 'The wall shows them at once. They come into the summary.',
  named: 'As “who”, rather write a role than a name: whoever reads the summary reads this too.',
  none: 'No agreements yet.',
  open: (field) => (field ? `Still to fill in: ${field}` : 'Fill in what is empty.'),
  add: 'Set down',
  added: 'The agreement is on the wall.',
  edit: 'Change the agreement',
  save: 'Save',
  changed: 'The agreement is changed.',
  remove: 'Remove the agreement',
  removed: 'The agreement is gone.',
};
