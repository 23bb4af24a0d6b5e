/** shared/RULES.md is what the tests are about: each of its rules is cited by one, and points to code that is there. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { mutants } from '../mutants/list.ts';

const root = join(import.meta.dirname, '../..');
const document = readFileSync(join(root, 'shared/RULES.md'), 'utf8');
const rules = [...document.matchAll(/^- \*\*([SAVPD]\d)\*\* .* \*Where: (.*)\*$/gm)].map(
  ([, rule = '', where = '']) => ({ rule, where }),
);

/** Names of tests; what is cited in other words does not count. */
const named = /\b(?:test|it|describe)(?:\.\w+)*(?:\([^'"`]*?\))?\(\s*(['"`])((?:(?!\1).)*)\1/gs;
const testNames = readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(test|spec)\.ts$|contract.*\.ts$/.test(file))
  .flatMap((file) =>
    [...readFileSync(join(root, 'test', file), 'utf8').matchAll(named)].map(([, , name = '']) => name),
  );

const isCited = (rule: string) => testNames.some((name) => new RegExp(`\\b${rule}\\b`).test(name));

test('the document has every rule once, in order, each with where it is kept', () => {
  expect(rules.map(({ rule }) => rule)).toEqual('S1 S2 S3 S4 A1 A2 A3 A4 V1 V2 V3 V4 P1 P2 P3 P4 D1 D2 D3'.split(' '));
});

describe.each(rules)('$rule', ({ rule, where }) => {
  test('is cited by the name of a test', () => expect(isCited(rule)).toBe(true));

  test('is kept in files that are there', () => {
    const paths = [...where.matchAll(/`((?:shared|server|client)\/[\w./-]+)`/g)].map(([, path = '']) => path);
    expect(paths.length).toBeGreaterThan(0);
    expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  test('has a mutant that a test must notice', () => {
    expect(mutants.some((mutant) => mutant.rule === rule)).toBe(true);
  });
});

test('every mutant changes a line that is there, once', () => {
  for (const { file, find } of mutants) {
    expect(readFileSync(join(root, file), 'utf8').split(find), `${file}: ${find}`).toHaveLength(2);
  }
});

// Minutes long: `npm run mutants`, or with everything that takes long.
if (process.env['FULL']) {
  test('every mutant is caught by the test that guards its rule', { timeout: 90 * 60_000 }, () => {
    const run = spawnSync(process.execPath, [join(root, 'test/mutants/main.ts')], { encoding: 'utf8' });
    expect(run.status, run.stdout + run.stderr).toBe(0);
  });
}
