import type { FastifyInstance } from 'fastify';
import { compareRequest } from '../../shared/api.ts';
import type { Logged } from '../../shared/events.ts';
import { type ComparePart, comparePart, compareSessions } from '../../shared/views/compare.ts';
import type { House } from '../house.ts';
import type { SessionEntry } from '../store/store.ts';
import { parsed, refuse } from './answer.ts';
import { facilitatorIn } from './desk-guard.ts';

/** What comes with the address: a list as `a,b,c`, each session once. */
function asked(query: unknown) {
  const { script, sessions } = query as Record<string, unknown>;
  const list = typeof sessions === 'string' ? [...new Set(sessions.split(','))] : [];
  return parsed(compareRequest, { script, sessions: list });
}

const tagOf = ({ session, epoch, seq }: SessionEntry): string => `${session}-${epoch}-${seq}`;

/** Made once for each state of a log; the pages ask every few seconds. What was not asked for last time is let go. */
function buildParts({ hosts, store }: House) {
  let known = new Map<string, ComparePart>();

  async function logOf(session: string): Promise<readonly Logged[]> {
    const host = (await hosts.openOnes()).find((one) => one.session === session);
    return host ? host.log() : store.read(session);
  }

  return async (entries: readonly SessionEntry[]): Promise<ComparePart[]> => {
    const parts = new Map<string, ComparePart>();
    for (const entry of entries) {
      const tag = tagOf(entry);
      const found = known.get(tag);
      if (found) {
        parts.set(tag, found);
        continue;
      }
      // A session at a time: whoever waits for an answer goes first.
      await new Promise(setImmediate);
      const log = await logOf(entry.session);
      if (log.length === 0) refuse('noSuchSession');
      parts.set(tag, comparePart(log));
    }
    known = parts;
    return [...parts.values()];
  };
}

/** Sessions of one script beside one another, for the facilitator who owns them all; reckoned here, so that nothing else crosses (V1). */
export function compareRoutes(app: FastifyInstance, house: House): void {
  const partsOf = buildParts(house);

  app.get('/api/compare', async (request, reply) => {
    const facilitator = await facilitatorIn(house, request);
    const { script, sessions } = asked(request.query);
    const entries = await house.store.sessions();
    // What does not exist and what is not yours look the same.
    const own = sessions.map(
      (session) =>
        entries.find((one) => one.session === session && one.owner === facilitator && !house.hosts.hasEnded(session)) ??
        refuse('noSuchSession'),
    );
    const tag = `"compare-${own.map(tagOf).join('.')}"`;
    reply.header('etag', tag);
    if (request.headers['if-none-match'] === tag) return reply.code(304).send();
    const parts = await partsOf(own);
    if (parts.some((part) => part.script !== script)) refuse('doesNotFit');
    return reply.send(compareSessions(parts));
  });
}
