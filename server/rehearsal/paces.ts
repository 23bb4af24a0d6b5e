/**
 * How fast the played people are: assumptions, not measurements of ours. docs/decisions/036 says where each comes from.
 * Times in milliseconds of the rehearsal's clock.
 */
import type { Language, Script, Step } from '../../shared/script.ts';
import { say, setOf } from '../../shared/script-queries.ts';
import type { Chance } from './chance.ts';

const second = 1_000;
/** Silent reading of non-fiction, adults in English (Brysbaert 2019), and in Dutch of 5.1 letters a word (Brysbaert and others 2021). */
const aWordRead = (60 * second) / 238;
/** Copying on a phone (Palin and others 2019): 36.2 words of five signs a minute. Making it up as one goes, ours: half that fast. */
const aSignWritten = (60 * second) / (36.2 * 5) / 0.5;
/** Ours: weighing it, alone, and what each person more has to say about it. */
const weighing = { alone: 12 * second, eachOther: 18 * second };
/** Ours: choosing, marking or ticking. */
const choosing = 4 * second;

/** Ours: most come within the first minutes, some later. */
export const comesIn = (chance: Chance): number =>
  chance.isSo(0.1) ? chance.between(180, 420) * second : chance.between(5, 150) * second;

/** Ours: one in eight takes more than twice as long as the others. */
export const slow = 2;
export const paceOf = (chance: Chance): number =>
  chance.isSo(1 / 8) ? chance.between(slow, 2.6) : chance.between(0.7, 1.4);

/** Ours: one in fifteen leaves, in the middle third of the minutes that there are. */
export const leavesAt = (chance: Chance, minutes: number): number | null =>
  chance.isSo(1 / 15) ? chance.between(0.33, 0.67) * minutes * 60 * second : null;

/** Ours: one in ten has no phone. */
export const hasPhone = (chance: Chance): boolean => !chance.isSo(0.1);

/** Ours: how long until somebody does what one tap does. */
export const tapsAfter = (chance: Chance): number => chance.between(4, 40) * second;

const wordsIn = (text: string): number => text.split(/\s+/).filter(Boolean).length;
const readingTime = (text: string): number => wordsIn(text) * aWordRead;

/** All words of an item, as a reader has them before them. */
function wordsOfItem(script: Script, step: Step, item: string, language: Language): string {
  const found = setOf(script, step)?.items.find(({ id }) => id === item);
  const parts = [found?.title, found?.text, ...(found?.points ?? [])];
  return parts.map((part) => say(part, language)).join(' ');
}

type Task = { script: Script; step: Step; item: string; language: Language; isFirst: boolean; people: number };

/** From reading to the first sign that is written. */
export function timeBefore({ script, step, item, language, isFirst, people }: Task, question: string): number {
  const about = isFirst ? readingTime(wordsOfItem(script, step, item, language)) : 0;
  return about + readingTime(question) + weighing.alone + (people - 1) * weighing.eachOther + choosing;
}

export const writingTime = (text: string): number => [...text].length * aSignWritten;

/** From reading all that may have one to the last star. */
export const starringTime = (text: string, count: number): number =>
  readingTime(text) + weighing.alone + count * choosing;

/** How long this one takes for the whole of a step to read; 0 where it has no items. */
export const stepReadingTime = (script: Script, step: Step, language: Language): number =>
  (setOf(script, step)?.items ?? []).reduce(
    (sum, { id }) => sum + readingTime(wordsOfItem(script, step, id, language)),
    0,
  );
