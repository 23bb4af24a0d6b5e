import type { OrganisationBegun } from '../../shared/organisation.ts';
import type { AccountProblem } from '../../shared/passphrase.ts';
import type { RefusalReason } from '../../shared/refusals.ts';
import { call } from '../live/api.ts';

type Why = { to: 'signIn' } | { to: 'welcome'; invitation: string } | { to: 'link'; current?: string };

/** This page goes to the organisation's own, and comes back by `#organisatie`; or it stays, for this reason. */
export async function goToOrganisation(
  why: Why,
): Promise<{ problem: AccountProblem | 'away' } | { reason: RefusalReason | 'offline' } | undefined> {
  const begun = await call<OrganisationBegun>('POST', '/api/sign-in/organisation/begin', why);
  if (!begun.ok) return { reason: begun.reason };
  if (begun.body.url === null) return { problem: begun.body.problem };
  location.assign(begun.body.url);
  return undefined;
}
