import type { Server as HttpServer, IncomingMessage, ServerResponse } from 'node:http';
import { Server, type Socket } from 'socket.io';
import type * as z from 'zod/mini';
import {
  type ClientToServer,
  commandMessage,
  draftMessage,
  helloSchema,
  pagesMessage,
  type ServerToClient,
} from '../../shared/protocol.ts';
import type { RefusalReason } from '../../shared/refusals.ts';
import { seatOf } from '../../shared/session/selectors.ts';
import { normaliseDeep } from '../../shared/text.ts';
import { wallOf } from '../../shared/views/audience.ts';
import type { Config } from '../config.ts';
import type { House } from '../house.ts';
import { lineHeaders } from '../http/guards.ts';
import type { Outlet } from '../live/connection.ts';
import { buildTokenBucket } from '../token-bucket.ts';
import { buildAllowance, type Kind, kinds, maxDropped } from './allowance.ts';
import type { Door } from './door.ts';
import { lineOf, roomOf } from './line.ts';
import { isOwnOrigin } from './origins.ts';
import { sayHello } from './say-hello.ts';
import { buildSlices } from './slices.ts';

/** `letter`: from another node. */
export type Io = Server<ClientToServer, ServerToClient, { letter: (letter: unknown) => void }>;
type Conn = Socket['conn'];

/** Well above the largest answer that the phones' screens can make. */
const maxFrame = 64 * 1024;
/** Packets that a screen which does not read may leave waiting; then its line is cut, and it comes back by itself. */
const maxWaiting = 1_000;
const lookEvery = 1_000;
/** Packets of one line, of whatever kind: far more than a person or a screen sends. */
const mostPackets = 400;
const packetsPerSecond = 60;
const cutAfter = 500;

export function openSockets(server: HttpServer, config: Config, door: Door): Io {
  const io: Io = new Server(server, {
    serveClient: false,
    pingInterval: 10_000,
    pingTimeout: 8_000,
    maxHttpBufferSize: maxFrame,
    // Asked for new lines alone, by what engine.io itself takes for one: an address may say anything (`&sid=`).
    allowRequest: (request, decide) =>
      decide(null, door.mayOpen(door.addressIn(request)) && isOwnOrigin(request.headers, config.publicUrl)),
  });
  const strict = Object.entries(lineHeaders(config));
  io.engine.use((_request: IncomingMessage, response: ServerResponse, next: () => void) => {
    for (const [name, value] of strict) response.setHeader(name, value);
    if (!door.isShut()) return next();
    // A balancer tries another node by that.
    response.statusCode = 503;
    response.end();
  });
  return io;
}

/** How a session's news reaches this server's own sockets. */
export function outletOf(io: Io): (session: string) => Outlet {
  const inSlices = buildSlices(io);
  return (session) => ({
    frame: (frame) => void io.local.to(roomOf(session, frame.stream)).emit('frame', frame),
    counts(counts, subgroup) {
      io.local.to(roomOf(session, subgroup === null ? 'wall' : wallOf(subgroup))).emit('counts', counts);
      if (subgroup === null) inSlices(roomOf(session, 'phones'), 'counts', counts);
    },
    presence: (presence) => void io.local.to(roomOf(session, 'desk')).emit('presence', presence),
    draft: (draft, to) => void io.local.to(roomOf(session, to)).emit('draft', draft),
    beside: (beside) => void io.local.to(roomOf(session, `unit:${beside.unit}`)).emit('beside', beside),
  });
}

/**
 * The one door for messages: knows forms, rates and tickets, and no rules. Nothing that comes in can make it throw.
 * Gives what closes it.
 */
