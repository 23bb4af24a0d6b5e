import type { FastifyInstance } from 'fastify';
import type { House } from '../house.ts';

/** For those who run the server: whether it works. */
export function serviceRoutes(app: FastifyInstance, { store, clock, proxies }: House): void {
  /** One look at a time, and whoever asks within a second after a good one gets that: asking costs no write each time. */
  let looking: Promise<boolean> | undefined;
  let goodAt = Number.NEGATIVE_INFINITY;
  async function look(): Promise<boolean> {
    const works = await store.probe().then(
      () => true,
      () => false,
    );
    if (works) goodAt = clock();
    looking = undefined;
    return works;
  }

  /** `forwarded`: whoever brought this here says for whom it asks, and is believed. */
  app.get('/healthz', { logLevel: 'silent' }, async ({ raw }, reply) => {
    if (clock() - goodAt >= 1_000) looking ??= look();
    const ok = looking === undefined || (await looking);
    return reply
      .code(ok ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ ok, forwarded: proxies.isTold(raw) });
  });
}
