import { SecretTaken } from '../errors.ts';
import { checkedFieldsOf, fieldsOf, type GrantFilter } from '../session-rules.ts';
import type { Grant } from '../store.ts';

/** Grants in memory; expired ones are never told. */
export function buildMemoryGrants(now: () => number) {
  const grants = new Map<string, Grant>();
  const isLive = ({ expiresAt }: Grant) => expiresAt > now();
  const matching = (fields: [keyof GrantFilter, string][]) =>
    [...grants].filter(([, grant]) => isLive(grant) && fields.every(([field, value]) => grant[field] === value));

  return {
    add(secretHash: string, grant: Grant): void {
      const known = grants.get(secretHash);
      if (known && isLive(known)) throw new SecretTaken();
      grants.set(secretHash, { ...grant });
    },
    byHash(secretHash: string): Grant | undefined {
      const grant = grants.get(secretHash);
      return grant && isLive(grant) ? { ...grant } : undefined;
    },
    list: (filter: GrantFilter): Grant[] =>
      matching(fieldsOf(filter))
        .map(([, grant]) => ({ ...grant }))
        .sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1)),
    renew(id: string, to: Pick<Grant, 'expiresAt' | 'terms'>): void {
      for (const grant of grants.values()) if (grant.id === id && isLive(grant)) Object.assign(grant, to);
    },
    revoke(filter: GrantFilter): number {
      const found = matching(checkedFieldsOf(filter));
      for (const [secretHash] of found) grants.delete(secretHash);
      return found.length;
    },
    forget(session: string): void {
      for (const [secretHash, grant] of grants) if (grant.session === session) grants.delete(secretHash);
    },
  };
}
