import type { FieldValues } from '../../shared/commands.ts';
import type { Prompt, Step } from '../../shared/script.ts';
import { answerableItems, say } from '../../shared/script-queries.ts';
import { dealtItems, unitOf } from '../../shared/session/selectors.ts';
import type { SessionState } from '../../shared/session/state.ts';
import { hasTurns, turnCount } from '../../shared/session/turns.ts';
import type { Chance } from './chance.ts';
import { timeBefore, writingTime } from './paces.ts';
import { practiceValues, writtenIn } from './practice-answers.ts';

/** One question about one item: what is filled in, how long that takes before the first sign is written, and the writing (ms). */
export type Task = {
  item: string;
  prompt: Prompt;
  turn: number | null;
  values: FieldValues;
  before: number;
  writing: number;
};

/** Ours: a boundary situation, or what may be left open, is left so by about a third. */
const skipped = 0.3;
/** Nobody does more in one step; a script may ask for thousands, and sixty people at once must not hold up real rooms. */
const most = 300;
/** Ours: so much of a turn's minutes is told before anything is written. */
const told = 0.5;

const mayBeSkipped = ({ about, fields }: Prompt): boolean =>
  about !== undefined || fields.every((field) => field.optional);

function itemsFor(state: SessionState, step: Step, unit: string, chance: Chance): readonly string[] {
  const dealt = dealtItems(state, step.id, unit);
  if (dealt.length > 0) return dealt;
  const all = answerableItems(state.script, step);
  return step.items?.choose ? chance.some(all, step.items.choose) : all;
}

/** All that a step asks of a unit (or of one person), in the order in which they do it. */
export function tasksFor(state: SessionState, step: Step, unit: string, chance: Chance, today: string): Task[] {
  const { script, language } = state;
  const seated = unitOf(state, unit);
  const people = step.form === 'individual' ? 1 : (seated?.people ?? 1);
  const turns = hasTurns(step) ? Array.from({ length: turnCount(state, step, seated) }, (_, i) => i + 1) : [null];
  const prompts = step.prompts.slice(0, most);
  const asks = Math.max(1, prompts.length * turns.length);
  const items = itemsFor(state, step, unit, chance).slice(0, Math.ceil(most / asks));
  return turns.flatMap((turn) =>
    items.flatMap((item) => {
      const asked = prompts.filter((prompt) => !(mayBeSkipped(prompt) && chance.isSo(skipped)));
      return asked.map((prompt, i): Task => {
        const values = practiceValues({ script, step, prompt, language, people, today }, chance);
        const question = [prompt.title, prompt.help].map((words) => say(words, language)).join(' ');
        const telling = i === 0 && step.turns ? step.turns.minutes * 60_000 * told : 0;
        const before = telling + timeBefore({ script, step, item, language, isFirst: i === 0, people }, question);
        return { item, prompt, turn, values, before, writing: writingTime(writtenIn(values)) };
      });
    }),
  );
}

export const neededFor = (tasks: readonly Task[]): number =>
  tasks.reduce((sum, { before, writing }) => sum + before + writing, 0);
