/** The tests of the rules, tested: with one line of the code made wrong, the test that guards it has to fail. Minutes long. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

test.runIf(process.env['FULL'])('every mutant is caught', { timeout: 30 * 60_000 }, () => {
  const main = join(import.meta.dirname, '../mutants/main.ts');
  const run = spawnSync(process.execPath, [main], { encoding: 'utf8' });
  expect(run.stdout + run.stderr, run.stdout).toMatch(/(\d+) of \1 caught/);
  expect(run.status).toBe(0);
});
