import type { own as dutch } from './own.nl.ts';

/** The file with all that somebody wrote, in English. */
export const own: typeof dutch = {
  fileName: 'what-i-wrote',
  title: 'What you wrote and said',
  name: 'Name',
  roles: 'Role',
  guest: 'Role of who takes part at this phone',
  organisation: 'Organisation',
  none: 'not filled in',
  research: 'May your answers be used in research',
  yes: 'yes',
  no: 'no',
  shown: 'This is what you read then:',
  answers: 'Your answers, and those you wrote together',
  together: 'written together',
  withdrawn: 'withdrawn: the words are gone',
  earlier: 'Earlier you wrote here',
  drafts: 'Typed, not sent yet',
  opinions: 'What you thought of conclusions',
  agrees: 'true',
  differs: 'not quite',
  unclear: 'What was not clear to you',
};
