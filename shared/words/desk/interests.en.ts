import { countOf } from './counting.en.ts';
import type { interests as nl } from './interests.nl.ts';

export const interests: typeof nl = {
  interests: {
    title: 'Who wants to stay informed',
    about: 'This list is kept apart from all answers. It does not say from which session anybody came.',
    none: 'Nobody is on the list yet.',
    count: (count) => countOf(count, 'address', 'addresses'),
    standing: {
      unasked: 'not confirmed: no mail goes out here',
      waiting: 'waits for confirmation, not in the download',
      confirmed: 'confirmed',
    },
    until: (date) => `deleted on ${date}`,
    remove: 'Remove',
    removed: (email) => `${email} is deleted.`,
    download: 'Download the list (CSV)',
    unsubscribe: 'Writing to people? Put their own link to unsubscribe from the list in your message.',
  },
};
