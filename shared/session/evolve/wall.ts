import type { WallSetting } from '../../commands.ts';
import type { EventOf, Logged } from '../../events.ts';
import { textsOfAnswer } from '../selectors.ts';
import { shiftKey } from '../shift.ts';
import { contrastKey, type OwnWall, type SessionState } from '../state.ts';
import { ownWallOf } from '../subgroups.ts';
import { remove, set, valuesOf } from '../table.ts';
import { actedOn, outOfSpotlight, uncompared, withoutAnswer } from './answers.ts';
import type { Evolutions } from './evolution.ts';

/**
 * Words and answers of others leave this screen. What it wrote itself it keeps: that came by another stream, which has it
 * still (an erased answer names no words any more).
 */
function takenBack(state: SessionState, { gone, answers, seq }: Logged<EventOf<'TakenBack'>>): SessionState {
  let next = answers.reduce((before, answer) => withoutAnswer(before, answer, seq), state);
  const leaving = new Set(gone);
  for (const answer of valuesOf(next.answers)) {
    if (answer.seat !== null) for (const text of textsOfAnswer(answer)) leaving.delete(text);
  }
  next = { ...next, texts: [...leaving].reduce((table, text) => remove(table, text), next.texts) };
  next = answers.reduce(uncompared, next);
  return answers.reduce(outOfSpotlight, next);
}

const withOwnWall = (state: SessionState, subgroup: string, own: OwnWall): SessionState => ({
  ...state,
  walls: { ...state.walls, [subgroup]: own },
});

/** What was shown before is in the same picture still. */
const isSameShift = (before: WallSetting, after: WallSetting): boolean =>
  after.mode === 'shift' && !after.blank && before.item === after.item;

/** Turning its page leaves a comparison as it was reckoned. */
const isSameContrast = (before: WallSetting, after: WallSetting): boolean =>
  after.mode === 'contrast' && !after.blank && before.item === after.item && before.prompt === after.prompt;

const lit = ({ wall }: OwnWall, answer: string | null): OwnWall => ({
  spotlight: answer,
  wall: answer ? { ...wall, mode: 'spotlight', page: 0, blank: false } : wall,
});

export const wallEvolutions: Evolutions<
  | 'WallSet'
  | 'RoomMeasured'
  | 'ContrastShown'
  | 'ShiftShown'
  | 'AnswerSpotlighted'
  | 'SummaryPublished'
  | 'SummaryWithdrawn'
  | 'SummaryArranged'
  | 'TakenBack'
> = {
  WallSet: (state, { wall, subgroup }) =>
    subgroup === null
      ? {
          ...state,
          wall,
          contrast: isSameContrast(state.wall, wall) ? state.contrast : null,
          shift: isSameShift(state.wall, wall) ? state.shift : null,
        }
      : withOwnWall(state, subgroup, { ...ownWallOf(state, subgroup), wall }),
  RoomMeasured: (state, { subgroup, width, distance }) => ({
    ...state,
    rooms: { ...state.rooms, [subgroup ?? '']: { width, distance } },
  }),
  ContrastShown: (state, { step, item, prompt, groups, sides, none, reckonedAt, cells }) => {
    const contrast = { step, item, prompt, groups, sides, none, reckonedAt };
    return {
      ...state,
      contrast,
      // No wall is told the cells: it remembers nothing.
      compared:
        none || cells.length === 0
          ? state.compared
          : set(state.compared, contrastKey(contrast), { ...contrast, cells }),
    };
  },
  ShiftShown: (state, { step, item, shifts, none }) => ({
    ...state,
    shift: { step, item, shifts, none },
    shifts: {
      ...state.shifts,
      ...Object.fromEntries(shifts.map((one) => [shiftKey(step, item, one.prompt), one])),
    },
  }),
  AnswerSpotlighted: (state, { answer, subgroup, by }) => {
    const acted = answer === null ? state : actedOn(state, answer, by);
    if (subgroup === null)
      return { ...acted, ...lit(state, answer), contrast: answer === null ? state.contrast : null };
    return withOwnWall(acted, subgroup, lit(ownWallOf(state, subgroup), answer));
  },
  SummaryPublished: (state, { version, introduction, at, seq }) => ({
    ...state,
    publication: { version, introduction, at, seq },
    publications: version,
  }),
  SummaryWithdrawn: (state) => ({ ...state, publication: null }),
  SummaryArranged: (state, { titles, order, hidden, seq }) => ({ ...state, arranged: { titles, order, hidden, seq } }),
  TakenBack: takenBack,
};
