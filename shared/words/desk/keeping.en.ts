import { countOf } from './counting.en.ts';
import type { keeping as nl } from './keeping.nl.ts';

export const keeping: typeof nl = {
  keeping: {
    left: (days) =>
      days <= 0 ? 'deleted today' : days === 1 ? '1 more day, then deleted' : `${days} more days, then deleted`,
    act: 'Keep longer or shorter',
    title: (title) => `How long do we keep ${title}?`,
    now: (date, days) =>
      `As it is, all of it is deleted on ${date}, ${countOf(days, 'day', 'days')} after it was last held.`,
    why: (reason) => `Reason: ${reason}`,
    promise: 'Participants were promised a time. Tell them if you keep it longer.',
    date: 'Delete all of it on',
    most: (date) => `At the latest ${date}: who runs the server decided so.`,
    reason: 'Why longer?',
    reasons: ['The report is not finished', 'This group will meet again', 'The research is still going on'],
    other: 'Another reason',
    read: 'Co-facilitators read the reason too.',
    go: 'Keep until that day',
    noDate: 'Choose a day that is possible.',
    noReason: 'Choose or type a reason.',
    done: (date) => `All of it is deleted on ${date}.`,
    deleteNow: 'Deleting now is possible too: with Delete, in the same menu.',
  },
};
