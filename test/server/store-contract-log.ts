import { describe, expect, test } from 'vitest';
import { UnknownSession } from '../../server/store/errors.ts';
import type { Exam } from './store-contract.ts';
import { begun, entry, noted, oneStep, opened, sampleAt } from './store-samples.ts';

const seqs = (events: { seq: number }[]) => events.map(({ seq }) => seq);
const upTo = (count: number) => Array.from({ length: count }, (_, n) => n + 1);

export function logContract(exam: Exam): void {
  describe('the log', () => {
    test('S1 seq counts from 1 without gaps over many appends', async () => {
      for (let n = 0; n < 40; n++) await exam.store.append('s1', n, [oneStep(`${n}`)]);
      expect(seqs(await exam.store.read('s1'))).toEqual(upTo(40));
    });

    test('S1 seq runs on through the entries of one append, and each session counts for itself', async () => {
      await begun(exam.store, 's1', 3);
      await begun(exam.store, 's2', 2);
      const two = [entry(null, [opened('a'), opened('b')]), entry('c', [opened('d')])];
      const appended = await exam.store.append('s1', 3, two);
      expect(appended.ok && seqs(appended.events)).toEqual([4, 5, 6]);
      expect(seqs(await exam.store.read('s2'))).toEqual([1, 2]);
    });

    test('S3 what append returns is exactly what read gives, now and after a reopen', async () => {
      const appended = await exam.store.append('s1', 0, [oneStep('a'), oneStep('b')]);
      const events = appended.ok ? appended.events : [];
      expect(events[0]).toEqual({ type: 'StepOpened', step: 'a', endsAt: null, seq: 1, at: sampleAt, by: 'desk' });
      expect(await exam.store.read('s1')).toEqual(events);
      expect(await (await exam.reopen()).read('s1')).toEqual(events);
    });

    test('S3 logs that are read at once each give their own, with their words, also where one is not there', async () => {
      await begun(exam.store, 's1');
      await exam.store.append('s1', 1, [entry('a', [noted('n1', 'een')]), entry('b', [noted('n2', 'twee')])]);
      await exam.store.append('s2', 0, [entry('c', [noted('n3', 'drie')])]);
      const alone = [await exam.store.read('s1', 1), [], await exam.store.read('s2'), await exam.store.read('s1')];
      const places = [['s1', 1], ['nowhere'], ['s2'], ['s1', 0]] as const;
      const atOnce = await Promise.all(places.map(([session, after]) => exam.store.read(session, after)));
      expect(atOnce).toEqual(alone);
      expect(atOnce.map((events) => events.length)).toEqual([2, 0, 1, 3]);
      expect(await Promise.all([exam.store.read('s1', 3), exam.store.read('s2', 9)])).toEqual([[], []]);
    });

    test('read gives only what comes after a seq', async () => {
      await begun(exam.store, 's1', 5);
      expect(seqs(await exam.store.read('s1', 3))).toEqual([4, 5]);
      expect(await exam.store.read('s1', 5)).toEqual([]);
      expect(await exam.store.read('s1', 9)).toEqual([]);
    });

    test('a session that never was has no events and no results', async () => {
      expect(await exam.store.read('nowhere')).toEqual([]);
      expect(await exam.store.resultOf('nowhere', 'c')).toBeUndefined();
    });

    test('the first append makes the session, with its owner, its time and an epoch of its own', async () => {
      await begun(exam.store, 's1', 2);
      exam.clock.now += 5;
      await begun(exam.store, 's2');
      const sessions = await exam.store.sessions();
      expect(sessions).toMatchObject([
        { session: 's1', seq: 2, owner: 'owner-1', createdAt: sampleAt },
        { session: 's2', seq: 1, owner: 'owner-1', createdAt: sampleAt + 5 },
      ]);
      expect(new Set(sessions.map(({ epoch }) => epoch)).size).toBe(2);
    });

    test('S4 the epoch stays the same over appends and a reopen', async () => {
      await begun(exam.store, 's1');
      const [before] = await exam.store.sessions();
      await exam.store.append('s1', 1, [oneStep('more')], 'somebody else');
      const [after] = await (await exam.reopen()).sessions();
      expect(after).toEqual({ ...before, seq: 2 });
    });

    test('S2 a stale expectedSeq gets exactly the unseen tail, and nothing is stored', async () => {
      await begun(exam.store, 's1', 5);
      const refused = await exam.store.append('s1', 3, [oneStep('late')]);
      expect(refused).toMatchObject({ ok: false, repeated: [] });
      expect(!refused.ok && refused.tail).toEqual(await exam.store.read('s1', 3));
      expect(await exam.store.read('s1')).toHaveLength(5);
      expect(await exam.store.resultOf('s1', 'command-late')).toBeUndefined();
    });

    test('S2 of two appends in one turn with the same expectedSeq one wins, and the other gets its events', async () => {
      await begun(exam.store, 's1');
      const both = await Promise.all([
        exam.store.append('s1', 1, [oneStep('first')]),
        exam.store.append('s1', 1, [oneStep('second')]),
      ]);
      expect(both.map(({ ok }) => ok)).toEqual([true, false]);
      expect(both[1].ok || both[1].tail).toMatchObject([{ step: 'first', seq: 2 }]);
    });

    test('S2 appends that follow one another in one turn are all stored', async () => {
      const all = await Promise.all(upTo(20).map((n) => exam.store.append('s1', n - 1, [oneStep(`${n}`)])));
      expect(all.every(({ ok }) => ok)).toBe(true);
      expect(seqs(await exam.store.read('s1'))).toEqual(upTo(20));
    });

    test('a writer that was refused appends after the tail', async () => {
      await begun(exam.store, 's1', 2);
      const refused = await exam.store.append('s1', 1, [oneStep('again')]);
      const seq = refused.ok ? 0 : (refused.tail.at(-1)?.seq ?? 0);
      expect(await exam.store.append('s1', seq, [oneStep('again')])).toMatchObject({ ok: true });
    });

    test('a writer that knows more than the log holds is an error, and harms nothing', async () => {
      await begun(exam.store, 's1');
      await expect(exam.store.append('s1', 7, [oneStep('a')])).rejects.toMatchObject({ name: 'CorruptLog', seq: 2 });
      expect(await exam.store.append('s1', 1, [oneStep('a')])).toMatchObject({ ok: true });
    });

    test('only seq 0 begins a session', async () => {
      await expect(exam.store.append('nowhere', 2, [oneStep('a')])).rejects.toThrow(UnknownSession);
      expect(await exam.store.sessions()).toEqual([]);
    });

    test('what the caller changes afterwards does not change the log', async () => {
      const mine = opened('a');
      const appended = await exam.store.append('s1', 0, [entry('c', [mine])]);
      Object.assign(mine, { step: 'b' });
      if (appended.ok) Object.assign(appended.events[0] ?? {}, { step: 'c' });
      expect(await exam.store.read('s1')).toMatchObject([{ step: 'a' }]);
    });
  });

  describe('results', () => {
    test('A1 the same commandId gives the first result, also after a reopen', async () => {
      await begun(exam.store, 's1', 2);
      const data = { seat: 'seat-7' };
      await exam.store.append('s1', 2, [entry('c1', [opened('a'), opened('b')], { data }), oneStep('c')]);
      expect(await exam.store.resultOf('s1', 'c1')).toEqual({ seq: 4, data });
      expect(await (await exam.reopen()).resultOf('s1', 'c1')).toEqual({ seq: 4, data });
      expect(await exam.store.resultOf('s1', 'command-c')).toEqual({ seq: 5, data: null });
    });

    test('A1 a command that was stored before is named and not stored again, nor what came with it', async () => {
      await begun(exam.store, 's1', 2);
      const again = await exam.store.append('s1', 2, [oneStep('s1-2'), oneStep('new')]);
      expect(again).toEqual({ ok: false, tail: [], repeated: ['command-s1-2'] });
      expect(await exam.store.read('s1')).toHaveLength(2);
    });

    test('A1 a stale writer learns both the tail and which of its commands are in the log', async () => {
      await begun(exam.store, 's1', 3);
      const again = await exam.store.append('s1', 1, [oneStep('s1-3')]);
      expect(again).toMatchObject({ ok: false, tail: [{ seq: 2 }, { seq: 3 }], repeated: ['command-s1-3'] });
    });

    test('A1 the same command twice in one append is an error that stores nothing', async () => {
      await expect(exam.store.append('s1', 0, [oneStep('a'), oneStep('a')])).rejects.toThrow('twice');
      expect(await exam.store.sessions()).toEqual([]);
    });

    test('A1 the same command sent twice in one turn is stored once', async () => {
      const both = await Promise.all([1, 2].map(() => exam.store.append('s1', 0, [oneStep('a')])));
      expect(both.map(({ ok }) => ok)).toEqual([true, false]);
      expect(await exam.store.read('s1')).toHaveLength(1);
    });

    test('A1 command ids of one session say nothing about another', async () => {
      await exam.store.append('s1', 0, [oneStep('a')]);
      expect(await exam.store.append('s2', 0, [oneStep('a')])).toMatchObject({ ok: true });
      expect(await exam.store.resultOf('s2', 'command-b')).toBeUndefined();
    });

    test('a command without events has the seq where it found the log; what the program does itself has no result', async () => {
      await begun(exam.store, 's1', 3);
      const appended = await exam.store.append('s1', 3, [entry('nothing', []), entry(null, [opened('own')])]);
      expect(appended).toMatchObject({ ok: true, events: [{ seq: 4 }] });
      expect(await exam.store.resultOf('s1', 'nothing')).toEqual({ seq: 3, data: null });
    });
  });
}
