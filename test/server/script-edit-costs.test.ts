/** Edits of a script's text from whoever means harm: none keeps the server busy, or has it run out of memory (P1: others are in their sessions meanwhile). */
import { describe, expect, test } from 'vitest';
import { editedText } from '../../server/library/edit-script.ts';
import type { Draft, Edit } from '../../shared/own-scripts.ts';
import { openServer } from '../support/server-scene.ts';

const many = (count: number, of: (n: number) => string) => Array.from({ length: count }, (_, n) => of(n)).join('');
const times = (count: number, edit: Edit): Edit[] => Array.from({ length: count }, () => edit);
/** Milliseconds. */
function taken(act: () => void): number {
  const began = performance.now();
  act();
  return performance.now() - began;
}
const plain = many(3_350, (n) => `c${n}: 1\n`);
const edits = times(40, { do: 'set', path: ['c1'], value: 2 });
/** So many times what as many edits of a plain text as long take, in this run; each of these took from fifty times to for ever. */
const bound = 10 * taken(() => editedText(plain, edits));

describe('a text', () => {
  test('with as many aliases as there may be is edited as often as may be asked at once', () => {
    const yaml = `a: &a { x: 1 }\n${many(49, (n) => `b${n}: *a\n`)}${many(3_300, (n) => `c${n}: 1\n`)}`;
    const time = taken(() => expect(editedText(yaml, edits)).toBe(yaml.replace('c1: 1\n', 'c1: 2\n')));
    expect(time).toBeLessThan(bound);
  });

  test('that grows by copies of copies is refused before it is there', () => {
    const yaml = 'a:\n- - - - - x\n';
    const copies = [4, 3, 2, 1, 0].flatMap((depth) =>
      times(40, { do: 'copy', path: ['a', ...Array.from({ length: depth }, () => 0)], from: 0, to: 0 }),
    );
    const time = taken(() => expect(editedText(yaml, copies)).toBeNull());
    expect(time).toBeLessThan(bound);
  });

  test('whose aliases would each be written out as something large is refused', () => {
    const yaml = `a:\n- &a [${many(3_000, () => '1,')}1]\n${many(49, () => '- *a\n')}`;
    const time = taken(() => expect(editedText(yaml, [{ do: 'remove', path: ['a', 0] }])).toBeNull());
    expect(time).toBeLessThan(bound);
  });
});

test('a value of more parts than a script has, or deeper than one is, is no edit: that is said, and nothing goes wrong', async () => {
  const { asFacilitator: call } = await openServer();
  const deep = (levels: number) => JSON.parse('['.repeat(levels) + ']'.repeat(levels)) as unknown;
  const asked = (value: unknown) =>
    call<Draft>('POST', '/api/own-scripts/edit', { yaml: 'id: a\n', edits: [{ do: 'set', path: ['x'], value }] });
  expect((await asked(deep(20))).body).toMatchObject({ refused: false });
  for (const levels of [100, 2_000]) expect((await asked(deep(levels))).status).toBe(400);
  expect((await asked(Array.from({ length: 40_000 }, () => 1))).body).toMatchObject({ refused: true, yaml: 'id: a\n' });
});
