import type { FastifyInstance } from 'fastify';
import { type WallAccess, type WallAsked, wallClaim, wallConfirm, wallRequest } from '../../shared/api.ts';
import { wallPart } from '../../shared/script-queries.ts';
import { isSubgroup } from '../../shared/session/subgroups.ts';
import { wallSubgroup, wallSubject } from '../access.ts';
import type { House } from '../house.ts';
import { hashOf, newNumber, newSecret } from '../secrets.ts';
import { addressesOf } from './addresses.ts';
import { idIn, parsed, refuse } from './answer.ts';
import { atDesk } from './desk-guard.ts';

/** `confirmed`: the subject of the grant that it will get. */
type Asked = { session: string; number: string; at: number; confirmed: string | null };

const askedFor = 10 * 60_000;
const maxAsked = 20;

/** A wall on another computer: it shows a number, a desk confirms it, and the wall fetches its ticket. */
export function wallRoutes(app: FastifyInstance, house: House): void {
  const { access, hosts, clock, origin } = house;
  const asked = new Map<string, Asked>();

  /** Those of one session that still wait, oldest first. */
  function waitingFor(session: string): [string, Asked][] {
    for (const [key, { at }] of asked) if (clock() - at > askedFor) asked.delete(key);
    return [...asked].filter(([, one]) => one.session === session);
  }

  app.post('/api/walls', async ({ body, ip }): Promise<WallAsked> => {
    const entered = await access.enter(parsed(wallRequest, body).entry, ip);
    if (entered === 'tooFast') refuse('tooFast');
    if (entered === 'wrong') refuse('noSuchSession');
    const { session } = entered;
    const waiting = waitingFor(session);
    for (const [key] of waiting.slice(0, Math.max(0, waiting.length - maxAsked + 1))) asked.delete(key);
    const taken = new Set(waiting.map(([, { number }]) => number));
    let number = newNumber();
    while (taken.has(number)) number = newNumber();
    const request = newSecret();
    asked.set(hashOf(request), { session, number, at: clock(), confirmed: null });
    return { request, number };
  });

  app.post('/api/sessions/:id/walls', async (request) => {
    const { host, subgroup: own } = await atDesk(house, request);
    const { number, subgroup } = parsed(wallConfirm, request.body);
    if (own !== null && subgroup !== own) refuse('notAllowed');
    if (subgroup !== null && !isSubgroup(host.state, subgroup)) refuse('noSuchSubgroup');
    const [, found] = waitingFor(host.session).find(([, one]) => one.number === number) ?? [];
    if (!found) refuse('noTicket');
    found.confirmed = wallSubject('confirmed', subgroup);
    return {};
  });

  app.post('/api/walls/claim', async ({ body }, reply) => {
    const key = hashOf(parsed(wallClaim, body).request);
    const found = asked.get(key);
    if (!found || clock() - found.at > askedFor) refuse('noTicket');
    if (found.confirmed === null) return reply.code(202).send({});
    asked.delete(key);
    const { secret } = await access.give('wall', found.session, found.confirmed);
    return { ticket: secret, session: found.session };
  });

  app.get('/api/sessions/:id/wall', async (request): Promise<WallAccess> => {
    const session = idIn(request.params, 'id');
    const ticket = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
    const grant = await access.grant(ticket, ['wall']);
    if (grant?.session !== session) refuse('noTicket');
    const { state } = (await hosts.open(session)) ?? refuse('noSuchSession');
    const { code, secret } = await access.entryOf(session);
    const { language, script } = state;
    const subgroup = wallSubgroup(grant.subject);
    return { session, code, ...addressesOf(origin(), secret), language, script: wallPart(script), subgroup };
  });
}
