import type { FastifyInstance } from 'fastify';
import { type Joined, joinRequest, type LookedUp, lookUpRequest, recoverRequest } from '../../shared/api.ts';
import { isTakenOut, seatOf, textOf } from '../../shared/session/selectors.ts';
import { normaliseDeep } from '../../shared/text.ts';
import { isThisMachine, networkOf } from '../guesses.ts';
import type { House } from '../house.ts';
import type { Host } from '../live/session-host.ts';
import { noticesOf, shownIn } from '../notice.ts';
import { buildTokenBuckets } from '../token-bucket.ts';
import { parsed, refuse } from './answer.ts';

/** Taking part: looking what a code leads to, joining, one's own seat on another phone. */
export function joinRoutes(app: FastifyInstance, { access, hosts, clock }: House): void {
  /** A whole hall behind one address comes in at once; a program that invents people does not. */
  const joins = buildTokenBuckets(400, 5);
  const hostOf = async (session: string): Promise<Host> => (await hosts.open(session)) ?? refuse('noSuchSession');

  /** The session behind a code or secret, while people may join it. */
  async function openEntry(entry: string, address: string): Promise<Host> {
    const entered = await access.enter(entry, address);
    if (entered === 'tooFast') refuse('tooFast');
    if (entered === 'wrong') refuse('noSuchSession');
    const host = await hostOf(entered.session);
    return host.state.closedAt === null ? host : refuse('sessionClosed');
  }

  async function joined(host: Host, seat: string): Promise<Joined> {
    return { session: host.session, seat, ...(await access.seatTicket(host.session, seat)) };
  }

  app.post('/api/look-up', async ({ body, ip }): Promise<LookedUp> => {
    const { session, state } = await openEntry(parsed(lookUpRequest, body).entry, ip);
    // Said before anybody fills in who they are; joining itself is refused by the meaning.
    if (state.locked) refuse('doorLocked');
    const { date, language, scriptHash } = state;
    const notice = noticesOf(state, clock());
    return {
      session,
      title: textOf(state, state.title),
      place: textOf(state, state.place),
      date,
      language,
      scriptHash,
      notice,
    };
  });

  app.post('/api/join', async ({ body, ip }): Promise<Joined> => {
    const { entry, commandId, consent: version, ...who } = normaliseDeep(parsed(joinRequest, body));
    const host = await openEntry(entry, ip);
    // Ticked under other words than those of now: whoever did reads it anew.
    const consent = version === undefined ? undefined : (shownIn(host.state, version) ?? refuse('malformed'));
    if (!isThisMachine(ip) && !joins(networkOf(ip), clock()).take(clock())) refuse('tooFast');
    const command = { type: 'Join', ...who, ...(consent && { consent }) } as const;
    const result = await host.give({ commandId, command, actor: { role: 'system' } });
    if (!result.ok) refuse(result.refusal.reason);
    return joined(host, result.data?.['seat'] ?? refuse('malformed'));
  });

  app.post('/api/recover', async ({ body, ip }): Promise<Joined> => {
    const found = await access.recover(parsed(recoverRequest, body).recovery, ip);
    if (found === 'tooFast') refuse('tooFast');
    if (found === 'wrong') refuse('noSuchSeat');
    const host = await hostOf(found.session ?? '');
    const seat = seatOf(host.state, found.subject);
    if (!seat) refuse('noSuchSeat');
    if (isTakenOut(seat)) refuse('seatRemoved');
    // The code stays as it is: it may stand on paper, and on the other phone.
    const { session } = host;
    return { session, seat: seat.seat, ticket: await access.ticketFor(session, seat.seat), recovery: found.code };
  });
}
