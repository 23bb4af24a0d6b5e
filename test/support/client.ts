/** A small client of the protocol (docs/protocol.md): what a phone, a wall or a desk does, without a page. */
import { nanoid } from 'nanoid';
import { io, type Socket } from 'socket.io-client';
import type { Command } from '../../shared/commands.ts';
import type { Logged } from '../../shared/events.ts';
import type {
  Beside,
  ClientToServer,
  CommandResult,
  Counts,
  Cursor,
  DoorSign,
  Draft,
  DraftMessage,
  Frame,
  HelloResult,
  Presence,
  ServerToClient,
} from '../../shared/protocol.ts';
import { protocolVersion } from '../../shared/protocol-version.ts';
import type { Script } from '../../shared/script.ts';
import { evolve } from '../../shared/session/evolve.ts';
import { initialState } from '../../shared/session/initial-state.ts';
import type { SessionState } from '../../shared/session/state.ts';

const againAfter = 500;

export const newCommandId = (): string => nanoid(22);

export type TestSocket = Socket<ServerToClient, ClientToServer>;

/** A bare line to the server, that has said nothing yet. */
export const openSocket = (url: string, options: object = {}): TestSocket =>
  io(url, { forceNew: true, ackTimeout: 8_000, reconnectionDelay: 20, reconnectionDelayMax: 100, ...options });

export type Client = Awaited<ReturnType<typeof connect>>;

type Options = {
  /** Resume from here instead of from nothing. */
  from?: { cursor: Cursor; state: SessionState };
  /** Say hello by itself; default true. */
  greets?: boolean;
  transports?: string[];
  /** Said in the address of the line, as pages do. */
  session?: string;
};

/** Connects with a ticket, says hello, and folds all that comes. */
export async function connect(url: string, ticket: string, { from, transports, session }: Options = {}) {
  const socket = openSocket(url, { ...(transports && { transports }), ...(session && { query: { session } }) });
  const raw: string[] = [];
  const frames: Frame[] = [];
  const welcomes: HelloResult[] = [];
  const drafts: Draft[] = [];
  const goodbyes: string[] = [];
  const scripts = new Map<string, Script>();
  const watchers = new Set<() => void>();
  let state = from?.state ?? initialState();
  let epoch = from?.cursor.epoch ?? '';
  let heads: Record<string, number> = { ...from?.cursor.heads };
  let greeted = false;
  let counts: Counts | undefined;
  let presence: Presence | undefined;
  let beside: Beside | undefined;
  let door: DoorSign | undefined;
  let work = Promise.resolve();

  const changed = () => {
    for (const watcher of [...watchers]) watcher();
  };
  async function scriptOf(hash: string): Promise<Script> {
    const known = scripts.get(hash) ?? ((await (await fetch(`${url}/api/scripts/${hash}`)).json()) as Script);
    scripts.set(hash, known);
    return known;
  }
  async function fold(events: readonly Logged[]): Promise<void> {
    for (const event of events) {
      const needs = event.type === 'SessionPlanned' && !event.script;
      state = evolve(state, needs ? { ...event, script: await scriptOf(event.scriptHash) } : event);
    }
  }
  async function welcomed(result: HelloResult): Promise<void> {
    welcomes.push(result);
    if (!result.ok) return;
    if (result.fresh) state = initialState();
    await fold(result.events);
    ({ epoch } = result);
    heads = { ...result.heads };
    greeted = true;
  }
  function hello(cursor: Cursor | null = epoch ? { epoch, heads } : null): Promise<HelloResult> {
    greeted = false;
    // By callback: a promise would settle after a frame that came behind the answer, and that frame would be lost.
    return new Promise((resolve, reject) => {
      socket.timeout(8_000).emit('hello', { protocol: protocolVersion, ticket, cursor }, (error, result) => {
        if (error) reject(error);
        else void then(() => welcomed(result)).then(() => resolve(result));
      });
    });
  }
  /** By itself, as a page does it: sent away for a moment, it says so again. */
  function helloAgain(cursor?: null): void {
    void hello(cursor).then(
      (result) => {
        if (result.ok || !['tooFast', 'tryAgain'].includes(result.refusal.reason)) return;
        setTimeout(() => socket.connected && helloAgain(cursor), againAfter);
      },
      () => undefined,
    );
  }
  /** Folds in the order in which things came. */
  function then(step: () => Promise<void>): Promise<void> {
    work = work.then(step).then(changed);
    return work;
  }
  async function framed({ stream, after, seq, events }: Frame): Promise<void> {
    const head = heads[stream] ?? 0;
    if (!greeted || seq <= head) return;
    if (after !== head) return helloAgain();
    await fold(events);
    heads[stream] = seq;
  }

  socket.io.on('open', () => {
    socket.io.engine.on('packet', ({ data }) => {
      if (typeof data === 'string') raw.push(data);
    });
  });
  socket.on('frame', (frame) => {
    frames.push(frame);
    void then(() => framed(frame));
  });
  socket.on('fresh', () => helloAgain(null));
  socket.on('draft', (draft) => {
    drafts.push(draft);
    changed();
  });
  socket.on('counts', (news) => {
    counts = news;
    changed();
  });
  socket.on('presence', (news) => {
    presence = news;
    changed();
  });
  socket.on('beside', (news) => {
    beside = news;
    changed();
  });
  socket.on('door', (news) => {
    door = news;
    changed();
  });
  socket.on('goodbye', (reason) => {
    goodbyes.push(reason);
    changed();
  });
  let first = true;
  socket.on('connect', () => {
    if (!first) helloAgain();
  });
  socket.on('disconnect', changed);

  const client = {
    socket,
    /** Every packet as it came in, undecoded. */
    raw,
    frames,
    welcomes,
    drafts,
    goodbyes,
    state: () => state,
    counts: () => counts,
    presence: () => presence,
    beside: () => beside,
    door: () => door,
    cursor: (): Cursor => ({ epoch, heads: { ...heads } }),
    hello,
    command: (command: Command, commandId = newCommandId()): Promise<CommandResult> =>
      socket.emitWithAck('command', { commandId, command }),
    draft: (draft: DraftMessage): Promise<{ ok: boolean }> => socket.emitWithAck('draft', draft),
    /** Resolves as soon as this holds; fails with its name after ten seconds. */
    waitFor<T>(what: string, look: () => T | undefined | false | null, within = 10_000): Promise<T> {
      return new Promise((resolve, reject) => {
        const watcher = () => {
          const found = look();
          if (found === undefined || found === false || found === null) return;
          clearTimeout(timer);
          watchers.delete(watcher);
          resolve(found as T);
        };
        const timer = setTimeout(() => {
          watchers.delete(watcher);
          reject(new Error(`not within ${within} ms: ${what}`));
        }, within);
        watchers.add(watcher);
        watcher();
      });
    },
    stop: (): void => void socket.disconnect(),
  };
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', () => resolve());
    socket.once('connect_error', reject);
  });
  first = false;
  await hello();
  return client;
}
