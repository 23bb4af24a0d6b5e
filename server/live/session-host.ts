import type { Logged } from '../../shared/events.ts';
import type { CommandResult, Cursor, Draft, DraftMessage, StreamName, Welcome, You } from '../../shared/protocol.ts';
import { stepOf } from '../../shared/script-queries.ts';
import { seatOf, unitOf } from '../../shared/session/selectors.ts';
import { answerIdOf, type SessionState } from '../../shared/session/state.ts';
import { valuesOf } from '../../shared/session/table.ts';
import { streamsOf, wallOf } from '../../shared/views/audience.ts';
import type { DraftPlace } from '../nodes/news.ts';
import type { CorruptLog } from '../store/errors.ts';
import type { SessionEntry, Store } from '../store/store.ts';
import { stepToReveal } from './all-submitted.ts';
import type { Connection, GoodbyeReason, Outlet } from './connection.ts';
import type { Given } from './deciding.ts';
import { buildDrafts, isFor, mayDraft } from './drafts.ts';
import { buildDropping } from './dropping.ts';
import type { Folded } from './folded.ts';
import { buildInOrder } from './in-order.ts';
import { buildPresence, type Rehearsed } from './presence.ts';
import { buildWriter } from './writer.ts';

type Options = {
  session: string;
  epoch: string;
  owner: string;
  /** When it was made, or brought back, here. */
  createdAt: number;
  store: Store;
  /** The whole log so far. */
  folded: Folded;
  clock: () => number;
  /** Of a rehearsal: the room's clock beside its own, and how many times faster that runs. */
  rehearsed?: Rehearsed | undefined;
  newId: () => string;
  outlet: Outlet;
  told: (events: readonly Logged[], by: 'us' | 'others') => void;
  others: Others;
  /** Where the log ends because it is damaged there: then this is to read only. */
  damage?: CorruptLog | null;
  lost?: SessionEntry['lost'];
};

/** How often (ms) what is typed is saved at most, and where another node shows it by that. */
const savedEvery = 1_000;
const seenEvery = 250;

/** The other nodes, as one session knows them. */
export type Others = Pick<Parameters<typeof buildPresence>[0], 'elsewhere' | 'tellOthers'> & {
  /** Others write in this log too. */
  isShared: boolean;
  /** A draft is in the store; the log stood at `seq`. */
  drafted: (draft: Draft, seq: number) => void;
};

export type Host = ReturnType<typeof buildHost>;

