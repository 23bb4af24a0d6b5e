/** How the program plays: it reads, types with its partner looking on, and sends, as the step that is open asks. */
import type { FieldValues } from '../../shared/commands.ts';
import type { Field, Prompt, ScaleOption, Step } from '../../shared/script.ts';
import { answerableItems, scaleOf } from '../../shared/script-queries.ts';
import { actingUnit, currentStep, dealtItems, isOpen, unitOf } from '../../shared/session/selectors.ts';
import { gaps, reasons, remarks, type Situation, situations, takeaways } from './answers.ts';
import type { Player } from './player.ts';

export type Habits = {
  /** A place in the lists of texts, so that pairs do not all say the same. */
  index: number;
  /** In a room of so many pairs; one of them differs on its first judgement. */
  pairs: number;
  /** The next of a list of texts: nobody in the room says the same until all of them are used. */
  next: (texts: readonly string[]) => string;
  /** Milliseconds; shorter in tests. */
  pace: number;
  wait: (milliseconds: number) => Promise<void>;
};

/** The pair that disagrees, by its number. */
const disagrees = 3;

const pick = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;

/** Mostly yes, often partly, sometimes no, and now and then somebody does not know. */
const leanings = ['full', 'half', 'full', 'open', 'full', 'half', 'full', 'half', 'full', 'unknown'] as const;

type Said = {
  judged: ScaleOption | undefined;
  seen: keyof typeof reasons;
  situation: Situation | undefined;
};

function wordsFor(
  step: Step,
  field: Extract<Field, { kind: 'text' }>,
  { judged, seen, situation }: Said,
  next: Habits['next'],
): string {
  if (situation) return field.optional ? situation.why : situation.story;
  if (field.askedAt) return next(gaps);
  if (judged) return next(reasons[seen]);
  return next(step.form === 'individual' ? takeaways : remarks);
}

/** The option that is drawn so, or the nearest that the scale has. */
const optionLike = (scale: readonly ScaleOption[], seen: keyof typeof reasons): ScaleOption | undefined =>
  scale.find(({ shape }) => shape === seen) ?? (seen === 'full' ? scale.at(-1) : scale[0]);

function valuesFor(
  player: Player,
  step: Step,
  prompt: Prompt,
  item: number,
  { index, differs, next }: Pick<Habits, 'index' | 'next'> & { differs: boolean },
): FieldValues {
  const { script } = player.state();
  const values: FieldValues = {};
  const nth = step.prompts.indexOf(prompt);
  const situation = prompt.about ? pick(situations, index + item * 5) : undefined;
  const stepAt = script.steps.indexOf(step);
  // Who differs does so about something: not about what nobody knows.
  const leaning = differs && item === 0 ? 'half' : pick(leanings, index * 3 + item * 7 + nth * 4 + stepAt * 3);
  const seen = situation?.seen ?? leaning;
  const scale = prompt.fields.flatMap((field) => scaleOf(script, field));
  const judged = optionLike(scale, seen);
  const said: Said = { judged, seen, situation };
  for (const field of prompt.fields) {
    if (field.kind === 'judgement' && judged) {
      const other = scale.find((option) => option.id !== judged.id && option.counted)?.id;
      const split = differs && step.split && item === 0 && other;
      values[field.id] = { kind: 'judgement', choices: split ? [judged.id, other] : [judged.id] };
    } else if (field.kind === 'text' && (!field.askedAt || (judged && field.askedAt.includes(judged.id)))) {
      // Not everybody explains everything.
      if (field.optional && (index * 5 + item + nth * 3) % 3 === 0) continue;
      const words = [...wordsFor(step, field, said, next)].slice(0, field.max).join('');
      values[field.id] = { kind: 'text', text: words };
    } else if (field.kind === 'choice') {
      const fitting = field.options.filter(({ id }) => situation?.fits.includes(id)).map(({ id }) => id);
      const choices = fitting.length ? fitting : [pick(field.options, index + item).id];
      values[field.id] = { kind: 'choice', choices: field.many ? choices : choices.slice(0, 1) };
    } else if (field.kind === 'marks' && index % 3 === 0) {
      const set = script.itemSets.find((s) => s.id === step.items?.set);
      const marked = set && pick(set.items, index + item);
      if (marked) values[field.id] = { kind: 'marks', items: [marked.id] };
    }
  }
  return values;
}

/** The first of a unit types, letter group by letter group, so that the partner and the desk see it live. */
async function type(
  player: Player,
  step: Step,
  prompt: Prompt,
  unit: string,
  item: string,
  values: FieldValues,
  habits: Habits,
): Promise<void> {
  const [field, value] = Object.entries(values).find(([, { kind }]) => kind === 'text') ?? [];
  if (!field || value?.kind !== 'text') return;
  const words = value.text;
  for (let end = 12; end < words.length + 12; end += 12) {
    player.draft({
      unit,
      step: step.id,
      item,
      prompt: prompt.id,
      values: { ...values, [field]: { kind: 'text', text: words.slice(0, end) } },
      at: Date.now(),
      grewFrom: [],
    });
    await habits.wait(habits.pace * 0.35);
  }
}

/** Answers everything that the open step asks of this player; gives up quietly when the step closes. */
export async function answerStep(player: Player, habits: Habits): Promise<void> {
  const state = player.state();
  const step = currentStep(state);
  if (!step?.prompts.length || !isOpen(state, step.id)) return;
  const unit = actingUnit(state, step, player.seat);
  const seated = unit ? unitOf(state, unit) : undefined;
  if (!unit || (seated && seated.seats[0] !== player.seat)) return;
  const dealt = dealtItems(state, step.id, unit);
  const items = dealt.length ? dealt : answerableItems(state.script, step);
  const differs = seated ? seated.number % habits.pairs === disagrees % habits.pairs : false;
  if (seated) await player.send({ type: 'TakePen', unit });
  for (const [i, item] of items.entries()) {
    for (const prompt of step.prompts) {
      if (!isOpen(player.state(), step.id)) return;
      const values = valuesFor(player, step, prompt, i, { ...habits, differs });
      await habits.wait(habits.pace * (1 + ((habits.index + i) % 4)));
      await type(player, step, prompt, unit, item, values, habits);
      await player.send({ type: 'SubmitAnswer', unit, step: step.id, item, prompt: prompt.id, values });
    }
  }
}
