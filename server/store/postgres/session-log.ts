import type { Logged } from '../../../shared/events.ts';
import { chainStart } from '../chain.ts';
import { CorruptLog, UnknownSession } from '../errors.ts';
import type { Written } from '../log-rows.ts';
import { newEpoch, repeatedOf } from '../session-rules.ts';
import type { Appended, Entry, SessionEntry, StoredResult } from '../store.ts';
import { loggedOf } from '../stored-form.ts';
import { currentForm } from '../upcasters.ts';
import type { Run } from './database.ts';
import { buildEventRows, type Fetch, fetchOne } from './event-rows.ts';
import type { Keys } from './keys.ts';

type Standing = { seq: number | null; chain: Buffer | null; lost: boolean; deleted: boolean; known: string[] };

const selectStanding = `
  SELECT s.seq, s.chain, s.lost_seq IS NOT NULL AS lost,
    EXISTS (SELECT 1 FROM deleted d WHERE d.session = asked.session) AS deleted,
    ARRAY(SELECT command FROM results r WHERE r.session = asked.session AND r.command = ANY($2)) AS known
  FROM (VALUES ($1::text)) AS asked (session) LEFT JOIN sessions s USING (session)`;
const insertSession = `
  INSERT INTO sessions (session, epoch, owner, created_at, seq, chain) VALUES ($1, $2, $3, $4, 0, $5)`;
const selectSessions = `
  SELECT session, seq, epoch, owner, created_at AS "createdAt", lost_seq, lost_at
  FROM sessions ORDER BY created_at, session COLLATE "C"`;
/** All rows of an append in one statement: one way to the database and back. */
const insertAll = `
  WITH new_events AS (
    INSERT INTO events (session, seq, form, body, hashes, chain)
    SELECT $1, * FROM unnest($4::integer[], $5::integer[], $6::text[], $7::text[], $8::bytea[])
  ), new_texts AS (
    INSERT INTO texts (session, text, seq, sealed)
    SELECT $1, * FROM unnest($9::text[], $10::integer[], $11::bytea[])
  ), new_results AS (
    INSERT INTO results (session, command, seq, data)
    SELECT $1, * FROM unnest($12::text[], $13::integer[], $14::text[])
  )
  UPDATE sessions SET seq = $2, chain = $3 WHERE session = $1`;
const selectCommands = `
  SELECT r.command FROM texts t JOIN results r ON r.session = t.session AND r.seq = t.seq
  WHERE t.session = $1 AND t.text = ANY($2)`;
const eraseTexts = `UPDATE texts SET sealed = NULL WHERE session = $1 AND text = ANY($2) AND sealed IS NOT NULL`;

