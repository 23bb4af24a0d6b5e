import type { Prompt, ScaleShape, Step, Text } from '../../script.ts';
import { judgementFieldOf, promptOf } from '../../script-queries.ts';
import { readValues } from '../../session/masks.ts';
import { readItemOf, textOf } from '../../session/selectors.ts';
import type { Answer, SessionState } from '../../session/state.ts';
import { sizeAsked, sizeNamed } from '../summary/people.ts';
import { judgementOf, visibleAnswers } from './judged.ts';

/** An answer in its writers' words, as the wall shows it; without a name. */
export type Card = {
  answer: string;
  /** Under which its words are read. */
  item: string;
  /** Where it was given and judged, if that is another item. */
  given: string | null;
  prompt: Prompt;
  /** "Duo 7"; null where each person answers. */
  number: number | null;
  /** Of the unit, where its step has turns. */
  turn: number | null;
  /** How many answered as one, by which they are called. */
  people: number;
  /** How many its step asked to: 2 for pairs. */
  size: number;
  text: string;
  /** What else they wrote, each with its question. */
  more: { label: Text; text: string }[];
  /** What they chose beside it ("welke grens", "tussen wie"). */
  choices: { label: Text; options: Text[] }[];
  shape: ScaleShape | 'split' | null;
  judged: Text[];
  /** What was asked with the judgement, where that is more than the prompt's title. */
  asked: Text | null;
  marks: number;
  stars: number;
  recognised: number;
  firstSeq: number;
};

export type Order = Step['wall']['order'];
type Wanted = { item?: string | null | undefined; prompt?: string | null | undefined };

export function cardOf(state: SessionState, step: Step, answer: Answer): Card | undefined {
  const prompt = promptOf(step, answer.prompt);
  if (!prompt) return undefined;
  const values = readValues(answer);
  const texts: Card['more'] = [];
  const choices: Card['choices'] = [];
  let marks = 0;
  for (const field of prompt.fields) {
    const value = values[field.id];
    if (value?.kind === 'text') {
      const words = textOf(state, value.text);
      if (words) texts.push({ label: field.label ?? prompt.title, text: words });
    } else if (value?.kind === 'choice' && field.kind === 'choice') {
      const options = field.options.filter((option) => value.choices.includes(option.id)).map((option) => option.label);
      if (options.length) choices.push({ label: field.label ?? prompt.title, options });
    } else if (value?.kind === 'marks') marks += value.items.length;
  }
  const judged = judgementOf(state, prompt, answer.values);
  const [main, ...more] = texts;
  return {
    answer: answer.answer,
    item: readItemOf(answer),
    given: answer.movedTo && answer.item,
    prompt,
    number: answer.number,
    turn: answer.turn,
    people: Math.max(1, sizeNamed(state, answer)),
    size: Math.max(1, sizeAsked(state, answer)),
    text: main?.text ?? '',
    more,
    choices,
    shape: judged?.shape ?? null,
    judged: judged?.labels ?? [],
    asked: judgementFieldOf(prompt.fields)?.label ?? null,
    marks,
    stars: Object.keys(answer.stars).length,
    recognised: answer.recognised.length,
    firstSeq: answer.firstSeq,
  };
}

/** The cards of a step: answers with words in them, in the order in which they first came. */
export const cardsOf = (state: SessionState, step: Step, wanted: Wanted = {}): Card[] =>
  visibleAnswers(state, step)
    .filter((answer) => !wanted.item || readItemOf(answer) === wanted.item)
    .filter((answer) => !wanted.prompt || answer.prompt === wanted.prompt)
    .flatMap((answer) => cardOf(state, step, answer) ?? [])
    .filter((card) => card.text !== '');

/** Who differs speaks first: split, then no, then partly, then yes. */
const deviation: Record<ScaleShape | 'split', number> = {
  split: 0,
  open: 1,
  quarter: 2,
  half: 3,
  threeQuarters: 4,
  full: 5,
  unknown: 6,
};

/** Sorts by the script's rule; cards that are equal by it stay as they came. */
export function orderCards(cards: readonly Card[], order: Order): Card[] {
  const rank = (card: Card) => {
    if (order === 'script') return 0;
    return order === 'mostMarked' ? -card.marks : card.shape ? deviation[card.shape] : 7;
  };
  return [...cards].sort((a, b) => rank(a) - rank(b) || a.firstSeq - b.firstSeq);
}

/** Keeps what is on the wall where it is; what is new comes after it. */
export function inKeptOrder<T>(cards: readonly T[], kept: readonly string[], idOf: (card: T) => string): T[] {
  const place = new Map(kept.map((id, i) => [id, i]));
  const last = kept.length;
  return [...cards].sort((a, b) => (place.get(idOf(a)) ?? last) - (place.get(idOf(b)) ?? last));
}
