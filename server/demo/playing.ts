/** How the program plays: it reads, types with its partner looking on, and sends, as the step that is open asks. */
import type { FieldValues } from '../../shared/commands.ts';
import type { Field, Prompt, Step } from '../../shared/script.ts';
import { answerableItems, scaleOf } from '../../shared/script-queries.ts';
import { actingUnit, currentStep, dealtItems, isOpen, unitOf } from '../../shared/session/selectors.ts';
import { gaps, remarks, situations, takeaways } from './answers.ts';
import type { Player } from './player.ts';

export type Habits = {
  /** A place in the lists of texts, so that pairs do not all say the same. */
  index: number;
  /** This pair differs on its first judgement. */
  differs: boolean;
  /** Milliseconds; shorter in tests. */
  pace: number;
  wait: (milliseconds: number) => Promise<void>;
};

const pick = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;

function wordsFor(prompt: Prompt, field: Extract<Field, { kind: 'text' }>, step: Step, index: number): string {
  const list = prompt.about ? situations : field.askedAt ? gaps : step.form === 'individual' ? takeaways : remarks;
  return [...pick(list, index)].slice(0, field.max).join('');
}

function valuesFor(player: Player, step: Step, prompt: Prompt, item: number, { index, differs }: Habits): FieldValues {
  const { script } = player.state();
  const values: FieldValues = {};
  let judged = '';
  for (const field of prompt.fields) {
    if (field.kind === 'judgement') {
      const scale = scaleOf(script, field);
      judged = pick(
        scale,
        (index * 7 + item * 3 + prompt.id.length) % 5 === 0 ? 2 : (index + item) % 3 === 0 ? 1 : 0,
      ).id;
      const other = scale.find((option) => option.id !== judged && option.counted)?.id;
      const split = differs && step.split && item === 0 && other;
      values[field.id] = { kind: 'judgement', choices: split ? [judged, other] : [judged] };
    } else if (field.kind === 'text' && (!field.askedAt || field.askedAt.includes(judged))) {
      // Not everybody explains everything.
      if (!field.optional || (index + item) % 2 === 0) {
        values[field.id] = {
          kind: 'text',
          text: wordsFor(prompt, field, step, index + item * 5 + step.prompts.indexOf(prompt) * 3),
        };
      }
    } else if (field.kind === 'choice') {
      values[field.id] = { kind: 'choice', choices: [pick(field.options, index + item).id] };
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
  if (seated) await player.send({ type: 'TakePen', unit });
  for (const [i, item] of items.entries()) {
    for (const prompt of step.prompts) {
      if (!isOpen(player.state(), step.id)) return;
      const values = valuesFor(player, step, prompt, i, habits);
      await habits.wait(habits.pace * (1 + ((habits.index + i) % 4)));
      await type(player, step, prompt, unit, item, values, habits);
      await player.send({ type: 'SubmitAnswer', unit, step: step.id, item, prompt: prompt.id, values });
    }
  }
}
