/**
 * contrast van perspectieven: where those of one perspective judged otherwise than those of another. Reckoned where the
 * perspectives are known (server and desk); a wall is told the result alone.
 */
import type { Prompt, ScaleOption, Step } from '../script.ts';
import { answeredStepOf, itemsOf, judgementFieldOf, scaleOf } from '../script-queries.ts';
import {
  answersOf,
  currentStep,
  isOnWall,
  judgementsIn,
  perspectivesAt,
  seatOf,
  textOf,
  textsIn,
  unitOf,
} from './selectors.ts';
import { type Answer, contrastKey, type SessionState } from './state.ts';
import { waitsFrozen } from './still.ts';
import { suppress } from './suppress.ts';
import { get } from './table.ts';

/** `counts`: by the scale's options that count, in their order. */
type ContrastGroup = { perspective: string; counts: number[] };
/** The two explanations that lie farthest apart; one answer in this version. */
type ContrastSide = { answer: string; version: number; perspective: string };
/**
 * Why there is nothing to compare: nobody was asked, most sat with another perspective, there are too few of one, or so few
 * changed since the room saw it that new figures would tell of them.
 */
export type NoContrast = 'notAsked' | 'mixed' | 'tooFew' | 'changed';
export type Contrast = {
  step: string;
  item: string;
  prompt: string;
  groups: ContrastGroup[];
  sides: ContrastSide[];
  none: NoContrast | null;
  /** Earlier than it was asked for where newer figures would tell of a few people what they are. */
  reckonedAt: number;
};
type Wanted = { item: string | null; prompt: string | null };
type Judged = { answer: Answer; at: number; perspective: string | null };

/** Of those who wrote it together: the one perspective that all of them have, null where that is not so. */
function perspectiveOf(state: SessionState, answer: Answer): { one: string | null; many: boolean } {
  const unit = unitOf(state, answer.unit);
  const seats = answer.writers.length ? answer.writers : unit ? unit.seats : [answer.unit];
  const said = seats.map((seat) => {
    const known = seatOf(state, seat);
    return known ? perspectivesAt(known) : [];
  });
  const all = new Set(said.flat());
  const [first] = all;
  const isOne = all.size === 1 && said.every((own) => own.length === 1);
  return { one: isOne && first !== undefined ? first : null, many: all.size > 1 };
}

/** How far two spreads lie apart on their scale: 0 the same, 1 all of one at its one end and all of the other at its other. */
function apart(a: readonly number[], b: readonly number[]): number {
  const sum = (list: readonly number[]) => list.reduce((total, count) => total + count, 0) || 1;
  const [na, nb] = [sum(a), sum(b)];
  let ahead = 0;
  let moved = 0;
  for (const [i, count] of a.slice(0, -1).entries()) {
    ahead += count / na - (b[i] ?? 0) / nb;
    moved += Math.abs(ahead);
  }
  return moved / Math.max(1, a.length - 1);
}

const meanOf = (counts: readonly number[]): number =>
  counts.reduce((sum, count, i) => sum + count * i, 0) / (counts.reduce((sum, count) => sum + count, 0) || 1);

/** From each of the two perspectives what says most: the outermost judgement that is explained, the first that came. */
function sidesOf(state: SessionState, judged: readonly Judged[], [a, b]: readonly [ContrastGroup, ContrastGroup]) {
  const isFirst = meanOf(a.counts) <= meanOf(b.counts);
  const outermost = (perspective: string, sign: 1 | -1): ContrastSide[] => {
    const [best] = judged
      // Read under another item, it is no reason for this one.
      .filter((one) => one.perspective === perspective && one.answer.movedTo === null)
      .filter(({ answer }) => textsIn(answer.values).some((text) => textOf(state, text) !== ''))
      .sort((x, y) => sign * (x.at - y.at) || x.answer.firstSeq - y.answer.firstSeq);
    return best ? [{ answer: best.answer.answer, version: best.answer.version, perspective }] : [];
  };
  return [...outermost(a.perspective, isFirst ? 1 : -1), ...outermost(b.perspective, isFirst ? -1 : 1)];
}

function judgedHere(state: SessionState, counted: readonly ScaleOption[], prompt: Prompt, answers: readonly Answer[]) {
  const field = judgementFieldOf(prompt.fields);
  if (!field) return [];
  return answers.flatMap((answer): (Judged & { many: boolean })[] => {
    const judgements = judgementsIn(answer.values, field);
    const at = counted.findIndex(({ id }) => id === judgements[0]);
    const { one, many } = perspectiveOf(state, answer);
    return judgements.length === 1 && at >= 0 ? [{ answer, at, perspective: one, many }] : [];
  });
}

type Tally = { perspective: string | null; counts: number[] };
/** What was shown, and beside it what was not: the perspectives that are too small, and none. */
export type Compared = Contrast & { cells: Tally[] };
type Found = { compared: Compared; difference: number };

