/** Who reads afterwards: a team by its link, with its password where it has one, and a participant by the ticket of their own seat. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import type * as z from 'zod/mini';
import { readRequest } from '../../shared/api.ts';
import { isTakenOut, seatOf } from '../../shared/session/selectors.ts';
import { senderOf } from '../access.ts';
import type { House } from '../house.ts';
import type { Waiting } from '../live/bell.ts';
import type { Host } from '../live/session-host.ts';
import type { Grant } from '../store/store.ts';
import { buildTokenBuckets } from '../token-bucket.ts';
import { parsed, sendRefusal } from './answer.ts';

/** What a reader is sent, and its tag: another text has another. */
export type PageSent = { text: string; tag: string };
export type ReadBy = 'seat' | 'link';
/** `locked`: to who has not given the password yet. */
type Asked = z.infer<typeof readRequest>;
type Pages = {
  pageOf: (host: Host, by: ReadBy, version: number | undefined, grant: Grant) => PageSent | Promise<PageSent>;
  locked: (host: Host) => PageSent;
  /** How long (ms) to wait before it is made anew; then who asks is looked at again. */
  restOf?: (host: Host) => number;
};

/** The longest that an unchanged page is waited for: shorter than proxies allow. */
const waitFor = 25_000;

/** A team's link counts as long as it is there; a participant's ticket as long as the seat was not taken out. */
function mayRead(grant: Grant, host: Host): boolean {
  if (grant.kind === 'summary') return true;
  const seat = seatOf(host.state, grant.subject);
  return seat === undefined || !isTakenOut(seat);
}

export const has = (request: FastifyRequest, tag: string): boolean => request.headers['if-none-match'] === tag;

function send(request: FastifyRequest, reply: FastifyReply, { text, tag }: PageSent): FastifyReply {
  reply.header('etag', tag);
  return has(request, tag) ? reply.code(304).send() : reply.type('application/json; charset=utf-8').send(text);
}

/** Readers of one kind of page. A long poll: whoever has it already hears of it the moment it changes, is withdrawn, or may be read no more (V4). */
export function buildReaders(house: House, { pageOf, locked, restOf = () => 0 }: Pages) {
  const { access, hosts, teamLinks, bell, clock } = house;
  /** By seat or link: a whole team may read through one link at once. */
  const readings = buildTokenBuckets(120, 20);
  const mayAsk = (grant: Grant): boolean => readings(senderOf(grant), clock()).take(clock());

  async function reading(token: string): Promise<{ grant: Grant; host: Host } | undefined> {
    const grant = await access.grant(token, ['summary', 'seat']);
    const host = grant?.session ? await hosts.open(grant.session) : undefined;
    return grant && host && mayRead(grant, host) ? { grant, host } : undefined;
  }

  async function pageFor({ reader, version }: Asked, grant: Grant, host: Host): Promise<PageSent> {
    if (grant.kind === 'seat') return pageOf(host, 'seat', version, grant);
    return (await teamLinks.opens(grant, reader)) ? pageOf(host, 'link', version, grant) : locked(host);
  }

  async function answer(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const asked = parsed(readRequest, request.body);
    const until = clock() + (asked.wait ? waitFor : 0);
    let rung = true;
    for (let first = true; ; first = false) {
      const found = await reading(asked.token);
      if (!found) return sendRefusal(reply, 'noTicket', 404);
      const { grant, host } = found;
      if (first && !mayAsk(grant)) return sendRefusal(reply, 'tooFast');
      const rest = restOf(host);
      if (rest > 0) {
        await new Promise((resolve) => setTimeout(resolve, rest));
        continue;
      }
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
  }

  return { answer, mayAsk };
}
