/** The door and the seats behind it, over real sockets: taken out, locked, late, and who is told of a paper. */
import { expect, test } from 'vitest';
import type { Joined } from '../../shared/api.ts';
import { answerIdOf } from '../../shared/session/state.ts';
import { get } from '../../shared/session/table.ts';
import { newCommandId } from '../support/client.ts';
import {
  addPhone,
  answerOf,
  connectFor,
  must,
  onePerUnit,
  openScene,
  type Phone,
  submit,
  unitOfPhone,
  wordsOf,
} from '../support/server-scene.ts';

const newcomer = { people: 1, perspectives: [], name: '' };

test('who is taken out is not back by a refresh, a new tab or a recovery code: only by the door, as somebody new (V1)', async () => {
  const { phones, desk, server, session } = await openScene({ phones: 4, step: 'def-duo' });
  const [phone] = phones as [Phone];
  await must(desk, { type: 'RemoveSeat', seat: phone.joined.seat, removed: true });
  await phone.waitFor('the goodbye', () => phone.goodbyes.includes('removed'));
  const tab = await connectFor(server.url, phone.joined.ticket);
  expect(tab.welcomes).toEqual([{ ok: false, refusal: { reason: 'seatRemoved' } }]);
  expect((await server.call('POST', '/api/recover', { recovery: phone.joined.recovery })).body).toEqual({
    reason: 'seatRemoved',
  });
  const again = await session.join();
  expect(again.seat).not.toBe(phone.joined.seat);
  const entering = { entry: session.secret, commandId: newCommandId(), ...newcomer };
  await must(desk, { type: 'LockDoor', locked: true });
  expect((await server.call('POST', '/api/join', entering)).body).toEqual({ reason: 'doorLocked' });
});

test('kicked means out: no open line, queued command, read, own page or repeated joining leads back, nor the old code once it is changed (V1, A1)', async () => {
  const { desk, server, session } = await openScene({ phones: 2, step: 'def-duo' });
  const asked = { entry: session.secret, commandId: newCommandId(), ...newcomer };
  const { body: joined } = await server.call<Joined>('POST', '/api/join', asked);
  const [line, other] = [await connectFor(server.url, joined.ticket), await connectFor(server.url, joined.ticket)];
  await must(desk, { type: 'RemoveSeat', seat: joined.seat, removed: true });
  for (const one of [line, other]) await one.waitFor('the goodbye', () => one.goodbyes.includes('removed'));
  const before = desk.state().seq;
  // Its phone goes on with what it had queued, on a new line that says hello with the old ticket.
  const back = await connectFor(server.url, joined.ticket);
  const queued = [{ type: 'LeaveSession' }, answerOf(joined.seat, 'Nog even dit')] as const;
  for (const command of queued) {
    const answer = await back.socket
      .timeout(500)
      .emitWithAck('command', { commandId: newCommandId(), command })
      .catch(() => ({ ok: false }));
    expect(answer.ok).toBe(false);
  }
  expect(back.welcomes).toEqual([{ ok: false, refusal: { reason: 'seatRemoved' } }]);
  const { ticket, recovery } = joined;
  for (const [path, body] of [
    ['/api/recover', { recovery }],
    ['/api/own', { ticket }],
    ['/api/own/words', { ticket }],
    ['/api/interest', { ticket, email: 'a@b.nl' }],
    ['/api/summary/read', { token: ticket }],
    ['/api/replay/read', { token: ticket }],
  ] as const)
    expect([401, 403, 404], path).toContain((await server.call('POST', path, body)).status);
  // The same joining once more is that of then: its seat stays out.
  const repeated = await server.call<Joined>('POST', '/api/join', asked);
  if (repeated.status === 200) {
    const again = await connectFor(server.url, repeated.body.ticket);
    expect(again.welcomes).toEqual([{ ok: false, refusal: { reason: 'seatRemoved' } }]);
  }
  expect(desk.state().seq).toBe(before);
  await server.asFacilitator('POST', `/api/sessions/${session.session}/door`, { change: true });
  for (const entry of [session.secret, session.code]) {
    const joining = { entry, commandId: newCommandId(), ...newcomer };
    expect((await server.call('POST', '/api/join', joining)).status).toBe(404);
  }
});

