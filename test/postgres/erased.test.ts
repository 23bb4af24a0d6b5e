// P2 on PostgreSQL: what can be read through SQL, and what lies in its files.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import { openPostgresStore } from '../../server/store/postgres/postgres-store.ts';
import type { Store } from '../../server/store/store.ts';
import { draft, entry, interestOf, leave, noted, opened } from '../server/store-samples.ts';
import { makePostgres } from '../support/postgres-server.ts';
import { newDatabase, query } from './database.ts';

const server = await makePostgres();
afterAll(server.remove);
const { url } = await newDatabase(server.url);

async function open(): Promise<Store> {
  const store = await openPostgresStore({ url });
  onTestFinished(() => store.close());
  return store;
}
const numbers = (count: number) => Array.from({ length: count }, (_, n) => n);
const hex = (bytes: unknown) => Buffer.from(bytes as Uint8Array).toString('hex');

/** Every row of both schemas, as a dump would hold it. */
async function rows(): Promise<string> {
  const tables = await query(
    url,
    `SELECT schemaname || '.' || tablename AS name FROM pg_tables WHERE schemaname LIKE 'in_gesprek%'`,
  );
  const all = await Promise.all(
    tables.map(({ name }) => query(url, `SELECT string_agg(t::text, chr(10)) AS rows FROM ${String(name)} t`)),
  );
  return all.map(([{ rows: found } = {}]) => String(found ?? '')).join('\n');
}
const readableIn = (text: string, wanted: readonly string[]) => wanted.filter((one) => text.includes(one)).length;

/** Every byte of the server's files, its write-ahead log too, once all is written. */
async function files(): Promise<Buffer[]> {
  await query(server.url, 'CHECKPOINT');
  return readdirSync(server.data, { recursive: true, encoding: 'utf8' })
    .map((name) => join(server.data, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => readFileSync(path));
}

test('P2 of 200 canaries none can be read: not by SQL, and not in a file or the write-ahead log', async () => {
  const store = await open();
  const song = `kanarie-${crypto.randomUUID()}`;
  const canaries = numbers(200).map((n) => `${song}-${n}-é👍`);
  const [texts, drafts, names] = [canaries.slice(0, 150), canaries.slice(150, 190), canaries.slice(190)];
  const events = texts.map((words, n) => noted(`n${n}`, words));
  await store.append('s1', 0, [entry('a', events)]);
  for (const [n, words] of drafts.entries()) await store.saveDraft('s1', draft(words, { item: `item-${n}` }));
  for (const email of names) await leave(store, interestOf(email, { deleteAfter: 9e15 }));
  expect(await store.read('s1')).toHaveLength(150);
  expect(readableIn(await rows(), [song])).toBe(0);
  expect((await files()).filter((bytes) => bytes.includes(song))).toEqual([]);
});

test('P2 a deleted session leaves in no table its events, sealed words, drafts or key; only its id', async () => {
  const store = await open();
  const marks = numbers(20).map(() => `step-${crypto.randomUUID()}`);
  const events = [...marks.map((mark) => opened(mark)), noted('n1', 'x')];
  await store.append('s-delete-me', 0, [entry('a', events)]);
  await store.saveDraft('s-delete-me', draft('y'));
  const [{ sealed } = {}] = await query(url, `SELECT sealed FROM in_gesprek.texts WHERE session = 's-delete-me'`);
  const [{ key } = {}] = await query(url, `SELECT key FROM in_gesprek_keys.keys WHERE name = 'session/s-delete-me'`);
  const traces = [...marks, hex(sealed), hex(key)];
  expect(readableIn(await rows(), traces)).toBe(traces.length);
  await store.deleteSession('s-delete-me');
  const left = await rows();
  expect(readableIn(left, traces)).toBe(0);
  expect(readableIn(left, ['s-delete-me'])).toBe(1);
  // The table of the keys was written anew: its file holds no byte of a key that went.
  const [{ path } = {}] = await query(server.url, 'CHECKPOINT').then(() =>
    query(url, `SELECT pg_relation_filepath('in_gesprek_keys.keys') AS path`),
  );
  expect(readFileSync(join(server.data, String(path))).includes(Buffer.from(key as Uint8Array))).toBe(false);
});

test('P2 an append that erases leaves no sealed bytes in a table, also when it was appended just now', async () => {
  const store = await open();
  await store.append('s2', 0, [entry('a', [noted('n1', 'mask me'), noted('n2', 'keep me')])]);
  const sealed = await query(url, `SELECT sealed FROM in_gesprek.texts WHERE session = 's2' ORDER BY text`);
  const [erased = '', kept = ''] = sealed.map((row) => hex(row['sealed']));
  await store.append('s2', 2, [entry('b', [], { erase: ['t-n1'] })]);
  const left = await rows();
  expect([left.includes(erased), left.includes(kept)]).toEqual([false, true]);
});

test('P2 S4 a dump that is put back: what was deleted and erased since stays so, and every session begins a new epoch', async () => {
  const store = await open();
  for (const session of ['s3', 's4']) {
    await store.append(session, 0, [entry('a', [noted('n1', 'words'), noted('n2', 'more')])], 'owner-1');
  }
  const tables = ['sessions', 'events', 'texts', 'results'];
  for (const table of tables) await query(url, `CREATE TABLE public.${table} AS TABLE in_gesprek.${table}`);
  await store.deleteSession('s3');
  await store.append('s4', 2, [entry('b', [], { erase: ['t-n1'] })]);
  await store.append('s4', 2, [entry('c', [opened('later')])]);
  const [before] = (await store.sessions()).filter(({ session }) => session === 's4');
  await store.close();
  // As pg_restore does: the tables are made anew, and get the rows of then. The keys stay.
  for (const table of tables) {
    await query(url, `TRUNCATE in_gesprek.${table}; INSERT INTO in_gesprek.${table} TABLE public.${table}`);
    await query(url, `DROP TABLE public.${table}`);
  }
  await query(url, `DELETE FROM in_gesprek.deleted; UPDATE in_gesprek.home SET place = 'elsewhere'`);

  const restored = await open();
  expect(await restored.read('s3')).toEqual([]);
  await expect(restored.append('s3', 2, [entry('d', [])])).rejects.toThrow('not here');
  expect((await restored.read('s4')).map(({ texts }) => texts)).toEqual([undefined, { 't-n2': 'more' }]);
  const [after] = (await restored.sessions()).filter(({ session }) => session === 's4');
  expect(after).toMatchObject({ seq: 2, lost: { seq: 2 } });
  expect(after?.epoch).not.toBe(before?.epoch);
  // Its command was done once, and brings nothing back.
  expect(await restored.resultOf('s4', 'a')).toEqual({ seq: 2, data: null });
  expect(await restored.append('s4', 2, [entry('e', [])])).toMatchObject({ ok: true });
});
