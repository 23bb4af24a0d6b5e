import type { FastifyInstance } from 'fastify';
import { compareRequest } from '../../shared/api.ts';
import type { Logged } from '../../shared/events.ts';
import { compareInWorker } from '../compare/comparing.ts';
import type { House } from '../house.ts';
import type { SessionEntry } from '../store/store.ts';
import { buildWorkTurns } from '../work-turns.ts';
import { parsed, refuse } from './answer.ts';
import { facilitatorIn } from './desk-guard.ts';

/** What comes with the address: a list as `a,b,c`, each session once. */
function asked(query: unknown) {
  const { script, sessions } = query as Record<string, unknown>;
  const list = typeof sessions === 'string' ? [...new Set(sessions.split(','))] : [];
  return parsed(compareRequest, { script, sessions: list });
}

const tagOf = ({ session, epoch, seq }: SessionEntry): string => `${session}-${epoch}-${seq}`;

/** So many wait at most. */
const mostWaiting = 10;

/** One at a time, made once for all who ask the same; what was made last is kept until a session changes. */
function buildComparisons({ hosts, store }: House, closing: AbortSignal) {
  let last: { tag: string; body: Promise<Uint8Array | null> } | undefined;
  const inTurn = buildWorkTurns(1, mostWaiting);

  const logOf =
    ({ session, seq, lost }: SessionEntry) =>
    async (): Promise<readonly Logged[]> => {
      const here = await hosts.hostHere(session);
      // Another node may be ahead of this one.
      const known = here && here.state.seq < seq ? await hosts.open(session) : here;
      // Of a log that lost its end its host knows who was erased in there (P2).
      const host = known ?? (lost ? await hosts.open(session) : undefined);
      const log = host ? host.log() : await store.read(session);
      return log.length && !hosts.hasEnded(session) ? log : refuse('noSuchSession');
    };

  return (tag: string, script: string, sessions: readonly SessionEntry[]): Promise<Uint8Array | null> => {
    if (last?.tag === tag) return last.body;
    const body = inTurn(() => compareInWorker({ script, logs: sessions.map(logOf) }, closing));
    const made = { tag, body };
    last = made;
    body.catch(() => {
      if (last === made) last = undefined;
    });
    return body;
  };
}

/** Sessions of one script beside one another, for a facilitator who may work in them all; reckoned here, so that nothing else crosses (V1). */
export function compareRoutes(app: FastifyInstance, house: House): void {
  const closing = new AbortController();
  const comparison = buildComparisons(house, closing.signal);
  app.addHook('preClose', async () => closing.abort());

  app.get('/api/compare', async (request, reply) => {
    const facilitator = await facilitatorIn(house, request);
    const { script, sessions } = asked(request.query);
    const entries = await house.store.sessions();
    // What does not exist and what is not yours look the same.
    const shared = new Set((await house.store.shares({ facilitator })).map(({ session }) => session));
    const isOpen = ({ session, owner }: SessionEntry) =>
      (owner === facilitator || shared.has(session)) && !house.hosts.hasEnded(session);
    const own = sessions.map(
      (session) => entries.find((one) => one.session === session && isOpen(one)) ?? refuse('noSuchSession'),
    );
    const tag = `"compare-${script}-${own.map(tagOf).join('.')}"`;
    if (request.headers['if-none-match'] === tag) return reply.header('etag', tag).code(304).send();
    const body = (await comparison(tag, script, own)) ?? refuse('doesNotFit');
    return reply
      .header('etag', tag)
      .type('application/json; charset=utf-8')
      .send(Buffer.from(body.buffer, body.byteOffset, body.byteLength));
  });
}
