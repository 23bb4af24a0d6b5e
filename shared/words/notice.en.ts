import type { notice as dutch } from './notice.nl.ts';

/** What somebody is told before they take part, in English. */
export const notice: typeof dutch = {
  purpose: 'We learn from what you recognise and what you miss.',
  for: (purpose) => `What for: ${purpose}`,
  facilitators: 'The facilitators see all answers.',
  name: 'Only your partner and the facilitators see your name.',
  subgroup: 'Your subgroup discusses your answers, without your name.',
  wall: 'Answers may come on the big screen, without a name.',
  team: 'The team reads a summary later, without names.',
  downloads: 'The facilitators can download answers. They erase those downloads themselves.',
  keep: (days) => `Here we erase everything ${days === 1 ? '1 day' : `${days} days`} after the end.`,
  open: (day) => `You can take part until ${day}. Then the session closes by itself.`,
  until: (day) => `That is around ${day}. If that changes, it says so here.`,
  withdraw: 'You can always withdraw an answer. You can have everything erased, too.',
  account: 'You need no account, and no real name.',
  contact: 'Questions? Ask your facilitator.',
  ask: (contact) => `Questions? Ask: ${contact}`,
  research: {
    title: 'May your answers be used in research?',
    label: 'Yes, my answers may be used in research.',
    lines: [
      'You are free to choose. Without a tick you simply take part.',
      'Your name does not go along.',
      'Written together? It counts only if you both say yes.',
      'Without a phone of your own you tell the facilitator.',
      'You can change this later, in the menu.',
    ],
  },
};
