import type { ActKind } from '../../shared/acts.ts';
import { newId } from '../live/hosts.ts';
import type { Store } from '../store/store.ts';

const day = 24 * 60 * 60_000;
const hour = 60 * 60_000;
/** How long is kept what was done. */
const keptFor = 14 * day;

export type Acts = ReturnType<typeof buildActs>;
type About = { session?: string | null; about?: string | null };

/** Writes down what facilitators do, beside the sessions and apart from any log file (P4): who, when, what, which session by its id. */
export function buildActs(store: Store, clock: () => number) {
  async function add(id: string, who: string | null, act: ActKind, { session = null, about = null }: About) {
    const at = clock();
    // What was done is done: that it could not be written down takes nothing back.
    await store.addAct({ id, at, who, act, session, about, expiresAt: at + keptFor }).catch(() => undefined);
  }
  return {
    note: (who: string | null, act: ActKind, about: About = {}): Promise<void> => add(newId(), who, act, about),
    /** One line for each hour, with how often. */
    count: (who: string | null, act: ActKind): Promise<void> =>
      add(`${act}/${who ?? ''}/${Math.floor(clock() / hour)}`, who, act, {}),
  };
}
