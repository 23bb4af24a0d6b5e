import type { FastifyInstance } from 'fastify';
import { type AccountAnswer, type Me, passphraseRequest, type SignInRow } from '../../shared/account.ts';
import { isRecent, termsOfCookie } from '../facilitators/cookies.ts';
import { signOffCookies } from '../facilitators/ending.ts';
import type { House } from '../house.ts';
import type { Grant } from '../store/store.ts';
import { idIn, parsed, refuse } from './answer.ts';

/** A facilitator's own: who they are, their passphrase, and where they are signed in. */
export function accountRoutes(app: FastifyInstance, house: House): void {
  const { access, acts, facilitators, hosts, store, clock } = house;

  /** Just signed in with a key: who runs the server lost their passphrase. */
  const isFresh = (cookie: Grant): boolean => termsOfCookie(cookie).road === 'key' && isRecent(cookie, clock());

  app.get('/api/me', async (request): Promise<Me> => {
    const cookie = await access.ownCookie(request);
    const facilitator = cookie && (await store.facilitator(cookie.subject));
    if (!facilitator) return { facilitator: false };
    facilitators.remember(facilitator, request.ip);
    const { name, administrator, passphrase } = facilitator;
    const since = { fresh: isFresh(cookie), recent: isRecent(cookie, clock()) };
    const otherWay = (await store.credentials({ facilitator: facilitator.id })).length > 0;
    return { facilitator: true, name, administrator, passphrase: passphrase !== null, otherWay, ...since };
  });

  app.post('/api/account/passphrase', async (request): Promise<AccountAnswer> => {
    const cookie = (await access.ownCookie(request)) ?? refuse('noTicket');
    const { current, endOthers, ...chosen } = parsed(passphraseRequest, request.body);
    // Who comes in without one shows again who they are, before an open screen gives one.
    const { passphrase = null } = (await store.facilitator(cookie.subject)) ?? {};
    const others = passphrase === null ? await store.credentials({ facilitator: cookie.subject }) : [];
    if (others.length > 0 && !isRecent(cookie, clock())) return { problem: 'again' };
    const problem = await facilitators.choosePassphrase(cookie.subject, chosen, current, isFresh(cookie));
    if (problem === null && endOthers) {
      const others = (await access.cookiesOf(cookie.subject)).filter(({ id }) => id !== cookie.id);
      await signOffCookies(house, others);
      await access.forgetDevices(cookie.subject);
    }
    return { problem };
  });

  app.get('/api/account/sign-ins', async (request): Promise<SignInRow[]> => {
    const here = (await access.ownCookie(request)) ?? refuse('noTicket');
    const own = (await hosts.allOnes()).flatMap(({ connections }) => [...connections].map(({ subject }) => subject));
    const desks = [...own, ...house.nodes.allParts().flatMap((part) => part.desks)];
    return (await access.cookiesOf(here.subject)).map((cookie) => {
      const { seenAt, device } = termsOfCookie(cookie);
      return {
        ...{ id: cookie.id, since: cookie.createdAt, seenAt, until: cookie.expiresAt, device },
        here: cookie.id === here.id,
        desks: desks.filter((subject) => subject === access.deskSubjectOf(cookie)).length,
      };
    });
  });

  app.delete('/api/account/sign-ins/:id', async (request) => {
    const { subject } = (await access.ownCookie(request)) ?? refuse('noTicket');
    const id = idIn(request.params, 'id');
    const found = (await access.cookiesOf(subject)).find((one) => one.id === id) ?? refuse('nothingToDo');
    await signOffCookies(house, [found]);
    await acts.note(subject, 'signedOff');
    return {};
  });
}
