/** Looking in the data of a text that may not be a script yet: whatever is not there reads as nothing. */
import type { DraftProblem } from '../../../shared/own-scripts.ts';
import type { Language } from '../../../shared/script.ts';
import { unfilled } from '../../../shared/words/editor/in-scripts.ts';
import { languages } from '../parts/languages.ts';

export type Path = readonly (string | number)[];

export function at(value: unknown, path: Path): unknown {
  let here = value;
  for (const key of path) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, key)) return undefined;
    here = (here as Record<string | number, unknown>)[key];
  }
  return here;
}
export function listAt(value: unknown, path: Path): readonly unknown[] {
  const found = at(value, path);
  return Array.isArray(found) ? found : [];
}
/** A text, or a number as it is typed. */
export function textAt(value: unknown, path: Path): string {
  const found = at(value, path);
  return typeof found === 'string' || typeof found === 'number' ? String(found) : '';
}
export function numberAt(value: unknown, path: Path): number {
  const found = at(value, path);
  return typeof found === 'number' ? found : 0;
}
export function keysAt(value: unknown, path: Path): string[] {
  const found = at(value, path);
  return typeof found === 'object' && found !== null ? Object.keys(found) : [];
}

/** Words in a language; what is word for word from a source is shown as the language it is in. */
export function wordsAt(value: unknown, path: Path, language: Language): string {
  const own = textAt(value, [...path, language]);
  const quoteIn = textAt(value, [...path, 'language']) || 'nl';
  return own || (quoteIn === language ? textAt(value, [...path, 'quote']) : '');
}
/** In this language, else in the other one. */
export const saidAt = (value: unknown, path: Path, language: Language): string =>
  wordsAt(value, path, language) || wordsAt(value, path, language === 'nl' ? 'en' : 'nl');

export function languagesOf(value: unknown): Language[] {
  const found = listAt(value, ['languages']);
  const known = languages.filter((one) => found.includes(one));
  return known.length > 0 ? known : ['nl'];
}

/** A text of which nobody filled in the words yet. */
export const unfilledIn = (value: unknown): Record<string, string> =>
  Object.fromEntries(languagesOf(value).map((language) => [language, unfilled]));

const startsWith = (path: Path, place: Path): boolean => place.every((key, n) => String(path[n]) === String(key));
/** What is wrong at this place, or (deep) anywhere in it. */
export const problemsAt = (problems: readonly DraftProblem[], place: Path, deep: boolean): DraftProblem[] =>
  problems.filter(({ path }) => startsWith(path, place) && (deep || path.length === place.length));

/** In the words of the form; else in those of the file, with what was meant. */
export const saidAtForm = (
  { message, atForm, proposal }: DraftProblem,
  language: Language,
  meant: (word: string) => string,
): string => atForm?.[language] ?? [message[language], proposal ? meant(proposal) : ''].filter(Boolean).join(' ');

/** The first of "stap", "stap-2", "stap-3" that is not in use. */
export function freshId(taken: readonly string[], base: string): string {
  for (let n = 1; ; n++) {
    const id = n === 1 ? base : `${base}-${n}`;
    if (!taken.includes(id)) return id;
  }
}
export const idsAt = (value: unknown, path: Path): string[] =>
  listAt(value, path).map((_, n) => textAt(value, [...path, n, 'id']));

const isBefore = (value: unknown, step: number): boolean => at(value, ['steps', step, 'before']) === true;

/** As phones count it, "Stap 2 van 4"; undefined for what comes before the clock, which they do not count. */
export const numberOfStep = (value: unknown, step: number): number | undefined =>
  isBefore(value, step)
    ? undefined
    : listAt(value, ['steps']).reduce<number>((sum, _, n) => (n <= step && !isBefore(value, n) ? sum + 1 : sum), 0);

/** Whether there is something to do in it but to come in and to go. */
const isBegun = (value: unknown): boolean =>
  listAt(value, ['steps']).some(
    (_, n) => !isBefore(value, n) && !['arrival', 'closing'].includes(textAt(value, ['steps', n, 'kind'])),
  );

/** Before there are steps it is no fault that they do not fill the time. */
export const isToFill = (value: unknown, { path }: DraftProblem): boolean =>
  path.length === 1 && path[0] === 'minutes' && numberAt(value, path) > totalOf(value) && !isBegun(value);

/** Minutes of the steps that count, as the check adds them up. */
export function totalOf(value: unknown): number {
  const sum = listAt(value, ['steps']).reduce<number>(
    (total, _, n) => (isBefore(value, n) ? total : total + numberAt(value, ['steps', n, 'minutes'])),
    0,
  );
  return Math.round(sum * 100) / 100;
}
