/** On what it was measured. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { cpus, loadavg, release, tmpdir, totalmem, type } from 'node:os';
import { join } from 'node:path';
import type { Results } from './results.ts';

const root = join(import.meta.dirname, '../..');
const memory = '/dev/shm';

/** In memory where there is a disk of that: what is measured is the program; the disk is the same for all. */
export const dataFolder = (): string => (existsSync(memory) ? memory : tmpdir());

export function machineOf(data: string): Results['machine'] {
  const load = loadavg().map((one) => Math.round(one * 10) / 10);
  const [first] = cpus();
  return {
    ...{ cores: cpus().length, model: first?.model.trim() ?? '', memory: Math.round(totalmem() / 2 ** 30) },
    ...{ system: `${type()} ${release()}`, data: data === memory ? 'in memory (/dev/shm)' : data, load },
  };
}

export function versionsOf(): Record<string, string> {
  const versionOf = (name: string): string =>
    JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')).version;
  const named = ['socket.io', 'engine.io', 'ws', 'fastify'].map((name) => [name, versionOf(name)]);
  return { node: process.versions.node, sqlite: process.versions['sqlite'] ?? '', ...Object.fromEntries(named) };
}

/** The commit that is measured; with a plus where the files are not as they were committed. */
export function commitOf(): string {
  const git = (...typed: string[]) => execFileSync('git', typed, { cwd: root, encoding: 'utf8' }).trim();
  try {
    const isChanged = git('status', '--porcelain', '--', 'server', 'shared', 'test/bench') !== '';
    return `${git('rev-parse', '--short', 'HEAD')}${isChanged ? '+' : ''}`;
  } catch {
    return 'no git here';
  }
}
