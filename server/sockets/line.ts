import type { Socket } from 'socket.io';
import type { ClientToServer, ServerToClient, StreamName } from '../../shared/protocol.ts';
import type { Actor } from '../../shared/session/actor.ts';
import { facilitatorIn, senderOf, wallSubgroup } from '../access.ts';
import type { Connection, GoodbyeReason } from '../live/connection.ts';
import type { Host } from '../live/session-host.ts';
import type { Grant } from '../store/store.ts';

export const roomOf = (session: string, stream: StreamName): string => `${session}/${stream}`;
/** All sockets that came with one ticket. */
export const roomOfTicket = (grant: Grant): string => `ticket/${grant.id}`;

export type Line = ReturnType<typeof lineOf>;

/** One socket: nobody yet, until it says hello with a ticket. */
export function lineOf(socket: Socket<ClientToServer, ServerToClient>, address: string) {
  let grant: Grant | undefined;
  let here: { host: Host; connection: Connection } | undefined;

  function connectionFor(found: Grant): Connection {
    const session = found.session ?? '';
    const role = found.kind === 'seat' || found.kind === 'desk' ? found.kind : 'wall';
    const rooms = new Set<string>();
    return {
      role,
      seat: role === 'seat' ? found.subject : null,
      facilitator: role === 'desk' ? facilitatorIn(found.subject) : null,
      subject: found.subject,
      subgroup: role === 'wall' ? wallSubgroup(found.subject) : null,
      pages: 0,
      streams: [],
      listen(streams) {
        const wanted = new Set(streams.map((stream) => roomOf(session, stream)));
        for (const room of rooms.difference(wanted)) void socket.leave(room);
        for (const room of wanted.difference(rooms)) void socket.join(room);
        rooms.clear();
        for (const room of wanted) rooms.add(room);
        this.streams = streams;
      },
      refresh: () => void socket.emit('fresh'),
      counts: (counts) => void socket.emit('counts', counts),
      presence: (presence) => void socket.emit('presence', presence),
      beside: (beside) => void socket.emit('beside', beside),
      door: (sign) => void socket.emit('door', sign),
      goodbye(reason) {
        this.listen([]);
        socket.emit('goodbye', reason);
        socket.disconnect(true);
      },
    };
  }

  return {
    /** Where it is, once it has said hello. */
    get here() {
      return here;
    },
    id: socket.id,
    /** Whose messages these are, for their allowance. */
    sender: (): string => (grant ? senderOf(grant) : socket.id),
    /** As what it is known here. */
    shown: () => here?.connection.role ?? 'nothing',
    actor(): Actor | undefined {
      if (here?.connection.seat) return { role: 'seat', seat: here.connection.seat };
      return here?.connection.facilitator ? { role: 'desk', facilitator: here.connection.facilitator } : undefined;
    },
    /** From now on this is that ticket's line; undefined where it is another's already. */
    become(found: Grant, host: Host): Connection | undefined {
      if (grant && grant.id !== found.id) return undefined;
      grant = found;
      here = { host, connection: here?.connection ?? connectionFor(found) };
      void socket.join(roomOfTicket(found));
      return here.connection;
    },
    address,
    isOpen: (): boolean => socket.connected,
    part(reason: GoodbyeReason): void {
      socket.emit('goodbye', reason);
      socket.disconnect(true);
    },
  };
}
