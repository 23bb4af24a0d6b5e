import { shift } from '../shift.en.ts';
import type { agreed as dutch } from './agreed.nl.ts';

/** Agreements, and the I-CVI. */
export const agreed: typeof dutch = {
  agreements: 'Agreements',
  validity: {
    title: 'I-CVI',
    told: (agree, n) => `${agree} of ${n} experts gave one of the two highest ratings.`,
    needed: (needed, n) => `Bound at n = ${n}: at least ${needed} of ${n}. See Lynn (1986) and Polit & Beck (2006).`,
    who: (experts) => `Experts here are: ${experts}. Each rated alone, before the talk.`,
    limits: 'With few people a part may be chance. Those who were here are no sample.',
    later: 'What came later is not counted here.',
    none: {
      open: () => 'It comes once the step is closed.',
      tooFew: (from) =>
        `Not shown. It takes at least ${from} experts. Of others there are none then, or at least ${from}.`,
      changed: () => 'Too little changed: a new figure would tell of a few people.',
    },
  },
  shiftTold: {
    none: {
      open: () => 'The table comes once the step is closed.',
      tooFew: shift.tooFew,
      changed: () => 'Too little changed: a new table would tell of a few people.',
    },
    later: 'What came later is not in it.',
  },
};