test('a locked door keeps out who is new, by code and by link; who has a seat, or asked before, comes back (A1, D1)', async () => {
  const { phones, desk, server, session } = await openScene({ phones: 2, step: 'def-duo' });
  const [phone] = phones as [Phone];
  const asked = { entry: session.secret, commandId: newCommandId(), ...newcomer };
  const before = await server.call<Joined>('POST', '/api/join', asked);
  const typed = { ...asked, entry: session.code, commandId: newCommandId() };
  const byCode = await server.call<Joined>('POST', '/api/join', typed);
  await must(desk, { type: 'LockDoor', locked: true });
  for (const entry of [session.secret, session.code]) {
    // Only who holds the link hears why: a code is guessed more easily, and says nothing.
    const reason = entry === session.code ? 'noSuchSession' : 'doorLocked';
    expect((await server.call('POST', '/api/look-up', { entry })).body).toEqual({ reason });
    const joining = { entry, commandId: newCommandId(), ...newcomer };
    expect((await server.call('POST', '/api/join', joining)).body).toEqual({ reason });
  }
  const back = await connectFor(server.url, phone.joined.ticket);
  expect(back.welcomes).toMatchObject([{ ok: true }]);
  const recovered = await server.call<Joined>('POST', '/api/recover', { recovery: phone.joined.recovery });
  expect(recovered.body.seat).toBe(phone.joined.seat);
  expect((await server.call<Joined>('POST', '/api/join', asked)).body.seat).toBe(before.body.seat);
  expect((await server.call<Joined>('POST', '/api/join', typed)).body.seat).toBe(byCode.body.seat);
  await must(desk, { type: 'LockDoor', locked: false });
  expect((await session.join()).seat).toBeTruthy();
});

test('who comes late, or is moved by the desk, sits within a few ordinary round trips, and sees the answer so far (D2)', async () => {
  const { phones, desk, server, session } = await openScene({ phones: 4, step: 'def-duo' });
  for (const phone of onePerUnit(phones)) await submit(phone, `Tot nu toe van ${unitOfPhone(phone)?.number}`);
  const timed = async (work: () => Promise<unknown>) => {
    const from = performance.now();
    await work();
    return performance.now() - from;
  };
  // What one command costs on this machine, now: from the tap to its acknowledgement, and a new line with its hello.
  const tap = () => must(desk, { type: 'ExtendClock', step: 'def-duo', seconds: 60 });
  const line = () => connectFor(server.url, phones[0]?.joined.ticket ?? '');
  const ordinary = (await timed(tap)) + (await timed(tap)) + (await timed(line)) + (await timed(line));
  let late: Phone | undefined;
  const joining = await timed(async () => {
    late = await addPhone(server, session);
    await late.waitFor(
      'a unit with its answer',
      () => unitOfPhone(late as Phone) && wordsOf(late?.state() as never)[0],
    );
  });
  const { unit } = unitOfPhone(late as Phone) ?? {};
  const other = phones.find((phone) => unitOfPhone(phone)?.unit !== unit) as Phone;
  const target = unitOfPhone(other);
  const moving = await timed(async () => {
    await must(desk, { type: 'MoveSeat', seat: late?.joined.seat ?? '', unit: target?.unit ?? '' });
    await late?.waitFor('the other unit', () => unitOfPhone(late as Phone)?.unit === target?.unit);
  });
  expect(wordsOf(late?.state() as never).join()).toContain(`Tot nu toe van ${target?.number}`);
  expect(joining / ordinary, `${joining} ms to sit, ${ordinary} ms for four round trips`).toBeLessThan(10);
  expect(moving / ordinary, `${moving} ms to move, ${ordinary} ms for four round trips`).toBeLessThan(10);
});

test('a paper that the desk enters reaches the unit’s own phones, and no packet of it another phone or the wall (V1, V2, V3)', async () => {
  const { phones, desk, wall } = await openScene({ phones: 4, step: 'def-duo' });
  const [a, b] = onePerUnit(phones) as [Phone, Phone];
  const { unit = '' } = unitOfPhone(a) ?? {};
  const entered = answerOf(unit, 'Op-papier-gezet');
  const commandId = newCommandId();
  await must(desk, entered, commandId);
  await must(desk, entered, commandId);
  const answer = await a.waitFor('the paper', () => get(a.state().answers, answerIdOf(entered)));
  expect(answer).toMatchObject({ seat: 'desk', version: 1 });
  await must(desk, { type: 'ExtendClock', step: 'def-duo', seconds: 60 });
  for (const screen of [b, wall]) {
    const isTold = () => screen.frames.some(({ events }) => events.some(({ type }) => type === 'ClockExtended'));
    await screen.waitFor('the clock', isTold);
    expect(screen.raw.join('\n')).not.toContain('Op-papier-gezet');
  }
});

test('counts say how many of who is here are done, and no phone or wall is told who is not (V1)', async () => {
  const { phones, wall, desk } = await openScene({ phones: 6, step: 'def-duo' });
  const [first, second] = onePerUnit(phones) as [Phone, Phone];
  const partner = phones.find((phone) => phone !== second && unitOfPhone(phone)?.unit === unitOfPhone(second)?.unit);
  for (const prompt of ['recognisable', 'usable', 'complete']) await submit(first, 'Klaar', prompt);
  for (const screen of [wall, second]) {
    const done = () => screen.counts()?.submitted['def-duo'] === 1 && screen.counts()?.units === 3;
    await screen.waitFor('1 of 3', done);
    expect(screen.raw.filter((packet) => packet.includes('"counts"')).join()).not.toContain(unitOfPhone(first)?.unit);
  }
  for (const phone of [second, partner])
    await must(desk, { type: 'RemoveSeat', seat: phone?.joined.seat ?? '', removed: true });
  await wall.waitFor('1 of 2', () => wall.counts()?.submitted['def-duo'] === 1 && wall.counts()?.units === 2);
});
