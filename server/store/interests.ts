import type { DatabaseSync } from 'node:sqlite';
import type { Keys } from './keys.ts';
import { markOf, seal, unseal } from './sealing.ts';
import type { Interest } from './session-rules.ts';

const place = 'interest';

/** Addresses to keep informed: under a key of their own, and with no road to a session. */
export function buildInterests(database: DatabaseSync, keys: Keys, now: () => number) {
  const upsert = database.prepare(
    `INSERT INTO interests (mark, delete_after, sealed) VALUES (?, ?, ?)
     ON CONFLICT DO UPDATE SET delete_after = excluded.delete_after, sealed = excluded.sealed`,
  );
  const sweep = database.prepare('DELETE FROM interests WHERE delete_after <= ?');
  const select = database.prepare('SELECT delete_after, sealed FROM interests WHERE delete_after > ? ORDER BY mark');

  return {
    add({ script, month, email, deleteAfter }: Interest): void {
      sweep.run(now());
      const key = keys.forInterests();
      const words = JSON.stringify([script, month, email]);
      upsert.run(markOf(key, words), deleteAfter, seal(key, place, words).sealed);
    },
    list(): Interest[] {
      return (select.all(now()) as { delete_after: number; sealed: Uint8Array }[]).map((row) => {
        const words: [string, string, string] = JSON.parse(unseal(keys.forInterests(), place, row.sealed).words);
        const [script, month, email] = words;
        return { script, month, email, deleteAfter: row.delete_after };
      });
    },
  };
}
