/** The way in, changed from a desk: another code, and the letters of the wall as a second step (P1, S4). */
import { expect, test } from 'vitest';
import { turnLength } from '../../server/entry/second-step.ts';
import type { Joined, LookedUp } from '../../shared/api.ts';
import { newCommandId } from '../support/client.ts';
import type { Planned, TestServer } from '../support/server.ts';
import { connectFor, must, openScene, openServer, type Phone } from '../support/server-scene.ts';

const wish = (entry: string) => ({ entry, commandId: newCommandId(), people: 1, perspectives: [], name: '' });
const doorOf = (server: TestServer, { session }: Planned, body: object) =>
  server.asFacilitator('POST', `/api/sessions/${session}/door`, body);

test('a changed code ends the old code and the old link at once; who has a seat stays, desk and wall show the new one', async () => {
  const { server, session, desk, wall, phones } = await openScene({ phones: 1 });
  const [phone] = phones as [Phone];
  expect((await doorOf(server, session, { change: true })).status).toBe(200);
  for (const entry of [session.code, session.secret]) {
    expect((await server.call('POST', '/api/look-up', { entry })).status).toBe(404);
    expect((await server.call('POST', '/api/join', wish(entry))).status).toBe(404);
  }
  const isNew = ({ code, joinUrl }: { code: string; joinUrl: string }) =>
    code !== session.code && joinUrl !== session.joinUrl;
  const told = await desk.waitFor('the desk', () => desk.door() && isNew(desk.door() as never) && desk.door());
  await wall.waitFor('the wall', () => wall.door()?.code === (told as { code: string }).code);
  const { code, joinUrl } = told as { code: string; joinUrl: string };
  for (const entry of [code, joinUrl.split('#')[1] ?? ''])
    expect((await server.call('POST', '/api/join', wish(entry))).status).toBe(200);
  // Whoever was in is: on this line, on a new one, and by the recovery code.
  expect(phone.goodbyes).toEqual([]);
  expect((await connectFor(server.url, phone.joined.ticket)).welcomes).toMatchObject([{ ok: true }]);
  const recovered = await server.call<Joined>('POST', '/api/recover', { recovery: phone.joined.recovery });
  expect(recovered.body.seat).toBe(phone.joined.seat);
  // A wall that comes later shows it too.
  const late = await connectFor(server.url, session.wallTicket);
  await late.waitFor('the late wall', () => late.door()?.code === code);
  await must(desk, { type: 'CloseSession' });
  expect((await doorOf(server, session, { change: true })).body).toEqual({ reason: 'sessionClosed' });
});

test('two desks that change it at once leave one code behind, and no old one', async () => {
  const { server, session, desk } = await openScene({ phones: 0 });
  await Promise.all(Array.from({ length: 4 }, () => doorOf(server, session, { change: true })));
  const grants = await server.house.store.grants({ session: session.session });
  expect(grants.filter(({ kind }) => kind === 'code' || kind === 'join')).toHaveLength(2);
  const { code } = await server.house.access.entryOf(session.session);
  await desk.waitFor('the last one', () => desk.door()?.code === code);
});

/** With the letters asked, at a time that the test sets. */
async function withLetters() {
  let now = Math.ceil(Date.now() / turnLength) * turnLength + 1_000;
  const server = await openServer({ clock: () => now });
  const scene = await openScene({ server, phones: 1 });
  const { session, wall, desk } = scene;
  expect((await doorOf(server, session, { lettersAsked: true })).status).toBe(200);
  const letters = await wall.waitFor('letters on the wall', () => wall.door()?.letters);
  await desk.waitFor('the same at the desk', () => desk.door()?.letters === letters);
  const look = (entry: string, address = '203.0.113.7') =>
    server.call<LookedUp & { reason?: string }>('POST', '/api/look-up', { entry }, { 'x-forwarded-for': address });
  const turns = async (count: number) => {
    now += count * turnLength;
    await server.house.doorSigns.turn();
  };
  return { ...scene, letters, look, turns, pass: (ms: number) => (now += ms) };
}

test('with the second step on, code and link both ask for the letters of the wall, which become a pass to join with', async () => {
  const { server, session, letters, look } = await withLetters();
  for (const entry of [session.code, session.secret]) {
    expect((await look(entry)).body).toEqual({ reason: 'lettersAsked' });
    expect((await server.call('POST', '/api/join', wish(entry))).body).toEqual({ reason: 'lettersAsked' });
    const other = letters === 'BCD' ? 'BCF' : 'BCD';
    expect((await look(`${entry}+${other}`)).body).toEqual({ reason: 'lettersWrong' });
    const found = await look(`${entry}+${letters.toLowerCase()}`);
    expect(found.body).toMatchObject({ title: 'Proefsessie', entry: expect.stringMatching(/^[\w~-]{30,64}$/) });
    const joined = await server.call<Joined>('POST', '/api/join', wish(found.body.entry ?? ''));
    expect(joined.status).toBe(200);
  }
  // Once it is asked no longer, the code alone is enough.
  await doorOf(server, session, { lettersAsked: false });
  expect((await look(session.code)).status).toBe(200);
});