/**
 * What figures of now, beside those that the room saw before, would tell of a few people (differencing): that fewer than
 * `from` of a perspective came, or went. Of a perspective that neither shows nothing is told.
 */
function tellsFew(before: Compared, cells: readonly Tally[], shown: readonly Tally[], from: number) {
  const isFew = (n: number) => n > 0 && n < from;
  const told = new Set([...before.groups, ...shown].map(({ perspective }) => perspective));
  const countsIn = (all: readonly Tally[], perspective: string | null) =>
    all.find((cell) => cell.perspective === perspective)?.counts ?? [];
  const changes = [...told].map((perspective) => {
    const old = countsIn(before.cells, perspective);
    return countsIn(cells, perspective).map((count, i) => count - (old[i] ?? 0));
  });
  const sum = (list: readonly number[], sign: 1 | -1) => list.reduce((all, by) => all + Math.max(0, sign * by), 0);
  return { came: changes.some((list) => isFew(sum(list, 1))), went: changes.some((list) => isFew(sum(list, -1))) };
}

/** The two that lie farthest apart. */
function farthest(groups: readonly ContrastGroup[]): readonly [ContrastGroup, ContrastGroup] | undefined {
  const pairs = groups.flatMap((a, i) => groups.slice(i + 1).map((b) => [a, b] as const));
  return pairs.sort(([a, b], [c, d]) => apart(c.counts, d.counts) - apart(a.counts, b.counts))[0];
}

function found(compared: Compared): Found {
  const most = farthest(compared.groups);
  return { compared, difference: most ? apart(most[0].counts, most[1].counts) : 0 };
}

/** One item and prompt compared; a reason where no two perspectives are large enough. */
function compared(
  state: SessionState,
  step: Step,
  item: string,
  prompt: Prompt,
  answers: readonly Answer[],
  now: number,
): Found | NoContrast | null {
  const field = judgementFieldOf(prompt.fields);
  if (!field) return null;
  const counted = scaleOf(state.script, field).filter((option) => option.counted);
  const judged = judgedHere(state, counted, prompt, answers);
  const ids: (string | null)[] = [...state.script.perspectives.options.map(({ id }) => id), null];
  const cells = ids.map((perspective) => {
    const own = judged.filter((one) => one.perspective === perspective);
    // In turns a unit answers more than once, and is one unit all the same.
    const count = new Set(own.map(({ answer }) => answer.unit)).size;
    return { perspective, counts: counted.map((_, at) => own.filter((one) => one.at === at).length), count };
  });
  const from = state.script.privacy.breakdownFrom;
  const { shown } = suppress(cells, from);
  const before = get(state.compared, contrastKey({ step: step.id, item, prompt: prompt.id }));
  const few = before && tellsFew(before, cells, shown, from);
  if (few?.went) return 'changed';
  if (before && few?.came) return found(before);
  const groups = shown.flatMap(({ perspective, counts }) => (perspective === null ? [] : [{ perspective, counts }]));
  const most = farthest(groups);
  if (!most) return judged.filter(({ many }) => many).length * 2 > judged.length ? 'mixed' : 'tooFew';
  return found({
    ...{ step: step.id, item, prompt: prompt.id, groups, sides: sidesOf(state, judged, most), none: null },
    ...{ reckonedAt: now, cells: cells.map(({ perspective, counts }) => ({ perspective, counts })) },
  });
}

/** Of all that is asked here, or of what the desk chose: where perspectives differ most, or why nothing can be compared. */
export function contrastOf(state: SessionState, { item, prompt }: Wanted, now: number): Compared {
  const current = currentStep(state);
  const step = current && answeredStepOf(state.script, current);
  const nothing = (none: NoContrast): Compared => ({
    ...{
      step: step?.id ?? state.step,
      item: item ?? '',
      prompt: prompt ?? '',
      groups: [],
      sides: [],
      none,
      reckonedAt: now,
      cells: [],
    },
  });
  if (!step || state.script.perspectives.options.length === 0) return nothing('notAsked');
  const answers = answersOf(state, step.id).filter((answer) => isOnWall(state, answer) && !waitsFrozen(state, answer));
  const here = new Set(answers.map((answer) => answer.item));
  const chosen = item !== null && itemsOf(state.script, step).some(({ id }) => id === item) ? item : null;
  const prompts = step.prompts.filter(({ id }) => prompt === null || id === prompt);
  const results = [...here]
    .filter((id) => chosen === null || id === chosen)
    .flatMap((id) =>
      prompts.map((one) => {
        const own = answers.filter((answer) => answer.item === id && answer.prompt === one.id);
        return compared(state, step, id, one, own, now);
      }),
    );
  const comparisons = results.filter((one): one is Found => one !== null && typeof one !== 'string');
  const [best] = comparisons.sort((a, b) => b.difference - a.difference);
  const reasons = ['changed', 'mixed'] as const;
  return best?.compared ?? nothing(reasons.find((one) => results.includes(one)) ?? 'tooFew');
}
