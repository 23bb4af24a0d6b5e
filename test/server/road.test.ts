/** One road, from phone to wall: joining, answering, showing, rejoining (S2, S3, S4). */
import { expect, test } from 'vitest';
import { newId } from '../../server/live/hosts.ts';
import { evolve } from '../../shared/session/evolve.ts';
import { initialState } from '../../shared/session/initial-state.ts';
import { textOf } from '../../shared/session/selectors.ts';
import { valuesOf } from '../../shared/session/table.ts';
import {
  addPhone,
  connectFor,
  must,
  openScene,
  submit,
  typesOf,
  unitOfPhone,
  wordsOf,
} from '../support/server-scene.ts';

test('two phones join, are a pair, answer, and the wall sees it when it is shown (S2)', async () => {
  const { phones, wall, desk } = await openScene({ step: 'def-duo' });
  const [one, two] = phones as [(typeof phones)[0], (typeof phones)[0]];
  await submit(one, 'Heel herkenbaar.');
  await two.waitFor('the partner sees it', () => wordsOf(two.state()).includes('Heel herkenbaar.'));
  expect(wordsOf(wall.state())).toEqual([]);
  await must(desk, { type: 'RevealStep', step: 'def-duo', revealed: true });
  await wall.waitFor('the wall sees it', () => wordsOf(wall.state()).includes('Heel herkenbaar.'));
});

test('a rejoin with a cursor is sent only what it missed, and folds to the same (S3, S4)', async () => {
  const { phones, desk, server } = await openScene({ step: 'def-duo' });
  const [one, two] = phones as [(typeof phones)[0], (typeof phones)[0]];
  await submit(one, 'Eerst.');
  await two.waitFor('the first answer', () => wordsOf(two.state()).length === 1);
  two.stop();
  const from = { cursor: two.cursor(), state: two.state() };
  await submit(one, 'Daarna.', 'usable');
  await must(desk, { type: 'ExtendClock', step: 'def-duo', seconds: 120 });
  const back = await connectFor(server.url, two.joined.ticket, { from });
  const [welcome] = back.welcomes;
  expect(welcome).toMatchObject({ ok: true, fresh: false });
  expect(welcome?.ok && typesOf(welcome.events)).toEqual(['AnswerSubmitted', 'ClockExtended']);
  const anew = await connectFor(server.url, two.joined.ticket);
  expect(anew.welcomes[0]).toMatchObject({ ok: true, fresh: true });
  expect(back.state()).toEqual(anew.state());
});

test('a cursor that nobody gave out gets a fresh stream (S4)', async () => {
  const { phones, server } = await openScene({ step: 'def-duo' });
  const [one] = phones as [(typeof phones)[0]];
  const { epoch, heads } = one.cursor();
  const strange = [
    { epoch: 'another', heads },
    { epoch, heads: { ...heads, phones: 99_999 } },
    { epoch, heads: { ...heads, 'unit:another': 1 } },
    { epoch, heads: { ...heads, desk: 1 } },
  ];
  for (const cursor of strange) {
    const back = await connectFor(server.url, one.joined.ticket, { from: { cursor, state: initialState() } });
    expect(back.welcomes[0]).toMatchObject({ ok: true, fresh: true });
    expect(back.state()).toEqual(one.state());
  }
});

test('every frame follows on the one before in its stream, from the first on (S1)', async () => {
  const { phones, wall, desk } = await openScene({ phones: 4, step: 'def-duo' });
  await Promise.all(phones.map((phone, i) => submit(phone, `Antwoord ${i}`)));
  await must(desk, { type: 'RevealStep', step: 'def-duo', revealed: true });
  await wall.waitFor('both units on the wall', () => wordsOf(wall.state()).length === 2);
  for (const screen of [desk, wall, ...phones]) {
    const heads = new Map<string, number>();
    expect(screen.frames.length).toBeGreaterThan(0);
    for (const { stream, after, seq, events } of screen.frames) {
      if (heads.has(stream)) expect(after).toBe(heads.get(stream));
      expect(seq).toBeGreaterThan(after);
      expect(events.length).toBeGreaterThan(0);
      heads.set(stream, seq);
    }
    // Nobody needed a second welcome to keep up.
    expect(screen.welcomes).toHaveLength(1);
  }
});

test('the desk folds to exactly the server’s own state (S3)', async () => {
  const { desk, phones, server, session } = await openScene({ phones: 4, step: 'def-duo' });
  await submit(phones[0] as (typeof phones)[0], 'Weg ermee.');
  await must(desk, { type: 'RenameSeat', seat: phones[1]?.joined.seat ?? '', name: 'Els' });
  await must(desk, { type: 'CloseStep', step: 'def-duo' });
  const host = await server.house.hosts.open(session.session);
  await desk.waitFor('the last event', () => desk.state().seq === host?.state.seq);
  expect(desk.state()).toEqual(host?.state);
  expect((host?.log() ?? []).reduce(evolve, initialState())).toEqual(host?.state);
});

test('who is moved hears the new unit, and of the old one only what they wrote with it (V2, A3)', async () => {
  const { desk, phones } = await openScene({ phones: 4, step: 'def-duo' });
  const [one] = phones as [(typeof phones)[0]];
  const old = unitOfPhone(one);
  const other = phones.map(unitOfPhone).find((unit) => unit?.unit !== old?.unit);
  await submit(one, 'Van het oude duo.');
  await must(desk, { type: 'MoveSeat', seat: one.joined.seat, unit: other?.unit ?? '' });
  await one.waitFor('the new unit', () => unitOfPhone(one)?.unit === other?.unit);
  expect(wordsOf(one.state())).toEqual(['Van het oude duo.']);
  const mate = phones.find((phone) => phone !== one && unitOfPhone(phone)?.unit === old?.unit) as (typeof phones)[0];
  await submit(mate, 'Van wie achterbleef.', 'usable');
  const friend = phones.find(
    (phone) => phone !== one && unitOfPhone(phone)?.unit === other?.unit,
  ) as (typeof phones)[0];
  await submit(friend, 'Van het nieuwe duo.');
  await one.waitFor('what the new unit writes', () => wordsOf(one.state()).includes('Van het nieuwe duo.'));
  expect(wordsOf(one.state())).not.toContain('Van wie achterbleef.');
});

test('a late phone is placed with someone, and told who', async () => {
  const { server, session, phones } = await openScene({ phones: 3, step: 'def-duo' });
  const late = await addPhone(server, session, { name: 'Samira' });
  const unit = await late.waitFor('a unit', () => unitOfPhone(late));
  const friend = phones.find((phone) => unit.seats.includes(phone.joined.seat)) as (typeof phones)[0];
  const seats = await friend.waitFor('the newcomer', () => {
    const all = [...valuesOf(friend.state().seats)];
    return all.some(({ seat }) => seat === late.joined.seat) && all;
  });
  expect(seats.map(({ name }) => textOf(friend.state(), name))).toContain('Samira');
});

test('ids are safe in an address and in a file name', () => {
  for (let i = 0; i < 200; i++) expect(newId()).toMatch(/^[A-Za-z0-9]{12}$/);
});
