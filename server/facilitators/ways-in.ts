import type { AccountProblem } from '../../shared/passphrase.ts';
import { firstFacilitator } from '../access.ts';
import type { Facilitator, Grant, Store } from '../store/store.ts';
import { isRecent } from './cookies.ts';
import type { Facilitators } from './facilitators.ts';

/** Whether this is the only way in that somebody has; the first one can always get a key. */
export async function isLastWay(store: Store, { id, passphrase }: Facilitator, credential: string): Promise<boolean> {
  if (passphrase !== null || id === firstFacilitator) return false;
  return (await store.credentials({ facilitator: id })).every((one) => one.id === credential);
}

/** What stands in the way of another way in: an open screen alone gives none. */
export async function problemWithAdding(
  facilitators: Facilitators,
  cookie: Grant,
  facilitator: Facilitator,
  current: string | undefined,
  now: number,
): Promise<AccountProblem | null> {
  if (isRecent(cookie, now)) return null;
  if (facilitator.passphrase === null) return 'again';
  return (await facilitators.isPassphraseOf(facilitator, current ?? '')) ? null : 'wrong';
}
