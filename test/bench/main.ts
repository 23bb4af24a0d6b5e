/**
 * `npm run bench`: what a join and an answer cost, beside references that do the same work, and what a phone downloads.
 * Behind `--`: `--nodes` for several nodes on PostgreSQL instead; `--full` for all of it (about an hour; `--pairs=9`);
 * `--no-parts` without files and pages; `--write` to put what was measured in docs/performance.md, `--only-write` does that
 * with what was measured last.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { commitOf, dataFolder, machineOf, versionsOf } from './machine.ts';
import { measurePlan } from './measure.ts';
import { fullNodes, measureNodes, type NodesResults, quickNodes } from './nodes/measure.ts';
import { timeParts } from './parts/parts.ts';
import { full, quick } from './plan.ts';
import { nodesReportOf } from './report/nodes.ts';
import { reportOf } from './report/table.ts';
import { writeDocs, writeNodes } from './report/write.ts';
import type { About, Results } from './results.ts';

const { values } = parseArgs({
  options: {
    full: { type: 'boolean', default: false },
    nodes: { type: 'boolean' },
    pairs: { type: 'string', default: '9' },
    data: { type: 'string', default: dataFolder() },
    'no-parts': { type: 'boolean' },
    write: { type: 'boolean' },
    'only-write': { type: 'boolean' },
  },
});
const folder = join(import.meta.dirname, '../../test-results');
const say = (line: string) => console.error(line);

/** Measures, or reads what was measured last; tells it, and writes it in the docs where that is asked. */
async function part<R extends About>(
  file: string,
  measure: () => Promise<Omit<R, keyof About>>,
  report: (results: R) => string,
  write: (results: R) => void,
): Promise<void> {
  const kept = join(folder, file);
  if (values['only-write'] && !existsSync(kept)) return;
  const results: R = values['only-write'] ? JSON.parse(readFileSync(kept, 'utf8')) : await measured();
  console.log(report(results));
  if (values.write || values['only-write']) write(results);

  async function measured(): Promise<R> {
    const from = performance.now();
    const about = { machine: machineOf(values.data), versions: versionsOf(), commit: commitOf() };
    const found = await measure();
    const minutes = Math.round((performance.now() - from) / 6_000) / 10;
    const all = { at: new Date().toISOString(), full: values.full, minutes, ...about, ...found } as R;
    mkdirSync(folder, { recursive: true });
    writeFileSync(kept, JSON.stringify(all));
    return all;
  }
}

async function measure() {
  const measured = await measurePlan(values.full ? full(Number(values.pairs)) : quick, values.data, say);
  const parts = values['no-parts']
    ? null
    : await timeParts(values.full ? { kinds: ['xlsx', 'qdpx'], long: true } : { kinds: ['xlsx'], long: false });
  return { ...measured, parts };
}

async function nodes() {
  const plan = values.full ? fullNodes(Math.ceil(Number(values.pairs) / 3)) : quickNodes;
  return { sizes: await measureNodes(plan, values.data, say) };
}

if (!values.nodes) await part<Results>('bench.json', measure, reportOf, writeDocs);
if (values.nodes || values.full || values['only-write'])
  await part<NodesResults>('bench-nodes.json', nodes, nodesReportOf, writeNodes);
process.exit(0);
