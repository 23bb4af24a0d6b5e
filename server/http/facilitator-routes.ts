import type { FastifyInstance } from 'fastify';
import {
  type FacilitatorInvitation,
  type FacilitatorList,
  facilitatorInviteRequest,
  type NewFacilitatorInvitation,
  removeRequest,
  rightsRequest,
} from '../../shared/account.ts';
import { firstFacilitator } from '../access.ts';
import { removeFacilitator, signOffCookies } from '../facilitators/ending.ts';
import { termsOfWelcome, type WelcomeTerms } from '../facilitators/facilitators.ts';
import type { House } from '../house.ts';
import type { Facilitator, Grant } from '../store/store.ts';
import { welcomeUrl } from './addresses.ts';
import { idIn, parsed, refuse } from './answer.ts';
import { administratorIn } from './desk-guard.ts';

/** Who may sign in on this server: for administrators, who by that read nobody's sessions. */
export function facilitatorRoutes(app: FastifyInstance, house: House): void {
  const { access, acts, facilitators, store, origin } = house;

  /** One after another: two administrators may each remove the one to whom the other gives the sessions. */
  let removing: Promise<unknown> = Promise.resolve();
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = removing.then(work);
    removing = done.catch(() => undefined);
    return done;
  }
  const rowOf = (grant: Grant, all: readonly Facilitator[]): FacilitatorInvitation => {
    const { for: id, administrator } = termsOfWelcome(grant);
    const { id: link, createdAt, expiresAt } = grant;
    return { link, createdAt, expiresAt, administrator, name: all.find((one) => one.id === id)?.name ?? null };
  };
  async function invite(terms: WelcomeTerms): Promise<NewFacilitatorInvitation> {
    const { secret, grant } = await facilitators.invite(terms);
    await acts.note(terms.by, 'invited', { about: terms.for });
    return { ...rowOf(grant, await store.facilitators()), url: welcomeUrl(origin(), secret) };
  }
  /** One that is here, and is not the first: that one stays as it is. */
  async function anotherIn(params: unknown): Promise<Facilitator> {
    const found = (await store.facilitator(idIn(params, 'id'))) ?? refuse('nothingToDo');
    return found.id === firstFacilitator ? refuse('notAllowed') : found;
  }

  app.get('/api/facilitators', async (request): Promise<FacilitatorList> => {
    const you = await administratorIn(house, request);
    const [all, sessions] = [await store.facilitators(), await store.sessions()];
    const others = new Set((await store.credentials({})).map(({ facilitator }) => facilitator));
    return {
      facilitators: all.map(({ id, name, administrator, passphrase, createdAt: since }) => ({
        ...{ id, name, administrator, since, you: id === you, first: id === firstFacilitator },
        passphrase: passphrase !== null,
        otherWay: others.has(id),
        sessions: sessions.filter(({ owner }) => owner === id).length,
      })),
      invitations: (await store.grants({ kind: 'welcome' })).map((grant) => rowOf(grant, all)),
    };
  });

  app.post('/api/facilitators/invitations', async (request) => {
    const by = await administratorIn(house, request);
    return invite({ by, for: null, ...parsed(facilitatorInviteRequest, request.body) });
  });

  app.delete('/api/facilitators/invitations/:link', async (request) => {
    const by = await administratorIn(house, request);
    const gone = await store.revokeGrants({ kind: 'welcome', id: idIn(request.params, 'link') });
    if (gone > 0) await acts.note(by, 'invitationRevoked');
    return {};
  });

  app.post('/api/facilitators/:id/link', async (request) => {
    const by = await administratorIn(house, request);
    const { id, administrator } = await anotherIn(request.params);
    // Whoever lost their passphrase may have lost a laptop too.
    await signOffCookies(house, await access.cookiesOf(id));
    await access.forgetDevices(id);
    return invite({ by, for: id, administrator });
  });

  app.post('/api/facilitators/:id/rights', async (request) => {
    const by = await administratorIn(house, request);
    const found = await anotherIn(request.params);
    const { administrator } = parsed(rightsRequest, request.body);
    if (found.administrator === administrator) refuse('nothingToDo');
    await store.changeFacilitator(found.id, { administrator });
    await acts.note(by, 'rightsChanged', { about: found.id });
    return {};
  });

  app.post('/api/facilitators/:id/remove', async (request) => {
    const by = await administratorIn(house, request);
    const { id } = await anotherIn(request.params);
    const { to } = parsed(removeRequest, request.body);
    if (to === id) refuse('doesNotFit');
    const problem = await inTurn(() => removeFacilitator(house, by, id, to));
    if (problem) refuse(problem);
    return {};
  });
}
