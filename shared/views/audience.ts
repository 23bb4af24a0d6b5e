/**
 * The gate (V1): the one place that says who is told what of an event, given the state before and after it.
 * Everything that is not told here stays on the server.
 */
import type { EventType, Logged } from '../events.ts';
import type { StreamName } from '../protocol.ts';
import { ownOf, seatOf, unitOf } from '../session/selectors.ts';
import type { SessionState } from '../session/state.ts';
import { ownWallOf } from '../session/subgroups.ts';
import { answerTellings } from './audience/answers.ts';
import { commentTellings } from './audience/comments.ts';
import { consentTellings } from './audience/consent.ts';
import { harvestTellings } from './audience/harvest.ts';
import { moderationTellings } from './audience/moderation.ts';
import { peopleTellings } from './audience/people.ts';
import { stepTellings } from './audience/steps.ts';
import { wallOf, withSubgroupWalls } from './audience/subgroup-walls.ts';
import { nobody, type Tell, type Telling, type Tellings, tell, unsigned } from './audience/telling.ts';
import { themeTellings } from './audience/themes.ts';

export { wallOf };

const wallTellings: Tellings<'WallSet' | 'RoomMeasured' | 'ContrastShown' | 'ShiftShown' | 'TakenBack'> = {
  WallSet: (event, before) => {
    const { subgroup } = event;
    if (subgroup === null) return tell(event, 'wall', 'phones');
    const { seq, at } = event;
    // A subgroup's own wall knows no other. Its phones hear what is in the light of it, from when it follows no more (A4).
    const answer = ownOf(before.walls, subgroup) ? null : ownWallOf(before, subgroup).spotlight;
    const lit = answer ? [{ type: 'AnswerSpotlighted' as const, answer, subgroup, seq, at, by: '' }] : [];
    return {
      told: [
        ...tell({ ...event, subgroup: null }, wallOf(subgroup)).told,
        { to: `subgroup:${subgroup}`, events: [...lit, unsigned(event)] },
      ],
    };
  },
  RoomMeasured: (event) =>
    tell({ ...event, subgroup: null }, event.subgroup === null ? 'wall' : wallOf(event.subgroup)),
  ContrastShown: (event) => tell({ ...event, cells: [] }, 'wall'),
  ShiftShown: (event) => tell(event, 'wall'),
  TakenBack: () => nobody,
};

/** A new event without its row here does not compile. */
const rows: Tellings<EventType> = {
  ...stepTellings,
  ...peopleTellings,
  ...answerTellings,
  ...themeTellings,
  ...moderationTellings,
  ...wallTellings,
  ...harvestTellings,
  ...commentTellings,
  ...consentTellings,
};

/** Who is told; the desk is told everything, and comes first. */
export function audience(event: Logged, before: SessionState, after: SessionState): Telling {
  const row = rows[event.type] as Tell<EventType>;
  const telling = row(event as never, before, after);
  return withSubgroupWalls(
    { ...telling, told: [{ to: 'desk', events: [event] }, ...telling.told] },
    event,
    before,
    after,
  );
}

/** The streams that a phone listens to, for the seat that it holds. */
export function streamsOf(state: SessionState, seat: string): StreamName[] {
  const known = seatOf(state, seat);
  if (!known || known.gone) return [`seat:${seat}`];
  const unit = known.unit ? unitOf(state, known.unit) : undefined;
  const subgroup = unit?.subgroup;
  return [
    'phones',
    `seat:${seat}`,
    ...(unit ? [`unit:${unit.unit}` as const] : []),
    ...(subgroup ? [`subgroup:${subgroup}` as const] : []),
  ];
}
