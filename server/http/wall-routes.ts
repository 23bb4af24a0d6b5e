import type { FastifyInstance } from 'fastify';
import { type WallAccess, type WallAsked, wallClaim, wallConfirm, wallRequest } from '../../shared/api.ts';
import { wallPart } from '../../shared/script-queries.ts';
import { isSubgroup } from '../../shared/session/subgroups.ts';
import { type DeskRight, wallSubgroup } from '../access.ts';
import { networkOf } from '../entry/networks.ts';
import type { House } from '../house.ts';
import { hashOf, newNumber, newSecret } from '../secrets.ts';
import { addressesOf } from './addresses.ts';
import { idIn, parsed, refuse } from './answer.ts';
import { atDesk } from './desk-guard.ts';

/** `confirmed`: by which desk, and as which wall. */
type Asked = {
  session: string;
  number: string;
  at: number;
  from: string;
  confirmed: { right: DeskRight; subgroup: string | null } | null;
};

const askedFor = 10 * 60_000;
/** Who asks for more than anybody can show on screens is refused; nobody else's number goes for it. */
const maxAsked = { anAddress: 20, aSession: 1_000 };

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
    // Through a locked door too: only what a desk confirms becomes a wall.
    const isOpen = async (session: string) => (await hosts.open(session))?.state.closedAt === null;
    const entered = await access.enter(parsed(wallRequest, body).entry, ip, isOpen);
    if (entered === 'tooFast') refuse('tooFast');
    if (entered === 'wrong') refuse('noSuchSession');
    const { session } = entered;
    const waiting = waitingFor(session);
    const from = networkOf(ip);
    const own = waiting.filter(([, one]) => one.from === from);
    if (own.length >= maxAsked.anAddress || waiting.length >= maxAsked.aSession) refuse('tooFast');
    const taken = new Set(waiting.map(([, { number }]) => number));
    let number = newNumber();
    while (taken.has(number)) number = newNumber();
    const request = newSecret();
    asked.set(hashOf(request), { session, number, at: clock(), from, confirmed: null });
    return { request, number };
  });

  app.post('/api/sessions/:id/walls', async (request) => {
    const { host, right, subgroup: own } = await atDesk(house, request);
    const { number, subgroup } = parsed(wallConfirm, request.body);
    if (own !== null && subgroup !== own) refuse('notAllowed');
    if (subgroup !== null && !isSubgroup(host.state, subgroup)) refuse('noSuchSubgroup');
    const [, found] = waitingFor(host.session).find(([, one]) => one.number === number) ?? [];
    if (!found) refuse('noTicket');
    found.confirmed = { right, subgroup };
    return {};
  });

  app.post('/api/walls/claim', async ({ body }, reply) => {
    const key = hashOf(parsed(wallClaim, body).request);
    const found = asked.get(key);
    if (!found || clock() - found.at > askedFor) refuse('noTicket');
    if (found.confirmed === null) return reply.code(202).send({});
    asked.delete(key);
    const { right, subgroup } = found.confirmed;
    // Whoever confirmed it may have lost the right to.
    if (!(await access.isHeld(right, found.session))) refuse('noTicket');
    const { secret } = await access.wallTicket('confirmed', right, found.session, subgroup);
    return { ticket: secret, session: found.session };
  });

  app.get('/api/sessions/:id/wall', async (request): Promise<WallAccess> => {
    const session = idIn(request.params, 'id');
    const ticket = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
    const grant = await access.screen(ticket);
    if (grant?.kind !== 'wall' || grant.session !== session) refuse('noTicket');
    const { state } = (await hosts.open(session)) ?? refuse('noSuchSession');
    const { code, secret } = await access.entryOf(session);
    const { language, script } = state;
    const subgroup = wallSubgroup(grant.subject);
    return { session, code, ...addressesOf(origin(), secret), language, script: wallPart(script), subgroup };
  });
}
