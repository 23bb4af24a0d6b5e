/** What the editor writes into a script, in the languages of that script; and what a phone says itself, in the sketch of one. */
import type { Language } from '../../script.ts';

/** What stands in what is new, until somebody fills it in. */
export const unfilled = '…';

export const inScripts = {
  step: { nl: 'Nieuwe stap', en: 'New step' },
  teller: { nl: 'verteller', en: 'teller' },
  asker: { nl: 'vrager', en: 'asker' },
  writer: { nl: 'schrijver', en: 'writer' },
  informedTitle: { nl: 'Wil je horen hoe het verdergaat?', en: 'Do you want to hear how it goes on?' },
  informedConsent: { nl: 'Jullie mogen mij hierover mailen.', en: 'You may e-mail me about this.' },
  starsTitle: { nl: 'Wat nemen jullie mee?', en: 'What do you take along?' },
  send: { nl: 'Verstuur', en: 'Send' },
  waiting: { nl: 'We beginnen zo. Laat deze pagina open.', en: 'We start soon. Keep this page open.' },
} satisfies Record<string, Record<Language, string>>;
