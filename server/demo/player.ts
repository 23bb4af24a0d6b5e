/** One phone played by the program: the same HTTP and socket road that a real phone takes (docs/protocol.md). */
import { nanoid } from 'nanoid';
import { io, type Socket } from 'socket.io-client';
import type { Joined, LookedUp } from '../../shared/api.ts';
import type { Command } from '../../shared/commands.ts';
import type { Logged } from '../../shared/events.ts';
import type {
  ClientToServer,
  CommandResult,
  DraftMessage,
  HelloResult,
  ServerToClient,
} from '../../shared/protocol.ts';
import { protocolVersion } from '../../shared/protocol-version.ts';
import type { Script } from '../../shared/script.ts';
import { evolve } from '../../shared/session/evolve.ts';
import { initialState } from '../../shared/session/initial-state.ts';
import type { SessionState } from '../../shared/session/state.ts';

export type Player = {
  readonly seat: string;
  readonly state: () => SessionState;
  /** Runs after every change of the state. */
  onChange: (listener: () => void) => void;
  send: (command: Command) => Promise<CommandResult>;
  draft: (draft: DraftMessage) => void;
  /** The network is gone, and back. */
  offline: () => void;
  online: () => void;
  stop: () => void;
};

const helloWithin = 8_000;

async function post<T>(origin: string, path: string, body: object): Promise<T> {
  const response = await fetch(origin + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}

export type Newcomer = { people: number; perspectives: string[]; name: string };

/** Joins by code or secret, and stays connected. */
export async function joinAsPlayer(origin: string, entry: string, newcomer: Newcomer): Promise<Player> {
  const found = await post<LookedUp>(origin, '/api/look-up', { entry });
  const script = (await (await fetch(`${origin}/api/scripts/${found.scriptHash}`)).json()) as Script;
  const joined = await post<Joined>(origin, `/api/join?session=${found.session}`, {
    entry,
    commandId: nanoid(22),
    ...newcomer,
  });
  return connect(origin, joined, script);
}

function connect(origin: string, { session, ticket, seat }: Joined, script: Script): Promise<Player> {
  const socket: Socket<ServerToClient, ClientToServer> = io(origin, {
    query: { session },
    ackTimeout: 8_000,
    forceNew: true,
  });
  const listeners: (() => void)[] = [];
  let state = initialState();
  let heads: Record<string, number> = {};
  const fold = (events: readonly Logged[]) => {
    for (const event of events) state = evolve(state, event.type === 'SessionPlanned' ? { ...event, script } : event);
    for (const listener of listeners) listener();
  };
  // A callback, not a promise: a frame that follows at once must find its place behind the welcome.
  const hello = (done: (result: HelloResult) => void = () => undefined): void => {
    socket.timeout(helloWithin).emit('hello', { protocol: protocolVersion, ticket, cursor: null }, (error, result) => {
      // The line went away meanwhile: the next connection says hello again.
      if (error) return;
      if (result.ok) {
        state = initialState();
        heads = { ...result.heads };
        fold(result.events);
      }
      done(result);
    });
  };
  socket.on('frame', ({ stream, after, seq, events }) => {
    const head = heads[stream] ?? 0;
    if (seq <= head) return;
    if (after !== head) return hello();
    heads[stream] = seq;
    fold(events);
  });
  socket.on('fresh', () => hello());
  const player: Player = {
    seat,
    state: () => state,
    onChange: (listener) => void listeners.push(listener),
    send: (command) => socket.emitWithAck('command', { commandId: nanoid(22), command }),
    draft: (draft) => void socket.emit('draft', draft, () => undefined),
    offline: () => void socket.disconnect(),
    online: () => void socket.connect(),
    stop: () => void socket.disconnect(),
  };
  return new Promise((resolve, reject) => {
    let first = true;
    socket.on('connect', () => {
      hello((result) => {
        if (!first) return;
        first = false;
        if (result.ok) resolve(player);
        else reject(new Error(result.refusal.reason));
      });
    });
  });
}
