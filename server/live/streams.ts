import { type Logged, textIdsOf } from '../../shared/events.ts';
import type { Frame, StreamName } from '../../shared/protocol.ts';
import { deskStream, type Telling } from './fold.ts';
import { buildPlaces } from './places.ts';

/** What one event led to in one stream. */
type Entry = { seq: number; events: Logged[] };

/**
 * What every stream of one session was told, indexed as events arrive, so that a join costs its own events and no more.
 * Words that are taken back leave the entries themselves: nothing here, and so no later join, still holds them.
 */
export function buildStreams() {
  const streams = new Map<StreamName, Entry[]>();
  const places = buildPlaces();
  /** By stream: the place of its first entry that is in no frame yet. */
  const unsent = new Map<StreamName, number>();

  const entriesOf = (stream: StreamName): Entry[] => streams.get(stream) ?? [];
  const headOf = (stream: StreamName): number => entriesOf(stream).at(-1)?.seq ?? 0;

  function add(stream: StreamName, seq: number, events: Logged[]): void {
    const entries = entriesOf(stream);
    const place = entries.push({ seq, events }) - 1;
    streams.set(stream, entries);
    if (!unsent.has(stream)) unsent.set(stream, place);
    for (const named of events.flatMap(namedIn)) places.add(named, stream, place);
  }

  /** Takes texts and answers out of a stream, each entry once; gives those that were there. */
  function loseIn(stream: StreamName, named: Iterable<string>): string[] {
    const entries = entriesOf(stream);
    const lost = new Set<string>();
    const touched = new Set<number>();
    for (const one of named) {
      for (const place of places.take(one, stream)) {
        touched.add(place);
        lost.add(one);
      }
    }
    for (const place of touched) {
      const { seq, events } = entries[place] as Entry;
      entries[place] = { seq, events: trimmed(events.flatMap((event) => without(event, lost))) };
    }
    return [...lost];
  }

  /** Takes words and answers out of every stream but those that keep them or are told them anew; gives what each lost. */
  function takeBack(
    { texts, answers = [], keep }: NonNullable<Telling['takenBack']>,
    told: ReadonlyMap<StreamName, Logged[]>,
  ) {
    const again = new Map([...told].map(([stream, events]) => [stream, new Set(events.flatMap(namedIn))]));
    const leaving = new Map<StreamName, string[]>();
    for (const named of new Set([...texts, ...answers])) {
      for (const stream of places.streamsOf(named)) {
        if (keep.includes(stream) || again.get(stream)?.has(named)) continue;
        const list = leaving.get(stream) ?? [];
        list.push(named);
        leaving.set(stream, list);
      }
    }
    return new Map([...leaving].map(([stream, named]) => [stream, loseIn(stream, named)]));
  }

  return {
    headOf,

    tell(cause: Logged, { told, takenBack, erased = [], movedOff = [] }: Telling): void {
      const byStream = new Map<StreamName, Logged[]>();
      for (const { to, events } of told) {
        if (events.length > 0) byStream.set(to, (byStream.get(to) ?? []).concat(events));
      }
      const gone = takenBack ? takeBack(takenBack, byStream) : new Map<StreamName, string[]>();
      for (const [from, texts] of takeBack({ texts: [...erased], keep: [] }, new Map())) {
        gone.set(from, [...(gone.get(from) ?? []), ...texts]);
      }
      for (const { from, texts, answers } of movedOff) {
        const lost = loseIn(from, new Set([...texts, ...answers]));
        if (lost.length > 0) gone.set(from, [...(gone.get(from) ?? []), ...lost]);
      }
      const isAnswer = new Set([...(takenBack?.answers ?? []), ...movedOff.flatMap(({ answers }) => answers)]);
      for (const [stream, named] of gone) {
        const answers = trimmed(named.filter((one) => isAnswer.has(one)));
        const texts = trimmed(named.filter((one) => !isAnswer.has(one)));
        const event: Logged = { type: 'TakenBack', gone: texts, answers, seq: cause.seq, at: cause.at, by: '' };
        byStream.set(stream, (byStream.get(stream) ?? []).concat(event));
      }
      for (const [stream, events] of byStream) add(stream, cause.seq, events);
    },

    /** Whether nothing of this stream was ever sent: who hears it from now on has missed nothing. */
    isNew: (stream: StreamName): boolean => (unsent.get(stream) ?? entriesOf(stream).length) === 0,

    /**
     * All that was told since the last call. Desk and wall hear one stream each, and get one frame; a phone hears several,
     * and their frames leave in log order, so that it folds what a rejoin would fold.
     */
    takeFrames(): Frame[] {
      const told = [...unsent].flatMap(([stream, from]) =>
        entriesOf(stream)
          .slice(from)
          .map(({ seq, events }, i): Frame => {
            const after = entriesOf(stream)[from + i - 1]?.seq ?? 0;
            return { stream, after, seq, events };
          }),
      );
      unsent.clear();
      const alone = Map.groupBy(told.filter(isHeardAlone), ({ stream }) => stream);
      const together = told.filter((frame) => !isHeardAlone(frame));
      together.sort((a, b) => a.seq - b.seq || rankOf(a.stream) - rankOf(b.stream));
      return [...[...alone.values()].flatMap(joined), ...joined(together)];
    },

    /** All that these streams were told after the given heads, in log order; within one seq in the order of the streams. */
    since: (names: readonly StreamName[], heads: Readonly<Record<string, number>>): Logged[] =>
      names
        .flatMap((stream) => after(entriesOf(stream), heads[stream] ?? 0))
        .sort((a, b) => a.seq - b.seq)
        .flatMap(({ events }) => events),

    /** Every event as it was stored, with the words that were not erased. */
    log: (): Logged[] =>
      entriesOf(deskStream).flatMap(({ events }) => events.filter(({ type }) => type !== 'TakenBack')),
  };
}

