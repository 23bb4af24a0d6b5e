import { describe, expect, test } from 'vitest';
import type { SavedScript } from '../../server/store/store.ts';
import type { Exam } from './store-contract.ts';
import { sampleAt } from './store-samples.ts';

const anke = {
  ...{ id: 'f1', name: 'Anke', nameKey: 'anke', passphrase: null },
  ...{ administrator: false, createdAt: sampleAt },
};
const ben = { ...anke, id: 'f2', name: 'Ben', nameKey: 'ben' };
const most = { scripts: 2, ofAll: 3, versions: 3 };
const saved = (script: string, version: number, more: Partial<SavedScript> = {}): SavedScript => ({
  ...{ script, version, owner: 'f1', at: sampleAt + version, ...more },
});

export function scriptsContract(exam: Exam): void {
  const save = (one: SavedScript, yaml = `# ${one.script}\nversion: ${one.version}\n`) =>
    exam.store.saveScript({ ...one, yaml }, most);
  const here = async () => {
    for (const one of [anke, ben]) await exam.store.saveFacilitator(one);
  };

  describe("scripts of one's own", () => {
    test('each version comes back byte for byte, the last ones are listed, also after a reopen', async () => {
      await here();
      const odd = 'title: "é👍"\r\n\t# tab\n\u0000';
      expect([await save(saved('b', 1)), await save(saved('a', 1), odd), await save(saved('b', 2))]).toEqual(
        Array(3).fill('saved'),
      );
      expect(await save(saved('c', 1, { owner: 'f2' }))).toBe('saved');
      const store = await exam.reopen();
      expect(await store.scripts({ owner: 'f1' })).toEqual([saved('a', 1), saved('b', 2)]);
      expect(await store.scripts({})).toHaveLength(3);
      expect(await store.scriptVersions('b')).toEqual([saved('b', 1), saved('b', 2)]);
      expect(await store.scriptText('a', 1)).toBe(odd);
      expect(await store.scriptText('b', 1)).toBe('# b\nversion: 1\n');
      expect([await store.scriptText('b', 3), await store.scriptText('d', 1)]).toEqual([undefined, undefined]);
      expect(await store.scriptVersions('d')).toEqual([]);
    });

    test("of two who save after the same version one is told that it changed; nobody saves in another's", async () => {
      await here();
      await save(saved('a', 1));
      const both = await Promise.all([save(saved('a', 2), 'one'), save(saved('a', 2), 'two')]);
      expect(both.sort()).toEqual(['changed', 'saved']);
      expect(await save(saved('a', 4))).toBe('changed');
      expect(await save(saved('a', 3, { owner: 'f2' }))).toBe('changed');
      expect(await save(saved('z', 1, { owner: 'f9' }))).toBe('gone');
      expect(await exam.store.scriptVersions('a')).toHaveLength(2);
    });

    test('there are so many of each facilitator and of all together, and so many versions of each: the oldest go', async () => {
      await here();
      await save(saved('a', 1));
      await save(saved('b', 1));
      expect(await save(saved('c', 1))).toBe('tooMany');
      expect(await save(saved('c', 1, { owner: 'f2' }))).toBe('saved');
      // All together have as many as fit; what is there already can be saved still.
      expect(await save(saved('d', 1, { owner: 'f2' }))).toBe('full');
      for (const version of [2, 3, 4, 5]) expect(await save(saved('a', version))).toBe('saved');
      expect((await exam.store.scriptVersions('a')).map(({ version }) => version)).toEqual([3, 4, 5]);
      expect(await exam.store.scriptText('a', 2)).toBeUndefined();
      // As it moves between stores: from the first that is kept.
      await exam.store.removeScript('b');
      expect(await save(saved('d', 7))).toBe('saved');
    });

    test('P2 what is deleted is gone and never comes back; so is what a facilitator who goes had', async () => {
      await here();
      await save(saved('a', 1));
      await save(saved('b', 1));
      await save(saved('c', 1, { owner: 'f2' }));
      await exam.store.removeScript('a');
      await exam.store.removeScript('nowhere');
      const store = await exam.reopen();
      expect(await save(saved('a', 1))).toBe('gone');
      expect([await store.scriptText('a', 1), await store.scriptVersions('a')]).toEqual([undefined, []]);
      await store.removeFacilitator('f1');
      expect(await store.scripts({})).toEqual([saved('c', 1, { owner: 'f2' })]);
      await store.saveFacilitator(anke);
      expect(await save(saved('b', 1))).toBe('gone');
    });

    test('they are given to another, with all versions', async () => {
      await here();
      await save(saved('a', 1));
      await save(saved('a', 2));
      await exam.store.giveScripts('f1', 'f2');
      await exam.store.removeFacilitator('f1');
      const store = await exam.reopen();
      expect(await store.scripts({ owner: 'f2' })).toEqual([saved('a', 2, { owner: 'f2' })]);
      expect(await store.scriptText('a', 1)).toBe('# a\nversion: 1\n');
      expect(await save(saved('a', 3, { owner: 'f2' }))).toBe('saved');
    });
  });
}
