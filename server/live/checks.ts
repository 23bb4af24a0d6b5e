import type { SessionState } from '../../shared/session/state.ts';
import { isForReaders } from '../../shared/views/summary/attendance.ts';
import type { ChecksFor } from '../../shared/views/summary.ts';
import type { House } from '../house.ts';
import type { Host } from './session-host.ts';

type Check = SessionState['checks'][string];
type Found = Check & { host: Host };

/** The checks that are still there. A log may have come from anywhere: what it names is one only with the same owner, and nobody who leads (V1). */
export async function checksOf({ hosts }: Pick<House, 'hosts'>, host: Host): Promise<Found[]> {
  const found: Found[] = [];
  for (const check of Object.values(host.state.checks)) {
    // A check that is damaged or gone takes nothing of the summary with it.
    const one = await hosts.open(check.check).catch(() => undefined);
    if (one && one.owner === host.owner && one.state.script.unled) found.push({ ...check, host: one });
  }
  return found;
}

/** Ends a session for good, with its checks: each holds findings of its summary, in words (P2). */
export async function deleteWithChecks({ hosts }: Pick<House, 'hosts'>, session: string): Promise<void> {
  const all = new Set([session]);
  for (const one of all) {
    const host = await hosts.open(one).catch(() => undefined);
    for (const { check } of host ? await checksOf({ hosts }, host) : []) all.add(check);
  }
  // The session last: where one cannot be deleted now, it is still known which there are.
  for (const one of [...all].reverse()) await hosts.delete(one);
}

/** The sessions in which a summary was checked, as far as they are still there; `of`: where each stands, to see that what was taken of it may be another. */
export type Checks = { logOf: ChecksFor; of: string };

/** Loads them; from then on, what changes there rings for who reads the summary. */
export async function checksFor({ hosts, bell }: Pick<House, 'hosts' | 'bell'>, host: Host): Promise<Checks> {
  const found = new Map<string, Host>();
  for (const { check, upTo, host: one } of await checksOf({ hosts }, host)) {
    if (upTo === null) continue;
    found.set(check, one);
    bell.also(check, host.session);
  }
  return {
    logOf: (session) => found.get(session)?.log(),
    of: [...found]
      .map(([session, { epoch, log }]) => `${session}/${epoch}/${log().findLast(isForReaders)?.seq ?? 0}`)
      .join(),
  };
}