/** Sessions, their events and their commands' results; what writes runs under the session's own lock. */
export function buildSessionLog(keys: Keys, now: () => number, onDamage: (found: CorruptLog) => void = () => {}) {
  const rows = buildEventRows(keys);
  const damaged = new Map<string, CorruptLog>();

  /** Damage found once keeps the session closed to writing by this node until it is repaired. */
  async function guarded<T>(session: string, work: () => Promise<T>): Promise<T> {
    const known = damaged.get(session);
    if (known) throw known;
    try {
      return await work();
    } catch (error) {
      if (error instanceof CorruptLog) {
        damaged.set(session, error);
        onDamage(error);
      }
      throw error;
    }
  }

  async function standingOf(run: Run, session: string, commands: readonly string[]): Promise<Standing> {
    const [standing] = await run<Standing>(selectStanding, [session, commands]);
    if (!standing) throw new Error('a row was expected');
    // Stored once, in an end of the log that was lost, and erased since: it counts as done, and brings nothing back (P2).
    const erased = standing.lost ? await keys.erasedOf(session) : [];
    return { ...standing, known: [...standing.known, ...erased] };
  }

  async function write(run: Run, session: string, standing: Standing, entries: Entry[]) {
    const key = await keys.of(session);
    const { seq, chain } = standing;
    if (!key && (await keys.isBuried(session))) throw new UnknownSession(session);
    if (!key || seq === null || !chain) throw new CorruptLog(session, seq ?? 0, 'its key is missing');
    const erase = entries.flatMap((entry) => entry.erase);
    const remember = entries.flatMap((entry) => entry.remember ?? []);
    const {
      head,
      written,
      rows: log,
      texts,
    } = rows.sealedRows(
      { session, key, before: { seq, chain }, gone: new Set(erase) },
      entries.flatMap(({ events }) => events),
    );
    await run(insertAll, [
      ...[session, head.seq, head.chain],
      ...columnsOf(log, ['seq', 'form', 'body', 'hashes', 'chain']),
      ...columnsOf(texts, ['text', 'seq', 'sealed']),
      ...columnsOf(resultsOf(seq, entries), ['command', 'seq', 'data']),
    ]);
    if (erase.length > 0) await run(eraseTexts, [session, erase]);
    if (erase.length + remember.length > 0) {
      const brought = await run<{ command: string }>(selectCommands, [session, erase]);
      await keys.noteErased(session, [...erase, ...brought.map(({ command }) => command), ...remember]);
    }
    return written.map(loggedFrom);
  }
  const loggedFrom = ({ seq, body, texts }: Written) => loggedOf(seq, currentForm, body, texts);

  return {
    has: async (run: Run, session: string): Promise<boolean> =>
      (await run('SELECT 1 FROM sessions WHERE session = $1', [session])).length > 0,
    read: (fetch: Fetch, session: string, after: number) => guarded(session, () => rows.read(fetch, session, after)),
    readIntact: (run: Run, session: string) => rows.readIntact(run, session),

    async append(
      run: Run,
      session: string,
      expectedSeq: number,
      entries: Entry[],
      owner: string,
      again?: (tail: readonly Logged[]) => Entry[],
    ): Promise<Appended> {
      const commands = entries.flatMap(({ commandId }) => (commandId === null ? [] : [commandId]));
      let standing = await standingOf(run, session, commands);
      const isNew = standing.seq === null;
      if (isNew && (expectedSeq !== 0 || standing.deleted)) throw new UnknownSession(session);
      const repeated = repeatedOf(entries, (command) => standing.known.includes(command));
      if (isNew) {
        const chain = Buffer.from(chainStart(session));
        await keys.create(session);
        await run(insertSession, [session, newEpoch(), owner, now(), chain]);
        standing = { ...standing, seq: 0, chain };
      }
      const seq = standing.seq ?? 0;
      if (seq < expectedSeq) throw new CorruptLog(session, seq + 1, `ends at ${seq}, its writer knows ${expectedSeq}`);
      if (seq === expectedSeq && repeated.length === 0)
        return { ok: true, events: await guarded(session, () => write(run, session, standing, entries)) };
      const tail = await guarded(session, () => rows.read(fetchOne(run), session, expectedSeq));
      if (!again || repeated.length > 0) return { ok: false, tail, repeated };
      const instead = again(tail);
      const events = instead.length > 0 ? await guarded(session, () => write(run, session, standing, instead)) : [];
      return { ok: true, events };
    },

    async resultOf(run: Run, session: string, command: string): Promise<StoredResult | undefined> {
      const [row] = await run<{ seq: number | null; data: string | null; lost: boolean }>(
        `SELECT r.seq, r.data, s.lost_seq IS NOT NULL AS lost FROM sessions s
         LEFT JOIN results r ON r.session = s.session AND r.command = $2 WHERE s.session = $1`,
        [session, command],
      );
      if (!row) return undefined;
      if (row.seq !== null) return { seq: row.seq, data: row.data === null ? null : JSON.parse(row.data) };
      return row.lost && (await keys.erasedOf(session)).includes(command) ? { seq: 0, data: null } : undefined;
    },

    async sessions(run: Run): Promise<SessionEntry[]> {
      type Row = Omit<SessionEntry, 'lost'> & { lost_seq: number | null; lost_at: number | null };
      const found = await run<Row>(selectSessions);
      return found.map(({ lost_seq: ended, lost_at: at, ...entry }) => ({
        ...entry,
        lost: ended === null ? null : { seq: ended, reached: ended, at: at ?? 0 },
      }));
    },
    async ownerOf(run: Run, session: string): Promise<string | undefined> {
      const [row] = await run<{ owner: string }>('SELECT owner FROM sessions WHERE session = $1', [session]);
      return row?.owner;
    },
    giveTo: (run: Run, session: string, owner: string) =>
      run('UPDATE sessions SET owner = $2 WHERE session = $1', [session, owner]),

    damaged: () => [...damaged.values()],
    forget: (session: string) => {
      damaged.delete(session);
      keys.forget(session);
    },
  };
}

function resultsOf(after: number, entries: readonly Entry[]) {
  let seq = after;
  return entries.flatMap(({ commandId: command, data, events }) => {
    seq += events.length;
    return command === null ? [] : [{ command, seq, data: data && JSON.stringify(data) }];
  });
}

const columnsOf = <Row, Name extends keyof Row>(rows: readonly Row[], names: readonly Name[]): Row[Name][][] =>
  names.map((name) => rows.map((row) => row[name]));
