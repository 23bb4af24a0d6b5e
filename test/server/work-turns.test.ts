/** Heavy work in turns: who goes first keeps nobody else out (P1). */
import { expect, test } from 'vitest';
import { buildWorkTurns, TooBusy } from '../../server/work-turns.ts';

/** One at a time, each ended by hand; `begun`: in which order. */
function openTurns() {
  const inTurn = buildWorkTurns(1, 2);
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  const ask = (name: string, isFirst = false) =>
    inTurn(() => {
      begun.push(name);
      return new Promise<void>((end) => ends.push(end));
    }, isFirst);
  const endOne = async () => {
    ends.shift()?.();
    await new Promise(setImmediate);
  };
  return { begun, ask, endOne };
}

test('who goes first does so in the order of coming, and after each of them one of the others gets a turn', async () => {
  const { begun, ask, endOne } = openTurns();
  const all = [ask('begun'), ask('other 1'), ask('other 2'), ask('first 1', true), ask('first 2', true)];
  await endOne();
  all.push(ask('first 3', true));
  for (let i = 0; i < 5; i++) await endOne();
  await Promise.all(all);
  expect(begun).toEqual(['begun', 'first 1', 'other 1', 'first 2', 'other 2', 'first 3']);
});

test('so many wait and no more; who goes first is not counted among them', async () => {
  const { begun, ask, endOne } = openTurns();
  const all = [ask('begun'), ask('first', true), ask('other 1'), ask('other 2')];
  await expect(ask('too many')).rejects.toThrow(TooBusy);
  for (let i = 0; i < 4; i++) await endOne();
  await Promise.all(all);
  expect(begun).toHaveLength(4);
});
