/**
 * A room without a server, for tests of the meaning: one log, one state, the server's own streams, and screens that fold
 * what they are told. Ids and time are counted, so that the same commands give the same room.
 */

import { foldTold } from '../../server/live/fold.ts';
import { buildStreams } from '../../server/live/streams.ts';
import type { Command, CommandOf, FieldValues, Pairing } from '../../shared/commands.ts';
import type { EventOf, EventType, Logged, NewEvent } from '../../shared/events.ts';
import type { StreamName } from '../../shared/protocol.ts';
import type { RefusalReason } from '../../shared/refusals.ts';
import type { Script } from '../../shared/script.ts';
import { type Actor, actorName } from '../../shared/session/actor.ts';
import type { Context, Decision, Sign } from '../../shared/session/decide/decision.ts';
import { decide, plan } from '../../shared/session/decide.ts';
import { initialState } from '../../shared/session/initial-state.ts';
import { activeUnits, seatOf, unitOf } from '../../shared/session/selectors.ts';
import { answerIdOf, type SessionState, type Unit } from '../../shared/session/state.ts';
import { get } from '../../shared/session/table.ts';
import { streamsOf, wallOf } from '../../shared/views/audience.ts';
import { readTextOf } from '../../shared/views/desk.ts';
import { buildScreen, foldFrame, foldScreen, type Screen } from './room-screens.ts';
import { roomScript } from './room-script.ts';

export const desk: Actor = { role: 'desk', facilitator: 'fac1' };
/** A desk of one subgroup, once it was invited. */
export const deskIn = (subgroup: string): Actor => ({ role: 'desk', facilitator: `co-${subgroup}` });
export const invite = (room: Room, subgroup: string | null, name = ''): void => {
  const facilitator = `co-${subgroup ?? 'all'}`;
  room.must({ type: 'InviteDesk', facilitator, subgroup, name }, system);
};
export const system: Actor = { role: 'system' };
export const seatActor = (seat: string): Actor => ({ role: 'seat', seat });

export const start = Date.UTC(2026, 10, 23, 12, 0, 0);

export type Room = ReturnType<typeof openRoom>;

type Options = {
  script?: Script;
  pairing?: Pairing;
  onEvent?: (event: Logged, before: SessionState, after: SessionState) => void;
};