export function openGateway(io: Io, house: House, door: Door): () => void {
  const mayPass = buildAllowance(house.clock);

  /** Of lines that came as far as to be spoken on. */
  const senders = new WeakMap<Conn, () => string>();
  const addresses = new WeakMap<Conn, string>();

  io.engine.on('connection', (conn: Conn) => {
    const packets = buildTokenBucket(mostPackets, packetsPerSecond);
    const address = door.addressIn(conn.request);
    addresses.set(conn, address);
    // Counted before anything is read of it: what comes this fast is no screen of ours.
    conn.on('packet', () => {
      if (packets.take(house.clock())) return;
      const sender = senders.get(conn);
      if (sender) door.hold(sender());
      door.hold(address);
      cutOff(conn);
    });
  });

  io.on('connection', (socket) => {
    // Whoever leaves the room of all lines may come into it again, on the same one.
    const address = addresses.get(socket.conn) ?? '';
    const line = lineOf(socket, address);
    // All of it that counts is known by now; with its headers it would be kept as long as the line is.
    Object.assign(socket.conn, { request: null });
    senders.set(socket.conn, line.sender);
    let dropped = 0;
    door.came(address);

    function keepOut(): void {
      door.hold(line.sender());
      door.hold(address);
    }
    function drop(): void {
      dropped += 1;
      if (dropped !== maxDropped + 1) return;
      keepOut();
      socket.disconnect(true);
      // It is told; whether it listens is not waited for.
      setTimeout(() => cutOff(socket.conn), cutAfter).unref();
    }

    /** Schema, allowance, acknowledgement and exceptions, the same for every message. */
    function on<M, R>(
      kind: Kind,
      schema: z.core.$ZodType<M>,
      refuse: (reason: RefusalReason) => R,
      handle: (message: M) => R | Promise<R>,
    ): void {
      async function answer(message: unknown): Promise<R> {
        if (!mayPass(kind, line.sender())) {
          house.refusals.add(kind, 'tooFast', line.shown());
          drop();
          return refuse('tooFast');
        }
        dropped = 0;
        try {
          const parsed = (schema as z.ZodMiniType<M>).safeParse(message);
          if (parsed.success) return await handle(parsed.data);
          house.refusals.add(kind, 'malformed', line.shown());
          return refuse('malformed');
        } catch {
          return refuse('tryAgain');
        }
      }
      socket.on(kind, (...parts: unknown[]) => {
        const acknowledge = parts.at(-1);
        // Who does not listen for the answer gets none, and nothing is done.
        if (parts.length !== 2 || typeof acknowledge !== 'function') drop();
        else
          void answer(parts[0])
            .then((result) => acknowledge(result))
            .catch(drop);
      });
    }

    const refused = (reason: RefusalReason) => ({ ok: false, refusal: { reason } }) as const;

    on('hello', helloSchema, refused, async (hello) => {
      const here = (await house.rehearsals.houseOfTicket(hello.ticket)) ?? house;
      const result = await sayHello(here, io, line, hello, door);
      if (!result.ok) house.refusals.add('hello', result.refusal.reason, line.shown());
      return result;
    });

    on('command', commandMessage, refused, async ({ commandId, command }) => {
      const actor = line.actor();
      const answer = actor
        ? await line.here?.host.give({ commandId, command: normaliseDeep(command), actor })
        : refused(line.here ? 'notAllowed' : 'noTicket');
      const result = answer ?? refused('noTicket');
      if (result.ok) return { ok: true, seq: result.seq };
      house.refusals.add(`command ${command.type}`, result.refusal.reason, line.shown());
      return result;
    });

    const unheard = () => ({ ok: false });
    on('draft', draftMessage, unheard, (message) => {
      if (!line.here?.connection.seat) return unheard();
      const { host, connection } = line.here;
      const taken = host.draft({ ...message, values: normaliseDeep(message.values) }, connection.seat ?? '');
      if (!taken) return unheard();
      socket.local.to(roomOf(host.session, taken.to)).emit('draft', taken.draft);
      return { ok: true };
    });

    on('pages', pagesMessage, unheard, ({ pages }) => {
      if (line.here?.connection.role !== 'wall') return unheard();
      line.here.host.pages(line.here.connection, pages);
      return { ok: true };
    });

    socket.use(([event], next) => (kinds.includes(event as Kind) ? next() : drop()));
    socket.on('error', () => undefined);
    socket.on('disconnect', () => {
      door.went(address);
      if (!line.here) return;
      const { host, connection } = line.here;
      host.leave(connection);
      if (connection.seat === null) return;
      const isBack = seatOf(host.state, connection.seat)?.gone === null && !house.hosts.hasEnded(host.session);
      house.admission.went(line.sender(), line.id, isBack);
    });
  });

  const looking = setInterval(() => cutThoseWhoDoNotRead(io), lookEvery).unref();
  return () => clearInterval(looking);
}

/** All lines of this node; screens come back by themselves, by another. */
export function closeLines(io: Io): void {
  for (const socket of io.of('/').sockets.values()) socket.conn.close(true);
}

/** At once and whole: what is still on its way is not read any more. */
function cutOff(conn: Conn): void {
  const { socket } = conn.transport as unknown as { socket?: { terminate?: () => void } };
  if (socket?.terminate) socket.terminate();
  else conn.close(true);
}

/** A phone that sleeps would make the server remember everything for it. */
function cutThoseWhoDoNotRead(io: Io): void {
  for (const socket of io.of('/').sockets.values()) {
    const { writeBuffer } = socket.conn as unknown as { writeBuffer: unknown[] };
    if (writeBuffer.length > maxWaiting) socket.conn.close(true);
  }
}
