import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AccountAnswer } from '../../shared/account.ts';
import {
  type OrganisationAnswer,
  type OrganisationBegun,
  type OrganisationNo,
  type OrganisationRow,
  organisationBeginRequest,
  organisationFinishRequest,
} from '../../shared/organisation.ts';
import type { AccountProblem } from '../../shared/passphrase.ts';
import { networkOf } from '../entry/networks.ts';
import { signOffCookies } from '../facilitators/ending.ts';
import { buildFlows, type Flow, type Purpose } from '../facilitators/organisation-flows.ts';
import { isLastWay, problemWithAdding } from '../facilitators/ways-in.ts';
import type { House } from '../house.ts';
import { buildTokenBuckets } from '../token-bucket.ts';
import { organisationBackPath } from './addresses.ts';
import { idIn, parsed, refuse } from './answer.ts';
import { facilitatorIn } from './desk-guard.ts';
import { buildLetIn } from './let-in.ts';

const begins = { burst: 30, aMinute: 30 };
const tenMinutes = 10 * 60;
const no = (why: OrganisationNo): OrganisationAnswer => ({ outcome: 'no', why });

/** Signing in at one's organisation: there and back, and what comes of it. */
export function organisationRoutes(app: FastifyInstance, house: House): void {
  const { access, acts, facilitators, store, clock, organisation } = house;
  if (!organisation) return;
  const { cookie, letIn } = buildLetIn(house);
  const flows = buildFlows(house, organisation, tenMinutes * 1000);
  const ofNetwork = buildTokenBuckets(begins.burst, begins.aMinute / 60);
  const name = access.cookies.organisation;
  /** Lax: it has to come along when the organisation sends somebody back. */
  const out = { ...cookie, sameSite: 'lax', maxAge: tenMinutes } as const;
  const back = { ...cookie, maxAge: tenMinutes };

  async function purposeOf(
    request: FastifyRequest,
  ): Promise<{ purpose: Purpose; problem: null } | { problem: AccountProblem }> {
    const asked = parsed(organisationBeginRequest, request.body);
    if (asked.to === 'signIn') return { purpose: asked, problem: null };
    if (asked.to === 'welcome') {
      if (!(await facilitators.look(asked.invitation))) refuse('noTicket');
      return { purpose: asked, problem: null };
    }
    const own = (await access.ownCookie(request)) ?? refuse('noTicket');
    const facilitator = (await store.facilitator(own.subject)) ?? refuse('noTicket');
    const problem = await problemWithAdding(facilitators, own, facilitator, asked.current, clock());
    return problem ? { problem } : { purpose: { to: 'link', facilitator: facilitator.id }, problem: null };
  }

  app.post('/api/sign-in/organisation/begin', async (request, reply): Promise<OrganisationBegun> => {
    if (!ofNetwork(networkOf(request.ip), clock()).take(clock())) refuse('tooFast');
    const wanted = await purposeOf(request);
    if (wanted.problem !== null) return { url: null, problem: wanted.problem };
    const begun = await flows.begin(wanted.purpose);
    if (!begun) return { url: null, problem: 'away' };
    void reply.setCookie(name, begun.secret, out);
    return { url: begun.url, problem: null };
  });

  app.get(organisationBackPath, async (request, reply) => {
    const query = request.url.includes('?') ? request.url.slice(request.url.indexOf('?')) : '';
    const secret = await flows.comeBack(request.cookies[name], query);
    if (secret === undefined) void reply.clearCookie(name, back);
    else void reply.setCookie(name, secret, back);
    // The page finishes it: only then does the browser send along what is for this site alone.
    return reply.code(303).header('location', '/bureau#organisatie').send();
  });

  /** Kept for once more, with a name then. */
  async function askName(
    reply: FastifyReply,
    flow: Flow & { at: 'back' },
    problem: AccountProblem | null,
    typed: string,
  ) {
    void reply.setCookie(name, await flows.keep(flow), back);
    return { outcome: 'name', name: typed, problem } as const;
  }
  async function link(request: FastifyRequest, id: string, facilitator: string): Promise<OrganisationAnswer> {
    if ((await access.facilitatorOf(request)) !== facilitator) return no('late');
    if (await flows.add(id, facilitator, 'link')) await acts.note(facilitator, 'organisationLinked');
    else if ((await flows.known(id))?.facilitator.id !== facilitator) return no('taken');
    return { outcome: 'linked' };
  }
  async function notInvited(): Promise<OrganisationAnswer> {
    await acts.count(null, 'signInFailed');
    return no('notInvited');
  }

  app.post('/api/sign-in/organisation', async (request, reply): Promise<OrganisationAnswer> => {
    const { name: typed } = parsed(organisationFinishRequest, request.body);
    const flow = await flows.take(request.cookies[name]);
    void reply.clearCookie(name, back);
    if (flow?.at === 'no') return no(flow.why);
    if (flow?.at !== 'back') return no('late');
    const { who, purpose } = flow;
    if (purpose.to === 'link') return link(request, who.id, purpose.facilitator);
    const known = await flows.known(who.id);
    if (known) {
      if (!(await flows.mayStillComeIn(known.credential, who))) return notInvited();
      await letIn(request, reply, known.facilitator, 'organisation');
      return { outcome: 'in' };
    }
    const invited = purpose.to === 'welcome' ? await facilitators.look(purpose.invitation) : undefined;
    if (purpose.to === 'welcome' && !invited) return no('spent');
    if (!invited && !who.letsIn) return notInvited();
    const wanted = invited?.facilitator?.name ?? typed;
    if (wanted === undefined) return askName(reply, flow, null, who.name);
    const found = invited ?? { grant: null, facilitator: null };
    const accepted = await facilitators.accept(found, { name: wanted, passphrase: null });
    if (!accepted) return no('spent');
    if ('problem' in accepted) return askName(reply, flow, accepted.problem, wanted);
    const { facilitator } = accepted;
    if (!(await flows.add(who.id, facilitator.id, invited ? 'invitation' : 'claim'))) return no('taken');
    await signOffCookies(house, await access.cookiesOf(facilitator.id));
    await acts.note(facilitator.id, found.facilitator ? 'organisationLinked' : 'joined');
    await letIn(request, reply, facilitator, 'organisation');
    return { outcome: 'in' };
  });

  app.get('/api/account/organisation', async (request): Promise<OrganisationRow[]> => {
    const found = await store.credentials({ kind: 'organisation', facilitator: await facilitatorIn(house, request) });
    return found.map(({ id, createdAt: since, usedAt }) => ({ id, since, usedAt }));
  });

  app.delete('/api/account/organisation/:id', async (request): Promise<AccountAnswer> => {
    const own = await facilitatorIn(house, request);
    const facilitator = (await store.facilitator(own)) ?? refuse('noTicket');
    const [found] = await store.credentials({ kind: 'organisation', id: idIn(request.params, 'id') });
    if (found?.facilitator !== own) return refuse('nothingToDo');
    if (await isLastWay(store, facilitator, found.id)) return { problem: 'lastWay' };
    await store.removeCredential(found.id, own);
    await acts.note(own, 'organisationUnlinked');
    return { problem: null };
  });
}
