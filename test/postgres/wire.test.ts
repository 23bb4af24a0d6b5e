/** The nodes' wire over PostgreSQL: in order, and there again after its lines broke, however often (S4). */
import { createServer } from 'node:http';
import { Server } from 'socket.io';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import { buildAdapterWire } from '../../server/nodes/adapter-wire.ts';
import type { Letter } from '../../server/nodes/news.ts';
import { newDatabase, query } from './database.ts';

const { url, drop } = await newDatabase();
afterAll(drop);

function openWire() {
  const io = new Server(createServer());
  const wire = buildAdapterWire(io as never, url);
  const heard: Letter[] = [];
  wire.hear((letter) => void heard.push(letter as Letter));
  onTestFinished(async () => {
    await io.close();
    await wire.close();
  });
  return { ...wire, heard };
}
type Wire = ReturnType<typeof openWire>;
let count = 0;
const letter = (): Letter => ({ version: 1, node: 'one', n: ++count, news: { kind: 'rights' } });
/** One more letter; how many have arrived. */
function sent(from: Wire, to: Wire): number {
  from.send(letter());
  return to.heard.length;
}
/** Those of this file: others have their own databases on the same server. */
const breakAll = () =>
  query(
    url,
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE application_name = 'in-gesprek nodes' AND datname = current_database()`,
  );

test('letters arrive in the order in which they were sent', async () => {
  const [one, other] = [openWire(), openWire()];
  await expect.poll(() => sent(one, other), { timeout: 10_000 }).toBeGreaterThan(0);
  const from = count;
  for (let i = 0; i < 500; i++) one.send(letter());
  await expect.poll(() => other.heard.at(-1)?.n, { timeout: 10_000 }).toBe(from + 500);
  const numbers = other.heard.map(({ n }) => n);
  expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
});

test('given all lines break, three times, then letters arrive again each time, and the program lives', async () => {
  const [one, other] = [openWire(), openWire()];
  for (let round = 0; round < 3; round++) {
    const before = other.heard.length;
    await expect.poll(() => sent(one, other), { timeout: 10_000 }).toBeGreaterThan(before);
    await breakAll();
  }
  const before = other.heard.length;
  await expect.poll(() => sent(one, other), { timeout: 10_000 }).toBeGreaterThan(before);
}, 60_000);
