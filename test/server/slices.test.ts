import { expect, test } from 'vitest';
import type { Io } from '../../server/sockets/gateway.ts';
import { buildSlices } from '../../server/sockets/slices.ts';
import type { Counts } from '../../shared/protocol.ts';

const counts = (online: number): Counts => ({ people: 0, units: 0, seeking: 0, submitted: {}, online });

/** A hall of so many sockets, and what each was told in which order. */
function hall(size: number) {
  const ids = new Set(Array.from({ length: size }, (_, i) => `s${i}`));
  const heard = new Map<string, number[]>();
  const told: number[] = [];
  const to = (rooms: readonly string[]) => ({
    emit(_: 'counts', { online }: Counts): void {
      told.push(rooms.length);
      for (const id of rooms) if (ids.has(id)) heard.set(id, [...(heard.get(id) ?? []), online]);
    },
  });
  const io = { local: { to }, of: () => ({ adapter: { rooms: new Map([['hall', ids]]) } }) } as unknown as Io;
  return { ids, heard, told, tell: (online: number) => buildSlices(io)('hall', 'counts', counts(online)), io };
}
const turn = () => new Promise((resolve) => setImmediate(resolve));

test('a large hall is told a part of it a turn, so that an answer waits for no more than a part of it (S2)', async () => {
  const { told, heard, tell } = hall(1_000);
  tell(1);
  const first = told.length;
  expect(first, 'parts told in the first turn').toBe(1);
  while (heard.size < 1_000) await turn();
  expect(Math.max(...told), 'sockets in one turn').toBeLessThanOrEqual(100);
  expect([...heard.values()].every((list) => list.length === 1)).toBe(true);
});

test('nobody hears the older after the newer, and who left meanwhile hears nothing (S4)', async () => {
  const { ids, heard, io } = hall(300);
  const tell = buildSlices(io);
  tell('hall', 'counts', counts(1));
  await turn();
  ids.delete('s0');
  tell('hall', 'counts', counts(2));
  while ([...ids].some((id) => heard.get(id)?.at(-1) !== 2)) await turn();
  await turn();
  expect(heard.has('s0')).toBe(false);
  const orders = new Set([...heard.values()].map((list) => list.join()));
  expect(orders).toEqual(new Set(['1,2', '2']));
});

test('given there is always something newer before all heard the last, then each hears in turn (S4)', async () => {
  const { heard, io } = hall(1_000);
  const tell = buildSlices(io);
  for (let round = 1; round <= 12; round++) {
    tell('hall', 'counts', counts(round));
    await turn();
  }
  expect(heard.size).toBe(1_000);
  expect([...heard.values()].every((list) => list.every((online, i) => i === 0 || online > (list[i - 1] ?? 0)))).toBe(
    true,
  );
});
