/** How far each log is known to have reached, in the keys' file: a log whose own file lost its end would not know. */
import type { DatabaseSync } from 'node:sqlite';
import { chainStart, isSameChain } from '../chain.ts';
import type { Head } from '../log-rows.ts';
import { newEpoch } from '../session-rules.ts';

/** A log that ends at `seq` (0: it is not there at all), and is known to have reached `reached`. */
export type LostEnd = { session: string; seq: number; reached: number; at: number };

/** Without words of people. */
export const lostLine = ({ session, seq, reached }: LostEnd): string =>
  seq === 0
    ? `Lost / verloren: the whole log of session ${session}, known to have reached ${reached}.`
    : `Lost / verloren: session ${session} ends at seq ${seq}, known to have reached ${reached}. Phones put back what they hold / telefoons zetten terug wat zij hebben.`;

export type KnownEnds = ReturnType<typeof buildKnownEnds>;

export function buildKnownEnds(database: DatabaseSync, main: DatabaseSync, now: () => number) {
  const selectHead = main.prepare('SELECT seq, chain FROM heads WHERE session = ?');
  const note = database.prepare(
    'INSERT INTO ends VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET seq = excluded.seq, chain = excluded.chain',
  );
  const remember = database.prepare(
    'INSERT INTO lost VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET seq = excluded.seq, reached = excluded.reached, at = excluded.at',
  );
  const known = database.prepare('SELECT session, seq, reached, at FROM lost WHERE session = ?');
  const touched = new Set<string>();
  const headOf = (session: string) => selectHead.get(session) as Head | undefined;

  /**
   * After each commit of the log, before anybody is answered. It is not waited for until the disk has this: what a dying
   * program wrote stays, and when the power goes the log itself was synced. So this is never ahead of the log.
   */
  function write(): void {
    if (touched.size === 0) return;
    try {
      database.exec('BEGIN IMMEDIATE');
      for (const session of touched) {
        const head = headOf(session);
        if (head) note.run(session, head.seq, head.chain);
      }
      database.exec('COMMIT');
      touched.clear();
    } catch {
      // Full, or dying: with the next commit it is tried again.
      if (database.isTransaction) database.exec('ROLLBACK');
    }
  }

  /** Logs that are shorter than they were, or others: from here on each has a new epoch, and phones offer again (S4). */
  function findLost(): LostEnd[] {
    const chainAt = main.prepare('SELECT chain FROM events WHERE session = ? AND seq = ?');
    const begin = main.prepare('UPDATE sessions SET epoch = ? WHERE session = ?');
    const forget = database.prepare('DELETE FROM ends WHERE session = ?');
    const ends = database
      .prepare('SELECT session, seq, chain FROM ends WHERE session NOT IN (SELECT session FROM deleted)')
      .all() as ({ session: string } & Head)[];
    const lost = ends.flatMap(({ session, seq: reached, chain }): LostEnd[] => {
      const head = headOf(session);
      const isAt = head && head.seq >= reached && (reached === 0 ? chainStart(session) : chainIn(session, reached));
      // A hole in the log is damage, and told as that.
      if (isAt === undefined ? head : isAt && isSameChain(isAt, chain)) return [];
      return [{ session, seq: head?.seq ?? 0, reached, at: now() }];
    });
    function chainIn(session: string, seq: number): Uint8Array | undefined {
      const found = chainAt.get(session, seq)?.['chain'];
      return found instanceof Uint8Array ? found : undefined;
    }
    for (const { session, seq, reached, at } of lost) {
      begin.run(newEpoch(), session);
      if (seq === 0) forget.run(session);
      else {
        remember.run(session, seq, reached, at);
        touched.add(session);
      }
    }
    write();
    return lost;
  }

  return {
    touch: (session: string) => void touched.add(session),
    write,
    findLost,
    lostOf: (session: string) => known.get(session) as LostEnd | undefined,
  };
}
