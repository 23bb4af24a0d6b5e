import type { KeyObject } from 'node:crypto';
import { markOf, seal, unseal } from '../sealing.ts';
import { type ChangeInterest, type Interest, type InterestPlace, interestPlaceOf } from '../session-rules.ts';
import type { Run } from './database.ts';
import type { Keys } from './keys.ts';

const place = 'interest';
type Row = { delete_after: number; sealed: Buffer };

function opened(key: KeyObject, { delete_after: deleteAfter, sealed }: Row): Interest {
  return { ...(JSON.parse(unseal(key, place, sealed).words) as Omit<Interest, 'deleteAfter'>), deleteAfter };
}

/** Addresses to keep informed: under a key of their own, and with no road to a session. */
export function buildInterests(keys: Keys, now: () => number) {
  const sweep = (run: Run) => run('DELETE FROM interests WHERE delete_after <= $1', [now()]);

  return {
    async change(run: Run, at: InterestPlace, change: ChangeInterest): Promise<void> {
      await sweep(run);
      const key = await keys.forInterests();
      const mark = markOf(key, interestPlaceOf(at));
      const [row] = await run<Row>('SELECT delete_after, sealed FROM interests WHERE mark = $1', [mark]);
      const next = change(row && opened(key, row));
      if (!next) {
        await run('DELETE FROM interests WHERE mark = $1', [mark]);
        return;
      }
      const { deleteAfter, ...words } = next;
      await run(
        `INSERT INTO interests (mark, delete_after, sealed) VALUES ($1, $2, $3)
         ON CONFLICT (mark) DO UPDATE SET delete_after = excluded.delete_after, sealed = excluded.sealed`,
        [mark, deleteAfter, seal(key, place, JSON.stringify(words)).sealed],
      );
    },
    async list(run: Run): Promise<Interest[]> {
      const rows = await run<Row>('SELECT delete_after, sealed FROM interests WHERE delete_after > $1 ORDER BY mark', [
        now(),
      ]);
      const key = await keys.forInterests();
      return rows.map((row) => opened(key, row));
    },
    sweep,
  };
}
