import { randomInt } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type Rehearsal, type RehearsalStarted, rehearsalRequest, rehearsalSpeed } from '../../shared/rehearsal.ts';
import type { Language, Script } from '../../shared/script.ts';
import { stepOf } from '../../shared/script-queries.ts';
import type { House } from '../house.ts';
import type { OpenRehearsal } from '../rehearsal/rehearsal.ts';
import { idIn, parsed, refuse } from './answer.ts';
import { buildAtOnce } from './at-once.ts';
import { deskRightIn, facilitatorIn } from './desk-guard.ts';

/** A draft of half a megabyte, as JSON. */
const maxBody = 1024 * 1024;
/** Drafts of one facilitator that are read, or wait for it. */
const mostOfOne = 3;
const mostSeed = 2 ** 32 - 1;

/** Rehearsing a script (oefenen) with people whom the program plays: nothing of it comes where real sessions are. */
export function rehearsalRoutes(app: FastifyInstance, house: House): void {
  const { access, drafting, hosts, library, ownScripts, rehearsals } = house;
  const counted = buildAtOnce(mostOfOne);

  async function ofSession(request: FastifyRequest, session: string): Promise<Script> {
    await deskRightIn(house, request, session);
    return ((await hosts.open(session)) ?? refuse('noSuchSession')).state.script;
  }

  async function ownIn(request: FastifyRequest): Promise<OpenRehearsal> {
    const owner = await facilitatorIn(house, request);
    const one = rehearsals.of(owner, idIn(request.params, 'id')) ?? refuse('noSuchSession');
    one.touch();
    return one;
  }

  // Who may not is sent away before the draft is read.
  const onRequest = async (request: FastifyRequest) => void (await facilitatorIn(house, request));
  app.post('/api/rehearsals', { bodyLimit: maxBody, onRequest }, async (request): Promise<RehearsalStarted> => {
    const cookie = (await access.ownCookie(request)) ?? refuse('noTicket');
    const asked = parsed(rehearsalRequest, request.body);
    const { script: yaml, library: known, session, people, speed, step } = asked;
    let script: Script;
    let ownScript: string | null = null;
    if (yaml !== undefined) {
      const { script: whole, problems } = await counted(cookie.subject, () => drafting.look(yaml));
      if (!whole) return { problems };
      script = whole;
    } else if (known !== undefined) {
      const shared = library.find(known);
      script = shared ?? (await ownScripts.find(cookie.subject, known)) ?? refuse('doesNotFit');
      if (!shared) ownScript = known;
    } else script = await ofSession(request, session ?? '');
    if (step !== undefined && !stepOf(script, step)) refuse('noSuchStep');
    const language: Language = asked.language ?? script.languages[0] ?? 'nl';
    if (!script.languages.includes(language)) refuse('doesNotFit');
    const wanted = { script, ownScript, language, people, speed, step, seed: randomInt(mostSeed) };
    const started = await rehearsals.start(house, cookie.subject, cookie.id, wanted);
    return typeof started === 'string' ? { refused: started } : started;
  });

  app.get('/api/rehearsals/:id', async (request): Promise<Rehearsal> => (await ownIn(request)).told());

  app.post('/api/rehearsals/:id/speed', async (request) => {
    const one = await ownIn(request);
    one.setSpeed(parsed(rehearsalSpeed, request.body).speed);
    return {};
  });

  app.delete('/api/rehearsals/:id', async (request) => {
    await rehearsals.end((await ownIn(request)).session);
    return {};
  });
}
