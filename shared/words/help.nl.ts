/** Help on every screen, in Dutch: one place for all of it, fetched when somebody asks. */
import type { HelpScreen, Topic } from '../help/topic.ts';
import { desk } from './help/desk.nl.ts';
import { home } from './help/home.nl.ts';
import { network } from './help/network.nl.ts';
import { phone } from './help/phone.nl.ts';
import { reader, summary } from './help/summary.nl.ts';
import { wall } from './help/wall.nl.ts';

const topics: Record<HelpScreen, Record<string, Topic>> = { home, desk, wall, summary, reader, phone, network };

export const help = {
  title: 'Hulp',
  pageTitle: 'Hulp · In gesprek',
  otherLanguage: 'English',
  search: 'Waar zoek je naar?',
  example: 'Bijvoorbeeld: telefoon zonder internet',
  none: 'Niets gevonden. Probeer een ander woord.',
  found: (count: number): string => (count === 1 ? '1 onderwerp' : `${count} onderwerpen`),
  close: 'Sluit',
  screens: {
    home: 'Je sessies',
    desk: 'Het bureau',
    wall: 'De wand',
    summary: 'De samenvatting maken',
    reader: 'De samenvatting lezen',
    phone: 'De telefoon',
    network: 'Netwerk en internet',
  } satisfies Record<HelpScreen, string>,
  topics,
};
