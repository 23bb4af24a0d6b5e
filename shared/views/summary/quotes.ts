import type { Field, Prompt, Text } from '../../script.ts';
import { itemsOf, stepOf } from '../../script-queries.ts';
import { isFromPaper, readItemOf, textOf } from '../../session/selectors.ts';
import type { Answer } from '../../session/state.ts';
import { isInHiddenPart } from './arranged.ts';
import { askedOf, isUnreleased, judgedOf, type View } from './figures.ts';
import { titleOfItem } from './items.ts';
import { sizeAsked, sizeNamed } from './people.ts';
import type { Quote, Situation } from './summary-form.ts';

/** What others may read: hidden ones, and those of a part that is, are not even a gap for readers. */
const readable = ({ state, reader }: View, answers: readonly Answer[]): Answer[] =>
  answers.filter((answer) => reader === 'facilitator' || !(answer.hidden || isInHiddenPart(state, answer)));

/** By its title, an item of the set that this answer's step asks about. */
function itemNamed({ state: { script } }: View, step: string, item: string): Text | null {
  const known = stepOf(script, step);
  const found = known && itemsOf(script, known).find(({ id }) => id === item);
  if (found) return titleOfItem(found);
  return script.itemSets.find(({ id }) => id === known?.items?.set)?.title ?? null;
}

const itemRead = (view: View, answer: Answer): Text | null => itemNamed(view, answer.step, readItemOf(answer));

/** What they chose or marked in one field, in the order in which it was offered. */
function chosenIn({ state: { script } }: View, answer: Answer, field: Field): Text[] {
  const value = answer.values[field.id];
  if (field.kind === 'choice' && value?.kind === 'choice')
    return field.options.filter((option) => value.choices.includes(option.id)).map((option) => option.label);
  const step = stepOf(script, answer.step);
  if (!step || value?.kind !== 'marks') return [];
  return itemsOf(script, step)
    .filter(({ id }) => value.items.includes(id))
    .map(titleOfItem);
}

/** Nothing of a withdrawn answer. */
function choicesIn(view: View, answer: Answer): Quote['choices'] {
  const fields = stepOf(view.state.script, answer.step)?.prompts.find(({ id }) => id === answer.prompt)?.fields ?? [];
  return (answer.withdrawn ? [] : fields)
    .map((field) => ({ label: field.label ?? {}, chosen: chosenIn(view, answer, field) }))
    .filter(({ chosen }) => chosen.length > 0);
}

function told(view: View, answer: Answer) {
  return {
    number: answer.number,
    turn: answer.turn,
    size: sizeAsked(view.state, answer),
    people: sizeNamed(view.state, answer),
    state: answer.withdrawn ? 'withdrawn' : answer.hidden ? 'hidden' : 'shown',
    answer: view.reader === 'facilitator' ? answer.answer : null,
    judged: answer.withdrawn ? [] : judgedOf(view.state, answer),
    asked: askedOf(view.state, answer),
    choices: choicesIn(view, answer),
    given: answer.movedTo ? itemNamed(view, answer.step, answer.item) : null,
    about: itemRead(view, answer),
    recognised: answer.recognised.length,
    unreleased:
      view.reader === 'facilitator' && answer.hidden && isUnreleased(stepOf(view.state.script, answer.step), answer),
    stars: Object.keys(answer.stars).length,
    kept: answer.kept,
    paper: view.reader === 'facilitator' && isFromPaper(answer),
    late: view.reader === 'facilitator' && answer.late,
  } as const;
}

const wordsIn = (view: View, answer: Answer, field: Field): string => {
  const value = answer.values[field.id];
  return value?.kind === 'text' ? textOf(view.state, value.text) : '';
};

/** The texts of these fields, field by field; a withdrawn answer stays once, as an empty quote. */
export function quotesOf(view: View, answers: readonly Answer[], fields: readonly Field[]): Quote[] {
  return fields.flatMap((field, place) =>
    readable(view, answers).flatMap((answer) => {
      const text = wordsIn(view, answer, field);
      if (!text && !(answer.withdrawn && place === 0)) return [];
      return [{ key: `${answer.firstSeq}-${field.id}`, text, ...told(view, answer) }];
    }),
  );
}

/** An answer in its first words, or without words where it has none; null where this reader does not get it. */
export function quoteOf(view: View, answer: Answer): Quote | null {
  const prompt = stepOf(view.state.script, answer.step)?.prompts.find(({ id }) => id === answer.prompt);
  if (!prompt || readable(view, [answer]).length === 0) return null;
  const fields = prompt.fields.filter((field) => field.kind === 'text');
  const [first] = quotesOf(view, [answer], fields);
  return first ?? { key: `${answer.firstSeq}-`, text: '', ...told(view, answer) };
}

export function situationsOf(view: View, answers: readonly Answer[], prompt: Prompt): Situation[] {
  const [first, ...others] = prompt.fields.filter((field) => field.kind === 'text');
  if (!first) return [];
  return readable(view, answers).flatMap((answer) => {
    const text = wordsIn(view, answer, first);
    const more = others.flatMap((field) => {
      const words = wordsIn(view, answer, field);
      return words ? [{ label: field.label ?? {}, text: words }] : [];
    });
    if (!text && more.length === 0 && !answer.withdrawn) return [];
    return [{ key: `${answer.firstSeq}-${first.id}`, text, more, ...told(view, answer) }];
  });
}
