import type { Credential, CredentialFilter } from '../store.ts';

/** Facilitators' passkeys and their accounts elsewhere, in memory. */
export function buildMemoryCredentials(isHere: (facilitator: string) => boolean) {
  const all = new Map<string, Credential>();

  return {
    add(credential: Credential): boolean {
      if (all.has(credential.id) || !isHere(credential.facilitator)) return false;
      all.set(credential.id, { ...credential });
      return true;
    },
    list: ({ id, kind, facilitator }: CredentialFilter): Credential[] =>
      [...all.values()]
        .filter(
          (one) =>
            (id ?? one.id) === one.id &&
            (kind ?? one.kind) === one.kind &&
            (facilitator ?? one.facilitator) === one.facilitator,
        )
        .sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1))
        .map((one) => ({ ...one })),
    renew(id: string, { usedAt, facts }: Pick<Credential, 'usedAt' | 'facts'>): boolean {
      const found = all.get(id);
      if (found) all.set(id, { ...found, usedAt, facts });
      return found !== undefined;
    },
    remove: (id: string, facilitator: string): boolean => all.get(id)?.facilitator === facilitator && all.delete(id),
    removeOf(facilitator: string): void {
      for (const [id, one] of all) if (one.facilitator === facilitator) all.delete(id);
    },
  };
}
