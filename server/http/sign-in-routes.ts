import type { FastifyInstance } from 'fastify';
import {
  type AccountAnswer,
  lookRequest,
  type SignedOff,
  signInRequest,
  signOffRequest,
  type Welcome,
  welcomeRequest,
} from '../../shared/account.ts';
import { acceptRequest } from '../../shared/api.ts';
import type { SignInWays } from '../../shared/passkeys.ts';
import { termsOfCookie } from '../facilitators/cookies.ts';
import { signOffCookies } from '../facilitators/ending.ts';
import type { House } from '../house.ts';
import { parsed, refuse } from './answer.ts';
import { buildLetIn } from './let-in.ts';

/** The facilitators' ways in and out, and a co-facilitator's way in. */
export function signInRoutes(app: FastifyInstance, house: House): void {
  const { access, acts, facilitators, store } = house;
  const { cookie, lasting, end, letIn } = buildLetIn(house);

  app.get('/api/sign-in/ways', async ({ headers }): Promise<SignInWays> => {
    const passkeys = (await store.credentials({ kind: 'passkey' })).length > 0;
    // People come back to one address: only who is there now is offered to go.
    const isThere = house.organisation && headers.host === new URL(house.origin()).host;
    return { passkeys, organisation: !isThere ? 'none' : house.organisation?.isHere() ? 'here' : 'away' };
  });

  app.post('/api/sign-in', async (request, reply) => {
    const asked = parsed(signInRequest, request.body);
    if ('key' in asked) {
      const id = (await access.spendKey(asked.key)) ?? refuse('noTicket');
      const first = (await store.facilitator(id)) ?? refuse('noTicket');
      await letIn(request, reply, first, 'key');
      return {};
    }
    const device = request.cookies[access.cookies.device] ?? '';
    const found = await facilitators.signIn(asked, request.ip, device);
    if (found === 'tooFast') return refuse('tooFast');
    if (found === 'wrong') return refuse('noTicket');
    await letIn(request, reply, found, 'passphrase');
    return {};
  });

  app.post('/api/sign-off', async (request, reply): Promise<SignedOff> => {
    const { everywhere = false } = parsed(signOffRequest, request.body ?? {});
    const own = await access.ownCookie(request);
    const isByOrganisation = own !== undefined && termsOfCookie(own).road === 'organisation';
    if (own) {
      await signOffCookies(house, everywhere ? await access.cookiesOf(own.subject) : [own]);
      if (everywhere) await access.forgetDevices(own.subject);
      await acts.note(own.subject, 'signedOff');
    }
    void reply.clearCookie(access.cookies.owner, cookie);
    return { organisation: isByOrganisation ? { url: house.organisation?.signOffUrl() ?? null } : null };
  });

  app.post('/api/welcome/look', async ({ body }): Promise<Welcome> => {
    const { facilitator } = (await facilitators.look(parsed(lookRequest, body).invitation)) ?? refuse('noTicket');
    return { name: facilitator?.name ?? null };
  });

  app.post('/api/welcome', async (request, reply): Promise<AccountAnswer> => {
    const { invitation, ...chosen } = parsed(welcomeRequest, request.body);
    const found = (await facilitators.look(invitation)) ?? refuse('noTicket');
    const accepted = (await facilitators.accept(found, chosen)) ?? refuse('noTicket');
    if ('problem' in accepted) return accepted;
    const { facilitator } = accepted;
    // Who had the old passphrase is nobody's business to guess: all that came in by it ends.
    await signOffCookies(house, await access.cookiesOf(facilitator.id));
    await acts.note(facilitator.id, found.facilitator ? 'passphraseChosen' : 'joined');
    await letIn(request, reply, facilitator, 'link');
    return { problem: null };
  });

  app.post('/api/invitations/accept', async ({ body, cookies }, reply) => {
    const accepted = (await access.accept(parsed(acceptRequest, body).invitation)) ?? refuse('noTicket');
    const { session, secret } = accepted;
    await end(cookies[access.cookies.co(session)]);
    return reply.setCookie(access.cookies.co(session), secret, lasting).send({ session });
  });
}
