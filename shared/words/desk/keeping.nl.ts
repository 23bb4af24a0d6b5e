/** Until when a session is kept, and keeping it longer, in Dutch. */
import { countOf } from './counting.nl.ts';

export const keeping = {
  keeping: {
    left: (days: number): string =>
      days <= 0 ? 'wordt vandaag gewist' : days === 1 ? 'nog 1 dag, dan gewist' : `nog ${days} dagen, dan gewist`,
    act: 'Bewaar langer of korter',
    title: (title: string): string => `Hoe lang bewaren we ${title}?`,
    now: (date: string, days: number): string =>
      `Nu wissen we alles op ${date}, ${countOf(days, 'dag', 'dagen')} na de laatste bijeenkomst.`,
    why: (reason: string): string => `Reden: ${reason}`,
    promise: 'Deelnemers is een termijn beloofd. Vertel het hun als jullie langer bewaren.',
    date: 'Wis alles op',
    most: (date: string): string => `Uiterlijk ${date}. Dat heeft de beheerder van de server bepaald.`,
    reason: 'Waarom langer?',
    reasons: ['Het verslag is nog niet af', 'Er komt een vervolg met deze groep', 'Het onderzoek loopt nog'],
    other: 'Anders, namelijk',
    read: 'Ook medebegeleiders lezen de reden.',
    go: 'Bewaar tot die dag',
    noDate: 'Kies een dag die nog kan.',
    noReason: 'Kies of typ een reden.',
    done: (date: string): string => `Alles wordt gewist op ${date}.`,
    deleteNow: 'Nu wissen kan ook: met Verwijder, in hetzelfde menu.',
  },
};
