/** The real program for a journey: its own process, its own data, killed and started again at will. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Sticking } from '../../support/balancer.ts';
import { compiled } from '../../support/compiled.ts';
import { runNodes } from './nodes.ts';

const root = join(import.meta.dirname, '../../..');

export type Program = {
  readonly url: string;
  /** The facilitator's one-time key of the last start. */
  readonly key: string;
  readonly pid: number | undefined;
  readonly folder: string;
  kill: (signal: NodeJS.Signals) => Promise<void>;
  /** Starts again on the same data and the same port. */
  start: () => Promise<void>;
  end: () => Promise<void>;
};

type Options = { at?: string; settings?: Record<string, string>; alone?: boolean; sticking?: Sticking };
/** On how many nodes this run is. */
export const nodes = Number(process.env['NODES'] ?? 1);

/** `at`: the name that its pages are asked by; `settings`: variables beside the usual ones; `alone`: one with files, whatever the run is on. */
export function runProgram({
  at = '127.0.0.1',
  settings = {},
  alone = false,
  sticking = 'sticky',
}: Options = {}): Promise<Program> {
  if (alone || nodes < 2) return runOne(at, settings);
  const { PORT = '0', ...rest } = settings;
  return runNodes(nodes, (more) => runOne(at, { ...rest, ...more }), at, { port: Number(PORT), sticking });
}

async function runOne(at: string, settings: Record<string, string>): Promise<Program> {
  const folder = mkdtempSync(join(tmpdir(), 'in-gesprek-journey-'));
  let child: ChildProcess | undefined;
  // With a public address that is what it says, whatever its own port is.
  let port = settings['PORT'] ?? '0';
  let key = '';

  async function start(): Promise<void> {
    const own = { PATH: process.env['PATH'] ?? '', ...compiled, PORT: port, HOST: '127.0.0.1', DATA_DIR: folder };
    const env = { ...own, ...settings };
    const running = spawn(process.execPath, [join(root, 'server/main.ts')], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    child = running;
    let said = '';
    await new Promise<void>((resolve, reject) => {
      running.stderr.on('data', (part) => {
        said += part;
      });
      running.stdout.on('data', (part) => {
        said += part;
        if (said.includes('Ctrl+C')) resolve();
      });
      running.once('exit', (code) => reject(new Error(`the program ended (${code}): ${said}`)));
    });
    const [, told = port, given = key] = /:(\d+)\/bureau#sleutel=([\w-]+)/.exec(said) ?? [];
    key = given;
    if (port === '0') port = told;
  }

  async function kill(signal: NodeJS.Signals): Promise<void> {
    const running = child;
    if (!running || running.exitCode !== null) return;
    const gone = new Promise<void>((resolve) => running.once('exit', () => resolve()));
    running.kill(signal);
    await gone;
  }

  await start();
  return {
    get url() {
      return `http://${at}:${port}`;
    },
    get key() {
      return key;
    },
    folder,
    get pid() {
      return child?.pid;
    },
    start,
    kill,
    async end() {
      await kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
