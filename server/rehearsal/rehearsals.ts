import type { RehearsalRefusal } from '../../shared/rehearsal.ts';
import type { House } from '../house.ts';
import type { Outlet } from '../live/connection.ts';
import { hashOf } from '../secrets.ts';
import { type OpenRehearsal, openRehearsal, type Wanted } from './rehearsal.ts';

/** The last place is for who has none: two facilitators never keep all others from rehearsing. */
const most = { ofOne: 2, ofAll: 4 };
const runEvery = 100;
/** Acts of one rehearsal in a tick: many more than people do, and a bound on what rehearsing takes from real rooms. */
const actsPerRun = 12;
const sweepEvery = 10_000;
/** Without a screen it ends after this long (ms): a reload comes back within it. One that nobody ever looked at gets longer. */
const unseenFor = 60_000;
const neverSeenFor = 10 * 60_000;
/** Nothing was done at its desk. */
const idleFor = 60 * 60_000;

type Kept = { one: OpenRehearsal; seenAt: number | null; madeAt: number };
export type Rehearsals = ReturnType<typeof buildRehearsals>;

/** The sessions that are only rehearsed: in the memory of this node, in no list and no store, each until it ends by itself. */
export function buildRehearsals(
  outletOf: (session: string) => Outlet,
  clock: () => number,
  onBroken: (error: unknown) => void,
) {
  const open = new Map<string, Kept>();
  const starting: string[] = [];
  let running = false;
  let sweptAt = clock();
  let ticking: NodeJS.Timeout | undefined;

  async function end(session: string): Promise<void> {
    const kept = open.get(session);
    open.delete(session);
    if (open.size === 0) {
      clearInterval(ticking);
      ticking = undefined;
    }
    await kept?.one.end();
  }

  /** Where playing it goes wrong it is over: that must not reach the real sessions, which end with the process. */
  async function endBroken(session: string, error: unknown): Promise<void> {
    onBroken(error);
    await end(session).catch(onBroken);
  }

  async function isOver({ one, seenAt, madeAt }: Kept): Promise<boolean> {
    const now = clock();
    if (now - one.usedAt() > idleFor) return true;
    if (now - (seenAt ?? madeAt) > (seenAt === null ? neverSeenFor : unseenFor)) return true;
    // Who signed off, or is a facilitator here no more, has none either.
    return (await one.house.access.rightOf(one.cookie, one.session).catch(() => null)) === undefined;
  }

  async function sweep(): Promise<void> {
    sweptAt = clock();
    for (const [session, kept] of open) {
      if (kept.one.hasScreens()) kept.seenAt = clock();
      if (await isOver(kept)) await end(session);
    }
  }

  /** Each gets its part of a tick; ticks never overlap. */
  async function run(): Promise<void> {
    if (running) return;
    running = true;
    try {
      for (const { one } of [...open.values()])
        await one.run(actsPerRun).catch((error) => endBroken(one.session, error));
      if (clock() - sweptAt >= sweepEvery) await sweep();
    } finally {
      running = false;
    }
  }

  return {
    async start(
      house: House,
      owner: string,
      cookie: string,
      wanted: Wanted,
    ): Promise<{ session: string } | RehearsalRefusal> {
      if (!house.nodes.isAlone) return 'severalNodes';
      const owners = [...starting, ...[...open.values()].map(({ one }) => one.owner)];
      const own = owners.filter((one) => one === owner).length;
      if (own >= most.ofOne) return 'ofYou';
      if (owners.length >= most.ofAll) return 'ofAll';
      if (own > 0 && owners.length === most.ofAll - 1) return 'lastPlace';
      starting.push(owner);
      try {
        const one = await openRehearsal(house, outletOf, owner, cookie, wanted);
        open.set(one.session, { one, seenAt: null, madeAt: clock() });
        ticking ??= setInterval(() => void run(), runEvery).unref();
        return { session: one.session };
      } finally {
        starting.splice(starting.indexOf(owner), 1);
      }
    },
    /** One of this facilitator's. */
    of(owner: string, session: string): OpenRehearsal | undefined {
      const one = open.get(session)?.one;
      return one?.owner === owner ? one : undefined;
    },
    end,
    /** The house in which this session lives, where it is rehearsed here. */
    houseOf: (session: string): House | undefined => open.get(session)?.one.house,
    /** The same, by the ticket of one of its screens. */
    async houseOfTicket(ticket: string): Promise<House | undefined> {
      if (open.size === 0) return undefined;
      const hash = hashOf(ticket);
      for (const [session, { one }] of open) {
        if ((await one.house.store.grantByHash(hash))?.session === session) return one.house;
      }
      return undefined;
    },
    /** For the phones in frames. */
    scriptOf: (hash: string) =>
      [...open.values()].map(({ one }) => one.host.state).find(({ scriptHash }) => scriptHash === hash)?.script,
    run,
    async stop(): Promise<void> {
      for (const session of [...open.keys()]) await end(session);
    },
  };
}