test('the letters turn every minute on all screens; those of one turn before still count, older ones do not', async () => {
  const { session, wall, desk, letters, look, turns } = await withLetters();
  await turns(1);
  const next = await wall.waitFor('the next', () => wall.door()?.letters !== letters && wall.door()?.letters);
  await desk.waitFor('at the desk too', () => desk.door()?.letters === next);
  expect((await look(`${session.secret}+${letters}`)).status).toBe(200);
  await turns(1);
  expect((await look(`${session.secret}+${letters}`)).body).toEqual({ reason: 'lettersWrong' });
  expect((await look(`${session.secret}+${next}`)).status).toBe(200);
});

test('a pass lasts a quarter of an hour, is nobody else’s to make, and ends with the code that it was given for', async () => {
  const { server, session, letters, look, pass } = await withLetters();
  const given = (await look(`${session.secret}+${letters}`)).body.entry ?? '';
  const [name = '', until = '', mark = ''] = given.split('~');
  const longer = [name, (Number.parseInt(until, 36) + 60_000).toString(36), mark].join('~');
  expect((await look(longer)).status).toBe(404);
  pass(14 * 60_000);
  expect((await look(given)).status).toBe(200);
  pass(2 * 60_000);
  expect((await look(given)).status).toBe(404);
  pass(-2 * 60_000);
  await doorOf(server, session, { change: true });
  expect((await look(given)).status).toBe(404);
});

test('no phone ever hears the letters; who has a seat comes back without them, by ticket and by recovery code (V1)', async () => {
  const { server, session, desk, phones, turns } = await withLetters();
  const [phone] = phones as [Phone];
  await turns(1);
  const shown = await desk.waitFor('letters', () => desk.door()?.letters);
  const back = await connectFor(server.url, phone.joined.ticket);
  expect(back.welcomes).toMatchObject([{ ok: true }]);
  const recovered = await server.call<Joined>('POST', '/api/recover', { recovery: phone.joined.recovery });
  expect(recovered.body.seat).toBe(phone.joined.seat);
  await must(desk, {
    type: 'ChangeDetails',
    title: 'Nu',
    date: '2026-11-24',
    place: '',
    partner: '',
    collaboration: '',
  });
  for (const screen of [phone, back]) {
    await screen.waitFor('what came after', () => screen.frames.length > 0);
    expect(screen.raw.some((packet) => packet.includes('"door"') || packet.includes(`"${shown}"`))).toBe(false);
  }
  const told = await server.asFacilitator('GET', `/api/sessions/${session.session}/desk`);
  const { letters: secret } = await server.house.access.entryOf(session.session);
  expect(JSON.stringify(told.body)).not.toContain(secret);
  expect([...phone.raw, ...desk.raw].join()).not.toContain(secret);
});

test('letters are guessed no faster than a few a minute, and who guesses keeps nobody else out', async () => {
  const { session, letters, look } = await withLetters();
  const others = ['BCD', 'FGH', 'JKL', 'MNP'].filter((one) => one !== letters);
  const tries = Array.from({ length: 60 }, (_, n) =>
    look(`${session.secret}+${others[n % others.length]}`, `198.51.${100 + (n % 3)}.7`),
  );
  const reasons = (await Promise.all(tries)).map(({ body }) => body.reason);
  expect(reasons.filter((reason) => reason === 'lettersWrong').length).toBeLessThanOrEqual(20);
  expect((await look(`${session.secret}+${letters}`, '198.51.100.7')).body).toEqual({ reason: 'tooFast' });
  expect((await look(`${session.secret}+${letters}`, '203.0.113.7')).status).toBe(200);
});

test('a server that starts anew on the same store knows the code, and shows the same letters', async () => {
  const { server, session, letters } = await withLetters();
  const again = await openServer({ store: server.house.store, clock: server.house.clock });
  const wall = await connectFor(again.url, session.wallTicket);
  await wall.waitFor('the letters', () => wall.door()?.letters === letters && wall.door()?.code === session.code);
  const entry = `${session.secret}+${letters}`;
  expect((await again.call('POST', '/api/look-up', { entry })).status).toBe(200);
});
