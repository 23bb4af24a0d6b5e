// Several nodes on one database: what each of them may count on.
import { afterAll, expect, onTestFinished, test } from 'vitest';
import { NewerSchema } from '../../server/store/errors.ts';
import { openPostgresStore } from '../../server/store/postgres/postgres-store.ts';
import type { Store } from '../../server/store/store.ts';
import { begun, draft, entry, noted, oneStep } from '../server/store-samples.ts';
import { newDatabase, query } from './database.ts';

const { url, drop } = await newDatabase();
afterAll(drop);

async function open(): Promise<Store> {
  const store = await openPostgresStore({ url });
  onTestFinished(() => store.close());
  return store;
}
const upTo = (count: number) => Array.from({ length: count }, (_, n) => n + 1);

test('nodes that begin at once on an empty database make its tables once', async () => {
  await query(url, 'DROP SCHEMA IF EXISTS in_gesprek, in_gesprek_keys CASCADE');
  const stores = await Promise.all(upTo(4).map(open));
  await begun(stores[0] as Store, 'first');
  for (const store of stores) expect(await store.read('first')).toHaveLength(1);
});

test('a database of a newer program is refused, and left as it was', async () => {
  const store = await open();
  await begun(store, 'newer');
  const [form] = await query(url, 'SELECT version FROM in_gesprek.form');
  await query(url, 'UPDATE in_gesprek.form SET version = 99');
  await expect(open()).rejects.toThrow(NewerSchema);
  await expect(open()).rejects.toThrow(/99/);
  await query(url, `UPDATE in_gesprek.form SET version = ${Number(form?.['version'])}`);
  expect(await (await open()).read('newer')).toHaveLength(1);
});

/** Appends as a writer does: after a tail it goes on from there. */
async function appendAfterTail(store: Store, session: string, name: string): Promise<void> {
  for (let seq = 0; ; ) {
    const appended = await store.append(session, seq, [oneStep(name)]);
    if (appended.ok) return;
    seq = appended.tail.at(-1)?.seq ?? seq;
    if (appended.repeated.length > 0) return;
  }
}

test('S1 S2 two nodes write to one session: each event once, without gaps, and both read the same', async () => {
  const [one, other] = [await open(), await open()];
  const names = upTo(16).map((n) => `n${n}`);
  await Promise.all(names.map((name, n) => appendAfterTail(n % 2 ? one : other, 'shared', name)));
  const log = await one.read('shared');
  expect(log.map(({ seq }) => seq)).toEqual(upTo(16));
  expect(log.map((event) => 'step' in event && event.step).sort()).toEqual(names.sort());
  expect(await other.read('shared')).toEqual(log);
});

test('A1 the same command given to two nodes at once counts once', async () => {
  const [one, other] = [await open(), await open()];
  await begun(one, 'twice');
  const both = await Promise.all([one, other].map((store) => store.append('twice', 1, [oneStep('same')])));
  expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
  expect(both.find(({ ok }) => !ok)).toMatchObject({ repeated: ['command-same'] });
  expect(await one.read('twice')).toHaveLength(2);
});

test('P2 what one node deletes is gone for another that had its key, and takes nothing more', async () => {
  const [one, other] = [await open(), await open()];
  await one.append('gone', 0, [entry('a', [noted('n1', 'words')])]);
  expect(await other.read('gone')).toHaveLength(1);
  await one.deleteSession('gone');
  expect(await other.read('gone')).toEqual([]);
  await expect(other.append('gone', 1, [oneStep('b')])).rejects.toThrow('not here');
  await expect(other.saveDraft('gone', draft('x'))).rejects.toThrow('not here');
});

test('P2 the keys may be in another database: the data then holds none, and without them it is refused', async () => {
  const [data, keys] = [await newDatabase(), await newDatabase()];
  for (const one of [data, keys]) onTestFinished(one.drop);
  const apart = await openPostgresStore({ url: data.url, keysUrl: keys.url });
  await apart.append('s1', 0, [entry('a', [noted('n1', 'words')])]);
  await begun(apart, 's2');
  const before = await apart.read('s1');
  expect(before).toMatchObject([{ texts: { 't-n1': 'words' } }]);
  await apart.close();
  const schemas = `SELECT nspname AS name FROM pg_namespace WHERE nspname LIKE 'in_gesprek%' ORDER BY 1`;
  const found = await Promise.all(
    [data, keys].map(async ({ url: at }) => (await query(at, schemas)).map(({ name }) => name)),
  );
  expect(found).toEqual([['in_gesprek'], ['in_gesprek_keys']]);
  await expect(openPostgresStore({ url: data.url })).rejects.toThrow('its keys are not there');
  const again = await openPostgresStore({ url: data.url, keysUrl: keys.url });
  expect(await again.read('s1')).toEqual(before);
  await again.deleteSession('s1');
  await again.close();
  const names = await query(keys.url, `SELECT name FROM in_gesprek_keys.keys WHERE name LIKE 'session/%'`);
  expect(names).toEqual([{ name: 'session/s2' }]);
});
