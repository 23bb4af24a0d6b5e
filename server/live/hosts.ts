import { customAlphabet } from 'nanoid';
import type { Logged } from '../../shared/events.ts';
import { toldAgain } from '../../shared/session/remembered.ts';
import { tellPart } from '../nodes/news.ts';
import { buildNodes, type Nodes } from '../nodes/nodes.ts';
import { CorruptLog } from '../store/errors.ts';
import type { Store } from '../store/store.ts';
import type { Outlet } from './connection.ts';
import { foldLog } from './folded.ts';
import type { Rehearsed } from './presence.ts';
import { buildHost, type Host, type Others } from './session-host.ts';
import { shared } from './shared.ts';

const idleFor = 30 * 60_000;
const sweepEvery = 60_000;

/** Ids of sessions, seats, units and texts: 71 bits, no signs that a URL or a file name minds. */
export const newId = customAlphabet('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz', 12);

type Options = {
  store: Store;
  clock: () => number;
  outletOf: (session: string) => Outlet;
  /** What was folded here, after the screens were told; no events: the session is deleted. */
  told?: (session: string, events: readonly Logged[], by: 'us' | 'others') => void;
  nodes?: Nodes;
  rehearsed?: Rehearsed;
};

export type Hosts = ReturnType<typeof buildHosts>;

