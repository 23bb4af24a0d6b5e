import { describe, expect, test } from 'vitest';
import { CannotStore, UnknownSession } from '../../server/store/errors.ts';
import type { Exam } from './store-contract.ts';
import { begun, draft, entry, grant, interestOf, leave, noted, oneStep } from './store-samples.ts';

export function deletionContract(exam: Exam): void {
  describe('deleting', () => {
    const filled = async (session: string) => {
      await exam.store.append(session, 0, [entry('c1', [noted('n1', 'words')])], 'owner-1');
      await exam.store.saveDraft(session, draft('more words'));
      await exam.store.addGrant(`hash-${session}`, grant(`g-${session}`, { session }));
    };
    const left = async (session: string) => ({
      events: await exam.store.read(session),
      result: await exam.store.resultOf(session, 'c1'),
      drafts: await exam.store.drafts(session, 'u1'),
      grant: await exam.store.grantByHash(`hash-${session}`),
      grants: await exam.store.grants({ session }),
      listed: (await exam.store.sessions()).some((one) => one.session === session),
    });
    const nothing = { events: [], result: undefined, drafts: [], grant: undefined, grants: [], listed: false };

    test('P2 deleting forgets events, words, results, drafts and grants, also after a reopen', async () => {
      await filled('s1');
      await exam.store.deleteSession('s1');
      expect(await left('s1')).toEqual(nothing);
      await exam.reopen();
      expect(await left('s1')).toEqual(nothing);
    });

    test('P2 deleting one session leaves the others, the desk logins and the addresses', async () => {
      await filled('s1');
      await filled('s2');
      await exam.store.addGrant('hash-f', grant('f', { kind: 'facilitator', session: null }));
      await leave(exam.store, interestOf('a@b.nl'));
      const before = await left('s2');
      await exam.store.deleteSession('s1');
      expect(await left('s2')).toEqual(before);
      expect(await exam.store.grantByHash('hash-f')).toBeDefined();
      expect(await exam.store.interests()).toHaveLength(1);
    });

    test('P2 a deleted session never comes back: no append, draft or grant for it, also after a reopen', async () => {
      await filled('s1');
      await exam.store.deleteSession('s1');
      await exam.reopen();
      await expect(exam.store.append('s1', 0, [oneStep('a')])).rejects.toThrow(UnknownSession);
      await expect(exam.store.append('s1', 1, [oneStep('a')])).rejects.toThrow(UnknownSession);
      await expect(exam.store.saveDraft('s1', draft('x'))).rejects.toThrow(UnknownSession);
      await expect(exam.store.addGrant('h', grant('g'))).rejects.toThrow(UnknownSession);
      expect(await left('s1')).toEqual(nothing);
    });

    test('P2 what is appended in the turn of a deletion comes before it or is refused', async () => {
      await filled('s1');
      const before = exam.store.append('s1', 1, [oneStep('before')]);
      const deletion = exam.store.deleteSession('s1');
      const after = exam.store.append('s1', 2, [oneStep('after')]);
      const [first, , last] = await Promise.allSettled([before, deletion, after]);
      expect([first.status, last.status]).toEqual(['fulfilled', 'rejected']);
      expect(await left('s1')).toEqual(nothing);
    });

    test('deleting twice, or what never was, is no error', async () => {
      await filled('s1');
      await exam.store.deleteSession('s1');
      await exam.store.deleteSession('s1');
      await exam.store.deleteSession('nowhere');
      expect(await exam.store.append('nowhere', 0, [oneStep('a')])).toMatchObject({ ok: true });
    });
  });

  describe('closing', () => {
    test('A2 what was asked before closing is stored, what comes after is refused', async () => {
      await begun(exam.store, 's1');
      const last = exam.store.append('s1', 1, [oneStep('last')]);
      await exam.store.close();
      expect(await last).toMatchObject({ ok: true });
      await expect(exam.store.append('s1', 2, [oneStep('late')])).rejects.toThrow(CannotStore);
      await expect(exam.store.read('s1')).rejects.toThrow(CannotStore);
      await exam.store.close();
    });
  });
}
