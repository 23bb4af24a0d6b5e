import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { AccountAnswer } from '../../shared/account.ts';
import {
  type PasskeyBegun,
  type PasskeyRow,
  passkeyAddRequest,
  passkeyBeginRequest,
  passkeySignInRequest,
} from '../../shared/passkeys.ts';
import { networkOf } from '../entry/networks.ts';
import { type PasskeyPlace, passkeyPlaceOf } from '../facilitators/passkey-place.ts';
import { buildPasskeys } from '../facilitators/passkeys.ts';
import { isLastWay, problemWithAdding } from '../facilitators/ways-in.ts';
import type { House } from '../house.ts';
import type { Facilitator, Grant } from '../store/store.ts';
import { buildTokenBuckets } from '../token-bucket.ts';
import { idIn, parsed, refuse } from './answer.ts';
import { buildLetIn } from './let-in.ts';

const begins = { burst: 30, aMinute: 30 };
const fiveMinutes = 5 * 60;

/** Signing in with a passkey, and a facilitator's own passkeys; nobody adds one for somebody else. */
export function passkeyRoutes(app: FastifyInstance, house: House): void {
  const { access, acts, facilitators, store, config, clock } = house;
  const { cookie, letIn } = buildLetIn(house);
  const passkeys = buildPasskeys(store, access, clock);
  const ofNetwork = buildTokenBuckets(begins.burst, begins.aMinute / 60);
  const name = access.cookies.passkey;
  const short = { ...cookie, maxAge: fiveMinutes };

  const placeIn = ({ headers }: FastifyRequest): PasskeyPlace =>
    passkeyPlaceOf({ origin: headers.origin, host: headers.host }, config) ?? refuse('notAllowed');
  async function ownIn(request: FastifyRequest): Promise<{ own: Grant; facilitator: Facilitator }> {
    const own = (await access.ownCookie(request)) ?? refuse('noTicket');
    return { own, facilitator: (await store.facilitator(own.subject)) ?? refuse('noTicket') };
  }
  function notTooOften({ ip }: FastifyRequest): void {
    if (!ofNetwork(networkOf(ip), clock()).take(clock())) refuse('tooFast');
  }

  app.post('/api/sign-in/passkey/begin', async (request, reply) => {
    const place = placeIn(request);
    notTooOften(request);
    const { secret, options } = await passkeys.beginSignIn(place);
    void reply.setCookie(name, secret, short);
    return { options };
  });

  app.post('/api/sign-in/passkey', async (request, reply) => {
    const place = placeIn(request);
    const asked = parsed(passkeySignInRequest, request.body);
    void reply.clearCookie(name, short);
    const found = await passkeys.signIn(request.cookies[name], place, asked);
    if (!found) {
      await acts.count(null, 'signInFailed');
      return refuse('noTicket');
    }
    await letIn(request, reply, found, 'passkey');
    return {};
  });

  app.get('/api/account/passkeys', async (request): Promise<PasskeyRow[]> => {
    const { facilitator } = await ownIn(request);
    return passkeys.list(facilitator.id);
  });

  app.post('/api/account/passkeys/begin', async (request, reply): Promise<PasskeyBegun> => {
    const { own, facilitator } = await ownIn(request);
    const place = placeIn(request);
    const { current } = parsed(passkeyBeginRequest, request.body);
    const problem = await problemWithAdding(facilitators, own, facilitator, current, clock());
    if (problem) return { problem, options: null };
    const { secret, options } = await passkeys.beginAdding(facilitator, place);
    void reply.setCookie(name, secret, short);
    return { problem: null, options };
  });

  app.post('/api/account/passkeys', async (request, reply): Promise<AccountAnswer> => {
    const { facilitator } = await ownIn(request);
    const place = placeIn(request);
    const asked = parsed(passkeyAddRequest, request.body);
    void reply.clearCookie(name, short);
    const problem = await passkeys.add(facilitator, request.cookies[name], place, asked);
    if (problem === null) await acts.note(facilitator.id, 'passkeyAdded');
    return { problem };
  });

  app.delete('/api/account/passkeys/:id', async (request): Promise<AccountAnswer> => {
    const { facilitator } = await ownIn(request);
    const [found] = await store.credentials({ kind: 'passkey', id: idIn(request.params, 'id') });
    if (found?.facilitator !== facilitator.id) return refuse('nothingToDo');
    if (await isLastWay(store, facilitator, found.id)) return { problem: 'lastWay' };
    await store.removeCredential(found.id, facilitator.id);
    await acts.note(facilitator.id, 'passkeyRemoved');
    return { problem: null };
  });
}
