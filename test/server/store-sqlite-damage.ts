import { createSecretKey } from 'node:crypto';
import { cpSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { CannotStore } from '../../server/store/errors.ts';
import { newKey, seal, unseal } from '../../server/store/sealing.ts';
import { currentForm, lift } from '../../server/store/upcasters.ts';
import { change, copyOf, type Folder, flipByte, newFolder, openIn } from './store-folder.ts';
import { begun, draft, entry, noted, oneStep } from './store-samples.ts';

/** A closed store with three events in s1 (the second with words) and two in s2. */
async function closedStore(): Promise<Folder> {
  const folder = newFolder();
  const store = openIn(folder);
  await begun(store, 's1');
  await store.append('s1', 1, [entry('a', [noted('n1', 'words')]), oneStep('step-of-three')]);
  await begun(store, 's2', 2);
  await store.close();
  return folder;
}
const corrupt = (seq: number) => ({ name: 'CorruptLog', session: 's1', seq });

export function damagePromises(): void {
  describe('SQLite: damage', () => {
    test('S1 a flipped byte in an event names session and seq, closes that log, and leaves the others open', async () => {
      const folder = await closedStore();
      flipByte(folder.file('in-gesprek.db'), 'step-of-three', 3);
      const store = openIn(folder);
      await expect(store.read('s1')).rejects.toMatchObject(corrupt(3));
      await expect(store.append('s1', 3, [oneStep('more')])).rejects.toMatchObject(corrupt(3));
      expect(store.damaged()).toMatchObject([corrupt(3)]);
      expect(await store.read('s2')).toHaveLength(2);
      expect(await store.append('s2', 2, [oneStep('more')])).toMatchObject({ ok: true });
    });

    test.each([
      [
        'a changed time of the first event',
        "UPDATE events SET body = replace(body, '17000', '17001') WHERE seq = 1",
        1,
      ],
      ['a changed hash of a text', "UPDATE events SET hashes = '[]' WHERE session = 's1' AND seq = 2", 2],
      ['a changed link', "UPDATE events SET chain = zeroblob(32) WHERE session = 's1' AND seq = 2", 2],
      ['a lost text', "DELETE FROM texts WHERE session = 's1'", 2],
      ['a changed text', "UPDATE texts SET sealed = zeroblob(60) WHERE session = 's1'", 2],
      ['another end', "UPDATE heads SET chain = zeroblob(32) WHERE session = 's1'", 3],
      [
        'events in another order',
        "UPDATE events SET seq = CASE seq WHEN 2 THEN 9 ELSE seq END WHERE session = 's1'",
        2,
      ],
    ])('S1 reading sees %s', async (_, sql, seq) => {
      const folder = await closedStore();
      change(folder.file('in-gesprek.db'), sql);
      const store = openIn(folder);
      await expect(store.read('s1')).rejects.toMatchObject(corrupt(seq));
      const intact = await store.readIntact('s1');
      expect(intact.slice(0, seq - 1).map((event) => event.seq)).toEqual([1, 2].slice(0, seq - 1));
    });

    test.each([
      ['the last event is gone', "DELETE FROM events WHERE session = 's1' AND seq = 3", 3],
      ['an event in the middle is gone', "DELETE FROM events WHERE session = 's1' AND seq = 2", 2],
      ['the first event is gone', "DELETE FROM events WHERE session = 's1' AND seq = 1", 1],
      ['all are gone', "DELETE FROM events WHERE session = 's1'", 1],
      ['the stored end is gone', "DELETE FROM heads WHERE session = 's1'", 1],
      ['the stored end is older', "UPDATE heads SET seq = 1 WHERE session = 's1'", 2],
    ])('S1 opening sees that %s', async (_, sql, seq) => {
      const folder = await closedStore();
      change(folder.file('in-gesprek.db'), sql);
      const store = openIn(folder);
      expect(store.damaged()).toMatchObject([corrupt(seq)]);
      await expect(store.append('s1', 3, [oneStep('more')])).rejects.toMatchObject(corrupt(seq));
      expect(await store.sessions()).toHaveLength(2);
    });

    test('S1 reading sees other words in the place of a text, even when sealed with the right key', async () => {
      const folder = await closedStore();
      const [row] = change(folder.file('keys.db'), "SELECT key FROM keys WHERE name = 'session/s1'");
      const key = createSecretKey(row?.['key'] as Uint8Array);
      const forged = Buffer.from(seal(key, 'text/s1/t-n1', 'forged').sealed).toString('hex');
      change(folder.file('in-gesprek.db'), `UPDATE texts SET sealed = x'${forged}'`);
      await expect(openIn(folder).read('s1')).rejects.toThrow('not the one that was logged');
    });

    test('an undamaged store has nothing to report, also when words were erased', async () => {
      const folder = await closedStore();
      const store = openIn(folder);
      await store.append('s1', 3, [entry('b', [], { erase: ['t-n1'] })]);
      await store.close();
      const again = openIn(folder);
      expect(await again.read('s1')).toHaveLength(3);
      expect(again.damaged()).toEqual([]);
    });

    test('a damaged session can be deleted', async () => {
      const folder = await closedStore();
      change(folder.file('in-gesprek.db'), "DELETE FROM events WHERE session = 's1' AND seq = 2");
      const store = openIn(folder);
      await store.deleteSession('s1');
      expect(store.damaged()).toEqual([]);
      expect((await store.sessions()).map(({ session }) => session)).toEqual(['s2']);
    });
  });

  describe('SQLite: backups and keys', () => {
    test('P2 an old backup of the log, put back after a deletion, gives nothing and is deleted again', async () => {
      const folder = await closedStore();
      const backup = copyOf(folder);
      const store = openIn(folder);
      await store.deleteSession('s1');
      await store.close();
      cpSync(backup.file('in-gesprek.db'), folder.file('in-gesprek.db'));
      const restored = openIn(folder);
      expect((await restored.sessions()).map(({ session }) => session)).toEqual(['s2']);
      expect(await restored.read('s1')).toEqual([]);
      await restored.close();
      expect(change(folder.file('in-gesprek.db'), "SELECT * FROM events WHERE session = 's1'")).toEqual([]);
    });

    test('P2 an old backup of the keys, put back after a deletion, loses that key again', async () => {
      const folder = await closedStore();
      const backup = copyOf(folder);
      const store = openIn(folder);
      await store.deleteSession('s1');
      await store.close();
      cpSync(backup.file('keys.db'), folder.file('keys.db'));
      await openIn(folder).close();
      expect(change(folder.file('keys.db'), 'SELECT name FROM keys')).toMatchObject([{ name: 'session/s2' }]);
    });

    test('without its key a log with words says so, and takes no new words', async () => {
      const folder = await closedStore();
      change(folder.file('keys.db'), 'DELETE FROM keys');
      const store = openIn(folder);
      await expect(store.read('s1')).rejects.toThrow('key is missing');
      await expect(store.append('s2', 2, [oneStep('a')])).rejects.toThrow('key is missing');
      await expect(store.saveDraft('s2', draft('x'))).rejects.toThrow(CannotStore);
    });
  });

  describe('sealing and forms', () => {
    test('sealed words open only with their key, in their place, and unchanged', () => {
      const key = newKey();
      const { sealed, hash } = seal(key, 'here', 'woorden 👍');
      expect(unseal(key, 'here', sealed)).toEqual({ words: 'woorden 👍', hash });
      expect(() => unseal(newKey(), 'here', sealed)).toThrow();
      expect(() => unseal(key, 'there', sealed)).toThrow();
      for (const at of sealed.keys()) {
        const flipped = Uint8Array.from(sealed, (byte, n) => (n === at ? byte ^ 1 : byte));
        expect(() => unseal(key, 'here', flipped)).toThrow();
      }
      expect(() => unseal(key, 'here', sealed.subarray(0, 20))).toThrow();
    });

    test('an old form is lifted step by step to the newest, a newer one is refused', () => {
      const table = [
        (body: object) => ({ ...body, type: 'StepOpened' }),
        (body: object) => ({ ...body, endsAt: null }),
      ];
      expect(lift({ type: 'Opened' }, 1, table)).toEqual({ type: 'StepOpened', endsAt: null });
      expect(lift({ type: 'StepOpened' }, 2, table)).toEqual({ type: 'StepOpened', endsAt: null });
      expect(lift({ type: 'StepOpened' }, 3, table)).toEqual({ type: 'StepOpened' });
      expect(() => lift({}, 4, table)).toThrow('newer');
      expect(() => lift({}, currentForm + 1)).toThrow('newer');
    });
  });
}
