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
import { isFollowed, type Published, withHiddenSince } from '../../shared/views/summary/attendance.ts';
import { countsOf } from './counts.ts';
import { foldTold } from './fold.ts';
import { buildCleaning } from './replay/cleaning.ts';
import { buildStreams } from './streams.ts';

const nobody: ReadonlySet<string> = new Set();
/** After so long (ms) others get their turn: a long session is looked back on while another runs. */
const longestTurn = 8;

function buildTurns(): () => Promise<void> {
  let began = performance.now();
  return async () => {
    if (performance.now() - began < longestTurn) return;
    await new Promise(setImmediate);
    began = performance.now();
  };
}

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

/** The moments of one wall; of what was published, what came `after` tells only what may not be shown any more. */
export async function momentsOf(
  { events, after }: { events: readonly Logged[]; after: Published['after'] | null },
  subgroup: string | null,
): Promise<Moment[]> {
  const wall: StreamName = subgroup === null ? 'wall' : wallOf(subgroup);
  const streams = buildStreams();
  const moments: Moment[] = [];
  const breathe = buildTurns();
  let state = initialState();
  let counts = countsOf(state, nobody, subgroup);

  function follow(event: Logged): Logged[] {
    const { state: after, telling } = foldTold(state, event);
    streams.tell(event, telling);
    const told = streams.takeFrames().filter(({ stream }) => stream === wall);
    state = after;
    return told.flatMap((frame) => frame.events);
  }

  for (const event of events) {
    const before = state;
    const told = follow(event);
    const now = mayCount(before, state) ? countsOf(state, nobody, subgroup) : counts;
    const counted = !sameCounts(now, counts);
    counts = now;
    const { seq, at } = event;
    if (told.length > 0 || counted) moments.push({ seq, at, events: told, ...(counted && { counts }) });
    await breathe();
  }
  const published = state;
  for (const event of after ?? []) if (isFollowed(event, published)) follow(event);
  const arranged = after ? withHiddenSince(published, after) : initialState().arranged;
  const clean = buildCleaning(streams.since([wall], {}), { ...state, arranged });
  const left: Moment[] = [];
  for (const moment of moments) {
    const events = moment.events.flatMap(clean);
    if (events.length > 0 || moment.counts) left.push({ ...moment, events });
    await breathe();
  }
  return left;
}
