/** A process of its own for each run, forked by `../run.ts`: starts the system, does the work, and sends what it took. */
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { startCluster } from '../nodes/cluster.ts';
import type { Arrangement } from '../nodes/measure.ts';
import { type System, startSystem, systems } from '../systems.ts';
import { playGrowth, type Stage } from './growth.ts';
import { speeches } from './line.ts';
import { productCrowd } from './product-crowd.ts';
import { referenceCrowd } from './reference-crowd.ts';
import { playWhole, type Whole, type Work } from './whole.ts';

/** `in`: the folder in which the data are for as long as it takes; `nodes`: of the product, on one PostgreSQL. */
export type Job = { system: System; in: string; nodes?: Arrangement } & (
  | { work: Work }
  | { stages: readonly number[] }
);
export type Made = { whole: Whole } | { stages: Stage[] } | { failed: string };

async function make(job: Job): Promise<Made> {
  const folder = mkdtempSync(join(job.in, 'in-gesprek-bench-'));
  const server = await (job.nodes ? startCluster(job.nodes.nodes, folder) : startSystem(job.system, folder));
  try {
    const { speaks } = systems[job.system];
    const crowd =
      speaks === 'product'
        ? await productCrowd(server, job.nodes?.held)
        : referenceCrowd(server.urls[0] ?? '', speeches[speaks]);
    return 'work' in job
      ? { whole: await playWhole(server, crowd, job.work) }
      : { stages: await playGrowth(server, crowd, job.stages) };
  } finally {
    await server.end();
    rmSync(folder, { recursive: true, force: true });
  }
}

process.once('message', (job: Job) => {
  void make(job)
    .catch((error: unknown): Made => ({ failed: error instanceof Error ? (error.stack ?? error.message) : 'unknown' }))
    .then((made) => process.send?.(made, () => process.exit(0)));
});
