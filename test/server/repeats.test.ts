/** What counts once, and what is said only when it is true (A1, A2, D1). */
import { expect, test, vi } from 'vitest';
import { valuesOf } from '../../shared/session/table.ts';
import { newCommandId } from '../support/client.ts';
import { startServer } from '../support/server.ts';
import {
  answerOf,
  connectFor,
  must,
  openScene,
  openServer,
  submit,
  unitOfPhone,
  wordsOf,
} from '../support/server-scene.ts';
import { newDataFolder, openHeldStore } from '../support/server-stores.ts';

const logOf = async ({ server, session }: Pick<Awaited<ReturnType<typeof openScene>>, 'server' | 'session'>) =>
  (await server.house.hosts.open(session.session))?.log() ?? [];

test('the same command twice counts once, also while the first is under way (A1)', async () => {
  const scene = await openScene({ step: 'def-duo' });
  const phone = scene.phones[0] as (typeof scene.phones)[0];
  const command = answerOf(unitOfPhone(phone)?.unit ?? '', 'Eén keer.');
  const commandId = newCommandId();
  const results = await Promise.all([1, 2, 3].map(() => phone.command(command, commandId)));
  results.push(await phone.command(command, commandId));
  expect(new Set(results.map((result) => JSON.stringify(result))).size).toBe(1);
  expect(results[0]).toMatchObject({ ok: true });
  expect((await logOf(scene)).filter(({ type }) => type === 'AnswerSubmitted')).toHaveLength(1);
});

test('a repeat is answered with the first result, though the rules would refuse it by now (A1)', async () => {
  const { desk } = await openScene();
  const commandId = newCommandId();
  const command = { type: 'OpenStep', step: 'welkom', from: 'inloop' } as const;
  const first = await desk.command(command, commandId);
  expect(await desk.command(command, commandId)).toEqual(first);
  expect(await desk.command(command)).toEqual({ ok: false, refusal: { reason: 'stepMoved' } });
});

test('a refused command is not remembered: it may succeed later (A1)', async () => {
  const { desk, phones } = await openScene({ step: 'def-duo' });
  const phone = phones[0] as (typeof phones)[0];
  await must(desk, { type: 'CloseStep', step: 'def-duo' });
  const command = answerOf(unitOfPhone(phone)?.unit ?? '', 'Te laat.');
  const commandId = newCommandId();
  expect(await phone.command(command, commandId)).toEqual({ ok: false, refusal: { reason: 'stepClosed' } });
  await must(desk, { type: 'OpenStep', step: 'def-duo', from: null });
  expect(await phone.command(command, commandId)).toMatchObject({ ok: true });
});

test('the same command before and after a restart counts once, and a join gives the same seat (A1)', async () => {
  const folder = newDataFolder();
  const before = await startServer({ folder });
  const scene = await openScene({ server: before, step: 'def-duo' });
  const phone = scene.phones[0] as (typeof scene.phones)[0];
  const [commandId, joinId] = [newCommandId(), newCommandId()];
  const command = answerOf(unitOfPhone(phone)?.unit ?? '', 'Overleeft.');
  const first = await phone.command(command, commandId);
  const joined = await scene.session.join({ commandId: joinId });
  for (const screen of [scene.desk, scene.wall, ...scene.phones]) screen.stop();
  await before.stop();

  const after = await openServer({ folder });
  const again = await connectFor(after.url, phone.joined.ticket);
  expect(wordsOf(again.state())).toEqual(['Overleeft.']);
  expect(await again.command(command, commandId)).toEqual(first);
  const newcomer = { entry: scene.session.secret, commandId: joinId, people: 1, perspectives: [], name: '' };
  const rejoined = await after.call('POST', '/api/join', newcomer);
  expect(rejoined.body).toMatchObject({ seat: joined.seat });
  expect(
    (await logOf({ server: after, session: scene.session })).filter(({ type }) => type === 'AnswerSubmitted'),
  ).toHaveLength(1);
});

test('a screen that was away during the restart resumes with its cursor (S4)', async () => {
  const folder = newDataFolder();
  const before = await startServer({ folder });
  const { phones, desk, wall } = await openScene({ server: before, step: 'def-duo' });
  const phone = phones[0] as (typeof phones)[0];
  await submit(phone, 'Ingetrokken straks.');
  const from = { cursor: phone.cursor(), state: phone.state() };
  phone.socket.disconnect();
  const other = phones[1] as (typeof phones)[0];
  const answer = await other.waitFor('the answer', () => [...valuesOf(other.state().answers)][0]);
  await must(other, { type: 'WithdrawAnswer', answer: answer.answer });
  for (const screen of [desk, wall, ...phones]) screen.stop();
  await before.stop();

  const after = await openServer({ folder });
  const back = await connectFor(after.url, phone.joined.ticket, { from });
  expect(back.welcomes[0]).toMatchObject({ ok: true, fresh: false });
  const anew = await connectFor(after.url, phone.joined.ticket);
  expect(back.state()).toEqual(anew.state());
  expect(JSON.stringify(back.state())).not.toContain('Ingetrokken straks.');
});

