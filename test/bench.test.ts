/** The measurement measures: its reckoning is right, and every reference does the work that the product does. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { alternating, median, quantile, ratioOf } from './bench/arithmetic.ts';
import { speeches } from './bench/load/line.ts';
import { productCrowd } from './bench/load/product-crowd.ts';
import { referenceCrowd } from './bench/load/reference-crowd.ts';
import { textOf, watchRooms } from './bench/load/screens.ts';
import { plotOf, roundUp } from './bench/report/plot.ts';
import { tableOf } from './bench/report/table.ts';
import { type System, startSystem, systems } from './bench/systems.ts';

test('the median of pairs decides, not the ratio of medians, and its range is told', () => {
  expect(
    ratioOf([
      [10, 1],
      [2, 2],
      [9, 3],
    ]),
  ).toEqual({ median: 3, least: 1, most: 10, pairs: 3 });
  expect(
    ratioOf([
      [1, 2],
      [3, 2],
    ]).median,
  ).toBe(1);
  expect(
    ratioOf([
      [1, Number.NaN],
      [4, 2],
    ]),
  ).toMatchObject({ median: 2, pairs: 1 });
});

test('quantiles are values that were measured, and the order of coming does not matter', () => {
  const hundred = Array.from({ length: 100 }, (_, i) => 100 - i);
  expect([0.5, 0.99, 1].map((share) => quantile(hundred, share))).toEqual([50, 99, 100]);
  expect(quantile([7], 0.99)).toBe(7);
  expect(quantile([], 0.5)).toBeNaN();
  expect([median([3, 1, 2]), median([4, 1]), median([])]).toEqual([2, 2.5, Number.NaN]);
});

test('neither side is always first', () => {
  expect([0, 1, 2].map((turn) => alternating(turn, 'a', 'b')[0])).toEqual(['a', 'b', 'a']);
});

test('a table has a cell for each head, and the axis of a plot ends at a round number', () => {
  expect(tableOf(['a', 'b'], [['1', '2']])).toBe('| a | b |\n| --- | --- |\n| 1 | 2 |');
  expect([0.31, 1, 1.2, 2.2, 7, 99].map(roundUp)).toEqual([0.5, 1, 2, 2.5, 10, 100]);
  const points = [
    [30, 1],
    [4000, 2],
  ] as const;
  const drawn = plotOf([{ title: 'A', across: 'people', curves: [{ name: 'product', points }] }], 'what it shows');
  expect(drawn).toContain('<title>what it shows</title>');
  expect(drawn).not.toContain('NaN');
});

test.each(Object.keys(systems) as System[])(
  '%s lets people in, shows their answers, and tells who comes back what they missed',
  async (system) => {
    const folder = mkdtempSync(join(tmpdir(), 'in-gesprek-bench-'));
    const server = await startSystem(system, folder);
    onTestFinished(async () => {
      await server.end();
      rmSync(folder, { recursive: true, force: true });
    });
    const { speaks } = systems[system];
    const crowd =
      speaks === 'product' ? await productCrowd(server) : referenceCrowd(server.urls[0] ?? '', speeches[speaks]);
    const room = await crowd.newRoom();
    const screens = await watchRooms([room]);
    const phones = await Promise.all([room.join(), room.join(), room.join()]);
    await Promise.all(phones.map((phone, i) => phone.answer(0, textOf(i))));
    expect([...(await screens.all(3)).keys()].sort()).toEqual([0, 1, 2]);
    const [away, back] = phones;
    away?.drop();
    await room.tellPhones(4);
    expect(await away?.rejoin()).toBe(4);
    back?.drop();
    expect(await back?.rejoin()).toBeLessThanOrEqual(4);
    expect(await server.probe()).toMatchObject({ cpu: expect.any(Number), rss: expect.any(Number) });
    for (const phone of phones) phone.drop();
    screens.leave();
  },
);
