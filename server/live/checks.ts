import type { ChecksFor } from '../../shared/views/summary.ts';
import type { House } from '../house.ts';
import type { Host } from './session-host.ts';

/** The sessions in which a summary was checked, as far as they are still there; `of`: where each stands, to see that one moved on. */
export type Checks = { logOf: ChecksFor; of: string };

/** Loads them; from then on, what changes there rings for who reads the summary. */
export async function checksFor({ hosts, bell }: Pick<House, 'hosts' | 'bell'>, host: Host): Promise<Checks> {
  const found = new Map<string, Host>();
  for (const { check, upTo } of Object.values(host.state.checks)) {
    // A check that is damaged or gone takes nothing of the summary with it.
    const one = upTo === null ? undefined : await hosts.open(check).catch(() => undefined);
    if (!one) continue;
    found.set(check, one);
    bell.also(check, host.session);
  }
  return {
    logOf: (session) => found.get(session)?.log(),
    of: [...found].map(([session, { epoch, state }]) => `${session}/${epoch}/${state.seq}`).join(),
  };
}
