import type { KeyObject } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { Logged } from '../../../shared/events.ts';
import { atOnce } from '../../in-turns.ts';
import { CorruptLog, UnknownSession } from '../errors.ts';
import type { Head, Written } from '../log-rows.ts';
import { newEpoch, repeatedOf } from '../session-rules.ts';
import type { Appended, Entry, SessionEntry, StoredResult } from '../store.ts';
import { loggedOf } from '../stored-form.ts';
import { currentForm } from '../upcasters.ts';
import { buildEventRows, shortLogs } from './event-rows.ts';
import { isDamaged } from './failures.ts';
import type { Keys } from './keys.ts';
import type { KnownEnds } from './known-ends.ts';
import { buildTextRows } from './text-rows.ts';

/** Sessions, their events and their commands' results; each call runs inside the caller's transaction or alone. */
export function buildSessionLog(
  database: DatabaseSync,
  keys: Keys,
  ends: KnownEnds,
  now: () => number,
  onDamage: (found: CorruptLog) => void = () => {},
) {
  const texts = buildTextRows(database, keys);
  const rows = buildEventRows(database, texts);
  const damaged = new Map(shortLogs(database).map((error) => [error.session, error]));
  for (const found of damaged.values()) onDamage(found);
  const insert = database.prepare('INSERT INTO sessions (session, epoch, owner, created_at) VALUES (?, ?, ?, ?)');
  const select = database.prepare('SELECT 1 FROM sessions WHERE session = ?');
  const all = database.prepare(
    `SELECT session, coalesce(seq, 0) AS seq, epoch, owner, created_at AS createdAt
     FROM sessions LEFT JOIN heads USING (session) ORDER BY createdAt, session`,
  );
  const selectOwner = database.prepare('SELECT owner FROM sessions WHERE session = ?');
  const changeOwner = database.prepare('UPDATE sessions SET owner = ? WHERE session = ?');
  const insertResult = database.prepare('INSERT INTO results (session, command, seq, data) VALUES (?, ?, ?, ?)');
  const selectResult = database.prepare('SELECT seq, data FROM results WHERE session = ? AND command = ?');

  const commandsThatBrought = database.prepare(
    `SELECT r.command FROM events e JOIN results r ON r.session = e.session AND r.seq = e.seq
     WHERE e.session = ? AND instr(e.hashes, ?) > 0`,
  );

  /** Sessions stay until they are deleted, and are asked after all the time. */
  const here = new Set<string>();
  function has(session: string): boolean {
    if (keys.isBuried(session)) return false;
    if (here.has(session)) return true;
    const isHere = select.get(session) !== undefined;
    // What a transaction brings may be undone with it.
    if (isHere && !database.isTransaction) here.add(session);
    return isHere;
  }

  /** Damage found once keeps the session closed to writing until it is repaired. */
  function guarded<T>(session: string, work: () => T): T {
    const known = damaged.get(session);
    if (known) throw known;
    try {
      return work();
    } catch (error) {
      const found = isDamaged(error) ? new CorruptLog(session, 1, 'the file is damaged in this log') : error;
      if (found instanceof CorruptLog) {
        damaged.set(session, found);
        onDamage(found);
      }
      throw found;
    }
  }
  /** Others may write meanwhile, which is not read; of a session that is deleted meanwhile nothing is left to read. */
  function* readInSteps(session: string, after: number): Generator<undefined, Logged[]> {
    const steps = rows.readInSteps(session, after);
    while (has(session)) {
      const { done, value } = guarded(session, () => steps.next());
      if (done) return value;
      yield;
    }
    return [];
  }

  function resultOf(session: string, command: string): StoredResult | undefined {
    const row = selectResult.get(session, command) as { seq: number; data: string | null } | undefined;
    // Stored once, in an end of the log that was lost, and erased since: it counts as done, and brings nothing back (P2).
    if (!row && keys.isErased(session, command)) return { seq: 0, data: null };
    return row && { seq: row.seq, data: row.data === null ? null : JSON.parse(row.data) };
  }

  const commandsOf = (session: string, erase: readonly string[]): string[] =>
    erase.flatMap((text) =>
      commandsThatBrought.all(session, JSON.stringify(text)).map(({ command }) => String(command)),
    );

  /** An older log than there was may hold again what was erased: not for long. */
  function eraseAgain(): boolean {
    return keys.erased().filter(([session, id]) => texts.erase(session, id)).length > 0;
  }

  function begin(session: string, owner: string): void {
    keys.create(session);
    insert.run(session, newEpoch(), owner, now());
    rows.begin(session);
  }

  function write(session: string, key: KeyObject, before: Head, entries: Entry[]): Logged[] {
    const written: Written[] = [];
    const erased = new Set<string>();
    let head = before;
    for (const { commandId, data, events, erase, remember = [] } of entries) {
      for (const event of events) {
        const next = rows.write(session, key, head, event);
        head = next.head;
        written.push(next.written);
      }
      if (erase.length + remember.length > 0)
        keys.noteErased(session, [...erase, ...commandsOf(session, erase), ...remember]);
      for (const text of erase) {
        texts.erase(session, text);
        erased.add(text);
      }
      if (commandId !== null) insertResult.run(session, commandId, head.seq, data && JSON.stringify(data));
    }
    rows.end(session, head);
    ends.touch(session);
    return written.map(({ seq, body, texts }) =>
      loggedOf(
        seq,
        currentForm,
        body,
        texts.filter(([text]) => !erased.has(text)),
      ),
    );
  }

  return {
    has,
    readInSteps,
    readIntact: (session: string): Logged[] => (has(session) ? rows.readIntact(session) : []),
    eraseAgain,
    resultOf: (session: string, command: string) => (has(session) ? resultOf(session, command) : undefined),
    sessions: () =>
      (all.all() as SessionEntry[])
        .filter(({ session }) => !keys.isBuried(session))
        .map((entry) => ({
          ...entry,
          lost: ends.lostOf(entry.session) ?? null,
        })),
    remembered: (session: string): string[] => keys.erased().flatMap(([one, id]) => (one === session ? [id] : [])),
    ownerOf(session: string): string | undefined {
      const owner = keys.isBuried(session) ? undefined : selectOwner.get(session)?.['owner'];
      return owner === undefined ? undefined : String(owner);
    },
    giveTo: (session: string, owner: string) => void changeOwner.run(owner, session),
    damaged: () => [...damaged.values()],
    forget(session: string): void {
      damaged.delete(session);
      here.delete(session);
    },

    append(session: string, expectedSeq: number, entries: Entry[], owner: string): Appended {
      const isNew = !has(session);
      if (isNew && (expectedSeq !== 0 || keys.isBuried(session))) throw new UnknownSession(session);
      const repeated = repeatedOf(entries, (command) => !isNew && resultOf(session, command) !== undefined);
      if (isNew) begin(session, owner);
      const head = guarded(session, () => rows.head(session));
      const { seq } = head;
      if (seq < expectedSeq) throw new CorruptLog(session, seq + 1, `ends at ${seq}, its writer knows ${expectedSeq}`);
      if (seq > expectedSeq || repeated.length > 0)
        return { ok: false, tail: atOnce(readInSteps(session, expectedSeq)), repeated };
      const key = keys.of(session);
      if (!key) throw new CorruptLog(session, seq, 'its key is missing: restore takes both files');
      return { ok: true, events: guarded(session, () => write(session, key, head, entries)) };
    },
  };
}
