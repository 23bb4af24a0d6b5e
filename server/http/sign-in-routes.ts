import type { CookieSerializeOptions } from '@fastify/cookie';
import type { FastifyInstance } from 'fastify';
import { acceptRequest, signInRequest } from '../../shared/api.ts';
import { coCookieOf, ownerCookie } from '../access.ts';
import type { House } from '../house.ts';
import { parsed, refuse } from './answer.ts';

const thirtyDays = 30 * 24 * 60 * 60;

/** The facilitator's way in and out, and a co-facilitator's way in. */
export function signInRoutes(app: FastifyInstance, { access, hosts, config }: House): void {
  const cookie: CookieSerializeOptions = {
    httpOnly: true,
    sameSite: 'strict',
    path: '/',
    secure: config.publicUrl?.startsWith('https:') ?? false,
  };
  const lasting = { ...cookie, maxAge: thirtyDays };

  app.get('/api/me', async (request) => ({ facilitator: (await access.facilitatorOf(request)) !== undefined }));

  app.post('/api/sign-in', async ({ body }, reply) => {
    const secret = (await access.signIn(parsed(signInRequest, body).key)) ?? refuse('noTicket');
    return reply.setCookie(ownerCookie, secret, lasting).send({});
  });

  app.post('/api/sign-off', async ({ cookies }, reply) => {
    const grant = await access.grant(cookies[ownerCookie] ?? '', ['facilitator']);
    if (grant) {
      const isEnded = await access.signOff(grant);
      for (const host of await hosts.allOnes()) host.partWith(({ subject }) => isEnded(subject), 'signedOff');
    }
    return reply.clearCookie(ownerCookie, cookie).send({});
  });

  app.post('/api/invitations/accept', async ({ body }, reply) => {
    const accepted = (await access.accept(parsed(acceptRequest, body).invitation)) ?? refuse('noTicket');
    const { session, secret } = accepted;
    return reply.setCookie(coCookieOf(session), secret, lasting).send({ session });
  });
}
