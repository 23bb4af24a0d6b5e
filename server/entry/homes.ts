import { networkOf } from './networks.ts';

const homeFor = 24 * 60 * 60_000;
/** Networks in which one session is at home: more than a gathering has. */
const maxHomes = 2_000;

export type Homes = ReturnType<typeof buildHomes>;

/** In which networks a session's own screens are, or were today: those that hold a ticket of it. */
export function buildHomes(clock: () => number) {
  /** By session: its networks, each with when a screen last came from there. */
  const homes = new Map<string, Map<string, number>>();

  const isAt = (session: string | null, network: string): boolean =>
    session !== null && clock() - (homes.get(session)?.get(network) ?? Number.NEGATIVE_INFINITY) < homeFor;

  function forgetOld(): void {
    for (const [session, networks] of homes)
      if (![...networks.keys()].some((network) => isAt(session, network))) homes.delete(session);
  }

  return {
    isAt,
    /** Whether the screens of some session are there. */
    isSome: (network: string): boolean => [...homes.keys()].some((session) => isAt(session, network)),
    /** A screen of this session came from this address. */
    seen(address: string, session: string): void {
      if (!homes.has(session)) forgetOld();
      const networks = homes.get(session) ?? new Map<string, number>();
      homes.set(session, networks);
      const network = networkOf(address);
      if (networks.size < maxHomes || networks.has(network)) networks.set(network, clock());
    },
  };
}
