import type { CookieSerializeOptions } from '@fastify/cookie';
import type { FastifyInstance } from 'fastify';
import { acceptRequest, signInRequest } from '../../shared/api.ts';
import { isOverHttps } from '../config.ts';
import type { House } from '../house.ts';
import { parsed, refuse } from './answer.ts';

const thirtyDays = 30 * 24 * 60 * 60;

/** The facilitator's way in and out, and a co-facilitator's way in. */
export function signInRoutes(app: FastifyInstance, { access, hosts, config }: House): void {
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
    if (!grant) return;
    const isEnded = await access.signOff(grant);
    for (const host of await hosts.allOnes()) host.partWith(({ subject }) => isEnded(subject), 'signedOff');
  }

  app.get('/api/me', async (request) => ({ facilitator: (await access.facilitatorOf(request)) !== undefined }));

  app.post('/api/sign-in', async ({ body, cookies }, reply) => {
    const secret = (await access.signIn(parsed(signInRequest, body).key)) ?? refuse('noTicket');
    await end(cookies[access.cookies.owner]);
    return reply.setCookie(access.cookies.owner, secret, lasting).send({});
  });

  app.post('/api/sign-off', async ({ cookies }, reply) => {
    await end(cookies[access.cookies.owner]);
    return reply.clearCookie(access.cookies.owner, cookie).send({});
  });

  app.post('/api/invitations/accept', async ({ body, cookies }, reply) => {
    const accepted = (await access.accept(parsed(acceptRequest, body).invitation)) ?? refuse('noTicket');
    const { session, secret } = accepted;
    await end(cookies[access.cookies.co(session)]);
    return reply.setCookie(access.cookies.co(session), secret, lasting).send({ session });
  });
}
