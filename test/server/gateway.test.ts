/** The one door for messages: what it lets in, and that nothing which comes in takes the server down (E5, E7, E17). */
import { request } from 'node:http';
import { expect, onTestFinished, test, vi } from 'vitest';
import { protocolVersion } from '../../shared/protocol-version.ts';
import { newCommandId, openSocket, type TestSocket } from '../support/client.ts';
import { answerOf, connectFor, must, openScene, openServer, unitOfPhone } from '../support/server-scene.ts';

/** What the server answers to a WebSocket handshake from a page of this origin. */
function handshake(url: string, origin: string | undefined): Promise<number> {
  const headers = {
    connection: 'Upgrade',
    upgrade: 'websocket',
    'sec-websocket-version': '13',
    'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
  };
  return new Promise((resolve, reject) => {
    const asked = request(`${url}/socket.io/?EIO=4&transport=websocket`, {
      headers: { ...headers, ...(origin && { origin }) },
    });
    asked.on('upgrade', (response, socket) => {
      socket.destroy();
      resolve(response.statusCode ?? 0);
    });
    asked.on('response', (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    asked.on('error', reject);
    asked.end();
  });
}

test('a page of another origin gets no line; our own, PUBLIC_URL and programs do (E7)', async () => {
  const { url } = await openServer({ publicUrl: 'https://gesprek.example' });
  expect(await handshake(url, url)).toBe(101);
  expect(await handshake(url, undefined)).toBe(101);
  expect(await handshake(url, 'https://gesprek.example')).toBe(101);
  for (const foreign of [
    'http://evil.example',
    'null',
    `${url}.evil.example`,
    'file://',
    'https://gesprek.example.evil',
  ]) {
    expect([foreign, await handshake(url, foreign)]).toEqual([foreign, 400]);
  }
  const polled = await fetch(`${url}/socket.io/?EIO=4&transport=polling`, {
    headers: { origin: 'http://evil.example' },
  });
  expect(polled.status).toBe(403);
});

const deep = (depth: number): unknown => JSON.parse('['.repeat(depth) + ']'.repeat(depth));
const garbage: unknown[] = [
  null,
  undefined,
  0,
  -1,
  Number.NaN,
  '',
  'x'.repeat(30_000),
  [],
  [[]],
  {},
  deep(2_000),
  { commandId: null, command: null },
  { commandId: 'short', command: { type: 'LeaveSession' } },
  { commandId: 'a'.repeat(65), command: { type: 'LeaveSession' } },
  { commandId: 'a'.repeat(22), command: { type: 'NoSuchThing' } },
  { commandId: 'a'.repeat(22), command: { type: 'constructor' } },
  { commandId: 'a'.repeat(22), command: { type: '__proto__' } },
  { commandId: 'a'.repeat(22), command: { type: 'TakePen', unit: '../../etc' } },
  { commandId: 'a'.repeat(22), command: { type: 'TakePen', unit: ['x'] } },
  { commandId: 'a'.repeat(22), command: { type: 'TakePen', unit: 'x', more: 1 } },
  { commandId: 'a'.repeat(22), command: { type: 'SubmitAnswer', values: 'x' } },
  { commandId: 'a'.repeat(22), command: JSON.parse('{"type":"LeaveSession","__proto__":{"role":"desk"}}') },
  { commandId: 'a'.repeat(22), command: { type: 'StarAnswer', answer: 'a/b/c', starred: true } },
  { protocol: protocolVersion, ticket: 'x'.repeat(43), cursor: null, role: 'desk' },
  { protocol: 'one', ticket: 'x'.repeat(43), cursor: null },
  { protocol: protocolVersion, ticket: 'x'.repeat(43), cursor: { epoch: 'x', heads: { phones: -1 } } },
  { protocol: protocolVersion, ticket: 'x'.repeat(43), cursor: { epoch: 'x', heads: { phones: 1e99 } } },
  { protocol: protocolVersion, ticket: { $ne: null }, cursor: null },
  Buffer.from('binary'),
  { unit: 'x', step: 'x', item: 'x', prompt: 'x', values: { a: { kind: 'text', text: '\ud800' } } },
  { unit: 'x', step: 'x', item: 'x', prompt: 'x', values: { a: { kind: 'judgement', choices: [] } } },
];

type AnySocket = {
  emit: (event: string, ...parts: unknown[]) => void;
  emitWithAck: (event: string, ...parts: unknown[]) => Promise<unknown>;
};
const asAny = (socket: TestSocket) => socket as unknown as AnySocket;

test('thirty kinds of garbage, before and after hello, get a refusal and break nothing (E5)', async () => {
  const { server, phones, desk } = await openScene({ step: 'def-duo' });
  const phone = phones[0] as (typeof phones)[0];
  for (const event of ['hello', 'command', 'draft']) {
    // A fresh line each: the allowance of one is smaller than this.
    for (const message of garbage) {
      const socket = openSocket(server.url, { transports: ['websocket'] });
      onTestFinished(() => void socket.disconnect());
      const answer = await asAny(socket).emitWithAck(event, message);
      expect(answer).toMatchObject({ ok: false });
      expect(JSON.stringify(answer).length).toBeLessThan(80);
      socket.disconnect();
    }
  }
  for (const message of garbage.slice(0, 25)) {
    expect(await asAny(phone.socket).emitWithAck('command', message)).toMatchObject({ ok: false });
  }
  const loose = openSocket(server.url, { transports: ['websocket'] });
  onTestFinished(() => void loose.disconnect());
  const bare = asAny(loose);
  for (const parts of [[], [{}], [null, null], [() => 0], [{}, {}, () => 0], [{}, 'x']]) bare.emit('command', ...parts);
  for (const event of ['constructor', '__proto__', 'toString', 'disconnecting', 'x'.repeat(500)]) {
    if (event !== 'disconnecting') bare.emit(event, { a: 1 }, () => 0);
  }
  expect(await bare.emitWithAck('command', {})).toMatchObject({ ok: false });
  await must(desk, { type: 'ExtendClock', step: 'def-duo', seconds: 60 });
});

test('a message that is too large ends its own line, and no other', async () => {
  const { server, phones, desk } = await openScene({ step: 'def-duo' });
  const [one, two] = phones as [(typeof phones)[0], (typeof phones)[0]];
  const ended = new Promise((resolve) => one.socket.once('disconnect', resolve));
  asAny(one.socket).emit('command', 'x'.repeat(200_000), () => 0);
  await ended;
  await must(two, { type: 'TakePen', unit: unitOfPhone(two)?.unit ?? '' });
  await must(desk, { type: 'ExtendClock', step: 'def-duo', seconds: 60 });
  expect(await (await fetch(`${server.url}/healthz`)).json()).toEqual({ ok: true, forwarded: false });
});

test('who floods is told so, then cut off; others notice nothing (E17)', async () => {
  const { phones, desk } = await openScene({ step: 'def-duo' });
  const [one, two] = phones as [(typeof phones)[0], (typeof phones)[0]];
  const unit = unitOfPhone(one)?.unit ?? '';
  const ended = new Promise((resolve) => one.socket.once('disconnect', resolve));
  const press = () => one.command({ type: 'TakePen', unit });
  const answers = await Promise.all(Array.from({ length: 50 }, press));
  expect(answers.at(-1)).toEqual({ ok: false, refusal: { reason: 'tooFast' } });
  expect(answers.filter(({ ok }) => ok).length).toBeLessThanOrEqual(32);
  const flood = Promise.allSettled(Array.from({ length: 200 }, press));
  expect(await ended).toBe('io server disconnect');
  await flood;
  await must(two, { type: 'TakePen', unit });
  await must(desk, { type: 'ExtendClock', step: 'def-duo', seconds: 60 });
});

test('who is kept out opens no new line by an address that looks like that of an old one (E17)', async () => {
  const { server, phones } = await openScene({ step: 'def-duo' });
  const [one] = phones as [(typeof phones)[0]];
  one.socket.io.reconnection(false);
  const ended = new Promise((resolve) => one.socket.once('disconnect', resolve));
  const unit = unitOfPhone(one)?.unit ?? '';
  const flood = Promise.allSettled(Array.from({ length: 250 }, () => one.command({ type: 'TakePen', unit })));
  await ended;
  const openings = await Promise.all(
    Array.from({ length: 40 }, () => fetch(`${server.url}/socket.io/?EIO=4&transport=polling&session=x&sid=`)),
  );
  expect(openings.filter(({ status }) => status === 403).length).toBeGreaterThan(10);
  await flood;
});

test('a screen that does not read is cut off, and told all when it reads again (E16)', {
  timeout: 20_000,
}, async () => {
  const { server, session, desk, wall } = await openScene({ step: 'def-duo' });
  const { engine } = wall.socket.io;
  const { ws } = engine.transport as unknown as { ws: { pause: () => void; resume: () => void } };
  const host = await server.house.hosts.open(session.session);
  const isConnected = () => [...(host?.connections ?? [])].some(({ role }) => role === 'wall');
  await vi.waitFor(() => expect(engine.transport.name).toBe('websocket'));
  ws.pause();
  const page = { item: null, prompt: null, blank: false, mode: 'blank' } as const;
  let at = 0;
  while (isConnected()) {
    const set = { type: 'SetWall', wall: { ...page, page: at++ % 999 } } as const;
    const given = { commandId: null, command: set, actor: { role: 'desk', facilitator: 'x' } } as const;
    await host?.give(given);
    if (at > 200_000) throw new Error('never cut off');
  }
  ws.resume();
  await must(desk, { type: 'ExtendClock', step: 'def-duo', seconds: 60 });
  await wall.waitFor('all of it', () => wall.state().seq === host?.state.seq);
});

test('one ticket has at most six lines: the oldest goes', async () => {
  const { server, phones } = await openScene({ phones: 1 });
  const first = phones[0] as (typeof phones)[0];
  const ended = new Promise((resolve) => first.socket.once('disconnect', resolve));
  for (let i = 0; i < 6; i++) await connectFor(server.url, first.joined.ticket);
  await ended;
});

test('a removed seat gets goodbye, and at hello a refusal; taken back in it may come again (D1)', async () => {
  const { server, desk, phones } = await openScene({ step: 'def-duo' });
  const { joined, ...phone } = phones[0] as (typeof phones)[0];
  await must(desk, { type: 'RemoveSeat', seat: joined.seat, removed: true });
  await phone.waitFor('goodbye', () => phone.goodbyes.includes('removed'));
  const again = await connectFor(server.url, joined.ticket);
  expect(again.welcomes).toEqual([{ ok: false, refusal: { reason: 'seatRemoved' } }]);
  await again.waitFor('goodbye', () => again.goodbyes.includes('removed'));
  await must(desk, { type: 'RemoveSeat', seat: joined.seat, removed: false });
  expect((await connectFor(server.url, joined.ticket)).welcomes[0]).toMatchObject({ ok: true });
});

test('who leaves hears first that it was done, and then goodbye', async () => {
  const { phones } = await openScene({ step: 'def-duo' });
  const phone = phones[0] as (typeof phones)[0];
  await must(phone, { type: 'LeaveSession' });
  await phone.waitFor('goodbye', () => phone.goodbyes.includes('left'));
});

test('the role comes from the ticket: no phone opens a step, no wall and no stranger does anything', async () => {
  const { phones, wall, session, server } = await openScene({ step: 'def-duo' });
  const phone = phones[0] as (typeof phones)[0];
  const open = { type: 'OpenStep', step: 'welkom', from: null } as const;
  expect(await phone.command(open)).toEqual({ ok: false, refusal: { reason: 'notAllowed' } });
  expect(await phone.command({ type: 'Join', people: 1, perspectives: [], name: '' })).toEqual({
    ok: false,
    refusal: { reason: 'notAllowed' },
  });
  expect(await wall.command(open)).toEqual({ ok: false, refusal: { reason: 'notAllowed' } });
  const stranger = openSocket(server.url);
  onTestFinished(() => void stranger.disconnect());
  const message = { commandId: newCommandId(), command: answerOf('x', 'x') };
  expect(await stranger.emitWithAck('command', message)).toEqual({ ok: false, refusal: { reason: 'noTicket' } });
  for (const ticket of [session.secret.padEnd(22, 'x'), session.code.padEnd(22, 'x'), 'x'.repeat(43)]) {
    expect(await stranger.emitWithAck('hello', { protocol: protocolVersion, ticket, cursor: null })).toEqual({
      ok: false,
      refusal: { reason: 'noTicket' },
    });
  }
});

test('a line says in its address for which session it is, to a balancer alone: the ticket opens, and another’s or no session’s name changes nothing (V1)', async () => {
  const { server, session, phones } = await openScene();
  const other = await server.planSession();
  for (const said of [other.session, session.session, '../..', '%00', 'x'.repeat(2_000)]) {
    const line = openSocket(server.url, { query: { session: said } });
    onTestFinished(() => void line.disconnect());
    const hello = (ticket: string) => line.emitWithAck('hello', { protocol: protocolVersion, ticket, cursor: null });
    expect(await hello(session.session)).toMatchObject({ ok: false });
    expect(await hello(phones[0]?.joined.ticket ?? '')).toMatchObject({ ok: true, you: { session: session.session } });
  }
  const newcomer = { entry: session.secret, commandId: newCommandId(), people: 1, perspectives: [], name: '' };
  const joined = await server.call('POST', `/api/join?session=${other.session}`, newcomer);
  expect(joined.body).toMatchObject({ session: session.session });
});
