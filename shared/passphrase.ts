/** What a facilitator's passphrase (wachtzin) has to be (ASVS 5.0, 6.2): long, known to few, and anything else. */
import { graphemesOf } from './text.ts';

/** Characters as a person counts them. */
export const minPassphrase = 15;
const maxPassphrase = 200;

/** What stands in the way of a name or a passphrase. `nameMixed`: letters of two scripts that look alike. `common`: many use it, or it is made of what everybody here knows. */
export type AccountProblem =
  | ('noName' | 'nameLong' | 'nameTaken' | 'nameMixed' | 'short' | 'long' | 'common' | 'wrong' | 'unknown')
  /** Sign in again first; there would be no way in left; what was shown proves nothing; it is another's, or there are many. */
  | ('again' | 'lastWay' | 'notProven' | 'taken');

/** Exactly what was typed, but for two ways of writing one letter. */
export const passphraseIn = (typed: string): string => typed.toWellFormed().normalize('NFC');

export function lengthProblem(passphrase: string): 'short' | 'long' | null {
  const length = graphemesOf(passphrase);
  return length < minPassphrase ? 'short' : length > maxPassphrase ? 'long' : null;
}

/** Two names that look alike to a person are one: in capitals or not, with one space or two, with or without signs that nobody sees. */
export const nameKeyOf = (name: string): string =>
  name
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .trim();
export const maxFacilitatorName = 60;
