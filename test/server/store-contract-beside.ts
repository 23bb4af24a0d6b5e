import { describe, expect, test } from 'vitest';
import { SecretTaken, UnknownSession } from '../../server/store/errors.ts';
import type { Exam } from './store-contract.ts';
import { begun, draft, grant, interestOf, leave, sampleAt } from './store-samples.ts';

const ids = (found: { id: string }[]) => found.map(({ id }) => id);

export function besideContract(exam: Exam): void {
  describe('drafts', () => {
    test('A3 the last draft saved for its place is the one kept, also after a reopen', async () => {
      await begun(exam.store, 's1');
      await exam.store.saveDraft('s1', draft('Ik'));
      await Promise.all([
        exam.store.saveDraft('s1', draft('Ik denk', { at: sampleAt + 2 })),
        exam.store.saveDraft('s1', draft('Ik denk dat 👍', { at: sampleAt + 1 })),
      ]);
      const kept = [draft('Ik denk dat 👍', { at: sampleAt + 1 })];
      expect(await exam.store.drafts('s1', 'u1')).toEqual(kept);
      expect(await (await exam.reopen()).drafts('s1', 'u1')).toEqual(kept);
    });

    test('A3 drafts of other seats, prompts, items, steps, units and sessions stay apart', async () => {
      await begun(exam.store, 's1');
      await begun(exam.store, 's2');
      const places = [{}, { seat: 'b' }, { prompt: 'b' }, { item: 'b' }, { step: 'b' }];
      for (const [n, place] of places.entries()) await exam.store.saveDraft('s1', draft(`${n}`, { ...place, at: n }));
      await exam.store.saveDraft('s1', draft('other unit', { unit: 'u2' }));
      await exam.store.saveDraft('s2', draft('other session'));
      expect((await exam.store.drafts('s1', 'u1')).map(({ words }) => words)).toEqual(['0', '1', '2', '3', '4']);
    });

    test('a draft that is dropped is gone, and only that one', async () => {
      await begun(exam.store, 's1');
      await exam.store.saveDraft('s1', draft('one'));
      await exam.store.saveDraft('s1', draft('two', { seat: 'seat-2' }));
      await exam.store.dropDraft('s1', draft('one'));
      await exam.store.dropDraft('s1', draft('never there', { seat: 'seat-9' }));
      expect((await exam.store.drafts('s1', 'u1')).map(({ words }) => words)).toEqual(['two']);
    });

    test('a session that is not there takes no drafts', async () => {
      await expect(exam.store.saveDraft('nowhere', draft('x'))).rejects.toThrow(UnknownSession);
      expect(await exam.store.drafts('nowhere', 'u1')).toEqual([]);
    });
  });

  describe('grants', () => {
    test('a grant is found by the hash of its secret, also after a reopen', async () => {
      await exam.store.addGrant('hash-1', grant('g1'));
      await exam.store.addGrant('hash-2', grant('g2', { kind: 'facilitator', session: null }));
      const link = grant('g4', { kind: 'summary', terms: '{"lock":null}' });
      await exam.store.addGrant('hash-4', link);
      expect(await exam.store.grantByHash('hash-1')).toEqual(grant('g1'));
      expect(await exam.store.grantByHash('hash-4')).toEqual(link);
      expect(await (await exam.reopen()).grantByHash('hash-2')).toMatchObject({ id: 'g2', session: null });
      expect(await exam.store.grantByHash('hash-3')).toBeUndefined();
    });

    test('an expired grant is never given, and its secret is free again', async () => {
      await exam.store.addGrant('hash-1', grant('g1'));
      exam.clock.now = sampleAt + 999;
      expect(await exam.store.grantByHash('hash-1')).toBeDefined();
      exam.clock.now = sampleAt + 1000;
      expect(await exam.store.grantByHash('hash-1')).toBeUndefined();
      expect(await exam.store.grants({})).toEqual([]);
      expect(await exam.store.revokeGrants({ id: 'g1' })).toBe(0);
      await exam.store.addGrant('hash-1', grant('g2', { expiresAt: sampleAt + 5000 }));
      expect(await exam.store.grantByHash('hash-1')).toMatchObject({ id: 'g2' });
    });

    test('a secret that is in use is refused, and the first grant stays', async () => {
      await exam.store.addGrant('hash-1', grant('g1'));
      await expect(exam.store.addGrant('hash-1', grant('g2'))).rejects.toThrow(SecretTaken);
      expect(await exam.store.grantByHash('hash-1')).toMatchObject({ id: 'g1' });
    });

    test('grants are listed by session and kind, in the order of their making', async () => {
      await exam.store.addGrant('h3', grant('g3', { createdAt: sampleAt + 3 }));
      await exam.store.addGrant('h1', grant('g1', { kind: 'desk' }));
      await exam.store.addGrant('h2', grant('g2', { session: 's2', createdAt: sampleAt + 2 }));
      expect(ids(await exam.store.grants({}))).toEqual(['g1', 'g2', 'g3']);
      expect(ids(await exam.store.grants({ session: 's1' }))).toEqual(['g1', 'g3']);
      expect(ids(await exam.store.grants({ session: 's1', kind: 'seat' }))).toEqual(['g3']);
    });

    test('revoking counts what it took, by id, subject, kind or session, and takes nothing else', async () => {
      await exam.store.addGrant('h1', grant('g1'));
      await exam.store.addGrant('h2', grant('g2', { subject: 'seat-2' }));
      await exam.store.addGrant('h3', grant('g3', { kind: 'wall' }));
      await exam.store.addGrant('h4', grant('g4', { session: 's2' }));
      expect(await exam.store.revokeGrants({ session: 's1', subject: 'seat-2' })).toBe(1);
      expect(await exam.store.revokeGrants({ id: 'g1' })).toBe(1);
      expect(await exam.store.revokeGrants({ id: 'g1' })).toBe(0);
      expect(await exam.store.revokeGrants({ session: 's1', kind: 'seat' })).toBe(0);
      expect(await exam.store.grantByHash('h1')).toBeUndefined();
      expect(ids(await exam.store.grants({}))).toEqual(['g3', 'g4']);
    });

    test('an empty filter revokes nothing and is an error', async () => {
      await exam.store.addGrant('h1', grant('g1'));
      await expect(exam.store.revokeGrants({})).rejects.toThrow('which');
      expect(await exam.store.grantByHash('h1')).toBeDefined();
    });
  });

  describe('interests', () => {
    const interest = interestOf('ánna@example.org');

    test('addresses come back until their time, also after a reopen; twice the same counts once', async () => {
      await leave(exam.store, { ...interest, deleteAfter: sampleAt + 1 });
      await leave(exam.store, interest);
      await leave(exam.store, interestOf('ben@example.org', { deleteAfter: sampleAt + 9, standing: 'unasked' }));
      expect(await (await exam.reopen()).interests()).toHaveLength(2);
      exam.clock.now = sampleAt + 9;
      expect(await exam.store.interests()).toEqual([interest]);
    });

    test('a change sees what is there, and what it gives back stands; nothing: it is gone', async () => {
      await leave(exam.store, interest);
      const seen: unknown[] = [];
      const look = (known: unknown) => void seen.push(known);
      await exam.store.changeInterest(interest, (known) => known && { ...known, tries: 3, standing: 'confirmed' });
      await exam.store.changeInterest(interest, look as () => undefined);
      await exam.store.changeInterest(interest, look as () => undefined);
      expect(seen).toEqual([{ ...interest, tries: 3, standing: 'confirmed' }, undefined]);
      expect(await exam.store.interests()).toEqual([]);
    });

    test('P2 whose time is over is seen by no change, and goes', async () => {
      await leave(exam.store, interest);
      exam.clock.now = interest.deleteAfter;
      await exam.store.sweepInterests();
      exam.clock.now = sampleAt;
      expect(await exam.store.interests()).toEqual([]);
    });
  });

  test('the probe writes', async () => {
    await exam.store.probe();
    await exam.store.probe();
  });
}
