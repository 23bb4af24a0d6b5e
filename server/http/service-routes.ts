import type { FastifyInstance } from 'fastify';
import type { House } from '../house.ts';
import { isSame } from '../secrets.ts';
import { signInUrl } from './addresses.ts';
import { refuse } from './answer.ts';

/** For those who run the server: whether it works, and a fresh key (`npm run key`). */
export function serviceRoutes(
  app: FastifyInstance,
  { store, access, origin, clock }: House,
  controlSecret: string,
): void {
  /** Whoever asks again within a second gets the same answer: asking costs no write each time. */
  let probed = { at: Number.NEGATIVE_INFINITY, works: Promise.resolve(false) };
  function works(): Promise<boolean> {
    if (clock() - probed.at < 1_000) return probed.works;
    const probing = store.probe().then(
      () => true,
      () => false,
    );
    probed = { at: clock(), works: probing };
    return probing;
  }

  app.get('/healthz', { logLevel: 'silent' }, async (_, reply) => {
    const ok = await works();
    return reply
      .code(ok ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ ok });
  });

  app.post('/control/key', async ({ headers }) => {
    if (!isSame(headers.authorization ?? '', `Bearer ${controlSecret}`)) refuse('noTicket');
    return { url: signInUrl(origin(), await access.startKey()) };
  });
}
