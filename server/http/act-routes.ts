import type { FastifyInstance } from 'fastify';
import type { ActKind, ActRow } from '../../shared/acts.ts';
import type { House } from '../house.ts';
import { facilitatorIn } from './desk-guard.ts';

const most = 500;
const aboutSomebody: readonly ActKind[] = [
  'invited',
  'rightsChanged',
  'removed',
  'sessionHandedOver',
  'shared',
  'unshared',
];

/** What was done: one's own, and in one's own sessions; an administrator sees that of all, without what it was about. */
export function actRoutes(app: FastifyInstance, house: House): void {
  const { store } = house;

  app.get('/api/acts', async (request): Promise<ActRow[]> => {
    const you = await facilitatorIn(house, request);
    const all = await store.facilitators();
    const sees = all.find(({ id }) => id === you)?.administrator ?? false;
    const nameOf = (id: string | null) => all.find((one) => one.id === id)?.name ?? null;
    const byOf = (who: string | null): ActRow['by'] =>
      who === null
        ? 'program'
        : who === you
          ? 'you'
          : who.startsWith('co-')
            ? 'co'
            : nameOf(who) === null
              ? 'gone'
              : 'facilitator';
    const own = new Set((await store.sessions()).flatMap(({ session, owner }) => (owner === you ? [session] : [])));
    const acts = (await store.acts()).filter(
      ({ who, session, about }) => sees || who === you || about === you || (session !== null && own.has(session)),
    );
    return acts.slice(0, most).map(({ at, act, count, who, session, about }) => ({
      ...{ at, act: act as ActKind, count, who: nameOf(who), by: byOf(who), session },
      about: aboutSomebody.includes(act as ActKind) ? nameOf(about) : about,
    }));
  });
}
