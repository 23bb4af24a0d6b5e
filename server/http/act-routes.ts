import type { FastifyInstance } from 'fastify';
import type { ActKind, ActPage, ActRow } from '../../shared/acts.ts';
import type { House } from '../house.ts';
import type { Act } from '../store/store.ts';
import { refuse } from './answer.ts';
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

/** Where a page ends, as its reader gives it back. */
const placeOf = ({ at, id }: Act): string => Buffer.from(`${at} ${id}`).toString('base64url');
function placeIn(query: unknown): Pick<Act, 'at' | 'id'> | undefined {
  const { before } = query as { before?: unknown };
  if (before === undefined) return undefined;
  const [, at = '', id = ''] =
    /^(\d{1,16}(?:\.\d+)?) (\S{1,200})$/.exec(Buffer.from(String(before), 'base64url').toString()) ?? [];
  return id ? { at: Number(at), id } : refuse('malformed');
}
/** In the order of the store: newest first. */
const isBefore = (place: Pick<Act, 'at' | 'id'> | undefined, { at, id }: Act): boolean =>
  place === undefined || at < place.at || (at === place.at && id > place.id);

/** What was done: one's own, and in one's own sessions; an administrator sees that of all, without what it was about. */
export function actRoutes(app: FastifyInstance, house: House): void {
  const { store } = house;

  app.get('/api/acts', async (request): Promise<ActPage> => {
    const place = placeIn(request.query);
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
    const acts = (await store.acts())
      .filter(
        ({ who, session, about }) => sees || who === you || about === you || (session !== null && own.has(session)),
      )
      .filter((act) => isBefore(place, act));
    const shown = acts.slice(0, most);
    const last = acts.length > most ? shown.at(-1) : undefined;
    const rows = shown.map(({ at, act, count, who, session, about }) => ({
      ...{ at, act: act as ActKind, count, who: nameOf(who), by: byOf(who), session },
      about: aboutSomebody.includes(act as ActKind) ? nameOf(about) : about,
    }));
    return { rows, older: last ? placeOf(last) : null };
  });
}
