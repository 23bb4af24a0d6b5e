import type { HelpScreen, Topic } from '../help/topic.ts';
import { desk } from './help/desk.en.ts';
import { home } from './help/home.en.ts';
import { network } from './help/network.en.ts';
import { phone } from './help/phone.en.ts';
import { reader, summary } from './help/summary.en.ts';
import { wall } from './help/wall.en.ts';
import type { help as nl } from './help.nl.ts';

const topics: Record<HelpScreen, Record<string, Topic>> = { home, desk, wall, summary, reader, phone, network };

export const help: typeof nl = {
  title: 'Help',
  pageTitle: 'Help · In gesprek',
  otherLanguage: 'Nederlands',
  search: 'What are you looking for?',
  example: 'For example: phone without internet',
  none: 'Nothing found. Try another word.',
  found: (count) => (count === 1 ? '1 topic' : `${count} topics`),
  close: 'Close',
  screens: {
    home: 'Your sessions',
    desk: 'The desk',
    wall: 'The wall',
    summary: 'Making the summary',
    reader: 'Reading the summary',
    phone: 'The phone',
    network: 'Network and internet',
  },
  topics,
};