export function openRoom({ script = roomScript, pairing = 'automatic', onEvent }: Options = {}) {
  const log: Logged[] = [];
  /** By text id: where in the log it stands. */
  const textPlaces = new Map<string, number>();
  const streams = buildStreams();
  const screens: Screen[] = [];
  let state: SessionState = initialState();
  let moved = new Set<string>();
  /** The last frames that went out. */
  let told: ReturnType<typeof streams.takeFrames> = [];
  let ids = 0;
  /** By seat, of the phones that are here: since when, and when it last wrote. */
  const signs = new Map<string, Sign>();
  const signOf = (seat: string) => signs.get(seat) ?? null;
  let now = start;

  const context = (): Context => ({ now, newId: () => `n${String(++ids).padStart(4, '0')}`, signOf });

  /** As the store does: a command's events whole, then the words that have to go. */
  function append(decision: Decision, by: string): void {
    if (!decision.ok) return;
    for (const event of decision.events) appendOne(event, by);
    for (const text of decision.erase ?? []) {
      const place = textPlaces.get(text);
      if (place !== undefined) log[place] = withoutWords(log[place] as Logged, text);
    }
  }

  function appendOne(event: NewEvent, by: string): void {
    const logged: Logged = { ...event, seq: log.length + 1, at: now, by };
    log.push(logged);
    for (const text of Object.keys(event.texts ?? {})) textPlaces.set(text, log.length - 1);
    const { state: after, telling } = foldTold(state, logged);
    streams.tell(logged, telling);
    for (const seat of telling.moved ?? []) moved.add(seat);
    onEvent?.(logged, state, after);
    state = after;
  }

  /** Answers with the decision; nothing reaches a screen before `publish`. */
  function decideOn(command: Command, actor: Actor = desk): Decision {
    const decision = decide(state, command, actor, context());
    append(decision, actorName(actor));
    now += 1_000;
    return decision;
  }

  const streamsFor = ({ role, seat, subgroup }: Pick<Screen, 'role' | 'seat' | 'subgroup'>): StreamName[] => {
    if (seat !== null) return streamsOf(state, seat);
    return [role === 'desk' ? 'desk' : subgroup === null ? 'wall' : wallOf(subgroup)];
  };

  /** As the host does: only what was missed where the cursor fits, else all that this screen may know. */
  function hello(screen: Screen, withCursor: boolean): void {
    const wanted = streamsFor(screen);
    const heads = Object.fromEntries(wanted.map((stream) => [stream, streams.headOf(stream)]));
    const fits =
      withCursor &&
      Object.keys(screen.heads).length > 0 &&
      Object.entries(screen.heads).every(([stream, head]) => head <= (heads[stream] ?? -1)) &&
      wanted.every((stream) => heads[stream] === 0 || Object.hasOwn(screen.heads, stream));
    const events = streams.since(wanted, fits ? screen.heads : {});
    screen.state = foldScreen(screen.role, script, fits ? screen.state : initialState(), events);
    Object.assign(screen, { streams: wanted, heads, online: true, greeted: true });
  }

  function reseat(): Screen[] {
    const stale: Screen[] = [];
    for (const screen of screens) {
      if (!screen.online || screen.seat === null || !moved.has(screen.seat)) continue;
      const wanted = streamsFor(screen);
      const added = wanted.filter((stream) => !screen.streams.includes(stream));
      const lost = screen.streams.some((stream) => !wanted.includes(stream));
      screen.streams = wanted;
      if (lost || !added.every(streams.isNew)) stale.push(screen);
    }
    moved = new Set();
    return stale;
  }

  const isGone = ({ seat }: Screen) => seat !== null && Boolean(seatOf(state, seat)?.gone);

  /** Brings everything since the last call to the screens. */
  function publish(): void {
    const stale = reseat();
    for (const screen of stale) screen.greeted = false;
    told = streams.takeFrames();
    for (const frame of told) {
      for (const screen of screens) {
        if (screen.online && !foldFrame(screen, script, frame)) hello(screen, true);
      }
    }
    for (const screen of screens) {
      if (isGone(screen)) Object.assign(screen, { online: false, gone: true });
      else screen.gone = false;
    }
    for (const screen of stale) if (screen.online) hello(screen, false);
  }

  /** The last frames once more; whether a screen takes one for something new, or for a gap. */
  function repeat(): boolean {
    const here = screens.filter(({ online }) => online);
    return here
      .map((screen) => told.map((frame) => foldFrame(screen, script, frame)))
      .some((all) => all.includes(false));
  }

  function addScreen(role: Screen['role'], seat: string | null = null, subgroup: string | null = null): Screen {
    publish();
    const screen = buildScreen(`${role} ${subgroup ?? ''}${seat ?? screens.length}`, role, seat, subgroup);
    screens.push(screen);
    hello(screen, false);
    return screen;
  }

  const planned = { session: 'room', script, scriptHash: 'hash', language: 'nl', date: '2026-11-23', pairing } as const;
  const words = { title: 'Een middag', place: 'Eindhoven', partner: 'Lunetzorg', collaboration: 'CPI' };
  append(plan(state, { ...planned, ...words }, context()), actorName(desk));

  return {
    script,
    log: log as readonly Logged[],
    streams,
    screens: screens as readonly Screen[],
    get state() {
      return state;
    },
    get now() {
      return now;
    },
    signs,
    wait: (milliseconds: number) => {
      now += milliseconds;
    },
    decide: decideOn,
    publish,
    repeat,
    addScreen,
    hello,
    cut: (screen: Screen) => Object.assign(screen, { online: false, streams: [] }),
    streamsFor,
    /** What a screen that begins with nothing would make of its streams. */
    foldedAnew: (screen: Screen) =>
      foldScreen(screen.role, script, initialState(), streams.since(streamsFor(screen), {})),

    /** Gives a command that has to be accepted; what it led to. */
    must(command: Command, actor: Actor = desk): NewEvent[] {
      const decision = decideOn(command, actor);
      if (!decision.ok) throw new Error(`${command.type} was refused: ${decision.refusal.reason}`);
      publish();
      return decision.events;
    },
    /** Gives a command that has to be refused; why. */
    refused(command: Command, actor: Actor = desk): RefusalReason {
      const before = state;
      const decision = decideOn(command, actor);
      if (decision.ok) throw new Error(`${command.type} was accepted`);
      if (state !== before) throw new Error(`${command.type} was refused and changed something`);
      return decision.refusal.reason;
    },
  };
}

