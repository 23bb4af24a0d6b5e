/** A wall's states as they were lived, event by event, beside those of its replay. */
import { foldTold } from '../../server/live/fold.ts';
import { momentsOf } from '../../server/live/replay.ts';
import { buildStreams } from '../../server/live/streams.ts';
import type { Logged } from '../../shared/events.ts';
import type { StreamName } from '../../shared/protocol.ts';
import type { Script } from '../../shared/script.ts';
import { evolve } from '../../shared/session/evolve.ts';
import { initialState } from '../../shared/session/initial-state.ts';
import { readValues } from '../../shared/session/masks.ts';
import { isOnWall, textOf } from '../../shared/session/selectors.ts';
import type { Answer, SessionState } from '../../shared/session/state.ts';
import { valuesOf } from '../../shared/session/table.ts';
import { wallOf } from '../../shared/views/audience.ts';
import { buildFilm } from '../../shared/views/replay/film.ts';
import { publishedLog } from '../../shared/views/summary/attendance.ts';

export const changed = '(later gewijzigd)';

export const momentsIn = (log: readonly Logged[], subgroup: string | null = null) =>
  momentsOf({ events: log, after: null }, subgroup);

/** Of the room's wall, up to what was published. */
export const momentsForReaders = async (log: readonly Logged[]) => {
  const published = publishedLog(log);
  return published && momentsOf(published, null);
};

export const filmIn = async (log: readonly Logged[], script: Script, subgroup: string | null = null) =>
  buildFilm(await momentsIn(log, subgroup), script, changed);

/** What this wall held after each event, by seq: folded frame by frame, as a wall in the room does. */
export function livedBy(log: readonly Logged[], script: Script, subgroup: string | null): Map<number, SessionState> {
  const stream: StreamName = subgroup === null ? 'wall' : wallOf(subgroup);
  const streams = buildStreams();
  const lived = new Map<number, SessionState>();
  let [server, wall] = [initialState(), initialState()];
  for (const event of log) {
    const { state, telling } = foldTold(server, event);
    server = state;
    streams.tell(event, telling);
    for (const frame of streams.takeFrames()) {
      if (frame.stream !== stream) continue;
      const whole = (one: Logged) => (one.type === 'SessionPlanned' ? { ...one, script } : one);
      wall = frame.events.map(whole).reduce(evolve, wall);
    }
    lived.set(event.seq, wall);
  }
  return lived;
}

type Shown = { first: number; version: number; judged: string[]; words: string[] };

const textsOf = (answer: Answer, read: (id: string) => string): string[] =>
  Object.values(readValues(answer)).flatMap((value) => (value.kind === 'text' ? [read(value.text)] : []));

const shownAs = (answer: Answer, words: string[]): Shown => ({
  first: answer.firstSeq,
  version: answer.version,
  judged: Object.values(answer.values).flatMap((value) => (value.kind === 'judgement' ? value.choices : [])),
  words,
});

const onWall = (state: SessionState): Answer[] =>
  [...valuesOf(state.answers)].filter((answer) => isOnWall(state, answer)).sort((a, b) => a.firstSeq - b.firstSeq);

/** What stands on this wall. */
export const shownOn = (state: SessionState): Shown[] =>
  onWall(state).map((answer) =>
    shownAs(
      answer,
      textsOf(answer, (id) => textOf(state, id)),
    ),
  );

/** What stood on it then, without what it may not show at the end, in the words of the end. */
export function stillShown(then: SessionState, end: SessionState): Shown[] {
  const atEnd = new Map(onWall(end).map((answer) => [answer.answer, answer]));
  return onWall(then).flatMap((answer) => {
    const last = atEnd.get(answer.answer);
    if (!last) return [];
    const same = last.version === answer.version;
    const words = textsOf(same ? last : answer, (id) => (same ? textOf(end, id) : changed));
    return [shownAs(answer, words)];
  });
}
