import type { CookieSerializeOptions } from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Road } from '../../shared/account.ts';
import { isOverHttps } from '../config.ts';
import { deviceOf } from '../facilitators/cookies.ts';
import { signOffCookies } from '../facilitators/ending.ts';
import type { House } from '../house.ts';
import type { Facilitator } from '../store/store.ts';

const day = 24 * 60 * 60;

/** How a facilitator's browser gets its cookie, by whatever road, and what it had before ends. */
export function buildLetIn(house: House) {
  const { access, acts, facilitators, config } = house;
  const cookie: CookieSerializeOptions = {
    httpOnly: true,
    sameSite: 'strict',
    path: '/',
    secure: isOverHttps(config),
  };
  const lasting = { ...cookie, maxAge: 30 * day };
  const longest = { ...cookie, maxAge: 400 * day };

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
    const device = await access.deviceFor(who.id, request.cookies[access.cookies.device] ?? '');
    void reply.setCookie(access.cookies.owner, secret, lasting).setCookie(access.cookies.device, device, longest);
  }
  return { cookie, lasting, end, letIn };
}
