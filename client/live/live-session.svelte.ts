import { io, type Socket } from 'socket.io-client';
import type { Command } from '../../shared/commands.ts';
import type { Logged } from '../../shared/events.ts';
import type {
  Beside,
  ClientToServer,
  CommandResult,
  Counts,
  DoorSign,
  Draft,
  DraftMessage,
  Frame,
  HelloResult,
  Presence,
  ServerToClient,
  Welcome,
  You,
} from '../../shared/protocol.ts';
import { protocolVersion } from '../../shared/protocol-version.ts';
import type { RefusalReason } from '../../shared/refusals.ts';
import type { Script } from '../../shared/script.ts';
import { evolve } from '../../shared/session/evolve.ts';
import { initialState } from '../../shared/session/initial-state.ts';
import { answerIdOf, type SessionState } from '../../shared/session/state.ts';
import { type OnRefused, Outbox } from './outbox.svelte.ts';
import type { Keep } from './storage.ts';

export type Status =
  | 'connecting'
  | 'online'
  /** The network is gone; everything written stays here and leaves later. */
  | 'offline'
  /** The ticket no longer counts. */
  | 'gone';

type Options = {
  ticket: string;
  /** Said in the address of each request of the line, as a hint: a balancer may send all lines of a session to one node. */
  session: string;
  keep: Keep;
  /** Names this screen's outbox: the session, and for a phone the seat. */
  name: string;
  /** The part of the script that this kind of screen may see. */
  scriptOf: (hash: string) => Promise<Script>;
  /** A phone: it puts back what a server lost, and this hears what was refused of that. */
  onRefused?: OnRefused;
  /** What this screen saw last, for when there is no road to the server yet; `offset`: of its clock. */
  lastSeen?: () => { state: SessionState; offset: number } | undefined;
  /** Told at each hello that the server speaks another version than this page. */
  onOutdated?: () => void;
};

const helloWithin = 8_000;
const straightWithin = 4_000;
/** So many failures in a row, and what answered was no server of ours: a captive portal. */
const portalAfter = 2;

const keyOf = (draft: Draft) => `${answerIdOf(draft)}/${draft.seat}`;

/** A screen's live copy of a session: one socket, one fold, one outbox. Joining and rejoining are the same hello (S4). */
export class LiveSession {
  state = $state.raw<SessionState>(initialState());
  status = $state<Status>('connecting');
  /** true once the first welcome has been folded. */
  ready = $state(false);
  offlineSince = $state<number | null>(null);
  goneBecause = $state<string | null>(null);
  behindPortal = $state(false);
  /** The server speaks another version than this page: it has to be loaded anew. */
  outdated = $state(false);
  you = $state.raw<You | null>(null);
  /** For a desk: the log was found without its end. */
  lost = $state.raw<Welcome['lost']>(null);
  /** Of a desk or a wall: how people come in now. */
  door = $state.raw<DoorSign | null>(null);
  counts = $state.raw<Counts>({ people: 0, online: 0, units: 0, seeking: 0, submitted: {} });
  presence = $state.raw<Presence>({ online: [], writing: [], walls: 0, desks: 0, pages: 0, subgroupPages: {} });
  /** Whose phones of one's own unit are here, as far as the server told. */
  beside = $state.raw<Beside | null>(null);
  /** What others in the unit have typed so far, by step/unit/item/prompt/seat. */
  drafts = $state.raw<Readonly<Record<string, Draft>>>({});
  readonly outbox: Outbox;
  #socket: Socket<ServerToClient, ClientToServer>;
  #options: Options;
  #epoch = '';
  #heads: Record<string, number> = {};
  #offset = 0;
  /** Of a rehearsal's clock, from when it was told. */
  #speed = 1;
  #greetedAt = 0;
  #failures = 0;
  /** Something answered, with another page. A server that is away answers nothing. */
  #isForeign = false;
  /** The last line became a websocket: it is tried first, and polling every other time, for a network that spoils it. */
  #byWebsocket = false;
  /** Milliseconds before the next try after the server said no. */
  #again = 250;
  /** Frames wait for the welcome, and for the script, before they are folded. */
  #work: Promise<void> = Promise.resolve();
  #greeted = false;
  #looking: ReturnType<typeof setTimeout> | undefined;

