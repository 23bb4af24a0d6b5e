import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type * as z from 'zod/mini';
import { readRequest, unlockRequest } from '../../shared/api.ts';
import { seatOf } from '../../shared/session/selectors.ts';
import { draftSummary, publishedSummary, versionsIn } from '../../shared/views/summary.ts';
import type { House } from '../house.ts';
import type { Waiting } from '../live/bell.ts';
import type { Host } from '../live/session-host.ts';
import type { Grant } from '../store/store.ts';
import { buildTokenBuckets } from '../token-bucket.ts';
import { idIn, parsed, refuse, sendRefusal } from './answer.ts';
import { atFullDesk } from './desk-guard.ts';
import { buildPages, lockedPage, type PageSent } from './summary-pages.ts';

/** The longest that an unchanged page is waited for: shorter than proxies allow. */
const waitFor = 25_000;

/** Changes with every event; a restore starts another epoch. */
const tagOf = (host: Host) => `"desk-${host.epoch}-${host.state.seq}"`;

const has = (request: FastifyRequest, tag: string) => request.headers['if-none-match'] === tag;

/** A team's link counts as long as it is there; a participant's ticket as long as the seat was not taken out. */
function mayRead(grant: Grant, host: Host): boolean {
  return grant.kind === 'summary' || seatOf(host.state, grant.subject)?.gone !== 'removed';
}

/** The summary is computed here, so that nothing crosses but what its reader may know (V1). */
export function summaryRoutes(app: FastifyInstance, house: House): void {
  const { access, hosts, teamLinks, bell, clock } = house;
  const pageOf = buildPages();
  /** By ticket or link: a whole team may read through one link at once. */
  const readings = buildTokenBuckets(120, 20);

  app.get('/api/sessions/:id/summary', async (request, reply) => {
    const { host } = await atFullDesk(house, request);
    reply.header('etag', tagOf(host));
    if (has(request, tagOf(host))) return reply.code(304).send();
    return reply.send(draftSummary(host.log()));
  });

  /** A version as its readers have it. */
  app.get('/api/sessions/:id/summary/:version', async (request) => {
    const { host } = await atFullDesk(house, request);
    const version = Number(idIn(request.params, 'version'));
    const log = host.log();
    if (!versionsIn(log).some((one) => one.version === version)) refuse('malformed');
    return publishedSummary(log, version);
  });

  async function reading(token: string): Promise<{ grant: Grant; host: Host } | undefined> {
    const grant = await access.grant(token, ['summary', 'seat']);
    const host = grant?.session ? await hosts.open(grant.session) : undefined;
    return grant && host && mayRead(grant, host) ? { grant, host } : undefined;
  }

  async function pageFor(
    { reader, version }: z.infer<typeof readRequest>,
    grant: Grant,
    host: Host,
  ): Promise<PageSent> {
    if (grant.kind === 'seat') return pageOf(host, 'seat', version);
    return (await teamLinks.opens(grant, reader)) ? pageOf(host, 'link', version) : lockedPage(host);
  }

  function send(request: FastifyRequest, reply: FastifyReply, { text, tag }: PageSent): FastifyReply {
    reply.header('etag', tag);
    return has(request, tag) ? reply.code(304).send() : reply.type('application/json; charset=utf-8').send(text);
  }

  /** A long poll: whoever has this already hears of it the moment it changes, is withdrawn, or may be read no more (V4). */
  app.post('/api/summary/read', async (request, reply) => {
    const asked = parsed(readRequest, request.body);
    const until = clock() + (asked.wait ? waitFor : 0);
    let rung = true;
    for (let first = true; ; first = false) {
      const found = await reading(asked.token);
      if (!found) return sendRefusal(reply, 'noTicket', 404);
      const { grant, host } = found;
      if (first && !readings(grant.id, clock()).take(clock())) return sendRefusal(reply, 'tooFast');
      // Listens before it reads: what changes meanwhile is not missed.
      const left = Math.min(until, grant.expiresAt) - clock();
      const waiting: Waiting | undefined = rung ? bell.hear(host.session, left) : undefined;
      const page = await pageFor(asked, grant, host);
      if (!waiting || !has(request, page.tag)) {
        waiting?.letGo();
        return send(request, reply, page);
      }
      reply.raw.once('close', waiting.letGo);
      rung = await waiting.heard;
      reply.raw.off('close', waiting.letGo);
    }
  });

  app.post('/api/summary/unlock', async (request) => {
    const { token, password } = parsed(unlockRequest, request.body);
    const grant = (await access.grant(token, ['summary'])) ?? refuse('noTicket');
    if (!readings(grant.id, clock()).take(clock())) refuse('tooFast');
    const given = await teamLinks.unlock(grant, password, request.ip);
    if (given === 'tooFast') refuse('tooFast');
    if (given === 'wrong') refuse('noTicket');
    return { reader: given.secret };
  });
}
