/** A log that lost its end knows it, because the keys' file does; and what was erased does not come back with an older log. */
import { cpSync, rmSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { openSqliteStore } from '../../server/store/sqlite/sqlite-store.ts';
import { change, copyOf, type Folder, newFolder, openIn, readableIn } from './store-folder.ts';
import { begun, entry, noted, oneStep } from './store-samples.ts';

const main = 'in-gesprek.db';
const endings = ['', '-wal'];

/** `now`, but with the log and its words as they were `then`. */
function setBack(now: Folder, then: Folder): Folder {
  const mixed = copyOf(now);
  for (const end of endings) rmSync(mixed.file(main + end), { force: true });
  for (const end of endings) cpSync(then.file(main + end), mixed.file(main + end), { force: true });
  return mixed;
}
function openTold(folder: Folder) {
  const lost: object[] = [];
  const store = openSqliteStore({ folder: folder.path, now: () => 7, onLost: (one) => lost.push(one) });
  return { store, lost };
}

export function endPromises(): void {
  describe('SQLite: lost ends', () => {
    test('S4 a log that is shorter than it was says from where to where, once, begins a new epoch, and is written on', async () => {
      const folder = newFolder();
      const store = openIn(folder);
      await begun(store, 's1', 3);
      await begun(store, 's2', 2);
      const then = copyOf(folder);
      await store.append('s1', 3, [oneStep('a'), oneStep('b')]);
      const epochs = async (one: typeof store) =>
        Object.fromEntries((await one.sessions()).map((e) => [e.session, e.epoch]));
      const before = await epochs(store);
      const mixed = setBack(copyOf(folder), then);
      const again = openTold(mixed);
      expect(again.lost).toEqual([{ session: 's1', seq: 3, reached: 5, at: 7 }]);
      const after = await epochs(again.store);
      expect(after['s2']).toBe(before['s2']);
      expect(after['s1']).not.toBe(before['s1']);
      expect((await again.store.sessions()).map(({ lost }) => lost)).toEqual([
        { session: 's1', seq: 3, reached: 5, at: 7 },
        null,
      ]);
      expect(await again.store.append('s1', 3, [oneStep('a')])).toMatchObject({ ok: true });
      await again.store.close();
      const third = openTold(mixed);
      expect(third.lost).toEqual([]);
      expect(await epochs(third.store)).toEqual(after);
      await third.store.close();
    });

    test('P2 what entries asked to remember is known too where the log that held them is gone', async () => {
      const folder = newFolder();
      const store = openIn(folder);
      await begun(store, 's1', 2);
      const then = copyOf(folder);
      await store.append('s1', 2, [{ ...oneStep('a'), remember: ['erased/seat1'] }, oneStep('b')]);
      expect(await store.remembered('s1')).toEqual(['erased/seat1']);
      const again = openTold(setBack(copyOf(folder), then));
      expect(await again.store.remembered('s1')).toEqual(['erased/seat1']);
      expect(await again.store.remembered('s2')).toEqual([]);
      await again.store.deleteSession('s1');
      expect(await again.store.remembered('s1')).toEqual([]);
      await again.store.close();
    });

    test('S4 as long as it was, but with another past, it begins a new epoch too', async () => {
      const folder = newFolder();
      const store = openIn(folder);
      await begun(store, 's1', 2);
      const then = copyOf(folder);
      await store.append('s1', 2, [oneStep('a')]);
      const other = openIn(copyOf(then));
      await other.append('s1', 2, [oneStep('b'), oneStep('c')]);
      await other.close();
      const elsewhere = copyOf(then);
      const written = openIn(elsewhere);
      await written.append('s1', 2, [oneStep('x'), oneStep('y')]);
      const { store: mixed, lost } = openTold(setBack(copyOf(folder), copyOf(elsewhere)));
      expect(lost).toEqual([{ session: 's1', seq: 4, reached: 3, at: 7 }]);
      await mixed.close();
    });

    test('A2 killed at any moment, no log says that it lost its end: what is known is never ahead', async () => {
      const folder = newFolder();
      const store = openIn(folder);
      await begun(store, 's1', 1);
      for (let seq = 1; seq < 12; seq++) {
        await store.append('s1', seq, [oneStep(`step-${seq}`)]);
        const { store: again, lost } = openTold(copyOf(folder));
        expect(lost).toEqual([]);
        expect((await again.read('s1')).length).toBe(seq + 1);
        await again.close();
      }
    });

    test('a session of which nothing is left is said to be lost, and a deleted one is not', async () => {
      const folder = newFolder();
      const store = openIn(folder);
      const then = copyOf(folder);
      await begun(store, 's1', 3);
      await begun(store, 's2', 3);
      await store.deleteSession('s2');
      const { store: again, lost } = openTold(setBack(copyOf(folder), then));
      expect(lost).toEqual([{ session: 's1', seq: 0, reached: 3, at: 7 }]);
      await again.close();
    });

    test('P2 words that were erased since are not in an older log that comes back, and their command brings them back no more', async () => {
      const folder = newFolder();
      const store = openIn(folder);
      await begun(store, 's1');
      await store.append('s1', 1, [entry('before', [noted('n1', 'kanarie-een')])]);
      const then = copyOf(folder);
      await store.append('s1', 2, [entry('after', [noted('n2', 'kanarie-twee')])]);
      await store.append('s1', 3, [entry('erasing', [], { erase: ['t-n1', 't-n2'] })]);
      const mixed = setBack(copyOf(folder), then);
      const again = openIn(mixed);
      expect((await again.read('s1')).map(({ texts }) => texts ?? {})).toEqual([{}, {}]);
      expect(await again.resultOf('s1', 'after')).toEqual({ seq: 0, data: null });
      expect(await again.append('s1', 2, [entry('after', [noted('n3', 'kanarie-twee')])])).toMatchObject({
        ok: false,
        repeated: ['after'],
      });
      await again.close();
      expect(readableIn(mixed, ['kanarie-een', 'kanarie-twee'])).toBe(0);
      expect(change(mixed.file(main), 'SELECT text FROM texts WHERE sealed IS NOT NULL')).toEqual([]);
    });
  });
}
