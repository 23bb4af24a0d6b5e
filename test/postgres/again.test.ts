/** Two nodes that write in one log (S1, S2): who writes little gets its turn beside who writes all the time. */
import { afterAll, expect, test } from 'vitest';
import { openPostgresStore } from '../../server/store/postgres/postgres-store.ts';
import type { Logged } from '../../shared/events.ts';
import { begun, oneStep } from '../server/store-samples.ts';
import { newDatabase } from './database.ts';

const { url, drop } = await newDatabase();
afterAll(drop);

test('an append that comes late decides anew on what others wrote, while nobody else can write: once, however busy they are (S2)', async () => {
  const [busy, quiet] = [await openPostgresStore({ url }), await openPostgresStore({ url })];
  await begun(busy, 's1');
  let isOver = false;
  let seq = 1;
  async function keepWriting(): Promise<void> {
    while (!isOver) {
      const appended = await busy.append('s1', seq, [oneStep(`busy-${seq}`)], '', () => [oneStep(`busy-again-${seq}`)]);
      if (!appended.ok) throw new Error('refused');
      seq = appended.events.at(-1)?.seq ?? 0;
    }
  }
  const writing = keepWriting();
  let known = 1;
  for (let i = 0; i < 20; i++) {
    let asked = 0;
    let tail: readonly Logged[] = [];
    const appended = await quiet.append('s1', known, [oneStep(`quiet-${i}`)], '', (found) => {
      asked += 1;
      tail = found;
      return [oneStep(`quiet-again-${i}`)];
    });
    if (!appended.ok) throw new Error('refused');
    expect(asked).toBeLessThanOrEqual(1);
    if (asked === 1) expect(tail[0]?.seq).toBe(known + 1);
    const first = appended.events[0]?.seq ?? 0;
    expect(first).toBe(known + tail.length + 1);
    known = appended.events.at(-1)?.seq ?? 0;
  }
  isOver = true;
  await writing;
  const log = await quiet.read('s1');
  expect(log.map(({ seq }) => seq)).toEqual(log.map((_, i) => i + 1));
  await busy.close();
  await quiet.close();
});

test('where nothing is left to append after what others wrote, nothing is written, and that is no refusal (S2)', async () => {
  const [one, other] = [await openPostgresStore({ url }), await openPostgresStore({ url })];
  await begun(one, 's2');
  await one.append('s2', 1, [oneStep('first')]);
  expect(await other.append('s2', 1, [oneStep('second')], '', () => [])).toEqual({ ok: true, events: [] });
  expect(await other.read('s2', 1)).toHaveLength(1);
  await one.close();
  await other.close();
});
