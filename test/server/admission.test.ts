/** A house that is full: who is new waits, and who has a place notices nothing. */
import { expect, test } from 'vitest';
import { phonesThatFit } from '../../server/entry/admission.ts';
import { openMemoryStore } from '../../server/store/memory/memory-store.ts';
import type { Joined } from '../../shared/api.ts';
import { newCommandId } from '../support/client.ts';
import { addPhone, connectFor, must, openServer } from '../support/server-scene.ts';

/** A server for so many phones, with a session. */
async function openHouse(mostPhones: number) {
  const clock = { now: Date.now() };
  const store = openMemoryStore({ now: () => clock.now });
  const said: string[] = [];
  const say = (line: string) => void said.push(line);
  const server = await openServer({ store, clock: () => clock.now, mostPhones, say });
  const session = await server.planSession();
  const knock = (commandId = newCommandId(), entry = session.secret) =>
    server.call<Joined>('POST', '/api/join', { entry, commandId, people: 1, perspectives: [], name: '' });
  return { clock, said, server, session, knock };
}

test('who is new waits where it is full, in whatever session, and comes in when somebody leaves', async () => {
  const { server, session, said, knock } = await openHouse(3);
  const other = await server.planSession();
  const [first, ...more] = [
    await addPhone(server, session),
    await addPhone(server, session),
    await addPhone(server, other),
  ];
  for (const entry of [session.secret, other.secret])
    expect(await knock(newCommandId(), entry)).toMatchObject({ status: 429, body: { reason: 'tooFast' } });
  expect(said).toEqual(['Full / vol: 3 phones are here, new ones wait (MOST_PHONES).']);
  for (const phone of more) expect(phone.socket.connected).toBe(true);
  await must(first as (typeof more)[0], { type: 'LeaveSession' });
  first?.stop();
  await expect.poll(async () => (await knock()).status).toBe(200);
  expect((await knock()).status).toBe(429);
});

test('who drops comes back at once, however many wait; a place is kept for a minute, and then is another’s', async () => {
  const { clock, server, session, knock } = await openHouse(2);
  const phones = [await addPhone(server, session), await addPhone(server, session)];
  const [first] = phones;
  const ticket = first?.joined.ticket ?? '';
  first?.stop();
  await expect.poll(() => server.house.hosts.openOnes().then((all) => all[0]?.connections.size)).toBe(1);
  expect((await knock()).status).toBe(429);
  clock.now += 61_000;
  const late = await knock();
  expect(late.status).toBe(200);
  // Whoever has a seat is let in all the same, also when that makes one too many.
  for (const one of [ticket, late.body.ticket])
    expect((await connectFor(server.url, one)).welcomes[0]).toMatchObject({ ok: true });
  expect((await knock()).status).toBe(429);
});

test('A1: who was let in and did not hear it asks again and has its seat; a hundred at once are no more than there is room', async () => {
  const { clock, knock } = await openHouse(5);
  const ids = Array.from({ length: 40 }, () => newCommandId());
  const answers = await Promise.all(ids.map((id) => knock(id)));
  const inside = answers.flatMap(({ status, body }, i) => (status === 200 ? [{ id: ids[i], seat: body.seat }] : []));
  expect(inside).toHaveLength(5);
  for (const { id, seat } of inside) expect((await knock(id)).body.seat).toBe(seat);
  // Nobody of them opened a line: their places are free again soon.
  clock.now += 21_000;
  expect((await knock()).status).toBe(200);
});

test('a session that is deleted keeps no place, for its phones do not come back; a clock that is set back keeps none for longer', async () => {
  const { clock, server, session, knock } = await openHouse(2);
  const deleted = await server.planSession();
  const phones = [await addPhone(server, session), await addPhone(server, deleted)];
  expect((await server.asFacilitator('DELETE', `/api/sessions/${deleted.session}`)).status).toBe(200);
  await phones[1]?.waitFor('deleted', () => phones[1]?.socket.connected === false);
  await expect.poll(async () => (await knock()).status, { timeout: 5_000 }).toBe(200);
  expect((await knock()).status).toBe(429);
  // Whoever was let in did not come, and an hour is there twice.
  clock.now -= 60 * 60_000;
  expect((await knock()).status).toBe(200);
});

test('what fits a machine follows from its memory and its cores', () => {
  const gigabyte = 2 ** 30;
  expect([phonesThatFit(gigabyte / 2, 1), phonesThatFit(gigabyte, 2), phonesThatFit(2 * gigabyte, 1)]).toEqual([
    207, 1_020, 1_000,
  ]);
  expect([phonesThatFit(2 * gigabyte, 2), phonesThatFit(64 * gigabyte, 32), phonesThatFit(1e8, 1)]).toEqual([
    2_647, 3_000, 100,
  ]);
});
