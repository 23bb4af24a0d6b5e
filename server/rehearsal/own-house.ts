import { type Access, buildAccess } from '../access.ts';
import { isOverHttps } from '../config.ts';
import type { House } from '../house.ts';
import { buildBell } from '../live/bell.ts';
import type { Hosts } from '../live/hosts.ts';
import { buildNodes } from '../nodes/nodes.ts';
import { openMemoryStore } from '../store/memory/memory-store.ts';
import type { Store } from '../store/store.ts';
import { buildTeamLinks } from '../team-links.ts';

/** Stands where a code would: no code has vowels, so that whoever types it comes nowhere. */
const sign = { nl: 'OEFENS', en: 'TRYOUT' };
const nowhere = 'oefensessie';

/** All of a rehearsal in memory. Of the server's own store it only reads: who is signed in. */
export function openOwnStore(real: Store, now: () => number): Store {
  const own = openMemoryStore({ now });
  return {
    ...own,
    async grantByHash(hash) {
      const found = (await own.grantByHash(hash)) ?? (await real.grantByHash(hash));
      return found?.session === null && found.kind !== 'facilitator' ? undefined : found;
    },
    grants: (filter) => (filter.kind === 'facilitator' ? real.grants(filter) : own.grants(filter)),
    facilitator: (id) => real.facilitator(id),
    facilitators: () => real.facilitators(),
  };
}

export function buildOwnAccess(store: Store, { clock, config }: House, language: 'nl' | 'en'): Access {
  const entry = { code: sign[language], secret: nowhere, letters: null };
  return { ...buildAccess(store, clock, isOverHttps(config)), entryOf: async () => entry };
}

/** The house as the screens of one rehearsal find it: nothing that they do reaches what is kept, counted or told of real sessions. */
export function buildOwnHouse(house: House, store: Store, access: Access, hosts: Hosts): House {
  const nothing = async () => undefined;
  return {
    ...house,
    ...{ store, access, hosts },
    acts: { note: nothing, count: nothing },
    nodes: buildNodes(undefined, house.clock),
    bell: buildBell(),
    teamLinks: buildTeamLinks(store, access, house.clock),
    // Phones in frames are no phones of the room.
    admission: { mayJoin: () => true, joined: () => undefined, came: () => undefined, went: () => undefined },
    doorSigns: { turn: nothing, show: nothing, tell: nothing, tellOne: () => undefined, stop: () => undefined },
  };
}
