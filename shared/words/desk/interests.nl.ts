/** Who wants to be kept informed, in Dutch. */
import { countOf } from './counting.nl.ts';

export const interests = {
  interests: {
    title: 'Wie op de hoogte wil blijven',
    about: 'Deze lijst staat los van alle antwoorden. Er staat niet bij uit welke sessie iemand kwam.',
    none: 'Er staat nog niemand op de lijst.',
    count: (count: number): string => countOf(count, 'adres', 'adressen'),
    standing: {
      unasked: 'niet bevestigd: hier gaat geen mail uit',
      waiting: 'wacht op bevestiging, staat niet in de download',
      confirmed: 'bevestigd',
    },
    until: (date: string): string => `gewist op ${date}`,
    remove: 'Haal weg',
    removed: (email: string): string => `${email} is gewist.`,
    download: 'Download de lijst (CSV)',
    unsubscribe: 'Schrijf je mensen? Zet hun eigen afmeldlink uit de lijst in je bericht.',
  },
};
