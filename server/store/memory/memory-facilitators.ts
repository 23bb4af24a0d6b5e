import { NameTaken } from '../errors.ts';
import type { Act, Facilitator, FacilitatorChange, Share } from '../store.ts';

const before = (a: string, b: string) => (a < b ? -1 : 1);

/** Facilitators, what is shared with them and what they did, in memory. */
export function buildMemoryFacilitators(now: () => number) {
  const people = new Map<string, Facilitator>();
  let shares: Share[] = [];
  const acts = new Map<string, Act & { count: number }>();

  function byId(id: string): Facilitator | undefined {
    const found = people.get(id);
    return found && { ...found };
  }
  function save(facilitator: Facilitator): void {
    const { id, nameKey } = facilitator;
    if ([...people.values()].some((one) => one.nameKey === nameKey && one.id !== id)) throw new NameTaken();
    people.set(id, { ...facilitator, createdAt: people.get(id)?.createdAt ?? facilitator.createdAt });
  }

  return {
    list: (): Facilitator[] =>
      [...people.values()].sort((a, b) => a.createdAt - b.createdAt || before(a.id, b.id)).map((one) => ({ ...one })),
    byId,
    save,
    change(id: string, changed: FacilitatorChange): Facilitator | undefined {
      const known = byId(id);
      if (known) save({ ...known, ...changed });
      return byId(id);
    },
    remove(id: string): void {
      people.delete(id);
      shares = shares.filter(({ facilitator }) => facilitator !== id);
    },
    share(share: Share): void {
      const { session, facilitator } = share;
      if (!shares.some((one) => one.session === session && one.facilitator === facilitator)) shares.push({ ...share });
    },
    unshare(session: string, facilitator: string): boolean {
      const kept = shares.filter((one) => one.session !== session || one.facilitator !== facilitator);
      const had = kept.length < shares.length;
      shares = kept;
      return had;
    },
    shares: ({ session, facilitator }: { session?: string; facilitator?: string }): Share[] =>
      shares
        .filter(
          (one) => (session ?? one.session) === one.session && (facilitator ?? one.facilitator) === one.facilitator,
        )
        .sort((a, b) => a.at - b.at || before(a.session, b.session) || before(a.facilitator, b.facilitator))
        .map((one) => ({ ...one })),
    addAct(act: Act): void {
      for (const [id, { expiresAt }] of acts) if (expiresAt <= now()) acts.delete(id);
      const known = acts.get(act.id);
      acts.set(
        act.id,
        known ? { ...known, at: act.at, expiresAt: act.expiresAt, count: known.count + 1 } : { ...act, count: 1 },
      );
    },
    acts: () =>
      [...acts.values()]
        .filter(({ expiresAt }) => expiresAt > now())
        .sort((a, b) => b.at - a.at || before(a.id, b.id))
        .map((one) => ({ ...one })),
    /** A session that is deleted. */
    forget(session: string): void {
      shares = shares.filter((one) => one.session !== session);
    },
  };
}
