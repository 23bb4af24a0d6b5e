import { describe, expect, test } from 'vitest';
import { NameTaken, UnknownSession } from '../../server/store/errors.ts';
import type { Act, Credential, Facilitator } from '../../server/store/store.ts';
import type { Exam } from './store-contract.ts';
import { begun, grant, sampleAt } from './store-samples.ts';

const anke: Facilitator = {
  ...{ id: 'f1', name: 'Anke Çelik', nameKey: 'anke çelik', passphrase: null },
  ...{ administrator: true, createdAt: sampleAt },
};
const ben: Facilitator = {
  ...anke,
  id: 'f2',
  name: 'Ben',
  nameKey: 'ben',
  passphrase: '$scrypt$x',
  administrator: false,
};
const passkey = (id: string, more: Partial<Credential> = {}): Credential => ({
  ...{ id, kind: 'passkey', facilitator: 'f1', name: 'Laptop', createdAt: sampleAt, usedAt: null, facts: '{}' },
  ...more,
});
const act = (id: string, more: Partial<Act> = {}): Act => ({
  ...{ id, at: sampleAt, who: 'f1', act: 'exported', session: 's1', about: 'pdf', expiresAt: sampleAt + 1000 },
  ...more,
});

export function facilitatorsContract(exam: Exam): void {
  describe('facilitators', () => {
    test('come back as they were saved, in the order of their making, also after a reopen', async () => {
      await exam.store.saveFacilitator({ ...ben, createdAt: sampleAt + 1 });
      await exam.store.saveFacilitator(anke);
      await exam.store.saveFacilitator({ ...ben, name: 'Ben B.', administrator: true, createdAt: sampleAt + 99 });
      const saved = [anke, { ...ben, name: 'Ben B.', administrator: true, createdAt: sampleAt + 1 }];
      expect(await exam.store.facilitators()).toEqual(saved);
      const again = await exam.reopen();
      expect(await again.facilitators()).toEqual(saved);
      expect(await again.facilitator('f1')).toEqual(anke);
      expect(await again.facilitator('f3')).toBeUndefined();
    });

    test('two never have the same name; one keeps its own', async () => {
      await exam.store.saveFacilitator(anke);
      await exam.store.saveFacilitator({ ...anke, passphrase: '$scrypt$y' });
      await expect(exam.store.saveFacilitator({ ...ben, nameKey: anke.nameKey })).rejects.toThrow(NameTaken);
      expect(await exam.store.facilitators()).toHaveLength(1);
      await exam.store.removeFacilitator('f1');
      await exam.store.saveFacilitator({ ...ben, nameKey: anke.nameKey });
      expect(await exam.store.facilitator('f1')).toBeUndefined();
    });
  });

  test('of who is here what is named becomes another, and the rest stays; nobody comes back by it', async () => {
    for (const one of [anke, ben]) await exam.store.saveFacilitator(one);
    expect(await exam.store.changeFacilitator('f1', { administrator: false })).toEqual({
      ...anke,
      administrator: false,
    });
    await expect(exam.store.changeFacilitator('f2', { nameKey: anke.nameKey })).rejects.toThrow(NameTaken);
    await exam.store.removeFacilitator('f2');
    expect(await exam.store.changeFacilitator('f2', { passphrase: '$scrypt$z' })).toBeUndefined();
    expect(await exam.store.facilitators()).toEqual([{ ...anke, administrator: false }]);
  });

  describe('credentials', () => {
    test('are found by what they are and whose, in the order of their making, also after a reopen', async () => {
      for (const one of [anke, ben]) await exam.store.saveFacilitator(one);
      const [first, second] = [passkey('c2'), passkey('c1', { createdAt: sampleAt + 1 })];
      const theirs = passkey('c3', { facilitator: 'f2', kind: 'organisation', name: '' });
      for (const one of [second, theirs, first]) expect(await exam.store.addCredential(one)).toBe(true);
      const store = await exam.reopen();
      expect(await store.credentials({ facilitator: 'f1' })).toEqual([first, second]);
      expect(await store.credentials({ kind: 'organisation' })).toEqual([theirs]);
      expect(await store.credentials({ id: 'c1', kind: 'organisation' })).toEqual([]);
      expect(await store.renewCredential('c1', { usedAt: sampleAt + 5, facts: '{"n":1}' })).toBe(true);
      expect(await store.credentials({ id: 'c1' })).toEqual([{ ...second, usedAt: sampleAt + 5, facts: '{"n":1}' }]);
    });

    test('one id is of one facilitator who is here, and goes with the credential or with who had it', async () => {
      for (const one of [anke, ben]) await exam.store.saveFacilitator(one);
      expect(await exam.store.addCredential(passkey('c1'))).toBe(true);
      expect(await exam.store.addCredential(passkey('c1', { facilitator: 'f2' }))).toBe(false);
      expect(await exam.store.addCredential(passkey('c2', { facilitator: 'f3' }))).toBe(false);
      expect(await exam.store.removeCredential('c1', 'f2')).toBe(false);
      expect(await exam.store.credentials({})).toEqual([passkey('c1')]);
      expect(await exam.store.removeCredential('c1', 'f1')).toBe(true);
      expect(await exam.store.renewCredential('c1', { usedAt: sampleAt, facts: '{}' })).toBe(false);
      await exam.store.addCredential(passkey('c4'));
      await exam.store.removeFacilitator('f1');
      expect(await (await exam.reopen()).credentials({})).toEqual([]);
    });
  });

  describe('whose a session is', () => {
    test('its owner is known, and it can be given to another, also after a reopen', async () => {
      await begun(exam.store, 's1');
      expect(await exam.store.ownerOf('s1')).toBe('owner-1');
      await exam.store.giveTo('s1', 'f2');
      expect(await (await exam.reopen()).ownerOf('s1')).toBe('f2');
      expect(await exam.store.sessions()).toMatchObject([{ session: 's1', owner: 'f2' }]);
      expect(await exam.store.ownerOf('nowhere')).toBeUndefined();
      await expect(exam.store.giveTo('nowhere', 'f2')).rejects.toThrow(UnknownSession);
    });

    test('it is shared once with each, until that is taken back, the facilitator goes or the session is deleted', async () => {
      for (const session of ['s1', 's2']) await begun(exam.store, session);
      for (const facilitator of ['f1', 'f2', 'f1'])
        await exam.store.addShare({ session: 's1', facilitator, at: sampleAt });
      await exam.store.addShare({ session: 's2', facilitator: 'f2', at: sampleAt + 1 });
      const store = await exam.reopen();
      expect(await store.shares({ session: 's1' })).toEqual([
        { session: 's1', facilitator: 'f1', at: sampleAt },
        { session: 's1', facilitator: 'f2', at: sampleAt },
      ]);
      expect(await store.shares({ facilitator: 'f2' })).toHaveLength(2);
      expect(await store.shares({ session: 's2', facilitator: 'f1' })).toEqual([]);
      expect([await store.removeShare('s1', 'f1'), await store.removeShare('s1', 'f1')]).toEqual([true, false]);
      await store.deleteSession('s2');
      expect(await store.shares({})).toHaveLength(1);
      await store.removeFacilitator('f2');
      expect(await store.shares({})).toEqual([]);
      await expect(store.addShare({ session: 's2', facilitator: 'f1', at: sampleAt })).rejects.toThrow(UnknownSession);
      expect(await store.ownerOf('s2')).toBeUndefined();
    });
  });

  describe('what was done', () => {
    test('is told newest first until its time; the same once more counts up', async () => {
      await exam.store.addAct(act('a'));
      await exam.store.addAct(act('b', { at: sampleAt + 2, who: null, session: null, about: null }));
      await exam.store.addAct(act('a', { at: sampleAt + 5, expiresAt: sampleAt + 2000 }));
      const told = [
        { ...act('a', { at: sampleAt + 5, expiresAt: sampleAt + 2000 }), count: 2 },
        { ...act('b', { at: sampleAt + 2, who: null, session: null, about: null }), count: 1 },
      ];
      expect(await (await exam.reopen()).acts()).toEqual(told);
      exam.clock.now = sampleAt + 1000;
      expect(await exam.store.acts()).toEqual(told.slice(0, 1));
      await exam.store.addAct(act('c', { expiresAt: sampleAt + 9000 }));
      exam.clock.now = sampleAt;
      expect((await exam.store.acts()).map(({ id }) => id)).toEqual(['a', 'c']);
    });
  });

  test('a grant gets another end and other terms while it lives; grants are found by id and subject', async () => {
    await exam.store.addGrant('hash-1', grant('g1'));
    await exam.store.addGrant('hash-2', grant('g2', { subject: 'seat-2' }));
    await exam.store.renewGrant('g1', { expiresAt: sampleAt + 5000, terms: '{}' });
    await exam.store.renewGrant('none', { expiresAt: sampleAt + 5000, terms: null });
    exam.clock.now = sampleAt + 2000;
    await exam.store.renewGrant('g2', { expiresAt: sampleAt + 5000, terms: null });
    expect(await exam.store.grantByHash('hash-1')).toEqual(grant('g1', { expiresAt: sampleAt + 5000, terms: '{}' }));
    expect(await exam.store.grants({})).toHaveLength(1);
    expect(await exam.store.grants({ id: 'g1' })).toHaveLength(1);
    expect(await exam.store.grants({ subject: 'seat-2' })).toEqual([]);
  });
}
