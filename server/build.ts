// Builds client/dist when the sources are newer than the build. `--watch`: builds at each change, beside the server.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const dist = join(root, 'client', 'dist');
/** Stands in the build, so that a build copied to another machine is known there as well. */
const stamp = '.built-from';

function sourceFiles(path: string): string[] {
  if (!statSync(join(root, path)).isDirectory()) return [path];
  const names = readdirSync(join(root, path)).filter((name) => !/^dist(\.|$)/.test(name));
  return names.sort().flatMap((name) => sourceFiles(`${path}/${name}`));
}

function hashOfSources(): string {
  const hash = createHash('sha256');
  for (const path of ['client', 'shared', 'vite.config.ts', 'package-lock.json'].flatMap(sourceFiles)) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update('\0');
  }
  return hash.digest('hex');
}

/** Read as it is: bundled, it would take the tests' settings along, which are not there in the image. */
const config = { configFile: join(root, 'vite.config.ts'), configLoader: 'native' } as const;
/** Built together, pages share files: a participant's phone opens the first two, a desk that rehearses the third, in a frame; a facilitator's screens the next; the last two stand alone, opened from a mail and by who has no code. */
const pages = ['phone+summary+rehearsed', 'desk+wall+help', 'informed', 'about'];

async function watch() {
  const { build } = await import('vite');
  rmSync(dist, { recursive: true, force: true });
  for (const mode of pages) await build({ ...config, mode, logLevel: 'warn', build: { watch: {} } });
  spawn(process.execPath, ['--watch', join(root, 'server', 'main.ts')], { stdio: 'inherit' });
}

/** Builds beside the old one and swaps, so that a failed build leaves the old one whole. */
async function buildWhenStale() {
  const sources = hashOfSources();
  const stampPath = join(dist, stamp);
  if (existsSync(stampPath) && readFileSync(stampPath, 'utf8') === sources) return;
  const start = performance.now();
  const fresh = `${dist}.${process.pid}`;
  try {
    const { build } = await import('vite');
    for (const mode of pages) await build({ ...config, mode, logLevel: 'silent', build: { outDir: fresh } });
    writeFileSync(join(fresh, stamp), sources);
    rmSync(dist, { recursive: true, force: true });
    renameSync(fresh, dist);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
  console.log(`Client built in ${((performance.now() - start) / 1000).toFixed(1)} s.`);
}

/** One line: a bundler's error has its first reason in `errors`. */
function reasonOf(error: unknown): string {
  const first = (error as { errors?: unknown[] }).errors?.[0] ?? error;
  return (first instanceof Error ? first.message : String(first)).split('\n')[0] ?? '';
}

try {
  await (process.argv.includes('--watch') ? watch() : buildWhenStale());
} catch (error) {
  console.error(`The client could not be built: ${reasonOf(error)}`);
  process.exit(1);
}
