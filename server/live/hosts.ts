import { customAlphabet } from 'nanoid';
import type { Logged } from '../../shared/events.ts';
import type { Store } from '../store/store.ts';
import type { Outlet } from './connection.ts';
import { buildHost, type Host } from './session-host.ts';

const idleFor = 30 * 60_000;
const sweepEvery = 60_000;

/** Ids of sessions, seats, units and texts: 71 bits, no signs that a URL or a file name minds. */
export const newId = customAlphabet('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz', 12);

type Options = {
  store: Store;
  clock: () => number;
  outletOf: (session: string) => Outlet;
  /** What was folded here, after the screens were told. */
  told?: (session: string, events: readonly Logged[]) => void;
};

export type Hosts = ReturnType<typeof buildHosts>;

/** The sessions that live here now: opened from the store when somebody asks, closed when nobody is there any more. */
export function buildHosts({ store, clock, outletOf, told }: Options) {
  const hosts = new Map<string, Promise<Host | undefined>>();
  /** Deleted, or being deleted: nobody opens these any more. */
  const ended = new Set<string>();
  const sweep = setInterval(() => void closeIdle(), sweepEvery).unref();

  async function load(session: string): Promise<Host | undefined> {
    const entry = (await store.sessions()).find((one) => one.session === session);
    if (!entry) return undefined;
    const log = await store.read(session);
    const { epoch, owner } = entry;
    return log.length === 0
      ? undefined
      : buildHost({
          ...{ session, epoch, owner, store, log, clock, newId, outlet: outletOf(session) },
          told: (events) => told?.(session, events),
        });
  }

  /** The session's host; undefined where there is no such session. Throws CorruptLog or CannotStore, and then tries again. */
  async function open(session: string): Promise<Host | undefined> {
    if (ended.has(session)) return undefined;
    const opening = hosts.get(session) ?? load(session);
    hosts.set(session, opening);
    const forget = () => void (hosts.get(session) === opening && hosts.delete(session));
    try {
      const host = await opening;
      if (!host) forget();
      host?.touch();
      return ended.has(session) ? undefined : host;
    } catch (error) {
      forget();
      throw error;
    }
  }

  /** Closes the sessions where nobody was for half an hour: the store has all of them. */
  async function closeIdle(): Promise<void> {
    for (const [session, opening] of hosts) {
      const host = await opening.catch(() => undefined);
      if (host && clock() - host.idleSince() > idleFor) {
        hosts.delete(session);
        await host.stop();
      }
    }
  }

  return {
    open,
    closeIdle,
    /** Ends the session for everyone and for good (P2). */
    async delete(session: string): Promise<void> {
      ended.add(session);
      try {
        const host = await hosts.get(session)?.catch(() => undefined);
        await host?.idle();
        await store.deleteSession(session);
        host?.partWith(() => true, 'deleted');
        host?.drop();
        hosts.delete(session);
        told?.(session, []);
      } catch (error) {
        ended.delete(session);
        throw error;
      }
    },
    /** Whether the session was deleted while this server ran. */
    hasEnded: (session: string): boolean => ended.has(session),
    /** The sessions that are open here. */
    openOnes: async (): Promise<Host[]> =>
      (await Promise.all([...hosts.values()].map((opening) => opening.catch(() => undefined)))).filter(
        (host) => host !== undefined,
      ),
    async stop(): Promise<void> {
      clearInterval(sweep);
      const all = await Promise.allSettled(hosts.values());
      await Promise.all(all.map((one) => one.status === 'fulfilled' && one.value?.stop()));
    },
  };
}
