/** Who was erased, and who took a yes to research back, stays so where an older log is put back (P2). */
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Joined, LookedUp } from '../../shared/api.ts';
import { isForResearch } from '../../shared/session/consent.ts';
import { seatOf } from '../../shared/session/selectors.ts';
import type { SessionState } from '../../shared/session/state.ts';
import { valuesOf } from '../../shared/session/table.ts';
import { connect, newCommandId } from '../support/client.ts';
import type { TestServer } from '../support/server.ts';
import { answerOf, openServer } from '../support/server-scene.ts';
import { newDataFolder } from '../support/server-stores.ts';

const main = ['in-gesprek.db', 'in-gesprek.db-wal'];
const copy = (from: string, to: string) => {
  for (const name of main) rmSync(join(to, name), { force: true });
  for (const name of main) cpSync(join(from, name), join(to, name), { force: true, errorOnExist: false });
};

const stateOf = async ({ house }: TestServer, session: string): Promise<SessionState> => {
  const host = await house.hosts.open(session);
  return host?.state ?? expect.fail('no session');
};
const erase = async (server: TestServer, { ticket, seat }: Joined) => {
  const phone = await connect(server.url, ticket);
  expect(await phone.command({ type: 'ErasePerson', seat })).toMatchObject({ ok: true });
  await phone.waitFor('goodbye', () => phone.goodbyes.length > 0);
};

test('an older log than there was knows again who was erased and who said no; who says yes after that has said it', async () => {
  const [folder, older] = [newDataFolder(), newDataFolder()];
  const before = await openServer({ folder });
  const details = { language: 'nl', title: 'Middag', date: '2026-11-24', place: '', partner: '', collaboration: '' };
  const plan = {
    ...details,
    script: 'win-professionele-werkplaatsen',
    pairing: 'automatic',
    fillIns: {},
    research: true,
  };
  const { session } = (await before.asFacilitator<{ session: string }>('POST', '/api/sessions', plan)).body;
  const desk = (await before.asFacilitator<{ secret: string; ticket: string }>('GET', `/api/sessions/${session}/desk`))
    .body;
  const { nl } = (await before.call<LookedUp>('POST', '/api/look-up', { entry: desk.secret })).body.notice;
  const people: Joined[] = [];
  for (const name of ['Noor', 'Hamid', 'Anke', 'Ben']) {
    const who = { entry: desk.secret, commandId: newCommandId(), people: 1, perspectives: [], name };
    people.push((await before.call<Joined>('POST', '/api/join', { ...who, consent: nl.version })).body);
  }
  const [erased, refused, agreed] = people as [Joined, Joined, Joined, Joined];
  const leading = await connect(before.url, desk.ticket);
  await leading.command({ type: 'OpenStep', step: 'def-duo', from: null });
  const phone = await connect(before.url, erased.ticket);
  const unit = seatOf(await stateOf(before, session), erased.seat)?.unit ?? '';
  expect(await phone.command(answerOf(unit, 'Dit schreef Noor'))).toMatchObject({ ok: true });
  const agrees = (server: TestServer, { ticket }: Joined, yes: boolean) =>
    server.call('POST', '/api/own/consent', { ticket, agrees: yes, version: nl.version });
  copy(folder, older);

  await erase(before, erased);
  expect((await agrees(before, refused, false)).status).toBe(200);
  await before.stop();
  copy(older, folder);

  const after = await openServer({ folder });
  const state = await stateOf(after, session);
  expect(seatOf(state, erased.seat)).toMatchObject({ gone: 'erased', name: null });
  expect([...valuesOf(state.answers)].map(({ withdrawn, values }) => [withdrawn, values])).toEqual([[true, {}]]);
  expect([refused, agreed].map(({ seat }) => isForResearch(state, seat))).toEqual([false, true]);
  expect((await after.call('POST', '/api/own', { ticket: erased.ticket })).status).toBe(401);

  // Said once more since then, it counts.
  expect((await agrees(after, refused, true)).status).toBe(200);
  await after.stop();
  const later = await openServer({ folder });
  expect(isForResearch(await stateOf(later, session), refused.seat)).toBe(true);
});
