// `npm test` with FULL=1: ten times as many random afternoons, and what else takes long; then the journeys over two nodes.
// (Setting a variable in npm scripts is not portable.)
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';

function run(typed: readonly string[], settings: Record<string, string>): number {
  const env = { ...process.env, ...settings };
  return spawnSync(process.execPath, typed, { stdio: 'inherit', env }).status ?? 1;
}

const playwright = createRequire(import.meta.url).resolve('@playwright/test/cli');
const all = [
  run(['--run', 'test'], { FULL: '1' }),
  run([playwright, 'test', '-c', 'test/playwright.config.ts'], { NODES: '2' }),
];
process.exit(Math.max(...all));
