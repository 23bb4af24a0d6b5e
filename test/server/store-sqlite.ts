import { chmodSync, readdirSync, statSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { hashOf } from '../../server/secrets.ts';
import { CannotStore, NewerSchema, StoreInUse, UnknownSession } from '../../server/store/errors.ts';
import { buildBatch } from '../../server/store/sqlite/batch.ts';
import { openDatabases } from '../../server/store/sqlite/database.ts';
import { keysSchema, mainSchema } from '../../server/store/sqlite/schema.ts';
import { buildSqliteStore } from '../../server/store/sqlite/sqlite-store.ts';
import { change, copyOf, newFolder, openIn, readableIn } from './store-folder.ts';
import { begun, draft, entry, grant, interestOf, leave, noted, oneStep, opened, sampleAt } from './store-samples.ts';

const numbers = (count: number) => Array.from({ length: count }, (_, n) => n);

export function sqlitePromises(): void {
  describe('SQLite: one transaction for many', () => {
    test('a burst of many sessions is stored in short turns, in its order, and what is stored is told before the rest (A2)', async () => {
      const databases = openDatabases(newFolder().path);
      let at = 0;
      const happened: (number | 'stored')[] = [];
      const batch = buildBatch(
        databases.main,
        () => happened.push('stored'),
        () => at++,
      );
      const all = numbers(50).map(async (n) => {
        await batch.write(() => undefined);
        happened.push(n);
      });
      await Promise.all(all);
      const turns = happened.filter((one) => one === 'stored').length;
      expect(turns, 'transactions').toBeGreaterThan(4);
      expect(happened.filter((one) => one !== 'stored')).toEqual(numbers(50));
      expect(happened.lastIndexOf('stored'), 'told before the last transaction').toBeGreaterThan(40);
      batch.close();
      databases.main.close();
      databases.keys.close();
    });

    test('A2 200 appends of 20 sessions in one turn are one transaction', async () => {
      const commits: number[] = [];
      const store = openIn(newFolder(), (calls) => commits.push(calls));
      await Promise.all(numbers(20).map((n) => begun(store, `s${n}`)));
      const appends = numbers(200).map((n) => store.append(`s${n % 20}`, 1 + Math.floor(n / 20), [oneStep(`${n}`)]));
      expect((await Promise.all(appends)).every(({ ok }) => ok)).toBe(true);
      expect(commits).toEqual([20, 200]);
    });

    test('drafts, grants and the probe ride in the transaction of the appends', async () => {
      const commits: number[] = [];
      const store = openIn(newFolder(), (calls) => commits.push(calls));
      await begun(store, 's1');
      await Promise.all([
        store.append('s1', 1, [oneStep('a')]),
        store.saveDraft('s1', draft('x')),
        store.addGrant('h', grant('g')),
        store.probe(),
      ]);
      expect(commits).toEqual([1, 4]);
    });

    test('while a long log is read others have their turn, and what they write meanwhile is not half read (S2)', async () => {
      const store = openIn(newFolder());
      await begun(store, 's1');
      const events = numbers(3_000).map((n) => noted(`n${n}`, `words ${n}`));
      await store.append('s1', 1, [entry('long', events)]);
      let turns = 0;
      const counting = setInterval(() => turns++, 0);
      const reading = store.read('s1');
      await store.append('s1', 3_001, [oneStep('later')]);
      const read = await reading;
      clearInterval(counting);
      expect([read.length, turns > 0]).toEqual([3_001, true]);
      const [again, removed] = [store.read('s1'), store.deleteSession('s1')];
      await removed;
      expect(await again).toEqual([]);
      expect(await store.sessions()).toEqual([]);
    });

    test('A2 acknowledged appends are in a copy of the files that was made without closing', async () => {
      const folder = newFolder();
      const store = openIn(folder);
      await begun(store, 's1', 3);
      await store.append('s1', 3, [entry('a', [noted('n1', 'acknowledged')])]);
      const after = openIn(copyOf(folder));
      expect(await after.read('s1')).toEqual(await store.read('s1'));
      expect(await after.resultOf('s1', 'a')).toEqual({ seq: 4, data: null });
    });

    test('A2 a full disk rejects the whole batch and leaves nothing half; with space again all goes on', async () => {
      const folder = newFolder();
      const databases = openDatabases(folder.path);
      const store = buildSqliteStore(databases, { now: () => sampleAt });
      await begun(store, 's1');
      await begun(store, 's2');
      const pages = Number(databases.main.prepare('PRAGMA page_count').get()?.['page_count']);
      databases.main.exec(`PRAGMA max_page_count = ${pages}`);
      const batch = () => [
        store.append('s1', 1, [oneStep('small')]),
        store.append('s2', 1, [entry('large', [noted('n1', 'x'.repeat(200_000))])]),
        store.saveDraft('s1', draft('rides along')),
      ];
      const failed = await Promise.allSettled(batch());
      expect(failed.map((one) => one.status === 'rejected' && one.reason)).toEqual(
        numbers(3).map(() => expect.any(CannotStore)),
      );
      expect([await store.read('s1'), await store.read('s2')].map(({ length }) => length)).toEqual([1, 1]);
      expect(await store.resultOf('s1', 'command-small')).toBeUndefined();
      expect(await store.drafts('s1', 'u1')).toEqual([]);

      databases.main.exec('PRAGMA max_page_count = 1000000');
      await Promise.all(batch());
      await store.close();
      const again = openIn(folder);
      expect([await again.read('s1'), await again.read('s2')].map(({ length }) => length)).toEqual([2, 2]);
    });

    test('A2 a failing disk in one call undoes the calls before it in that batch', async () => {
      const databases = openDatabases(newFolder().path);
      const { main } = databases;
      const store = buildSqliteStore(databases);
      const batch = buildBatch(main);
      const insert = () => void main.exec("INSERT INTO heads VALUES ('s1', 1, x'00')");
      const failed = await Promise.allSettled([
        batch.write(insert),
        batch.write(() => {
          main.exec('PRAGMA query_only = ON');
          main.exec("INSERT INTO heads VALUES ('s2', 1, x'00')");
        }),
      ]);
      main.exec('PRAGMA query_only = OFF');
      expect(failed).toMatchObject(numbers(2).map(() => ({ status: 'rejected', reason: { name: 'CannotStore' } })));
      await batch.write(insert);
      await store.close();
    });

    test('a probe rejects when the file takes no writing, and resolves again after that', async () => {
      const databases = openDatabases(newFolder().path);
      const store = buildSqliteStore(databases);
      databases.main.exec('PRAGMA query_only = ON');
      await expect(store.probe()).rejects.toThrow(CannotStore);
      databases.main.exec('PRAGMA query_only = OFF');
      await store.probe();
      await store.close();
    });
  });

  describe('SQLite: opening', () => {
    test('a second opener is refused at once, and the first is unharmed', async () => {
      const folder = newFolder();
      const store = openIn(folder);
      await begun(store, 's1');
      expect(() => openIn(folder)).toThrow(StoreInUse);
      expect(await store.append('s1', 1, [oneStep('a')])).toMatchObject({ ok: true });
      await store.close();
      expect(await openIn(folder).read('s1')).toHaveLength(2);
    });

    const files = [
      ['in-gesprek.db', mainSchema.length],
      ['keys.db', keysSchema.length],
    ] as const;
    test.each(files)('a newer %s is refused and left as it was', async (name, version) => {
      const folder = newFolder();
      const store = openIn(folder);
      await begun(store, 's1');
      await store.close();
      change(folder.file(name), 'PRAGMA user_version = 99');
      expect(() => openIn(folder)).toThrow(NewerSchema);
      expect(() => openIn(folder)).toThrow(/99/);
      change(folder.file(name), `PRAGMA user_version = ${version}`);
      expect(await openIn(folder).read('s1')).toHaveLength(1);
    });

    test('a file from before links had terms is lifted, with all that it holds', async () => {
      const folder = newFolder();
      const store = openIn(folder);
      await begun(store, 's1');
      await store.addGrant('h', grant('g'));
      await store.close();
      const later = ['facilitators', 'shares', 'acts', 'credentials', 'scripts']
        .map((table) => `DROP TABLE ${table};`)
        .join(' ');
      change(folder.file('in-gesprek.db'), `${later} ALTER TABLE grants DROP COLUMN terms; PRAGMA user_version = 1`);
      const lifted = openIn(folder);
      expect(await lifted.read('s1')).toHaveLength(1);
      expect(await lifted.grantByHash('h')).toEqual(grant('g'));
    });

    test('a file that is no database is refused with a typed error', () => {
      const folder = newFolder();
      change(folder.file('in-gesprek.db'), `CREATE TABLE t (a); PRAGMA user_version = ${mainSchema.length}`);
      expect(() => openIn(folder)).toThrow(CannotStore);
    });
  });

  describe('SQLite: bytes', () => {
    const canaries = numbers(200).map((n) => `kanarie-${n}-é👍-${crypto.randomUUID()}`);

    test('P2 of 200 canaries none is readable in any file: before deleting, after it, and after closing', async () => {
      const folder = newFolder();
      const store = openIn(folder);
      const [texts, drafts, names] = [canaries.slice(0, 150), canaries.slice(150, 190), canaries.slice(190)];
      await store.append('s1', 0, [
        entry(
          'a',
          texts.map((words, n) => noted(`n${n}`, words)),
        ),
      ]);
      for (const [n, words] of drafts.entries()) await store.saveDraft('s1', draft(words, { item: `item-${n % 20}` }));
      for (const email of names) await leave(store, interestOf(email, { deleteAfter: 9e15 }));
      expect(await store.read('s1')).toHaveLength(150);
      expect(readableIn(folder, canaries)).toBe(0);
      await store.deleteSession('s1');
      expect(readableIn(folder, canaries)).toBe(0);
      await store.close();
      expect(readableIn(folder, canaries)).toBe(0);
    });

    test('P2 a deleted session leaves no byte of its events, sealed words, seats or key; only its id', async () => {
      const folder = newFolder();
      const store = openIn(folder);
      const marks = numbers(50).map(() => `step-${crypto.randomUUID()}`);
      await store.append('s-delete-me', 0, [
        entry(
          'a',
          marks.map((mark) => opened(mark)),
        ),
        entry('b', [noted('n1', 'x')]),
      ]);
      const copy = copyOf(folder);
      const [{ sealed } = {}] = change(copy.file('in-gesprek.db'), 'SELECT sealed FROM texts');
      const [{ key } = {}] = change(copy.file('keys.db'), "SELECT key FROM keys WHERE name = 'session/s-delete-me'");
      const traces = [...marks, sealed as Uint8Array, key as Uint8Array];
      expect(readableIn(folder, traces)).toBe(traces.length);
      await store.deleteSession('s-delete-me');
      expect(readableIn(folder, traces)).toBe(0);
      expect(readableIn(folder, ['s-delete-me'])).toBe(1);
    });

    test('P2 a script is readable in no file, and once it is deleted neither its sealed bytes nor its key are left', async () => {
      const folder = newFolder();
      const store = openIn(folder);
      const about = { nameKey: 'a', passphrase: null, administrator: false, createdAt: sampleAt };
      await store.saveFacilitator({ id: 'f1', name: 'A', ...about });
      const saved = { script: 'own', owner: 'f1', at: sampleAt };
      for (const [n, yaml] of canaries.slice(0, 5).entries())
        await store.saveScript({ ...saved, version: n + 1, yaml }, { scripts: 9, ofAll: 100, versions: 9 });
      expect(readableIn(folder, canaries)).toBe(0);
      const copy = copyOf(folder);
      const sealed = change(copy.file('in-gesprek.db'), 'SELECT sealed FROM scripts').map((row) => row['sealed']);
      const [{ key } = {}] = change(copy.file('keys.db'), "SELECT key FROM keys WHERE name = 'session/script/own'");
      const traces = [...sealed, key] as Uint8Array[];
      expect([traces.length, readableIn(folder, traces)]).toEqual([6, 6]);
      await store.removeScript('own');
      expect(readableIn(folder, traces)).toBe(0);
      expect(store.files?.lastDeletedAt()).toBe(sampleAt);
      await store.close();
      // An older copy of the rows beside the keys of now: gone again, and unreadable before that.
      change(folder.file('in-gesprek.db'), "INSERT INTO scripts VALUES ('own', 1, 'f1', 1, x'01')");
      const again = openIn(folder);
      expect([await again.scripts({}), await again.scriptText('own', 1)]).toEqual([[], undefined]);
    });

    test('P2 once an append that erases is acknowledged, not even the sealed bytes are left', async () => {
      const folder = newFolder();
      const store = openIn(folder);
      await store.append('s1', 0, [entry('a', [noted('n1', 'mask me'), noted('n2', 'keep me')])]);
      const rows = change(copyOf(folder).file('in-gesprek.db'), 'SELECT sealed FROM texts ORDER BY text');
      const [erased, kept] = rows.map(({ sealed }) => sealed as Uint8Array);
      if (!erased || !kept) throw new Error('two sealed texts were expected');
      expect(readableIn(folder, [erased, kept])).toBe(2);
      await store.append('s1', 2, [entry('b', [], { erase: ['t-n1'] })]);
      expect(readableIn(folder, [erased])).toBe(0);
      expect(readableIn(folder, [kept])).toBe(1);
    });

    test('P2 a deletion that was cut short after its key was gone reads as done, and can be ended', async () => {
      const databases = openDatabases(newFolder().path);
      const store = buildSqliteStore(databases);
      await store.append('s1', 0, [entry('a', [noted('n1', 'x')])]);
      databases.main.exec(
        "CREATE TEMP TRIGGER cut BEFORE DELETE ON sessions BEGIN SELECT RAISE(ABORT, 'cut short'); END",
      );
      await expect(store.deleteSession('s1')).rejects.toThrow('cut short');
      expect(await store.sessions()).toEqual([]);
      expect(await store.read('s1')).toEqual([]);
      await expect(store.append('s1', 1, [oneStep('b')])).rejects.toThrow(UnknownSession);
      databases.main.exec('DROP TRIGGER cut');
      await store.deleteSession('s1');
      expect(databases.main.prepare('SELECT * FROM events').all()).toEqual([]);
      await store.close();
    });

    test('who has the rows and not the keys cannot find a short secret by trying: its hash is marked, also what an earlier version stored', async () => {
      const folder = newFolder();
      const store = openIn(folder);
      const plain = hashOf('BCDFGHJKLM');
      await store.addGrant(plain, grant('g'));
      expect(readableIn(folder, [plain])).toBe(0);
      await store.close();
      const [row] = change(folder.file('in-gesprek.db'), 'SELECT secret FROM grants');
      expect(String(row?.['secret'])).toMatch(/^m1\.[\w-]{43}$/);
      change(folder.file('in-gesprek.db'), `UPDATE grants SET secret = '${plain}'`);
      const again = openIn(folder);
      expect((await again.grantByHash(plain))?.id).toBe('g');
      expect(readableIn(folder, [plain])).toBe(0);
      await expect(again.addGrant(plain, grant('h'))).rejects.toThrow();
      await again.close();
      // With other keys it leads nowhere.
      change(folder.file('keys.db'), "DELETE FROM keys WHERE name = 'grants'");
      expect(await openIn(folder).grantByHash(plain)).toBeUndefined();
    });

    test('the files and their folder are for this account alone, also those that an earlier version made', async () => {
      const folder = newFolder();
      chmodSync(folder.path, 0o755);
      const modes = () => ['', ...readdirSync(folder.path)].map((name) => statSync(folder.file(name)).mode & 0o777);
      const store = openIn(folder);
      await begun(store, 's1');
      expect(new Set(modes())).toEqual(new Set([0o700, 0o600]));
      expect(readdirSync(folder.path)).toContain('keys.db-wal');
      await store.close();
      for (const name of readdirSync(folder.path)) chmodSync(folder.file(name), 0o644);
      openIn(folder);
      expect(new Set(modes())).toEqual(new Set([0o700, 0o600]));
    });

    test('P2 the same words are sealed differently each time, and the log holds no plain hash of them', async () => {
      const folder = newFolder();
      const store = openIn(folder);
      await store.append('s1', 0, [entry('a', [noted('n1', 'same'), noted('n2', 'same')])]);
      await store.close();
      const hashes = change(folder.file('in-gesprek.db'), 'SELECT hashes FROM events').map((row) => row['hashes']);
      const hashOf = (json: unknown) => String(json).match(/,"([\w-]{43})"/)?.[1];
      expect(hashOf(hashes[0])).toBeDefined();
      expect(hashOf(hashes[0])).not.toBe(hashOf(hashes[1]));
    });
  });
}
