import type { Language } from '../script.ts';

/** How dates and times are written: as in the Netherlands, in English too. The day before the month, hours up to 24. Phones say it themselves: fewer bytes. */
export const localeOf = (language: Language): string => `${language}-NL`;
