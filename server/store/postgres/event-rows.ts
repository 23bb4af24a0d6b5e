import type { KeyObject } from 'node:crypto';
import type { Logged } from '../../../shared/events.ts';
import { inTurns } from '../../in-turns.ts';
import { chainAfter, chainStart } from '../chain.ts';
import { CorruptLog } from '../errors.ts';
import { eventsUpTo, type Head, type LogRow, textPlaceOf, type Written, walk, wordsIn } from '../log-rows.ts';
import { seal } from '../sealing.ts';
import type { Entry } from '../store.ts';
import { storedFormOf, type Words } from '../stored-form.ts';
import { currentForm } from '../upcasters.ts';
import type { Run } from './database.ts';
import type { Keys } from './keys.ts';
import { together } from './together.ts';

type Row = { end_seq: number; end_chain: Buffer } & (
  | ({ names: string[] | null; sealed: (Buffer | null)[] | null } & LogRow)
  | { seq: null }
);

type Place = { session: string; after: number };
type TextRow = { seq: number; text: string; sealed: Uint8Array | null };

/** One statement, so that the end, the events and their words are of one moment; the event before them tells their chain. */
const selected = `
  SELECT s.seq AS end_seq, s.chain AS end_chain, e.seq, e.form, e.body, e.hashes, e.chain, t.names, t.sealed`;
const ofText = `
  LEFT JOIN LATERAL (
    SELECT array_agg(text) AS names, array_agg(sealed) AS sealed FROM texts
    WHERE session = e.session AND seq = e.seq
  ) t ON e.hashes <> '[]'`;
const selectOne = `${selected}
  FROM sessions s LEFT JOIN events e ON e.session = s.session AND e.seq >= $2 ${ofText}
  WHERE s.session = $1 ORDER BY e.seq`;
const selectSome = `${selected}, asked.nth::int
  FROM unnest($1::text[], $2::integer[]) WITH ORDINALITY AS asked (session, after, nth)
  JOIN sessions s ON s.session = asked.session
  LEFT JOIN events e ON e.session = s.session AND e.seq >= asked.after ${ofText}
  ORDER BY asked.nth, e.seq`;

/** The rows after a place in a log, and the one before. */
export type Fetch = (place: Place) => Promise<Row[]>;

export const fetchOne =
  (run: Run): Fetch =>
  ({ session, after }) =>
    run<Row>(selectOne, [session, after]);

/** A node that hears how far many logs are reads all of them in one go. */
export const fetchTogether = (run: Run): Fetch =>
  together(async (places) => {
    if (places.length === 1) return Promise.all(places.map(fetchOne(run)));
    const columns = [places.map(({ session }) => session), places.map(({ after }) => after)];
    const found = Map.groupBy(await run<Row & { nth: number }>(selectSome, columns), ({ nth }) => nth);
    return places.map((_, i) => found.get(i + 1) ?? []);
  });

/** The log's rows, each checked against the chain when read. */
export function buildEventRows(keys: Keys) {
  /** Where it begins and ends, and what is between; undefined: no such session. */
  async function load(find: Fetch, session: string, after: number) {
    const found = await find({ session, after });
    const [first] = found;
    if (!first) return undefined;
    const end: Head = { seq: first.end_seq, chain: first.end_chain };
    const rows = found.filter((row) => row.seq !== null);
    const texts = new Map(
      rows.flatMap(({ names, sealed }) => names?.map((name, i) => [name, sealed?.[i]] as const) ?? []),
    );
    const key = texts.size > 0 ? await keys.of(session) : undefined;
    // Another node is deleting it, or was cut short in that.
    if (texts.size > 0 && !key && (await keys.isBuried(session))) return undefined;
    function* steps() {
      yield* walk(
        session,
        startOf(),
        rows.filter(({ seq }) => seq > after),
        (seq, hashes) => {
          if (hashes.length === 0) return [];
          if (!key) throw new CorruptLog(session, seq, 'its key is missing');
          return hashes.flatMap((one) => wordsIn({ session, seq, key }, one, texts.get(one[0])));
        },
      );
    }
    function startOf(): Head {
      if (after === 0) return { seq: 0, chain: chainStart(session) };
      const [before] = rows;
      if (before?.seq !== after) throw new CorruptLog(session, after, 'this event is missing');
      return { seq: after, chain: before.chain };
    }
    return { end, startOf, steps };
  }

  return {
    /** All events after a seq; throws CorruptLog where a row is missing, changed, or beyond the stored end. */
    async read(find: Fetch, session: string, after: number): Promise<Logged[]> {
      const loaded = await load(find, session, after);
      if (!loaded || after > loaded.end.seq) return [];
      return inTurns(eventsUpTo(session, loaded.startOf(), loaded.end, loaded.steps()));
    },

    /** What a damaged log still tells: its events up to the first that cannot be relied on. */
    async readIntact(run: Run, session: string): Promise<Logged[]> {
      const intact: Logged[] = [];
      try {
        for (const { event } of (await load(fetchOne(run), session, 0))?.steps() ?? []) intact.push(event);
      } catch (error) {
        if (!(error instanceof CorruptLog)) throw error;
      }
      return intact;
    },

    /** Events after `before` as rows, with their words but those that go at once; and where the log ends then. */
    sealedRows(
      { session, key, before, gone }: { session: string; key: KeyObject; before: Head; gone: ReadonlySet<string> },
      events: Entry['events'],
    ): { head: Head; written: Written[]; rows: LogRow[]; texts: TextRow[] } {
      let head = before;
      const rows: LogRow[] = [];
      const texts: TextRow[] = [];
      const written = events.map((event): Written => {
        const { body, texts: brought } = storedFormOf(event);
        const seq = head.seq + 1;
        const sealed = brought.map(([text, words]) => ({ text, ...seal(key, textPlaceOf(session, text), words) }));
        for (const one of sealed) texts.push({ seq, text: one.text, sealed: gone.has(one.text) ? null : one.sealed });
        const hashes = JSON.stringify(sealed.map(({ text, hash }) => [text, hash]));
        const link = { seq, form: currentForm, body, hashes };
        head = { seq, chain: chainAfter(head.chain, link) };
        rows.push({ ...link, chain: head.chain });
        return { seq, body, texts: brought.filter(([text]: Words) => !gone.has(text)) };
      });
      return { head, written, rows, texts };
    },
  };
}
