/**
 * `npm run mutants`: makes one line of the code wrong at a time, in a copy, and shows that a test notices. Behind it: the
 * rules, or parts of the names of the files or tests, that it is to stay with.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { type Mutant, mutants } from './list.ts';

const root = join(import.meta.dirname, '../..');
const leftOut = new Set(['node_modules', '.git', 'test-results', 'data']);

function copyOfTree(): string {
  const copy = mkdtempSync(join(tmpdir(), 'in-gesprek-mutants-'));
  cpSync(root, copy, { recursive: true, filter: (path) => !leftOut.has(basename(path)) });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'dir');
  return copy;
}

/** Empty when the test passes, else the end of what it printed. */
function failureOf(copy: string, { project, test }: Pick<Mutant, 'project' | 'test'>): string {
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const run = spawnSync(process.execPath, [vitest, 'run', '--project', project, test], {
    cwd: copy,
    encoding: 'utf8',
    // So many random afternoons show each that they have to show.
    env: { ...process.env, SEEDS: '1000' },
    timeout: 240_000,
  });
  return run.status === 0 ? '' : `${run.stdout}\n${run.stderr}`.slice(-2_000);
}

type Verdict = 'caught' | 'SURVIVED' | 'NO SUCH LINE';

function judge(copy: string, mutant: Mutant): Verdict {
  const file = join(copy, mutant.file);
  const source = readFileSync(file, 'utf8');
  if (source.split(mutant.find).length !== 2) return 'NO SUCH LINE';
  writeFileSync(
    file,
    source.replace(mutant.find, () => mutant.replace),
  );
  const verdict = failureOf(copy, mutant) ? 'caught' : 'SURVIVED';
  writeFileSync(file, source);
  return verdict;
}

const wanted = process.argv.slice(2);
const isWanted = ({ rule, file, test }: Mutant): boolean =>
  wanted.length === 0 || wanted.some((one) => one === rule || file.includes(one) || test.includes(one));
const chosen = mutants.filter(isWanted);
const copy = copyOfTree();
let failed = 0;
try {
  // A test that fails without a mutant would "catch" everything.
  const tests = new Map(chosen.map((mutant) => [mutant.test, mutant]));
  for (const mutant of tests.values()) {
    const failure = failureOf(copy, mutant);
    if (failure) failed += 1;
    if (failure) console.error(`${mutant.test} fails without any mutant:\n${failure}`);
  }
  for (const mutant of failed ? [] : chosen) {
    const verdict = judge(copy, mutant);
    if (verdict !== 'caught') failed += 1;
    console.log(`${verdict.padEnd(13)} ${mutant.rule.padEnd(3)} ${mutant.what.padEnd(56)} ${mutant.test}`);
  }
} finally {
  rmSync(copy, { recursive: true, force: true });
}
console.log(failed ? `${failed} of ${chosen.length} not caught` : `all ${chosen.length} caught`);
process.exit(failed === 0 ? 0 : 1);