function withoutWords(event: Logged, text: string): Logged {
  const { [text]: _, ...texts } = event.texts ?? {};
  return { ...event, texts };
}

export const eventsOf = <T extends EventType>(room: Pick<Room, 'log'>, type: T): Logged<EventOf<T>>[] =>
  room.log.filter((event): event is Logged<EventOf<T>> => event.type === type);

/** Lets somebody in; their seat. */
export function join(room: Room, more: Partial<CommandOf<'Join'>> = {}): string {
  const events = room.must({ type: 'Join', people: 1, perspectives: [], name: '', ...more }, system);
  const joined = events.find((event) => event.type === 'ParticipantJoined');
  if (!joined) throw new Error('nobody joined');
  return joined.seat;
}

export const joinMany = (room: Room, count: number, more: Partial<CommandOf<'Join'>> = {}): string[] =>
  Array.from({ length: count }, () => join(room, more));

export const openStep = (room: Room, step: string) => room.must({ type: 'OpenStep', step, from: null });

export const unitOfSeat = (room: Room, seat: string): Unit => {
  const unit = seatOf(room.state, seat)?.unit;
  const found = unit ? unitOf(room.state, unit) : undefined;
  if (!found) throw new Error(`${seat} sits nowhere`);
  return found;
};

export const sizesOf = (room: Room): number[] => activeUnits(room.state).map((unit) => unit.people);

/** So many people in a room whose step in pairs is open. */
export function pairsOf(people: number): { room: Room; seats: string[] } {
  const room = openRoom();
  const seats = joinMany(room, people);
  openStep(room, 'pairs');
  return { room, seats };
}

/** The room as it is, in the form in which the desk asks for it back. */
export const arrangementOf = (room: Room): CommandOf<'ArrangeUnits'> => ({
  type: 'ArrangeUnits',
  units: activeUnits(room.state).map(({ unit, seats, subgroup }) => ({ unit, seats: [...seats], subgroup })),
});

type Place = { step: string; item?: string; prompt: string; unit?: string };

/** The command by which this seat answers, in its own unit's name or, alone, in its own. */
export function answerBy(room: Room, seat: string, { step, item = 'list', prompt, unit }: Place, values: FieldValues) {
  const individual = room.script.steps.find(({ id }) => id === step)?.form === 'individual';
  const own = unit ?? (individual ? seat : (seatOf(room.state, seat)?.unit ?? 'none'));
  return { type: 'SubmitAnswer', unit: own, step, item, prompt, values } as const satisfies Command;
}

/** Answers; the answer's id. */
export function submit(room: Room, seat: string, place: Place, values: FieldValues): string {
  const command = answerBy(room, seat, place, values);
  room.must(command, seatActor(seat));
  return answerIdOf(command);
}

export const text = (words: string) => ({ kind: 'text', text: words }) as const;
export const judged = (...choices: string[]) => ({ kind: 'judgement', choices }) as const;

/** What others read now in a field of an answer (a text id), as a desk has it before it covers words. */
export function seenIn(room: Room, answer: string, field: string): string {
  const known = get(room.state.answers, answer);
  return (known && readTextOf(known, field)) ?? '';
}