/** One session as it lives here: its single writer, and the screens that listen to it. */
export function buildHost(options: Options) {
  const { session, epoch, createdAt, store, folded, clock, newId, outlet, told, damage = null, lost = null } = options;
  const { isShared, drafted, ...company } = options.others;
  let { owner } = options;
  const connections = new Set<Connection>();
  const drafts = buildDrafts(session, store, clock, {
    saved: (draft) => drafted(draft, writer.state.seq),
    every: (draft) => (isSeenElsewhere(draft) ? seenEvery : savedEvery),
  });
  /** Who sits beside reads along by another node. */
  function isSeenElsewhere({ unit, seat }: Draft): boolean {
    const beside = unitOf(writer.state, unit)?.seats.filter((one) => one !== seat) ?? [];
    return company.elsewhere().some(({ seats }) => beside.some((one) => Object.hasOwn(seats, one)));
  }
  const signOf = (seat: string) => presence.signOf(seat);
  const writer = buildWriter({ session, store, folded, clock, newId, publish, signOf, isShared });
  const inOrder = buildInOrder(() => writer.state, writer.give);
  const presence = buildPresence({
    state: () => writer.state,
    connections,
    outlet,
    clock,
    steady: options.rehearsed?.steady ?? clock,
    seatsAtStart: seatsIn(folded.state),
    onGone: lookWhoIsLeft,
    isShared,
    ...company,
  });
  const { stoppedWriting } = presence;
  const dropping = buildDropping({ session, store, drafts, state: () => writer.state, stoppedWriting });
  let usedAt = clock();
  /** How far others said that the log is. */
  let hintedTo = 0;
  let over = false;

  function publish(events: readonly Logged[], moved: ReadonlySet<string>, by: 'us' | 'others'): void {
    reseat(moved);
    for (const frame of writer.streams.takeFrames()) outlet.frame(frame);
    for (const event of events) dropping.dropDraftsOf(event, by);
    presence.changed();
    inOrder.look();
    revealIfAllSubmitted();
    told(events, by);
    // After the answers: whoever leaves hears first that it was done.
    setImmediate(() => {
      for (const { event, reason } of events.flatMap(goodbyeIn)) partWith((one) => one.seat === event.seat, reason);
    });
  }

  /** Who sits elsewhere now hears other streams; only who may have missed something has to say hello again. */
  function reseat(moved: ReadonlySet<string>): void {
    if (moved.size === 0) return;
    for (const one of connections) {
      if (one.seat === null || !moved.has(one.seat)) continue;
      const streams = streamsOf(writer.state, one.seat);
      const added = streams.filter((stream) => !one.streams.includes(stream));
      const lost = one.streams.some((stream) => !streams.includes(stream));
      if (!lost && added.length === 0) continue;
      one.listen(streams);
      if (seatOf(writer.state, one.seat)?.gone) continue;
      if (lost || !added.every(writer.streams.isNew)) one.refresh();
    }
  }

  const isBehind = (): boolean => hintedTo > writer.state.seq;

  /** Whose other listeners may see it. */
  const draftStream = ({ step, unit, seat }: Pick<Draft, 'step' | 'unit' | 'seat'>): StreamName =>
    stepOf(writer.state.script, step)?.form === 'individual' ? `seat:${seat}` : `unit:${unit}`;

  function revealIfAllSubmitted(): void {
    const step = stepToReveal(writer.state, presence.present());
    // Once: what the desk conceals again stays concealed.
    if (step && !writer.wasRevealed(step)) void writer.act({ type: 'RevealStep', step, revealed: true });
  }

  /** Somebody went. Where nobody hears it this node may not have read on for long: what it knows shows nothing (V3). */
  function lookWhoIsLeft(): void {
    if (isShared) void writer.readOn().then(revealIfAllSubmitted, () => undefined);
    else revealIfAllSubmitted();
  }

  function partWith(isMeant: (one: Connection) => boolean, reason: GoodbyeReason): void {
    for (const one of [...connections].filter(isMeant)) {
      if (!connections.delete(one)) continue;
      if (one.seat) presence.left(one.seat, true);
      one.goodbye(reason);
    }
    presence.changed();
  }

  function streamsFor({ role, seat, subgroup }: Pick<You, 'role' | 'seat' | 'subgroup'>): StreamName[] {
    if (seat !== null) return streamsOf(writer.state, seat);
    if (role === 'desk') return ['desk'];
    return [subgroup === null ? 'wall' : wallOf(subgroup)];
  }

  /** What a screen must fold: only what it missed where its cursor is one of ours, else all that it may know. */
  function catchUp(streams: readonly StreamName[], cursor: Cursor | null): Pick<Welcome, 'fresh' | 'events' | 'heads'> {
    const heads = Object.fromEntries(streams.map((stream) => [stream, writer.streams.headOf(stream)]));
    // A stream that is new to this screen, and has a past, would be folded out of its order.
    const fits =
      cursor !== null &&
      cursor.epoch === epoch &&
      Object.entries(cursor.heads).every(([stream, head]) => head <= (heads[stream] ?? -1)) &&
      streams.every((stream) => heads[stream] === 0 || Object.hasOwn(cursor.heads, stream));
    return { fresh: !fits, events: writer.streams.since(streams, fits ? cursor.heads : {}), heads };
  }

  return {
    session,
    epoch,
    get owner() {
      return owner;
    },
    /** Another owns it from now on. */
    ownedBy(next: string): void {
      owner = next;
    },
    createdAt,
    damage,
    connections,
    get state() {
      return writer.state;
    },
    log: writer.log,
    /** Folds and tells what other nodes stored up to now. */
    readOn: writer.readOn,
    /** Another node stored up to this: read now, or once somebody hears it. */
    hint(seq: number): void {
      hintedTo = Math.max(hintedTo, seq);
    },
    isBehind,
    /** All of who is here by this node. */
    tellOthers: (): void => company.tellOthers(presence.ownPart()),
    /** Who is here by other nodes is another. */
    heard: (): void => presence.heard(),

    /** Another node has a draft: shown to who may see it, once this one knows as much of the log. */
    async hearDraft({ seat, ...place }: DraftPlace, seq: number, at: number): Promise<void> {
      drafts.yieldTo({ ...place, seat }, at);
      presence.wrote(seat, at);
      if (connections.size === 0) return;
      if (seq > writer.state.seq) await writer.readOn();
      const to = draftStream({ ...place, seat });
      if (![...connections].some(({ streams }) => streams.includes(to))) return;
      const kept = await drafts.of([place.unit]);
      const found = kept.find(({ draft }) => answerIdOf(draft) === answerIdOf(place) && draft.seat === seat);
      if (found && mayDraft(writer.state, found.draft, seat)) outlet.draft(found.draft, to);
    },

    async give(given: Given): Promise<CommandResult & { data?: Record<string, string> | null }> {
      usedAt = clock();
      return damage ? { ok: false, refusal: { reason: 'notAllowed' } } : inOrder.give(given);
    },

    /** What is being typed where this seat writes, and what it wrote itself where it sat before: for its hello. */
    async draftsFor(seat: string): Promise<Draft[]> {
      const kept = await drafts.of(dropping.unitsOf(seat));
      return kept.flatMap((one) => (isFor(writer.state, one, seat) ? [one.draft] : []));
    },

    /** In one turn, so that no frame falls between: hears its streams from now on, and gets all up to now. */
    welcome(one: Connection, you: You, cursor: Cursor | null): Omit<Welcome, 'drafts'> {
      if (over) throw new Error('this session was deleted');
      usedAt = clock();
      const streams = streamsFor(you);
      one.listen(streams);
      if (!connections.has(one)) {
        connections.add(one);
        if (one.seat) presence.came(one.seat);
        presence.changed();
      }
      const isDesk = one.role === 'desk';
      const speed = options.rehearsed && { speed: options.rehearsed.speed() };
      return { ok: true, you, epoch, now: clock(), ...speed, lost: isDesk ? lost : null, ...catchUp(streams, cursor) };
    },

    /** What a screen that just came would otherwise hear only at the next change. */
    brief(one: Connection): void {
      // While it was on its way in, nobody may have heard this session here.
      if (isBehind()) void writer.readOn().catch(() => undefined);
      if (one.role === 'desk') one.presence(presence.presenceNow());
      else one.counts(presence.lastCounts(one.subgroup));
      const unit = one.seat && seatOf(writer.state, one.seat)?.unit;
      if (unit) one.beside(presence.besideNow(unit));
    },

    leave(one: Connection): void {
      usedAt = clock();
      if (!connections.delete(one)) return;
      if (one.seat) presence.left(one.seat);
      if (one.seat && isShared) void drafts.flushOf(one.seat);
      presence.changed();
    },

    /** Keeps what a seat is typing; the stream whose other listeners may see it, or undefined where it may not. */
    draft(message: DraftMessage, seat: string): { draft: Draft; to: StreamName } | undefined {
      if (!mayDraft(writer.state, message, seat)) return undefined;
      // Whose clock runs ahead wrote now, not later.
      const draft: Draft = { ...message, seat, at: Math.min(message.at, clock()) };
      drafts.note(draft, unitOf(writer.state, draft.unit)?.seats ?? []);
      presence.wrote(seat, draft.at);
      return { draft, to: draftStream(draft) };
    },

    /** A wall tells on how many pages its picture stands. */
    pages(one: Connection, pages: number): void {
      one.pages = pages;
      presence.changed();
    },

    partWith,
    touch(): void {
      usedAt = clock();
    },
    idleSince: (): number => (connections.size > 0 ? Number.POSITIVE_INFINITY : usedAt),

    idle: writer.idle,
    /** Ends without writing anything down. */
    drop(): void {
      over = true;
      presence.stop();
      drafts.forget();
    },

    /** Finishes what is under way, and writes down what was being typed. */
    async stop(): Promise<void> {
      presence.stop();
      await writer.idle();
      await drafts.flush();
    },
  };
}

/** Who was let in by this log: for a while they count as present, so that a restart shows nothing too early. */
const seatsIn = ({ seats }: SessionState): string[] => [...valuesOf(seats)].map(({ seat }) => seat);

type Leaving = { event: { seat: string }; reason: GoodbyeReason };
function goodbyeIn(event: Logged): Leaving[] {
  if (event.type === 'SeatRemoved' && event.removed) return [{ event, reason: 'removed' }];
  return event.type === 'ParticipantLeft' || event.type === 'PersonErased' ? [{ event, reason: 'left' }] : [];
}
