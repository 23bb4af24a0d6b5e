import type { FastifyInstance } from 'fastify';
import {
  type InterestRow,
  interestLinkRequest,
  interestRequest,
  removeInterestRequest,
} from '../../shared/interests.ts';
import { isTakenOut, seatOf } from '../../shared/session/selectors.ts';
import { senderOf } from '../access.ts';
import { networkOf } from '../entry/networks.ts';
import { csvOf } from '../exports/csv.ts';
import type { House } from '../house.ts';
import { buildInterestList } from '../interests/list.ts';
import { stopLink } from '../interests/standing.ts';
import { buildTokenBuckets } from '../token-bucket.ts';
import { stopUrl } from './addresses.ts';
import { idIn, parsed, refuse } from './answer.ts';
import { administratorIn } from './desk-guard.ts';

/** Leaving an address to be kept informed, confirming it and taking it back by mail; the list hangs on no session, so on no facilitator: it is the administrators'. */
export function interestRoutes(app: FastifyInstance, house: House): void {
  const { access, hosts, store, clock, config, origin } = house;
  const mails = config.mail !== undefined;
  const list = buildInterestList(store, clock, mails);
  const leaving = buildTokenBuckets(5, 1 / 60);
  const links = buildTokenBuckets(30, 0.5);

  app.post('/api/interest', async ({ body }) => {
    const { ticket, email } = parsed(interestRequest, body);
    const grant = (await access.grant(ticket, ['seat'])) ?? refuse('noTicket');
    if (!leaving(senderOf(grant), clock()).take(clock())) refuse('tooFast');
    const { state } = (await hosts.open(grant.session ?? '')) ?? refuse('noSuchSession');
    const seat = seatOf(state, grant.subject);
    if (!seat || isTakenOut(seat)) refuse('seatRemoved');
    await list.leave(state.script.id, email);
    return { mail: mails };
  });

  for (const act of ['confirm', 'stop'] as const) {
    app.post(`/api/interest/${act}`, async ({ body, ip }) => {
      const { secret } = parsed(interestLinkRequest, body);
      if (!links(networkOf(ip), clock()).take(clock())) refuse('tooFast');
      if (!(await list[act](secret))) refuse('noTicket');
      return {};
    });
  }

  /** RFC 8058: a mail program's own button to leave the list. It sends a form, no # and no cookie; this secret can do nothing else. */
  void app.register((plugin, _options, done) => {
    plugin.removeAllContentTypeParsers();
    plugin.addContentTypeParser('*', { parseAs: 'string', bodyLimit: 4_096 }, async () => undefined);
    plugin.post('/afmelden/:secret', async ({ params, ip }, reply) => {
      if (!links(networkOf(ip), clock()).take(clock())) refuse('tooFast');
      await list.stop(idIn(params, 'secret'));
      return reply.type('text/plain; charset=utf-8').send('Afgemeld. / Unsubscribed.\n');
    });
    done();
  });

  app.get('/api/interests', async (request): Promise<InterestRow[]> => {
    await administratorIn(house, request);
    return (await store.interests()).map(({ script, month, email, standing, deleteAfter }) => ({
      ...{ script, month, email, standing, until: deleteAfter },
    }));
  });

  app.post('/api/interests/remove', async (request) => {
    await administratorIn(house, request);
    await list.remove(parsed(removeInterestRequest, request.body));
    return {};
  });

  /** Who may be written to: whoever did not confirm what a mail asked is not in it. */
  app.get('/api/interests.csv', async (request, reply) => {
    await administratorIn(house, request);
    const lines = (await store.interests())
      .filter(({ standing }) => standing !== 'waiting')
      .map((one) => {
        const { month, script, email, standing, secret } = one;
        return [
          month,
          script,
          email,
          standing === 'confirmed' ? 'yes' : 'no',
          secret && stopUrl(origin(), stopLink(one)),
        ];
      });
    return reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', 'attachment; filename="op-de-hoogte.csv"')
      .send(csvOf([['month', 'script', 'email', 'confirmed', 'unsubscribe'], ...lines], 'standard'));
  });
}