const isHeardAlone = ({ stream }: Frame): boolean => stream === 'desk' || /^wall(:|$)/.test(stream);

/** The order in which a phone's streams are told of the same event: as `streamsOf` lists them. */
const kinds = ['phones', 'seat', 'unit', 'subgroup'];
const rankOf = (stream: StreamName): number => kinds.indexOf(stream.split(':', 1)[0] ?? '');

/** Neighbours of the same stream made one. */
function joined(frames: readonly Frame[]): Frame[] {
  const out: Frame[] = [];
  for (const frame of frames) {
    const last = out.at(-1);
    if (last?.stream !== frame.stream) out.push({ ...frame, events: [...frame.events] });
    else {
      last.events.push(...frame.events);
      last.seq = frame.seq;
    }
  }
  return out;
}

/** A list that grew keeps room for sixteen more, and there are as many of these as answers. */
const trimmed = <T>(list: readonly T[]): T[] => list.slice();

const after = (entries: Entry[], head: number): Entry[] =>
  entries.slice(entries.findLastIndex(({ seq }) => seq <= head) + 1);

/** What an event brings that can be taken back: its texts, and an answer that it discloses to others than its writers. */
function namedIn(event: Logged): string[] {
  if (event.type === 'AnswerSubmitted' && event.seat === null) return [...textIdsOf(event), event.answer];
  return event.type === 'ContrastShown' ? event.sides.map(({ answer }) => answer) : textIdsOf(event);
}

/** The event without these words; nothing where it brings one of these answers. */
function without(event: Logged, gone: ReadonlySet<string>): Logged[] {
  if (event.type === 'AnswerSubmitted' && event.seat === null && gone.has(event.answer)) return [];
  if (event.type === 'ContrastShown' && event.sides.some(({ answer }) => gone.has(answer))) return [];
  if (!event.texts || !Object.keys(event.texts).some((id) => gone.has(id))) return [event];
  const { texts, ...bare } = event;
  const left = Object.entries(texts).filter(([id]) => !gone.has(id));
  return left.length > 0 ? [{ ...event, texts: Object.fromEntries(left) }] : [bare];
}
