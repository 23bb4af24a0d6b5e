import { describe, expect, test } from 'vitest';
import type { Exam } from './store-contract.ts';
import { begun, draft, entry, noted, oneStep, stamped } from './store-samples.ts';

const tricky = [
  'é ≠ e\u0301, ﬁ, ĳ, ß',
  '👩‍👩‍👧‍👦 🏳️‍🌈 👍🏽',
  'مرحبا שלום \u202egoto\u202c',
  '\'; DROP TABLE events; -- \\ " `',
  'line\nline\ttab',
  '\u0000nul inside',
  '',
  '𝒳'.repeat(400),
];

export function wordsContract(exam: Exam): void {
  describe('words', () => {
    test('texts come back, erased texts do not, and the rest of the log stays as it was', async () => {
      await exam.store.append('s1', 0, [entry('a', [noted('n1', 'one'), noted('n2', 'two')]), oneStep('b')]);
      const before = await exam.store.read('s1');
      expect(before.map(({ texts }) => texts)).toEqual([{ 't-n1': 'one' }, { 't-n2': 'two' }, undefined]);
      await exam.store.append('s1', 3, [entry('c', [], { erase: ['t-n1'] })]);
      const { texts: _, ...bare } = before[0] ?? { texts: {} };
      expect(await exam.store.read('s1')).toEqual([bare, before[1], before[2]]);
      expect(await (await exam.reopen()).read('s1')).toEqual([bare, before[1], before[2]]);
    });

    test('of an event with more texts only the erased one goes', async () => {
      const details = { title: 'd1', date: '2026-01-01', place: 'd2', partner: 'd3', collaboration: 'd4' };
      const texts = { d1: 'title', d2: 'place', d3: 'partner', d4: 'collaboration' };
      await exam.store.append('s1', 0, [entry('a', [stamped({ type: 'DetailsChanged', ...details, texts })])]);
      await exam.store.append('s1', 1, [entry('b', [], { erase: ['d2'] })]);
      expect(await exam.store.read('s1')).toMatchObject([{ texts: { d1: 'title', d3: 'partner' } }]);
      expect((await exam.store.read('s1'))[0]?.texts).not.toHaveProperty('d2');
    });

    test('a text can be written and erased by one append, which then returns no words', async () => {
      const entries = [entry('a', [noted('n1', 'one')]), entry('b', [noted('n2', 'two')], { erase: ['t-n1'] })];
      const appended = await exam.store.append('s1', 0, entries);
      expect(appended.ok && appended.events.map(({ texts }) => texts)).toEqual([undefined, { 't-n2': 'two' }]);
      expect(await exam.store.read('s1')).toEqual(appended.ok && appended.events);
    });

    test('erasing what is not there changes nothing', async () => {
      await begun(exam.store, 's1');
      expect(await exam.store.append('s1', 1, [entry('a', [], { erase: ['nothing'] })])).toMatchObject({ ok: true });
    });

    test('a refused append erases nothing', async () => {
      await exam.store.append('s1', 0, [entry('a', [noted('n1', 'one')])]);
      await exam.store.append('s1', 0, [entry('b', [], { erase: ['t-n1'] })]);
      expect(await exam.store.read('s1')).toMatchObject([{ texts: { 't-n1': 'one' } }]);
    });

    test('a text id is used once, also after its words are erased, and other appends of that turn go on', async () => {
      await exam.store.append('s1', 0, [entry('a', [noted('n1', 'one')])]);
      await exam.store.append('s1', 1, [entry('b', [], { erase: ['t-n1'] })]);
      const [again, other] = await Promise.allSettled([
        exam.store.append('s1', 1, [oneStep('with it'), entry('c', [noted('n2', 'two', 't-n1')])]),
        exam.store.append('s2', 0, [oneStep('d')]),
      ]);
      expect([again.status, other.status]).toEqual(['rejected', 'fulfilled']);
      expect(await exam.store.read('s1')).toHaveLength(1);
      expect(await exam.store.resultOf('s1', 'c')).toBeUndefined();
      expect(await exam.store.append('s1', 1, [oneStep('e')])).toMatchObject({ ok: true });
    });

    test('the same text id in two sessions names two texts', async () => {
      await exam.store.append('s1', 0, [entry('a', [noted('n1', 'mine')])]);
      await exam.store.append('s2', 0, [entry('a', [noted('n1', 'yours')], { erase: [] })]);
      await exam.store.append('s2', 1, [entry('b', [], { erase: ['t-n1'] })]);
      expect(await exam.store.read('s1')).toMatchObject([{ texts: { 't-n1': 'mine' } }]);
    });

    test('a stale writer gets the words of the tail too', async () => {
      await begun(exam.store, 's1');
      await exam.store.append('s1', 1, [entry('a', [noted('n1', 'unseen')])]);
      expect(await exam.store.append('s1', 1, [oneStep('b')])).toMatchObject({
        tail: [{ texts: { 't-n1': 'unseen' } }],
      });
    });

    test('S3 any unicode comes back as it was, in texts, drafts and events', async () => {
      const events = tricky.map((words, n) => ({ ...noted(`n${n}`, words), by: words }));
      await exam.store.append('s1', 0, [entry('a', events)]);
      for (const [n, words] of tricky.entries()) await exam.store.saveDraft('s1', draft(words, { at: n, item: words }));
      const read = await (await exam.reopen()).read('s1');
      expect(read.map(({ texts }, n) => texts?.[`t-n${n}`])).toEqual(tricky);
      expect(read.map(({ by }) => by)).toEqual(tricky);
      const drafts = await exam.store.drafts('s1', 'u1');
      expect(drafts.map(({ item, words }) => [item, words])).toEqual(tricky.map((words) => [words, words]));
    });

    test('S3 a lone surrogate never lives only in memory: what append returns is well-formed and the same on disk', async () => {
      const appended = await exam.store.append('s1', 0, [entry('a', [noted('n1', 'a\ud800b')])]);
      const live = appended.ok ? appended.events : [];
      expect(live).toMatchObject([{ texts: { 't-n1': 'a\ufffdb' } }]);
      expect(await (await exam.reopen()).read('s1')).toEqual(live);
    });
  });
}
