/**
 * terugkijken: a wall's stream as it was told, event by event, without all that the wall may not show any more (V1, V4).
 * What it may still show is asked of the gate itself: what its stream holds at the end.
 */
import type { Logged } from '../../shared/events.ts';
import type { Counts, StreamName } from '../../shared/protocol.ts';
import { initialState } from '../../shared/session/initial-state.ts';
import type { SessionState } from '../../shared/session/state.ts';
import { wallOf } from '../../shared/views/audience.ts';
import type { Moment } from '../../shared/views/replay.ts';
import { isFollowed, type Published } from '../../shared/views/summary/attendance.ts';
import { countsOf } from './counts.ts';
import { foldTold } from './fold.ts';
import { buildCleaning } from './replay/cleaning.ts';
import { buildStreams } from './streams.ts';

const nobody: ReadonlySet<string> = new Set();
/** After so many events others get their turn: a long session is looked back on while another runs. */
const perTurn = 200;

/** Whether the figures beside the stream may have changed. */
const mayCount = (before: SessionState, after: SessionState): boolean =>
  before.seats !== after.seats ||
  before.units !== after.units ||
  before.submitted !== after.submitted ||
  before.step !== after.step ||
  before.runs !== after.runs;

const sameCounts = (a: Counts, b: Counts): boolean =>
  a.people === b.people &&
  a.units === b.units &&
  a.seeking === b.seeking &&
  JSON.stringify(a.submitted) === JSON.stringify(b.submitted);

/** The moments of one wall; what came `after` tells only what may not be shown any more. */
export async function momentsOf(
  { events, after }: Pick<Published, 'events' | 'after'>,
  subgroup: string | null,
): Promise<Moment[]> {
  const wall: StreamName = subgroup === null ? 'wall' : wallOf(subgroup);
  const streams = buildStreams();
  const moments: Moment[] = [];
  let state = initialState();
  let counts = countsOf(state, nobody, subgroup);

  function follow(event: Logged): Logged[] {
    const { state: after, telling } = foldTold(state, event);
    streams.tell(event, telling);
    const told = streams.takeFrames().filter(({ stream }) => stream === wall);
    state = after;
    return told.flatMap((frame) => frame.events);
  }

  for (const [i, event] of events.entries()) {
    const before = state;
    const told = follow(event);
    const now = mayCount(before, state) ? countsOf(state, nobody, subgroup) : counts;
    const counted = !sameCounts(now, counts);
    counts = now;
    const { seq, at } = event;
    if (told.length > 0 || counted) moments.push({ seq, at, events: told, ...(counted && { counts }) });
    if (i % perTurn === perTurn - 1) await new Promise(setImmediate);
  }
  const published = state;
  for (const event of after) if (isFollowed(event, published)) follow(event);
  const clean = buildCleaning(streams.since([wall], {}), state);
  return moments.flatMap((moment) => {
    const left = moment.events.flatMap(clean);
    return left.length > 0 || moment.counts ? [{ ...moment, events: left }] : [];
  });
}