/** The sessions that live here now: opened from the store when somebody asks, closed when nobody is there any more. */
export function buildHosts(options: Options) {
  const { store, clock, outletOf, told, nodes = buildNodes(undefined, clock), rehearsed } = options;
  const hosts = new Map<string, Promise<Host | undefined>>();
  /** To read only. */
  const damaged = new Map<string, Promise<Host | undefined>>();
  /** Deleted, or being deleted: nobody opens these any more. */
  const ended = new Set<string>();
  const sweep = setInterval(() => void closeIdle(), sweepEvery).unref();

  async function load(session: string, read = store.read, damage: CorruptLog | null = null): Promise<Host | undefined> {
    const entry = (await store.sessions()).find((one) => one.session === session);
    if (!entry) return undefined;
    const log = await read(session);
    if (log.length === 0) return undefined;
    const { epoch, owner, createdAt, lost } = entry;
    const folded = await foldLog(log);
    const host = buildHost({
      ...{ session, epoch, owner, createdAt, store, folded, clock, newId, outlet: outletOf(session), damage, lost },
      rehearsed,
      told: (events, by) => {
        if (by === 'us') nodes.grew(session, events.at(-1)?.seq ?? 0);
        told?.(session, events, by);
      },
      others: othersOf(session),
    });
    if (lost && !damage) await tellAgain(host, lost.seq);
    return host;
  }

  const othersOf = (session: string): Others => ({
    isShared: !nodes.isAlone,
    elsewhere: () => nodes.partsOf(session),
    tellOthers: (part) => {
      if (!nodes.isAlone) for (const news of tellPart(session, part, clock())) nodes.tell(news);
    },
    drafted({ unit, step, item, prompt, turn, seat, at }, seq) {
      const place = { unit, step, item, prompt, ...(turn !== undefined && { turn }), seat };
      nodes.tell({ kind: 'draft', session, seq, place, ago: clock() - at });
    },
  });

  const owners = new WeakMap<Host, () => Promise<string | undefined>>();
  /** When a hall comes in at once, they look together. */
  function ownerNow(host: Host): Promise<string | undefined> {
    const look = owners.get(host) ?? shared(() => store.ownerOf(host.session));
    owners.set(host, look);
    return look();
  }

  /** What others did with it meanwhile; whether it is still there. */
  async function isThereNow(host: Host): Promise<boolean> {
    const [owner] = await Promise.all([ownerNow(host), host.damage === null && host.readOn()]);
    // Others may have gone on while it was asked whose it is.
    if (host.damage === null && host.isBehind()) await host.readOn();
    if (owner !== undefined) host.ownedBy(owner);
    else endHere(host.session, host);
    return owner !== undefined;
  }

  /** It is deleted: nobody hears of it here any more. */
  function endHere(session: string, host: Host | undefined): void {
    ended.add(session);
    host?.partWith(() => true, 'deleted');
    host?.drop();
    hosts.delete(session);
    damaged.delete(session);
    told?.(session, [], 'others');
  }

  /** Before anybody hears anything of a log that lost its end. */
  async function tellAgain(host: Host, end: number): Promise<void> {
    const marks = await store.remembered(host.session);
    for (const command of toldAgain(host.state, host.log(), marks, end)) {
      await host.give({ commandId: null, command, actor: { role: 'system' } });
    }
  }

  /**
   * As `open`, but of a damaged log what is before the damage, to read only: for the desk. What was hidden or covered
   * after that is not known here, so this is shown to nobody else. Throws CorruptLog where nothing of it can be read.
   */
  async function look(session: string): Promise<Host | undefined> {
    try {
      return await open(session);
    } catch (error) {
      if (!(error instanceof CorruptLog) || ended.has(session)) throw error;
      const opening = damaged.get(session) ?? load(session, store.readIntact, error);
      damaged.set(session, opening);
      const host = await opening.catch(() => undefined);
      if (host) return host;
      damaged.delete(session);
      throw error;
    }
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
      if (host && !nodes.isAlone && !(await isThereNow(host))) return undefined;
      return ended.has(session) ? undefined : host;
    } catch (error) {
      forget();
      throw error;
    }
  }

  /** Closes the sessions where nobody was for half an hour: the store has all of them. */
  async function closeIdle(): Promise<void> {
    for (const map of [hosts, damaged]) {
      for (const [session, opening] of map) {
        const host = await opening.catch(() => undefined);
        if (!host || clock() - host.idleSince() <= idleFor) continue;
        map.delete(session);
        await host.stop();
      }
    }
  }

  return {
    open,
    look,
    closeIdle,
    /** Ends the session for everyone and for good (P2). */
    async delete(session: string): Promise<void> {
      ended.add(session);
      try {
        const host = await (hosts.get(session) ?? damaged.get(session))?.catch(() => undefined);
        await host?.idle();
        await store.deleteSession(session);
        endHere(session, host);
        nodes.tell({ kind: 'ended', session });
      } catch (error) {
        ended.delete(session);
        throw error;
      }
    },
    /** Gives it to another owner. */
    async giveTo(session: string, owner: string): Promise<void> {
      await store.giveTo(session, owner);
      for (const opening of [hosts.get(session), damaged.get(session)]) {
        const host = await opening?.catch(() => undefined);
        host?.ownedBy(owner);
      }
    },
    /** Whether the session was deleted while this server ran, as far as it knows. */
    hasEnded: (session: string): boolean => ended.has(session),
    /** Whether it is deleted now, by whichever node. */
    isGone: async (session: string): Promise<boolean> =>
      ended.has(session) || (!nodes.isAlone && (await store.ownerOf(session)) === undefined),
    /** Another node deleted it. */
    async endedElsewhere(session: string): Promise<void> {
      const host = await (hosts.get(session) ?? damaged.get(session))?.catch(() => undefined);
      if (!ended.has(session)) endHere(session, host);
    },
    /** The session's host, where it is open here. */
    hostHere: (session: string): Promise<Host | undefined> =>
      hosts.get(session)?.catch(() => undefined) ?? Promise.resolve(undefined),
    /** The sessions that are open here. */
    openOnes: () => settled([...hosts.values()]),
    /** Those to read only, too. */
    allOnes: () => settled([...hosts.values(), ...damaged.values()]),
    async stop(): Promise<void> {
      clearInterval(sweep);
      const all = await Promise.allSettled([...hosts.values(), ...damaged.values()]);
      await Promise.all(all.map((one) => one.status === 'fulfilled' && one.value?.stop()));
    },
  };
}

const settled = async (opening: Promise<Host | undefined>[]): Promise<Host[]> =>
  (await Promise.all(opening.map((one) => one.catch(() => undefined)))).filter((host) => host !== undefined);
