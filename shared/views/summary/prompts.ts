import type { Field, Prompt, Script, Step } from '../../script.ts';
import { isAgain, itemsOf, judgementFieldOf, unitSize } from '../../script-queries.ts';
import { readItemOf } from '../../session/selectors.ts';
import type { Answer } from '../../session/state.ts';
import { askedWords } from '../asked-words.ts';
import { comparisonOf, figuresOf, type View } from './figures.ts';
import { titleOfItem } from './items.ts';
import { quotesOf, situationsOf } from './quotes.ts';
import type { PromptView, Tally } from './summary-form.ts';

const counting = (answers: readonly Answer[]) => answers.filter((answer) => !answer.withdrawn && !answer.hidden);

/** What is told of one field of a question. */
type Told = { script: Script; step: Step; prompt: Prompt };

function marksOf({ script, step, prompt }: Told, answers: readonly Answer[], field: Field) {
  const items: Tally[] = itemsOf(script, step).map((item) => ({ id: item.id, label: titleOfItem(item), count: 0 }));
  const known = counting(answers);
  for (const answer of known) {
    const value = answer.values[field.id];
    for (const tally of items) if (value?.kind === 'marks' && value.items.includes(tally.id)) tally.count += 1;
  }
  return { label: askedWords(script, step, prompt, field), n: known.length, items };
}

function choicesOf(
  { script, step, prompt }: Told,
  answers: readonly Answer[],
  field: Extract<Field, { kind: 'choice' }>,
) {
  const known = counting(answers).flatMap((answer) => {
    const value = answer.values[field.id];
    return value?.kind === 'choice' ? [value.choices] : [];
  });
  const options = field.options.map(({ id, label }) => ({
    ...{ id, label },
    count: known.filter((choices) => choices.includes(id)).length,
  }));
  return { label: askedWords(script, step, prompt, field), n: known.length, many: field.many, options };
}

/** One question about one item, in one step. */
export function promptView(view: View, step: Step, item: string, prompt: Prompt, all: readonly Answer[]): PromptView {
  const asked = all.filter((answer) => answer.prompt === prompt.id || isAgain(step, answer.prompt));
  const answers = asked.filter((answer) => answer.item === item);
  // Words may be read elsewhere than where they were given; judgements, choices and marks are counted where they were asked.
  const read = asked.filter((answer) => readItemOf(answer) === item);
  const judgement = judgementFieldOf(prompt.fields);
  const boundary = prompt.about === 'boundarySituation';
  const texts = boundary ? [] : prompt.fields.filter((field) => field.kind === 'text');
  const open = texts.filter((field) => !field.askedAt);
  const gaps = texts.filter((field) => field.askedAt);
  const choices = prompt.fields.filter((field) => field.kind === 'choice');
  const told = { script: view.state.script, step, prompt };
  return {
    id: prompt.id,
    step: step.id,
    title: prompt.title,
    question: askedWords(told.script, step, prompt),
    individual: step.form === 'individual',
    size: unitSize(step),
    boundary,
    figures: judgement ? figuresOf(view, step, item, judgement, answers) : null,
    comparison: judgement ? comparisonOf(view, step, item, judgement, answers) : null,
    perspectives: view.comparedRoles(step, item, prompt),
    shift: view.shift(step, item, prompt),
    validity: view.validity(step, item, prompt),
    quotesAsked: open[0]?.label ?? null,
    quotes: quotesOf(view, read, open),
    missingAsked: gaps[0]?.label ?? null,
    missing: quotesOf(view, read, gaps),
    situations: boundary ? situationsOf(view, read, prompt) : [],
    choices: choices.map((field) => choicesOf(told, answers, field)),
    marks: prompt.fields.filter((field) => field.kind === 'marks').map((field) => marksOf(told, answers, field)),
  };
}
