import type { Field, Item, Script, Step } from '../../../shared/script.ts';
import { itemsOf, unitSize } from '../../../shared/script-queries.ts';

/** The steps that ask something: each is a sheet of paper. */
export const askingSteps = ({ steps }: Script): Step[] => steps.filter(({ prompts }) => prompts.length > 0);

/** What the answer on one sheet may be about; none where it is about the whole. */
export const choicesOn = (script: Script, step: Step): Item[] =>
  step.items && step.items.as !== 'list' ? itemsOf(script, step) : [];

/** What an answer about the whole is about. */
export const listedOn = (script: Script, step: Step): Item[] =>
  step.items?.as === 'list' ? itemsOf(script, step) : [];

/** So many sheets each pair fills in at a step: one for each item that it answers about. */
export function sheetsEach(script: Script, step: Step): number {
  const count = choicesOn(script, step).length;
  return Math.max(1, Math.min(count, step.items?.deal?.perUnit ?? step.items?.choose ?? count));
}

/** Together longer than this, the texts of the items leave no room for the questions. */
const mostText = 700;
/** Who has no phone reads there what the items say, where it fits. */
export const readsTexts = (items: readonly Item[], say: (text: Item['text']) => string): boolean =>
  items.reduce((sum, { title, text }) => sum + (title ? say(text).length : 0), 0) <= mostText;

export const whoOn = (step: Step): 'pair' | 'group' | 'alone' => {
  const size = unitSize(step);
  return size === 1 ? 'alone' : size === 2 ? 'pair' : 'group';
};

/** Room to write, in lines of eight millimetres: what fits on a phone fits there too, as far as the sheet allows. */
export const linesFor = (field: Field, prompts: number): number => {
  if (field.kind === 'marks') return 2;
  if (field.kind !== 'text') return 1;
  const most = prompts > 3 ? 2 : prompts > 1 ? 4 : 8;
  return Math.max(1, Math.min(most, Math.ceil(field.max / 70)));
};

const mostPeople = 200;

/** "boom"; "boom · maan" where there are more pairs than words. No number: phones ask for one, and it is not this. */
function cardOf(pair: number, words: readonly string[]): string {
  const round = Math.floor(pair / words.length);
  const [word = '', other = ''] = [pair, pair + round].map((place) => words[place % words.length]);
  return round === 0 ? word : `${word} · ${other}`;
}

/** What is on the card of each: two with the same, of an odd number the last three. */
export function pairCards(people: number, words: readonly string[]): string[] {
  const count = Math.max(2, Math.min(mostPeople, Math.trunc(people) || 2));
  const pairs = Math.floor(count / 2);
  return Array.from({ length: count }, (_, i) => {
    const pair = Math.min(Math.floor(i / 2), pairs - 1);
    return cardOf(pair, words);
  });
}

/** As many to a sheet of A4 as can be cut easily. */
const cardsOnSheet = 10;
export const cardSheets = (cards: readonly string[]): string[][] =>
  Array.from({ length: Math.ceil(cards.length / cardsOnSheet) }, (_, i) =>
    cards.slice(i * cardsOnSheet, (i + 1) * cardsOnSheet),
  );
