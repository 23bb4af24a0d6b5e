/** The real program in a process of its own, killed and started again at will on the same port. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Broken } from '../check.ts';
import type { Tools } from '../fault.ts';
import type { Slowness } from '../history.ts';

const root = join(import.meta.dirname, '../../..');

export type Settings = {
  /** One of classics.ts. */
  mutant?: string | undefined;
  /** More of the environment, such as a library that stands between the program and its disk. */
  env?: Record<string, string>;
};
/** `ticks`: so many times its loop was looked at. */
type Figures = Slowness & { lagMost: number; ticks: number; rss: number };

export function newFolder(after: Tools['after']): string {
  const folder = mkdtempSync(join(tmpdir(), 'in-gesprek-fault-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Only the quick set keeps what was compiled: figures are those of a program that starts without. DATABASE_URL: on that database. */
const passedOn = () =>
  Object.fromEntries(['PATH', 'NODE_COMPILE_CACHE', 'DATABASE_URL'].map((name) => [name, process.env[name] ?? '']));

export type Program = Awaited<ReturnType<typeof startProgram>>;

/** Starts it on this folder, and waits until it says where it is. */
export async function startProgram(after: Tools['after'], folder: string, { mutant, env = {} }: Settings = {}) {
  let child: ChildProcess | undefined;
  let ended: Promise<number | null> = Promise.resolve(null);
  let [port, key, errors] = ['0', '', ''];

  /** Milliseconds until it listens. */
  async function start(onto = folder, more: Record<string, string> = {}): Promise<number> {
    const from = performance.now();
    const extra = ['watch.ts', ...(mutant ? ['mutate.ts'] : [])];
    const imports = extra.flatMap((file) => ['--import', join(import.meta.dirname, file)]);
    const settings = { PORT: port, HOST: '127.0.0.1', DATA_DIR: onto, MUTANT: mutant ?? '', ...env, ...more };
    const running = spawn(process.execPath, [...imports, join(root, 'server/main.ts')], {
      env: { ...passedOn(), ...settings },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    child = running;
    ended = new Promise((resolve) => running.once('exit', resolve));
    running.stderr?.on('data', (part) => {
      errors += part;
    });
    let said = '';
    await new Promise<void>((resolve, reject) => {
      running.stdout?.on('data', (part) => {
        said += part;
        if (said.includes('Ctrl+C')) resolve();
      });
      running.once('exit', (code) => reject(new Error(`the program ended (${code}): ${errors}`)));
    });
    [, port = port, key = key] = /:(\d+)\/bureau#sleutel=([\w-]+)/.exec(said) ?? [];
    running.send('begin');
    return performance.now() - from;
  }
  const isAlive = () => child !== undefined && child.exitCode === null && child.signalCode === null;

  const ask = (message: string): Promise<unknown> =>
    new Promise((resolve, reject) => {
      if (!isAlive()) return reject(new Error('the program is not there'));
      child?.once('message', resolve);
      child?.send(message);
    });

  after(() => void child?.kill('SIGKILL'));
  await start();
  return {
    folder,
    get url() {
      return `http://127.0.0.1:${port}`;
    },
    get port() {
      return Number(port);
    },
    get key() {
      return key;
    },
    get pid() {
      return child?.pid ?? 0;
    },
    /** All that it printed about what went wrong. */
    errors: () => errors,
    isAlive,
    start,
    /** Milliseconds until it was gone. */
    async kill(signal: NodeJS.Signals): Promise<number> {
      const from = performance.now();
      child?.kill(signal);
      await ended;
      return performance.now() - from;
    },
    figures: () => ask('figures') as Promise<Figures>,
    /** The same, and the bytes that it needs: after all else was cleared away, which holds the program up for a moment. */
    settled: () => ask('settled') as Promise<Figures & { held: number }>,
    /** How late its loop was until now does not count. */
    forgetLag: () => void child?.send('begin'),
    /** From now on a bug that was put in does not get as far as writing. */
    hold: () => ask('hold'),
  };
}

/** Of logs that it found without their end at a start. Phones put those back: that they had to is the finding. */
export const lostEnds = ({ errors }: { errors: () => string }): Broken[] =>
  [...errors().matchAll(/^Lost.*$/gm)].map(([what]) => ({ invariant: 'I1', what }));
