import type { DatabaseSync } from 'node:sqlite';
import { markOf, seal, unseal } from '../sealing.ts';
import { type ChangeInterest, type Interest, type InterestPlace, interestPlaceOf } from '../session-rules.ts';
import type { Keys } from './keys.ts';

const place = 'interest';
type Row = { delete_after: number; sealed: Uint8Array };
/** What a row from before there were mails does not say. */
const before = { standing: 'unasked', secret: '', sendAfter: null, tries: 0, mailedOn: null } as const;

/** Addresses to keep informed: under a key of their own, and with no road to a session. */
export function buildInterests(database: DatabaseSync, keys: Keys, now: () => number) {
  const upsert = database.prepare(
    `INSERT INTO interests (mark, delete_after, sealed) VALUES (?, ?, ?)
     ON CONFLICT DO UPDATE SET delete_after = excluded.delete_after, sealed = excluded.sealed`,
  );
  const sweep = database.prepare('DELETE FROM interests WHERE delete_after <= ?');
  const remove = database.prepare('DELETE FROM interests WHERE mark = ?');
  const one = database.prepare('SELECT delete_after, sealed FROM interests WHERE mark = ?');
  const select = database.prepare('SELECT delete_after, sealed FROM interests WHERE delete_after > ? ORDER BY mark');

  function opened({ delete_after, sealed }: Row): Interest {
    const words: unknown = JSON.parse(unseal(keys.forInterests(), place, sealed).words);
    if (!Array.isArray(words)) return { ...(words as Omit<Interest, 'deleteAfter'>), deleteAfter: delete_after };
    const [script, month, email] = words as [string, string, string];
    return { script, month, email, ...before, deleteAfter: delete_after };
  }

  return {
    change(at: InterestPlace, change: ChangeInterest): void {
      sweep.run(now());
      const key = keys.forInterests();
      const mark = markOf(key, interestPlaceOf(at));
      const row = one.get(mark) as Row | undefined;
      const next = change(row && opened(row));
      if (!next) {
        remove.run(mark);
        return;
      }
      const { deleteAfter, ...words } = next;
      upsert.run(mark, deleteAfter, seal(key, place, JSON.stringify(words)).sealed);
    },
    list: (): Interest[] => (select.all(now()) as Row[]).map(opened),
    /** How many went. */
    sweep: (): number => Number(sweep.run(now()).changes),
  };
}
