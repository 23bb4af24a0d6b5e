/**
 * verschuiving: how people rated the same questions before and after. Counted per person (or unit) over both steps, and told
 * from `breakdownFrom` of them on: below that, who knows how somebody rated once could read the other time off.
 */
import type { NewEvent } from '../events.ts';
import type { Step } from '../script.ts';
import { answerableItems, answeredStepOf, judgementFieldOf, promptOf, scaleOf, stepOf } from '../script-queries.ts';
import { answersOf, isOnWall, judgementsIn } from './selectors.ts';
import type { Answer, SessionState } from './state.ts';
import { waitsFrozen } from './still.ts';

/** `rows[before][after]`, by the options that count in the scale's order; `once`: rated one of the two times alone. */
export type ShiftTable = { rows: number[][]; n: number; once: number };
export type Shift = ShiftTable & { prompt: string; reckonedAt: number };
export type NoShift = 'tooFew' | 'changed';
export type Shifted = { step: string; item: string; shifts: Shift[]; none: NoShift | null };

/** The step with the same questions that this one is compared with. */
export const comparedStep = ({ script }: Pick<SessionState, 'script'>, step: Step): Step | undefined => {
  const compared = step.compareWith === undefined ? undefined : stepOf(script, step.compareWith);
  return compared && answeredStepOf(script, compared);
};

/** How each who is counted there judged: the place of the one option that counts. */
function judgedBy(state: SessionState, step: Step, item: string, prompt: string, isRead: (answer: Answer) => boolean) {
  const field = judgementFieldOf(promptOf(step, prompt)?.fields ?? []);
  const counted = field ? scaleOf(state.script, field).filter((option) => option.counted) : [];
  const places = new Map<string, number>();
  for (const answer of answersOf(state, step.id)) {
    if (!field || answer.item !== item || answer.prompt !== prompt || answer.withdrawn || answer.hidden) continue;
    const judged = judgementsIn(answer.values, field);
    const at = counted.findIndex(({ id }) => id === judged[0]);
    if (judged.length === 1 && at >= 0 && isRead(answer)) places.set(answer.unit, at);
  }
  return { places, size: counted.length };
}

/** One question about one item, before and after; null where nothing is compared. `isRead`: which later answers count. */
export function shiftTable(
  state: SessionState,
  step: Step,
  item: string,
  prompt: string,
  isRead: (answer: Answer) => boolean = () => true,
): ShiftTable | null {
  const before = comparedStep(state, step);
  if (!before) return null;
  const [first, second] = [
    judgedBy(state, before, item, prompt, () => true),
    judgedBy(state, step, item, prompt, isRead),
  ];
  if (second.size === 0 || first.size !== second.size) return null;
  const rows = Array.from({ length: first.size }, () => Array.from({ length: first.size }, () => 0));
  let n = 0;
  for (const [unit, from] of first.places) {
    const row = rows[from];
    const to = second.places.get(unit);
    if (!row || to === undefined) continue;
    row[to] = (row[to] ?? 0) + 1;
    n += 1;
  }
  return { rows, n, once: first.places.size + second.places.size - 2 * n };
}

/** How many cells lost, and gained, between two tables of one question. */
export function movedBetween(before: ShiftTable, now: ShiftTable): { came: number; went: number } {
  let came = 0;
  let went = 0;
  for (const [i, row] of now.rows.entries())
    for (const [j, count] of row.entries()) {
      const change = count - (before.rows[i]?.[j] ?? 0);
      came += Math.max(0, change);
      went += Math.max(0, -change);
    }
  return { came, went };
}

export const shiftKey = (step: string, item: string, prompt: string): string => `${step}/${item}/${prompt}`;

const isFew = (count: number, from: number): boolean => count > 0 && count < from;

/** Whether both beside each other tell of a few how they rated. */
export function tellsFew(before: ShiftTable, now: ShiftTable, from: number): boolean {
  const { came, went } = movedBetween(before, now);
  return isFew(came, from) || isFew(went, from);
}

/** What the wall is told now; a table that would differ by a few from what the room saw before stays as it was, or goes. */
export function shiftedOf(state: SessionState, step: Step, wanted: string | null, now: number): Shifted {
  const items = answerableItems(state.script, step);
  const item = wanted !== null && items.includes(wanted) ? wanted : (items[0] ?? '');
  const from = state.script.privacy.breakdownFrom;
  const isRead = (answer: Answer) => isOnWall(state, answer) && !waitsFrozen(state, answer);
  const found = step.prompts.map(({ id }): Shift | NoShift => {
    const table = shiftTable(state, step, item, id, isRead);
    if (!table || table.n < from) return 'tooFew';
    const told = state.shifts[shiftKey(step.id, item, id)];
    if (told && tellsFew(told, table, from)) return movedBetween(told, table).went === 0 ? told : 'changed';
    return { prompt: id, ...table, reckonedAt: now };
  });
  const shifts = found.filter((one) => typeof one !== 'string');
  const none = shifts.length ? null : found.includes('changed') ? 'changed' : 'tooFew';
  return { step: step.id, item, shifts, none };
}

/** Whether these events take an answer out of what is shown. */
export function takesFrom(state: SessionState, { step: id, none }: Shifted, events: readonly NewEvent[]): boolean {
  const step = stepOf(state.script, id);
  const steps = [id, step && comparedStep(state, step)?.id];
  return (
    none === null &&
    events.some(
      (event) =>
        (event.type === 'AnswerWithdrawn' || (event.type === 'AnswerHidden' && event.hidden)) &&
        steps.includes(event.answer.split('/')[0]),
    )
  );
}