  constructor(options: Options) {
    this.#options = options;
    this.outbox = new Outbox(options.keep, options.name, options.onRefused);
    this.#socket = io({
      query: { session: options.session },
      ...{ ackTimeout: 8_000, reconnectionDelay: 300, reconnectionDelayMax: 1_000 },
    });
    this.#listen();
  }

  /** The server's clock: countdowns are the same on all screens. */
  now(): number {
    const now = Date.now();
    return now + this.#offset + (now - this.#greetedAt) * (this.#speed - 1);
  }

  send(command: Command): Promise<CommandResult> {
    return this.outbox.add(command);
  }

  /** Beside the log, at most once: the latest draft is what counts. */
  draft(draft: DraftMessage): void {
    if (this.#socket.connected) this.#socket.emit('draft', draft, () => undefined);
  }

  /** A wall tells on how many pages its picture stands. */
  tellPages(pages: number): void {
    if (this.status === 'online') this.#socket.emit('pages', { pages }, () => undefined);
  }

  stop(): void {
    clearTimeout(this.#looking);
    this.outbox.stop();
    this.#socket.disconnect();
  }

  #listen(): void {
    const socket = this.#socket;
    socket.on('connect', () => this.#hello(true));
    socket.on('disconnect', () => {
      // Without a welcome: requests may each go to another node.
      this.#byWebsocket = !this.#greeted || socket.io.engine.transport.name !== 'polling';
      this.#lost();
    });
    socket.on('connect_error', ({ message }) => {
      this.#failures += 1;
      // A websocket that fails does not tell why.
      if (message !== 'websocket error') this.#isForeign = message === 'server error';
      this.behindPortal = this.#isForeign && this.#failures >= portalAfter && navigator.onLine;
      this.#lost();
    });
    socket.on('frame', (frame) => this.#then(() => this.#fold(frame)));
    socket.on('fresh', () => this.#hello(false));
    socket.on('draft', (draft) => {
      this.drafts = { ...this.drafts, [keyOf(draft)]: draft };
    });
    socket.on('counts', (counts) => {
      this.counts = counts;
    });
    socket.on('presence', (presence) => {
      this.presence = presence;
    });
    socket.on('door', (sign) => {
      this.door = sign;
    });
    socket.on('beside', (beside) => {
      this.beside = beside;
    });
    socket.on('goodbye', (reason) => this.#gone(reason));
  }

  #then(work: () => void | Promise<void>): void {
    this.#work = this.#work.then(work).catch((error) => {
      console.error(error);
      this.#hello(false);
    });
  }

  #hello(withCursor: boolean): void {
    this.#greeted = false;
    const cursor = withCursor && this.#epoch ? { epoch: this.#epoch, heads: this.#heads } : null;
    const hello = { protocol: protocolVersion, ticket: this.#options.ticket, cursor };
    // A callback, not a promise: a frame that follows at once must find its place behind the welcome.
    this.#socket.timeout(helloWithin).emit('hello', hello, (error: Error | null, result: HelloResult) => {
      if (error) this.#reconnect();
      else this.#then(() => this.#welcome(result));
    });
  }

  /** Drops the line; whoever keeps being sent away asks less and less often. */
  #reconnect(): void {
    this.#socket.disconnect();
    this.#again = Math.min(15_000, this.#again * 2);
    setTimeout(() => this.status !== 'gone' && this.#socket.connect(), this.#again);
  }

  async #welcome(result: HelloResult): Promise<void> {
    if (!result.ok) {
      if (isLasting(result.refusal.reason)) this.#gone(result.refusal.reason);
      else this.#reconnect();
      this.outdated = result.refusal.reason === 'malformed';
      if (this.outdated) this.#options.onOutdated?.();
      return;
    }
    this.outdated = false;
    this.#greetedAt = Date.now();
    this.#offset = result.now - this.#greetedAt;
    this.#speed = result.speed ?? 1;
    const from = result.fresh ? initialState() : this.state;
    this.state = await this.#folded(from, result.events);
    this.#epoch = result.epoch;
    this.#heads = { ...result.heads };
    this.you = result.you;
    this.lost = result.lost;
    this.drafts = { ...this.drafts, ...Object.fromEntries(result.drafts.map((draft) => [keyOf(draft), draft])) };
    this.#greeted = true;
    this.#failures = 0;
    this.#again = 250;
    this.behindPortal = false;
    this.status = 'online';
    this.goneBecause = null;
    this.offlineSince = null;
    this.ready = true;
    this.outbox.connect((message) => this.#socket.emitWithAck('command', message), result.epoch);
  }

  async #fold({ stream, after, seq, events }: Frame): Promise<void> {
    // Between hello and welcome: the welcome holds it, or the next frame shows the gap.
    if (!this.#greeted) return;
    const head = this.#heads[stream] ?? 0;
    if (seq <= head) return;
    if (after !== head) {
      this.#hello(true);
      return;
    }
    this.state = await this.#folded(this.state, events);
    this.#heads[stream] = seq;
  }

  async #folded(from: SessionState, events: readonly Logged[]): Promise<SessionState> {
    let state = from;
    for (const event of events) {
      this.outbox.note(event);
      const whole = event.type === 'SessionPlanned' && !event.script;
      state = evolve(state, whole ? { ...event, script: await this.#options.scriptOf(event.scriptHash) } : event);
    }
    return state;
  }

  #lost(): void {
    this.outbox.connect();
    const straight = this.#byWebsocket && this.#failures % 2 === 0;
    Object.assign(this.#socket.io.opts, { transports: straight ? ['websocket'] : ['polling', 'websocket'] });
    this.#socket.io.timeout(straight ? straightWithin : 20_000);
    if (this.status === 'gone') return;
    const seen = this.ready ? undefined : this.#options.lastSeen?.();
    if (seen) {
      this.state = seen.state;
      this.#offset = seen.offset;
      this.ready = true;
    }
    this.status = this.ready ? 'offline' : 'connecting';
    this.offlineSince ??= Date.now();
  }

  #gone(reason: string): void {
    this.status = 'gone';
    this.goneBecause = reason;
    this.stop();
    if (reason === 'removed' || reason === 'seatRemoved') this.#lookAgain();
  }

  /** Taken out by mistake, one is taken back in: then this phone goes on by itself (D1). */
  #lookAgain(): void {
    this.#looking = setTimeout(() => {
      if (this.status !== 'gone') return;
      this.#socket.connect();
      this.#lookAgain();
    }, lookAgainAfter);
  }
}

const lookAgainAfter = 5_000;

const isLasting = (reason: RefusalReason) =>
  reason === 'noTicket' || reason === 'seatRemoved' || reason === 'noSuchSession' || reason === 'noSuchSeat';
