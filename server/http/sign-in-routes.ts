import type { CookieSerializeOptions } from '@fastify/cookie';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
  type AccountAnswer,
  lookRequest,
  type Road,
  signInRequest,
  signOffRequest,
  type Welcome,
  welcomeRequest,
} from '../../shared/account.ts';
import { acceptRequest } from '../../shared/api.ts';
import { isOverHttps } from '../config.ts';
import { deviceOf } from '../facilitators/cookies.ts';
import { signOffCookies } from '../facilitators/ending.ts';
import type { House } from '../house.ts';
import type { Facilitator } from '../store/store.ts';
import { parsed, refuse } from './answer.ts';

const thirtyDays = 30 * 24 * 60 * 60;

/** The facilitators' ways in and out, and a co-facilitator's way in. */
export function signInRoutes(app: FastifyInstance, house: House): void {
  const { access, acts, facilitators, store, config } = house;
  const cookie: CookieSerializeOptions = {
    httpOnly: true,
    sameSite: 'strict',
    path: '/',
    secure: isOverHttps(config),
  };
  const lasting = { ...cookie, maxAge: thirtyDays };

  /** What this browser's cookie let in ends, with its desks. */
  async function end(held: string | undefined): Promise<void> {
    const grant = await access.grant(held ?? '', ['facilitator']);
    if (grant) await signOffCookies(house, [grant]);
  }

  /** The cookie goes along with the answer; the one that the browser had ends. */
  async function letIn(request: FastifyRequest, reply: FastifyReply, who: Facilitator, road: Road): Promise<void> {
    const secret = await access.cookieFor(who.id, deviceOf(request.headers['user-agent']), road);
    await end(request.cookies[access.cookies.owner]);
    facilitators.remember(who, request.ip);
    await acts.note(who.id, 'signedIn', { about: road });
    void reply.setCookie(access.cookies.owner, secret, lasting);
  }

  app.post('/api/sign-in', async (request, reply) => {
    const asked = parsed(signInRequest, request.body);
    if ('key' in asked) {
      const id = (await access.spendKey(asked.key)) ?? refuse('noTicket');
      const first = (await store.facilitator(id)) ?? refuse('noTicket');
      await letIn(request, reply, first, 'key');
      return {};
    }
    const found = await facilitators.signIn(asked, request.ip);
    if (found === 'tooFast') return refuse('tooFast');
    if (found === 'wrong') return refuse('noTicket');
    await letIn(request, reply, found, 'passphrase');
    return {};
  });

  app.post('/api/sign-off', async (request, reply) => {
    const { everywhere = false } = parsed(signOffRequest, request.body ?? {});
    const own = await access.ownCookie(request);
    if (own) {
      await signOffCookies(house, everywhere ? await access.cookiesOf(own.subject) : [own]);
      await acts.note(own.subject, 'signedOff');
    }
    return reply.clearCookie(access.cookies.owner, cookie).send({});
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
