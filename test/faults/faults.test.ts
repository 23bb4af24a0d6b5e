/**
 * The quick set of `npm run faults`: each fault a sentence that cites its rules. What is too slow counts there, not here.
 * Some at once, as most of the time they wait for a line that is gone.
 */
import { expect, test } from 'vitest';
import { faults } from './catalogue.ts';
import { missing, runFault } from './run.ts';

const seed = Number(process.env['SEED'] ?? Math.floor(Math.random() * 2 ** 31));
const quick = faults.filter((fault) => fault.quick > 0 && missing(fault).length === 0);

test.concurrent.each(quick)('$promise', { timeout: 120_000 }, async (fault) => {
  const { isGood, result, broken } = await runFault(fault, fault.quick, seed, false);
  expect(isGood, `${fault.name}, seed ${seed}: ${result} ${JSON.stringify(broken.slice(0, 5))}`).toBe(true);
});
