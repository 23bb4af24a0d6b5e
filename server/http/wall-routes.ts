import type { FastifyInstance } from 'fastify';
import { type WallAccess, type WallAsked, wallClaim, wallConfirm, wallRequest } from '../../shared/api.ts';
import { wallPart } from '../../shared/script-queries.ts';
import { isSubgroup } from '../../shared/session/subgroups.ts';
import { wallSubgroup } from '../access.ts';
import { networkOf } from '../entry/networks.ts';
import type { House } from '../house.ts';
import { newNumber } from '../secrets.ts';
import type { Grant } from '../store/store.ts';
import { addressesOf } from './addresses.ts';
import { idIn, parsed, refuse } from './answer.ts';
import { atDesk } from './desk-guard.ts';

/** By which desk's cookie, and as which wall. */
type Confirmed = { cookie: string; subgroup: string | null };
const confirmedIn = ({ terms }: Grant): Confirmed | null => JSON.parse(terms ?? 'null') as Confirmed | null;

const askedFor = 10 * 60_000;
/** Who asks for more than anybody can show on screens is refused; nobody else's number goes for it. */
const maxAsked = { anAddress: 20, aSession: 1_000 };

/** A wall on another computer: it shows a number, a desk confirms it, and the wall fetches its ticket. */
export function wallRoutes(app: FastifyInstance, house: House): void {
  const { access, hosts, store, clock, origin } = house;
  /** By request: from which network it came. In the memory of this node only. */
  const cameFrom = new Map<string, { from: string; at: number }>();
  const isLate = (at: number) => clock() - at > askedFor;

  /** Those of one session that still wait, oldest first; their subject is the number. */
  async function waitingFor(session: string): Promise<Grant[]> {
    for (const [id, { at }] of cameFrom) if (isLate(at)) cameFrom.delete(id);
    return (await store.grants({ session, kind: 'asked' })).filter(({ createdAt }) => !isLate(createdAt));
  }

  app.post('/api/walls', async ({ body, ip }): Promise<WallAsked> => {
    // Through a locked door too: only what a desk confirms becomes a wall.
    const isOpen = async (session: string) => (await hosts.open(session))?.state.closedAt === null;
    const entered = await access.enter(parsed(wallRequest, body).entry, ip, isOpen);
    if (entered === 'tooFast') refuse('tooFast');
    if (entered === 'wrong') refuse('noSuchSession');
    const { session } = entered;
    const waiting = await waitingFor(session);
    const from = networkOf(ip);
    const own = waiting.filter(({ id }) => cameFrom.get(id)?.from === from);
    if (own.length >= maxAsked.anAddress || waiting.length >= maxAsked.aSession) refuse('tooFast');
    const taken = new Set(waiting.map(({ subject }) => subject));
    let number = newNumber();
    while (taken.has(number)) number = newNumber();
    const { secret: request, grant } = await access.give('asked', session, number);
    cameFrom.set(grant.id, { from, at: clock() });
    return { request, number };
  });

  app.post('/api/sessions/:id/walls', async (request) => {
    const { host, right, subgroup: own } = await atDesk(house, request);
    const { number, subgroup } = parsed(wallConfirm, request.body);
    if (own !== null && subgroup !== own) refuse('notAllowed');
    if (subgroup !== null && !isSubgroup(host.state, subgroup)) refuse('noSuchSubgroup');
    const found = (await waitingFor(host.session)).find((one) => one.subject === number) ?? refuse('noTicket');
    const confirmed: Confirmed = { cookie: right.grant.id, subgroup };
    await store.renewGrant(found.id, { expiresAt: found.expiresAt, terms: JSON.stringify(confirmed) });
    return {};
  });

  app.post('/api/walls/claim', async ({ body }, reply) => {
    const found = await access.grant(parsed(wallClaim, body).request, ['asked']);
    if (!found?.session || isLate(found.createdAt)) return refuse('noTicket');
    const { id, session } = found;
    const confirmed = confirmedIn(found);
    if (confirmed === null) return reply.code(202).send({});
    if ((await store.revokeGrants({ id })) === 0) refuse('noTicket');
    // Whoever confirmed it may have lost the right to.
    const right = (await access.rightOf(confirmed.cookie, session)) ?? refuse('noTicket');
    const { secret } = await access.wallTicket('confirmed', right, session, confirmed.subgroup);
    return { ticket: secret, session };
  });

  app.get('/api/sessions/:id/wall', async (request): Promise<WallAccess> => {
    const session = idIn(request.params, 'id');
    const ticket = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
    const here = house.rehearsals.houseOf(session) ?? house;
    const grant = await here.access.screen(ticket);
    if (grant?.kind !== 'wall' || grant.session !== session) refuse('noTicket');
    const { state } = (await here.hosts.open(session)) ?? refuse('noSuchSession');
    const { code, secret } = await here.access.entryOf(session);
    const { language, script } = state;
    const subgroup = wallSubgroup(grant.subject);
    return { session, code, ...addressesOf(origin(), secret), language, script: wallPart(script), subgroup };
  });
}
