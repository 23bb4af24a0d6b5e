/** What is measured, each in a process of its own: the product, and servers of ours that do the same work with less (references/). */
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Probed } from './probe.ts';

const own = (file: string) => join(import.meta.dirname, file);

export const systems = {
  product: { speaks: 'product', file: '../../server/main.ts', typed: [] },
  ws: { speaks: 'ws', file: 'references/ws.ts', typed: [] },
  'ws + log': { speaks: 'ws', file: 'references/ws.ts', typed: ['--log'] },
  'socket.io': { speaks: 'socket.io', file: 'references/socket-io.ts', typed: [] },
  'socket.io + log': { speaks: 'socket.io', file: 'references/socket-io.ts', typed: ['--log'] },
  naive: { speaks: 'socket.io', file: 'references/socket-io.ts', typed: ['--naive'] },
} as const;
export type System = keyof typeof systems;
/** With it the product is compared. */
export const yardstick: System = 'socket.io + log';

export type Server = {
  /** One, or those of several nodes. */
  urls: readonly string[];
  /** Of the product: signs the facilitator in. */
  key: string;
  pid: number | undefined;
  probe: (collect?: 'gc') => Promise<Probed>;
  end: () => Promise<void>;
};

/** Starts it on a free port, with its data in this folder. `BENCH_PROFILE`: a folder for its processor profile. */
export async function startSystem(system: System, folder: string, more: Record<string, string> = {}): Promise<Server> {
  const { file, typed } = systems[system];
  const profile = process.env['BENCH_PROFILE'];
  const node = ['--expose-gc', ...(profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : []), '--import'];
  const child = spawn(process.execPath, [...node, own('probe.ts'), own(file), ...typed], {
    env: {
      PATH: process.env['PATH'] ?? '',
      PORT: '0',
      HOST: '127.0.0.1',
      DATA_DIR: folder,
      LINES_PER_ADDRESS: '99999',
      MOST_PHONES: '9999',
      ...more,
    },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const said = await whatItSays(child);
  const [, port = '', key = ''] = /:(\d+)\/bureau(?:#sleutel=([\w-]+))?/.exec(said) ?? [];
  return {
    urls: [`http://127.0.0.1:${port}`],
    key,
    pid: child.pid,
    probe: (collect) =>
      new Promise((resolve) => {
        child.once('message', (told: Probed) => resolve(told));
        child.send(collect ?? 'now');
      }),
    async end() {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await gone;
    },
  };
}

function whatItSays(child: ChildProcess): Promise<string> {
  let said = '';
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (part) => {
      said += part;
      if (said.includes('Ctrl+C')) resolve(said);
    });
    child.once('exit', (code) => reject(new Error(`the server ended (${code}): ${said}`)));
  });
}