test('nothing is acknowledged or shown before it is on disk (A2)', async () => {
  const store = openHeldStore();
  const { phones } = await openScene({ server: await openServer({ store }), step: 'def-duo' });
  const [one, two] = phones as [(typeof phones)[0], (typeof phones)[0]];
  store.hold();
  let acknowledged = false;
  const answering = submit(one, 'Nog niet bewaard.').then(() => {
    acknowledged = true;
  });
  await vi.waitFor(() => expect(store.held()).toBe(1));
  // Another message goes all the way round meanwhile.
  await two.hello(null);
  expect(acknowledged).toBe(false);
  expect(wordsOf(two.state())).toEqual([]);
  store.release();
  await answering;
  await two.waitFor('the answer', () => wordsOf(two.state()).length === 1);
});

test('commands that come during an append go together in the next one', async () => {
  const store = openHeldStore();
  const { phones, desk } = await openScene({ server: await openServer({ store }), phones: 4, step: 'def-duo' });
  store.hold();
  const first = must(desk, { type: 'ExtendClock', step: 'def-duo', seconds: 60 });
  await vi.waitFor(() => expect(store.held()).toBe(1));
  const rest = phones.map((phone) => submit(phone, 'Tegelijk.'));
  // A later message that needs no append is answered after all of them were taken in.
  for (const phone of phones) await phone.hello();
  store.appends.length = 0;
  store.release();
  await Promise.all([first, ...rest]);
  expect(store.appends).toEqual([4]);
});

test('two presses on "next" at once advance once (D1)', async () => {
  const { desk, server, session } = await openScene();
  const other = await connectFor(server.url, session.ticket);
  const press = { type: 'OpenStep', step: 'welkom', from: 'inloop' } as const;
  const results = await Promise.all([desk.command(press), other.command(press)]);
  expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  expect(results).toContainEqual({ ok: false, refusal: { reason: 'stepMoved' } });
  expect((await logOf({ server, session })).filter((e) => e.type === 'StepOpened' && e.step === 'welkom')).toHaveLength(
    1,
  );
});

test('a full disk is answered with tryAgain, changes nothing, and passes (A2, A3)', async () => {
  const store = openHeldStore();
  const server = await openServer({ store });
  const { phones, session } = await openScene({ server, step: 'def-duo' });
  const phone = phones[0] as (typeof phones)[0];
  const seq = (await server.house.hosts.open(session.session))?.state.seq;
  store.fail();
  const command = answerOf(unitOfPhone(phone)?.unit ?? '', 'Volle schijf.');
  const commandId = newCommandId();
  expect(await phone.command(command, commandId)).toEqual({ ok: false, refusal: { reason: 'tryAgain' } });
  expect((await server.house.hosts.open(session.session))?.state.seq).toBe(seq);
  expect((await server.call('GET', '/healthz')).status).toBe(503);
  store.recover();
  expect(await phone.command(command, commandId)).toMatchObject({ ok: true });
  expect((await server.call('GET', '/healthz')).status).toBe(200);
});

test('asking whether all is well costs one write a second, however many ask', async () => {
  const store = openHeldStore();
  let probes = 0;
  let now = 1_000_000;
  const probe = () => {
    probes += 1;
    return store.probe();
  };
  const counting = { ...store, probe };
  const server = await openServer({ store: counting, clock: () => now });
  const ask = () => Promise.all(Array.from({ length: 50 }, () => server.call('GET', '/healthz')));
  expect(new Set((await ask()).map(({ status }) => status))).toEqual(new Set([200]));
  expect(probes).toBe(1);
  now += 1_001;
  await ask();
  expect(probes).toBe(2);
  store.fail();
  now += 1_001;
  expect((await server.call('GET', '/healthz')).status).toBe(503);
});

test('what another node appended is folded, told, and decided upon (S2)', async () => {
  const store = openHeldStore();
  const server = await openServer({ store });
  const { desk, wall, session } = await openScene({ server });
  const seq = desk.state().seq;
  const opened = { type: 'StepOpened', step: 'welkom', endsAt: null, at: 1, by: 'desk:elsewhere' } as const;
  const entry = { commandId: 'from-another-node', data: null, events: [opened], erase: [] };
  await store.append(session.session, seq, [entry]);
  // This node does not know yet: its desk presses "next", and nothing happens twice.
  const press = { type: 'OpenStep', step: 'welkom', from: 'inloop' } as const;
  expect(await desk.command(press)).toEqual({ ok: false, refusal: { reason: 'stepMoved' } });
  await wall.waitFor('the step that the other node opened', () => wall.state().step === 'welkom');
  expect(await desk.command(press, 'from-another-node')).toEqual({ ok: true, seq: seq + 1 });
});
