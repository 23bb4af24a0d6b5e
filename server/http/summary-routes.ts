import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { readRequest } from '../../shared/api.ts';
import { seatOf } from '../../shared/session/selectors.ts';
import { draftSummary, publishedSummary, type SummaryPage } from '../../shared/views/summary.ts';
import type { House } from '../house.ts';
import type { Host } from '../live/session-host.ts';
import type { Grant } from '../store/store.ts';
import { buildTokenBuckets } from '../token-bucket.ts';
import { parsed, sendRefusal } from './answer.ts';
import { atFullDesk } from './desk-guard.ts';

/** Changes with every event; a restore starts another epoch. */
const tagOf = (host: Host, by: string) => `"${by}-${host.epoch}-${host.state.seq}"`;

/** 304 where the reader has this already: pages ask every few seconds. */
function isUnchanged(request: FastifyRequest, reply: FastifyReply, tag: string): boolean {
  reply.header('etag', tag);
  return request.headers['if-none-match'] === tag;
}

/** A team's link counts as long as it is there; a participant's ticket as long as the seat was not taken out. */
function mayRead(grant: Grant, host: Host): boolean {
  return grant.kind === 'summary' || seatOf(host.state, grant.subject)?.gone !== 'removed';
}

/** What readers get at this point of the log: made once for all who ask. */
function buildPublished() {
  const made = new WeakMap<Host, { seq: number; summary: SummaryPage['summary'] }>();
  return (host: Host): SummaryPage['summary'] => {
    const { seq } = host.state;
    const known = made.get(host);
    if (known?.seq === seq) return known.summary;
    const summary = publishedSummary(host.log());
    made.set(host, { seq, summary });
    return summary;
  };
}

/** The summary is computed here, so that nothing crosses but what its reader may know (V1). */
export function summaryRoutes(app: FastifyInstance, house: House): void {
  const published = buildPublished();
  /** By ticket or link: a whole team may read through one link at once, and pages ask every few seconds. */
  const readings = buildTokenBuckets(120, 20);

  app.get('/api/sessions/:id/summary', async (request, reply) => {
    const { host } = await atFullDesk(house, request);
    if (isUnchanged(request, reply, tagOf(host, 'desk'))) return reply.code(304).send();
    return reply.send(draftSummary(host.log()));
  });

  app.post('/api/summary/read', async (request, reply) => {
    const { token } = parsed(readRequest, request.body);
    const grant = await house.access.grant(token, ['summary', 'seat']);
    const host = grant?.session ? await house.hosts.open(grant.session) : undefined;
    if (!grant || !host || !mayRead(grant, host)) return sendRefusal(reply, 'noTicket', 404);
    if (!readings(grant.id, house.clock()).take(house.clock())) return sendRefusal(reply, 'tooFast');
    const by = grant.kind === 'seat' ? 'seat' : 'link';
    if (isUnchanged(request, reply, tagOf(host, by))) return reply.code(304).send();
    const page: SummaryPage = { by, language: host.state.language, summary: published(host) };
    return reply.send(page);
  });
}
