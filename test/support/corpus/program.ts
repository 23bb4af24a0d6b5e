/** The real program on files of its own, watched: how much processor time it uses, what it says, and whether it lives. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compiled } from '../compiled.ts';

const root = join(import.meta.dirname, '../../..');
const meter = join(import.meta.dirname, 'meter.ts');

export type Program = Awaited<ReturnType<typeof startMetered>>;

export async function startMetered(folder = mkdtempSync(join(tmpdir(), 'in-gesprek-corpus-'))) {
  const env = { PATH: process.env['PATH'] ?? '', ...compiled, PORT: '0', HOST: '127.0.0.1', DATA_DIR: folder };
  const child: ChildProcess = spawn(process.execPath, ['--import', meter, join(root, 'server/main.ts')], {
    env,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let said = '';
  const waiting: ((used: number) => void)[] = [];
  child.on('message', (used) => waiting.shift()?.(used as number));
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (part) => {
        said += part;
        if (said.includes('Ctrl+C')) resolve();
      });
    }
    child.once('exit', (code) => reject(new Error(`the program ended (${code}): ${said}`)));
  });
  const [, port = '', key = ''] = /:(\d+)\/bureau#sleutel=([\w-]+)/.exec(said) ?? [];
  const atStart = said.length;
  return {
    url: `http://127.0.0.1:${port}`,
    port: Number(port),
    key,
    folder,
    lives: () => child.exitCode === null && child.signalCode === null,
    /** What it wrote to the terminal since it began. */
    said: () => said.slice(atStart),
    /** Processor time used since the start, in milliseconds; its clock goes `forward` milliseconds. */
    used: (forward = 0) =>
      new Promise<number>((resolve, reject) => {
        waiting.push(resolve);
        child.send(forward, (error) => error && reject(new Error(`the program is gone: ${said.slice(atStart)}`)));
      }),
    async stop(signal: NodeJS.Signals = 'SIGTERM') {
      child.kill(signal);
      await ended;
    },
    async end() {
      child.kill('SIGKILL');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
