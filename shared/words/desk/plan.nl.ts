import { unitsOf } from './counting.nl.ts';

/** What a facilitator changes while the session runs: the order of steps, a question more, a break. */
export const plan = {
  planning: {
    change: 'Wijzig de volgorde',
    done: 'Klaar met wijzigen',
    skip: (title: string): string => `Sla over: ${title}`,
    unskip: (title: string): string => `Toch doen: ${title}`,
    skipShort: 'Sla over',
    unskipShort: 'Toch doen',
    up: (title: string): string => `Eerder: ${title}`,
    down: (title: string): string => `Later: ${title}`,
    skipped: (title: string): string => `${title} slaan we over.`,
    unskipped: (title: string): string => `${title} doen we toch.`,
    moved: 'De volgorde is veranderd.',
    added: 'niet in het draaiboek',
  },
  question: {
    short: 'Losse vraag',
    title: 'Stel een losse vraag',
    help: 'De vraag komt nu op alle telefoons. In de samenvatting staat dat ze niet in het draaiboek stond.',
    label: 'Je vraag',
    how: 'Hoe antwoorden ze?',
    inWords: 'In eigen woorden',
    judged: (options: readonly string[]): string => `Met een oordeel: ${options.join(', ')}`,
    who: 'Wie antwoordt?',
    together: (size: number): string => `Elk ${unitsOf(size, 1)} samen`,
    alone: 'Ieder voor zich',
    ask: 'Stel de vraag',
    asked: 'De vraag staat op alle telefoons.',
    empty: 'Typ eerst je vraag.',
  },
  pause: {
    start: 'Pauze voor iedereen',
    short: 'Pauze',
    on: 'Het is pauze.',
    help: 'De klok staat stil. Wie nog schrijft, schrijft gewoon door.',
    end: 'Ga verder',
    started: 'Het is pauze.',
    ended: 'De pauze is voorbij.',
  },
};
