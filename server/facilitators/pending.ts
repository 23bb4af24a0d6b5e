import { createSecretKey, hkdfSync } from 'node:crypto';
import type { Access } from '../access.ts';
import { newSecret } from '../secrets.ts';
import { seal, unseal } from '../store/sealing.ts';
import type { Store } from '../store/store.ts';

const place = 'begun';
const keyOf = (secret: string) => createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', place, 32)));

/**
 * What was begun in one browser and is finished there, once and soon, by whichever node: kept under a secret that its
 * cookie holds, and sealed with it, so that who reads the store learns nothing.
 */
export function buildPending<T>(
  store: Store,
  access: Pick<Access, 'give' | 'grant'>,
  clock: () => number,
  lifetime: number,
) {
  return {
    async add(value: T): Promise<string> {
      const secret = newSecret();
      const terms = Buffer.from(seal(keyOf(secret), place, JSON.stringify(value)).sealed).toString('base64url');
      await access.give('begun', null, '', secret, { expiresAt: clock() + lifetime, terms });
      return secret;
    },
    /** It is gone by that. */
    async take(secret: string | undefined): Promise<T | undefined> {
      const found = secret === undefined ? undefined : await access.grant(secret, ['begun']);
      if (!secret || !found?.terms || found.expiresAt <= clock()) return undefined;
      if ((await store.revokeGrants({ id: found.id })) === 0) return undefined;
      return JSON.parse(unseal(keyOf(secret), place, Buffer.from(found.terms, 'base64url')).words) as T;
    },
  };
}
