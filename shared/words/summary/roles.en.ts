import type { roles as dutch } from './roles.nl.ts';

/** Roles beside one another. */
export const roles: typeof dutch = {
  title: 'By role',
  rule: 'By role: of those who answered alone, or with their own role.',
  later: 'What came later does not count here.',
  lead: (partly) => (partly ? 'Not everywhere by role.' : 'Not by role.'),
  none: {
    mixed: () => 'Most answered together, from different roles.',
    tooFew: (from) => `That takes ${from} answers from each of two roles.`,
    changed: () => 'Too little changed: new figures would tell something of a few.',
    open: () => 'That comes when the step is closed.',
  },
};
