import type { FastifyInstance } from 'fastify';
import type { House } from '../house.ts';
import { isSame } from '../secrets.ts';
import { signInUrl } from './addresses.ts';
import { refuse } from './answer.ts';

/** For those who run the server: whether it works, and a fresh key (`npm run key`). */
export function serviceRoutes(app: FastifyInstance, { store, access, origin }: House, controlSecret: string): void {
  app.get('/healthz', { logLevel: 'silent' }, async (_, reply) => {
    const works = await store.probe().then(
      () => true,
      () => false,
    );
    return reply
      .code(works ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ ok: works });
  });

  app.post('/control/key', async ({ headers }) => {
    if (!isSame(headers.authorization ?? '', `Bearer ${controlSecret}`)) refuse('noTicket');
    return { url: signInUrl(origin(), await access.startKey()) };
  });
}
