/** One run of one system: its load generator in a process of its own, which starts the server in another. */
import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { Stage } from './load/growth.ts';
import type { Job, Made } from './load/main.ts';
import type { Whole, Work } from './load/whole.ts';
import type { Arrangement } from './nodes/measure.ts';
import type { System } from './systems.ts';

function start(job: Job): Promise<Made> {
  const child = fork(join(import.meta.dirname, 'load/main.ts'), { stdio: 'inherit' });
  return new Promise((resolve, reject) => {
    child.once('message', (made: Made) => resolve(made));
    child.once('exit', (code) => reject(new Error(`the load generator ended (${code})`)));
    child.send(job);
  });
}

/** `nodes`: on these, with PostgreSQL; else one with its files. */
export async function runWhole(system: System, work: Work, folder: string, nodes?: Arrangement): Promise<Whole> {
  const made = await start({ system, work, in: folder, ...(nodes && { nodes }) });
  if (!('whole' in made)) throw new Error(`${system}: ${'failed' in made ? made.failed : ''}`);
  return made.whole;
}

export async function runGrowth(system: System, stages: readonly number[], folder: string): Promise<Stage[]> {
  const made = await start({ system, stages, in: folder });
  if (!('stages' in made)) throw new Error(`${system}: ${'failed' in made ? made.failed : ''}`);
  return made.stages;
}
