import type { FastifyInstance, FastifyRequest } from 'fastify';
import {
  type Draft,
  editRequest,
  maxScriptBytes,
  newScriptRequest,
  type OwnScript,
  type OwnScriptAnswer,
  type OwnScriptRow,
  saveScriptRequest,
} from '../../shared/own-scripts.ts';
import type { House } from '../house.ts';
import { buildTokenBuckets } from '../token-bucket.ts';
import { idIn, parsed, refuse } from './answer.ts';
import { buildAtOnce } from './at-once.ts';
import { facilitatorIn } from './desk-guard.ts';

/** Texts of one facilitator that are read or edited, or wait for it: a desk asks one thing after the other. */
const mostOfOne = 6;
/** As JSON a text may be twice as long, and edits come with it. */
const bodyLimit = 3 * maxScriptBytes;

/** A facilitator's own scripts: listing, making, editing, saving and deleting them. Nobody else's look as if they were not there. */
export function ownScriptRoutes(app: FastifyInstance, house: House): void {
  const { acts, backups, clock, drafting, ownScripts } = house;
  /** Each is work: somebody who types sends one at each pause, and whoever holds the key to undo a hundred. */
  const works = buildTokenBuckets(200, 3);
  const counted = buildAtOnce(mostOfOne);
  async function workerIn(request: FastifyRequest): Promise<string> {
    const facilitator = await facilitatorIn(house, request);
    return works(facilitator, clock()).take(clock()) ? facilitator : refuse('tooFast');
  }

  app.get(
    '/api/own-scripts',
    async (request): Promise<OwnScriptRow[]> => ownScripts.rows(await facilitatorIn(house, request)),
  );

  app.post('/api/own-scripts', { bodyLimit }, async (request): Promise<OwnScriptAnswer> => {
    const facilitator = await workerIn(request);
    const wish = parsed(newScriptRequest, request.body);
    const made = (await counted(facilitator, () => ownScripts.make(facilitator, wish))) ?? refuse('doesNotFit');
    if (made.problem === null) await acts.note(facilitator, 'scriptMade');
    return made;
  });

  app.post('/api/own-scripts/edit', { bodyLimit }, async (request): Promise<Draft> => {
    const facilitator = await workerIn(request);
    const { yaml, edits } = parsed(editRequest, request.body);
    return counted(facilitator, () => drafting.draft(yaml, edits));
  });

  app.get('/api/own-scripts/:script', async (request): Promise<OwnScript> => {
    const facilitator = await facilitatorIn(house, request);
    const asked = Number((request.query as Record<string, unknown>)['version'] ?? Number.NaN);
    const version = Number.isSafeInteger(asked) ? asked : null;
    const script = idIn(request.params, 'script');
    return (await counted(facilitator, () => ownScripts.read(facilitator, script, version))) ?? refuse('noSuchItem');
  });

  app.post('/api/own-scripts/:script', { bodyLimit }, async (request): Promise<OwnScriptAnswer> => {
    const facilitator = await workerIn(request);
    const { yaml, after } = parsed(saveScriptRequest, request.body);
    const script = idIn(request.params, 'script');
    return (await ownScripts.saveAfter(facilitator, script, after, yaml)) ?? refuse('noSuchItem');
  });

  app.delete('/api/own-scripts/:script', async (request) => {
    const facilitator = await facilitatorIn(house, request);
    if (!(await ownScripts.remove(facilitator, idIn(request.params, 'script')))) refuse('noSuchItem');
    await acts.note(facilitator, 'scriptDeleted');
    void backups.renewKeys().catch(() => undefined);
    return {};
  });
}
