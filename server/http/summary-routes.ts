import type { FastifyInstance } from 'fastify';
import { unlockRequest } from '../../shared/api.ts';
import { publishedSummary, versionsIn } from '../../shared/views/summary.ts';
import type { House } from '../house.ts';
import { checksFor } from '../live/checks.ts';
import type { Host } from '../live/session-host.ts';
import { idIn, parsed, refuse } from './answer.ts';
import { atFullDesk } from './desk-guard.ts';
import { buildReaders, has } from './readers.ts';
import { buildDrafts } from './summary-drafts.ts';
import { buildPages, lockedPage } from './summary-pages.ts';

/** Changes with every event; a restore starts another epoch. */
const tagOf = (host: Host, of: string) => `"desk-${host.epoch}-${host.state.seq}-${of}"`;

/** The summary is computed here, so that nothing crosses but what its reader may know (V1). */
export function summaryRoutes(app: FastifyInstance, house: House): void {
  const { access, teamLinks } = house;
  const readers = buildReaders(house, { ...buildPages(house), locked: lockedPage });
  const draftOf = buildDrafts();

  app.get('/api/sessions/:id/summary', async (request, reply) => {
    const { host } = await atFullDesk(house, request);
    const checks = await checksFor(house, host);
    const tag = tagOf(host, checks.of);
    reply.header('etag', tag);
    if (has(request, tag)) return reply.code(304).send();
    return reply.type('application/json; charset=utf-8').send(await draftOf(host, tag, checks));
  });

  /** A version as its readers have it. */
  app.get('/api/sessions/:id/summary/:version', async (request) => {
    const { host } = await atFullDesk(house, request);
    const version = Number(idIn(request.params, 'version'));
    const log = host.log();
    const { logOf } = await checksFor(house, host);
    if (!versionsIn(log).some((one) => one.version === version)) refuse('malformed');
    return publishedSummary(log, version, logOf);
  });

  app.post('/api/summary/read', readers.answer);

  app.post('/api/summary/unlock', async (request) => {
    const { token, password } = parsed(unlockRequest, request.body);
    const grant = (await access.grant(token, ['summary'])) ?? refuse('noTicket');
    if (!readers.mayAsk(grant)) refuse('tooFast');
    const given = await teamLinks.unlock(grant, password, request.ip);
    if (given === 'tooFast') refuse('tooFast');
    if (given === 'wrong') refuse('noTicket');
    return { reader: given.secret };
  });
}
