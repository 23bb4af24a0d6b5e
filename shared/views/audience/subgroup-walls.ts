/** The wall of one subgroup hears what the wall hears, but of its own answers and notes alone. */
import type { Logged } from '../../events.ts';
import type { StreamName } from '../../protocol.ts';
import { isOnWall, noteOf, ownOf, subgroupOf, textsOfAnswer } from '../../session/selectors.ts';
import type { Answer, SessionState } from '../../session/state.ts';
import { ownWallOf, subgroupsOf } from '../../session/subgroups.ts';
import { get, valuesOf } from '../../session/table.ts';
import { answerEvents, wallTold } from './disclose.ts';
import type { MovedOff, Telling, Told } from './telling.ts';

export const wallOf = (subgroup: string): StreamName => `wall:${subgroup}`;

const isOwn = (state: SessionState, answer: string, subgroup: string): boolean => {
  const known = get(state.answers, answer);
  return known !== undefined && subgroupOf(state, known) === subgroup;
};

/** What one of the wall's events is on the wall of this subgroup: itself, another form of it, or nothing. */
function ownForm(event: Logged, after: SessionState, subgroup: string): Logged[] {
  switch (event.type) {
    case 'WallSet':
      return ownOf(after.walls, subgroup) ? [] : [event];
    case 'RoomMeasured':
      return ownOf(after.rooms, subgroup) ? [] : [event];
    case 'AnswerSpotlighted':
      if (ownOf(after.walls, subgroup)) return [];
      return event.answer === null || isOwn(after, event.answer, subgroup) ? [event] : [{ ...event, answer: null }];
    case 'ConclusionAsked':
      return ownOf(after.walls, subgroup) ? [] : [event];
    /** Reckoned over the whole room, with answers of other subgroups. */
    case 'ContrastShown':
    case 'ShiftShown':
      return [];
    case 'NoteAdded':
      return event.subgroup === subgroup ? [event] : [];
    case 'NoteChanged':
    case 'NoteRemoved':
      return noteOf(after, event.note)?.subgroup === subgroup ? [event] : [];
    case 'AnswersGrouped': {
      const answers = event.answers.filter((answer) => isOwn(after, answer, subgroup));
      return answers.length ? [{ ...event, answers }] : [];
    }
    case 'ThemeNamed': {
      const grouped = [...valuesOf(after.answers)].filter((answer) => answer.theme === event.theme);
      const isHere = grouped.some((answer) => isOnWall(after, answer) && subgroupOf(after, answer) === subgroup);
      return isHere ? [event] : [];
    }
    default:
      return 'answer' in event && !isOwn(after, event.answer, subgroup) ? [] : [event];
  }
}

/** Whether an event may bring answers from one subgroup to another. */
const movers = ['UnitsFormed', 'SeatMoved', 'SubgroupsFormed', 'UnitMoved', 'ParticipantLeft', 'SeatRemoved'];

/** The answers on the wall that are another subgroup's from now on. */
const movedAnswers = (event: Logged, before: SessionState, after: SessionState): Answer[] =>
  movers.includes(event.type)
    ? [...valuesOf(after.answers)].filter(
        (answer) => isOnWall(after, answer) && subgroupOf(before, answer) !== subgroupOf(after, answer),
      )
    : [];

/**
 * A light goes with its answer: out on the wall and the phones of the subgroup that it left, and where it comes (or comes
 * back) as that wall stands (A4).
 */
function lightTold(event: Logged, after: SessionState, subgroup: string, moved: readonly Answer[]): Told[] {
  const isTurned = ownOf(after.walls, subgroup) !== undefined;
  const { spotlight, wall } = ownWallOf(after, subgroup);
  const answer = moved.find((one) => one.answer === spotlight);
  if (!answer) return [];
  const isHere = subgroupOf(after, answer) === subgroup;
  const stamp = { seq: event.seq, at: event.at, by: '' };
  const lit = { type: 'AnswerSpotlighted' as const, answer: isHere ? answer.answer : null, ...stamp };
  const set = { type: 'WallSet' as const, wall, ...stamp };
  const as = (subgroup: string | null) => [
    { ...lit, subgroup },
    { ...set, subgroup },
  ];
  const phones = {
    to: `subgroup:${subgroup}` as const,
    events: [...(isHere ? answerEvents(after, answer) : []), ...as(subgroup)],
  };
  return [{ to: wallOf(subgroup), events: as(null) }, ...(isTurned ? [phones] : [])];
}

/** Adds what the walls of subgroups are told, and what leaves them because its people sit elsewhere now. */
export function withSubgroupWalls(telling: Telling, event: Logged, before: SessionState, after: SessionState): Telling {
  const subgroups = subgroupsOf(after);
  if (subgroups.length === 0) return telling;
  const moved = movedAnswers(event, before, after);
  const told: Told[] = [];
  const movedOff: MovedOff[] = [...(telling.movedOff ?? [])];
  for (const { id } of subgroups) {
    const to = wallOf(id);
    for (const one of telling.told) {
      if (one.to === 'wall') told.push({ to, events: one.events.flatMap((each) => ownForm(each, after, id)) });
    }
    told.push({
      to,
      events: wallTold(
        after,
        moved.filter((answer) => subgroupOf(after, answer) === id),
      ),
    });
    told.push(...lightTold(event, after, id, moved));
    const gone = moved.filter((answer) => subgroupOf(before, answer) === id);
    if (gone.length) {
      movedOff.push({ from: to, texts: gone.flatMap(textsOfAnswer), answers: gone.map(({ answer }) => answer) });
    }
  }
  return { ...telling, told: [...telling.told, ...told], ...(movedOff.length && { movedOff }) };
}
