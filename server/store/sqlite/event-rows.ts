import type { KeyObject } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { Logged } from '../../../shared/events.ts';
import { chainAfter, chainStart } from '../chain.ts';
import { CorruptLog } from '../errors.ts';
import { eventsUpTo, type Head, type LogRow, type Written, walk } from '../log-rows.ts';
import { type NewLogged, storedFormOf } from '../stored-form.ts';
import { currentForm } from '../upcasters.ts';
import { isDamaged } from './failures.ts';
import type { TextRows } from './text-rows.ts';

/** The log's rows, each checked against the chain when read. */
export function buildEventRows(database: DatabaseSync, texts: TextRows) {
  const insert = database.prepare(
    'INSERT INTO events (session, seq, form, body, hashes, chain) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const select = database.prepare(
    'SELECT seq, form, body, hashes, chain FROM events WHERE session = ? AND seq > ? ORDER BY seq',
  );
  const selectChain = database.prepare('SELECT chain FROM events WHERE session = ? AND seq = ?');
  const selectHead = database.prepare('SELECT seq, chain FROM heads WHERE session = ?');
  const setHead = database.prepare(
    'INSERT INTO heads (session, seq, chain) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET seq = excluded.seq, chain = excluded.chain',
  );

  function head(session: string): Head {
    const row = selectHead.get(session) as Head | undefined;
    if (!row) throw new CorruptLog(session, 1, 'where its log ends is not known');
    return row;
  }
  function chainAt(session: string, seq: number): Uint8Array {
    if (seq === 0) return chainStart(session);
    const chain = selectChain.get(session, seq)?.['chain'];
    if (!(chain instanceof Uint8Array)) throw new CorruptLog(session, seq, 'this event is missing');
    return chain;
  }

  const stepsOf = (session: string, from: Head, found: Iterable<LogRow>) =>
    walk(session, from, found, (seq, hashes) => texts.read(session, seq, hashes));

  return {
    head,
    begin: (session: string) => void setHead.run(session, 0, chainStart(session)),

    /** Writes one event after `before` and returns the new end. */
    write(session: string, key: KeyObject, before: Head, event: NewLogged): { head: Head; written: Written } {
      const stored = storedFormOf(event);
      const hashes = JSON.stringify(texts.write(session, key, stored.texts));
      const link = { seq: before.seq + 1, form: currentForm, body: stored.body, hashes };
      const chain = chainAfter(before.chain, link);
      insert.run(session, link.seq, link.form, link.body, link.hashes, chain);
      return { head: { seq: link.seq, chain }, written: { seq: link.seq, ...stored } };
    },
    end: (session: string, { seq, chain }: Head) => void setHead.run(session, seq, chain),

    /**
     * All events after a seq as they are now, a step each; throws CorruptLog where a row is missing, changed, or beyond
     * the stored end.
     */
    *readInSteps(session: string, after: number): Generator<undefined, Logged[]> {
      const end = head(session);
      if (after > end.seq) return [];
      const from = { seq: after, chain: chainAt(session, after) };
      return yield* eventsUpTo(session, from, end, stepsOf(session, from, select.all(session, after) as LogRow[]));
    },

    /** What a damaged log still tells: its events up to the first that cannot be relied on. */
    readIntact(session: string): Logged[] {
      const intact: Logged[] = [];
      try {
        const found = select.iterate(session, 0) as Iterable<unknown> as Iterable<LogRow>;
        const from = { seq: 0, chain: chainStart(session) };
        for (const { event } of stepsOf(session, from, found)) intact.push(event);
      } catch (error) {
        if (!(error instanceof CorruptLog || isDamaged(error))) throw error;
      }
      return intact;
    },
  };
}

/** Sessions whose count of events is not the one stored, each with the first seq that is wrong. */
export function shortLogs(database: DatabaseSync): CorruptLog[] {
  const counts = database
    .prepare(
      `SELECT s.session, h.seq AS expected, count(e.seq) AS found, coalesce(max(e.seq), 0) AS last
       FROM sessions s LEFT JOIN heads h USING (session) LEFT JOIN events e USING (session) GROUP BY s.session`,
    )
    .all() as { session: string; expected: number | null; found: number; last: number }[];
  const firstGap = database.prepare(
    `SELECT coalesce(min(e.seq) + 1, 1) AS seq FROM events e WHERE e.session = ?1
     AND NOT EXISTS (SELECT 1 FROM events n WHERE n.session = ?1 AND n.seq = e.seq + 1)`,
  );
  const hasFirst = database.prepare('SELECT 1 FROM events WHERE session = ? AND seq = 1');
  return counts
    .filter(({ expected, found, last }) => expected !== found || expected !== last)
    .map(({ session, expected, found }) => {
      const gap = hasFirst.get(session) ? Number(firstGap.get(session)?.['seq']) : 1;
      const seq = Math.min(gap, (expected ?? 0) + 1);
      return new CorruptLog(session, seq, `the log holds ${found} events, expected ${expected ?? 'an end'}`);
    });
}
