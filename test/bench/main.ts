/**
 * `npm run bench`: what a join and an answer cost, beside references that do the same work, and what a phone downloads.
 * Behind `--`: `--full` for all of it (about 40 minutes; `--pairs=9`), `--no-parts` without files and pages, `--write` to put
 * what was measured in docs/performance.md; `--only-write` does that with what was measured last.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { commitOf, dataFolder, machineOf, versionsOf } from './machine.ts';
import { measurePlan } from './measure.ts';
import { timeParts } from './parts/parts.ts';
import { full, quick } from './plan.ts';
import { reportOf } from './report/table.ts';
import { writeDocs } from './report/write.ts';
import type { Results } from './results.ts';

const { values } = parseArgs({
  options: {
    full: { type: 'boolean' },
    pairs: { type: 'string', default: '9' },
    data: { type: 'string', default: dataFolder() },
    'no-parts': { type: 'boolean' },
    write: { type: 'boolean' },
    'only-write': { type: 'boolean' },
  },
});
const folder = join(import.meta.dirname, '../../test-results');
const kept = join(folder, 'bench.json');

async function measure(): Promise<Results> {
  const from = performance.now();
  const about = { machine: machineOf(values.data), versions: versionsOf(), commit: commitOf() };
  const plan = values.full ? full(Number(values.pairs)) : quick;
  const measured = await measurePlan(plan, values.data, (line) => console.error(line));
  const parts = values['no-parts']
    ? null
    : await timeParts(values.full ? { kinds: ['xlsx', 'qdpx'], long: true } : { kinds: ['xlsx'], long: false });
  const minutes = Math.round((performance.now() - from) / 6_000) / 10;
  return { at: new Date().toISOString(), full: Boolean(values.full), minutes, ...about, ...measured, parts };
}

const results: Results = values['only-write'] ? JSON.parse(readFileSync(kept, 'utf8')) : await measure();
if (!values['only-write']) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(kept, JSON.stringify(results));
}
console.log(reportOf(results));
if (values.write || values['only-write']) writeDocs(results);
process.exit(0);
