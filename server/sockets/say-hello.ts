import type { Hello, HelloResult, Refused, You } from '../../shared/protocol.ts';
import { protocolVersion } from '../../shared/protocol-version.ts';
import type { RefusalReason } from '../../shared/refusals.ts';
import { isTakenOut, seatOf } from '../../shared/session/selectors.ts';
import { facilitatorIn, senderOf } from '../access.ts';
import type { House } from '../house.ts';
import { mayLook } from '../live/looking.ts';
import type { Host } from '../live/session-host.ts';
import type { Grant } from '../store/store.ts';
import type { Door } from './door.ts';
import type { Io } from './gateway.ts';
import { type Line, roomOfTicket } from './line.ts';

/** Sockets that one ticket may have: a few tabs, and lines that died without a word. */
const maxLines = 6;

const refuse = (reason: RefusalReason): Refused => ({ ok: false, refusal: { reason } });

/** Joining and rejoining (S4): the ticket says who this is, the cursor what is known already. */
export async function sayHello(
  house: House,
  io: Io,
  line: Line,
  hello: Hello,
  door: Pick<Door, 'isHeld'>,
): Promise<HelloResult> {
  if (hello.protocol !== protocolVersion) return refuse('malformed');
  const grant = await house.access.grant(hello.ticket, ['seat', 'desk', 'wall']);
  if (!grant?.session) return refuse('noTicket');
  if (door.isHeld(senderOf(grant))) return refuse('tooFast');
  const host = await house.hosts[grant.kind === 'desk' ? 'look' : 'open'](grant.session);
  if (!host) return refuse('noSuchSession');
  if (grant.kind === 'desk' && !mayLook(host, facilitatorIn(grant.subject))) return refuse('tryAgain');
  const drafts = grant.kind === 'seat' ? await host.draftsFor(grant.subject) : [];
  // Last, so that nothing ends between this and hearing.
  const reason =
    grant.kind === 'seat' || (await house.access.screen(hello.ticket)) ? seatProblem(host, grant) : 'noTicket';
  if (reason === 'seatRemoved') setImmediate(() => line.part('removed'));
  if (reason) return refuse(reason);
  // The line may have gone while we looked.
  const connection = line.isOpen() ? line.become(grant, host) : undefined;
  if (!connection) return refuse('notAllowed');
  const { role, seat, facilitator, subgroup } = connection;
  const you: You = { role, session: host.session, seat, facilitator, subgroup };
  if (seat !== null) house.admission.came(line.sender(), line.id);
  const welcome = host.welcome(connection, you, hello.cursor);
  endOldest(io, grant);
  house.access.seenAt(line.address, host.session);
  setImmediate(() => host.brief(connection));
  if (role !== 'seat') house.doorSigns.tellOne(host.session, connection);
  return { ...welcome, drafts };
}

function seatProblem(host: Host, grant: Grant): RefusalReason | undefined {
  if (grant.kind !== 'seat') return undefined;
  const seat = seatOf(host.state, grant.subject);
  if (!seat) return 'noSuchSeat';
  return isTakenOut(seat) ? 'seatRemoved' : undefined;
}

/** A new line of the same ticket counts more than an old one, which is mostly dead already. */
function endOldest(io: Io, grant: Grant): void {
  const ids = [...(io.of('/').adapter.rooms.get(roomOfTicket(grant)) ?? [])];
  for (const id of ids.slice(0, -maxLines)) io.of('/').sockets.get(id)?.disconnect(true);
}
