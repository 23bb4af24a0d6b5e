import type { FastifyInstance } from 'fastify';
import { consentRequest, type Own, type OwnWords, ownRequest } from '../../shared/own.ts';
import { isTakenOut, seatOf } from '../../shared/session/selectors.ts';
import type { Seat } from '../../shared/session/state.ts';
import { senderOf } from '../access.ts';
import type { House } from '../house.ts';
import { newId } from '../live/hosts.ts';
import type { Host } from '../live/session-host.ts';
import { noticesOf, shownIn } from '../notice.ts';
import { ownWordsOf } from '../own-words.ts';
import { buildTokenBuckets } from '../token-bucket.ts';
import { parsed, refuse } from './answer.ts';

/** What is one's own: what one is told, whether one's words may be used in research, and all that one wrote. */
export function ownRoutes(app: FastifyInstance, { access, hosts, clock }: House): void {
  /** Each change is an event: who changes their mind does so a few times, a program would fill the log. */
  const asks = buildTokenBuckets(30, 0.2);

  async function seatedWith(ticket: string): Promise<{ host: Host; seat: Seat }> {
    const grant = (await access.grant(ticket, ['seat'])) ?? refuse('noTicket');
    if (!asks(senderOf(grant), clock()).take(clock())) refuse('tooFast');
    const host = (await hosts.open(grant.session ?? '')) ?? refuse('noSuchSession');
    const seat = seatOf(host.state, grant.subject) ?? refuse('noSuchSeat');
    return isTakenOut(seat) ? refuse('seatRemoved') : { host, seat };
  }

  app.post('/api/own', async ({ body }): Promise<Own> => {
    const { host, seat } = await seatedWith(parsed(ownRequest, body).ticket);
    const { state } = host;
    return { notice: noticesOf(state, host.createdAt), agrees: state.notice.research ? seat.consent.own : null };
  });

  app.post('/api/own/consent', async ({ body }) => {
    const { ticket, agrees, version } = parsed(consentRequest, body);
    const { host, seat } = await seatedWith(ticket);
    // What is agreed to is what is shown now: who read something else looks again.
    const shown = shownIn(host.state, version) ?? refuse('malformed');
    const command = { type: 'SetConsent', seat: seat.seat, guest: false, agrees, shown } as const;
    const result = await host.give({ commandId: newId(), command, actor: { role: 'system' } });
    if (!result.ok && result.refusal.reason !== 'nothingToDo') refuse(result.refusal.reason);
    return {};
  });

  app.post('/api/own/words', async ({ body }): Promise<OwnWords> => {
    const { host, seat } = await seatedWith(parsed(ownRequest, body).ticket);
    return ownWordsOf(host.state, seat, await host.draftsFor(seat.seat));
  });
}
