// Finds a Chromium for the browser tests, or gets one. Never skips: exit code 1 with advice when none can be had.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, createReadStream, createWriteStream, existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { chromium } from 'playwright';

const nodeModules = join(import.meta.dirname, '..', '..', 'node_modules');
const packed = join(nodeModules, '@sparticuz', 'chromium', 'bin', 'chromium.br');
const unpacked = join(nodeModules, '.cache', 'in-gesprek', 'chromium');

const candidates = [
  process.env['CHROMIUM_PATH'],
  unpacked,
  chromium.executablePath(),
  '/usr/bin/chromium',
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

function findBrowser(): string | undefined {
  return candidates.find((path) => {
    if (!path) return false;
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** Launch options for Playwright Test and for Vitest's browser mode alike; without a browser the launch tells what to do. */
export function launchOptions() {
  const executablePath = findBrowser() ?? 'nowhere: run `npx node test/support/ensure-browser.ts` first';
  const root = process.getuid?.() === 0;
  return {
    executablePath,
    args: [
      ...(root ? ['--no-sandbox'] : []),
      '--disable-dev-shm-usage',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-quic',
      '--no-first-run',
    ],
  };
}

function attempt(command: string, args: string[]): boolean {
  console.log(`$ ${command} ${args.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(command, args, { stdio: 'inherit', env, shell: process.platform === 'win32' }).status === 0;
}

const starts = (path: string) => spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0;

async function unpack(): Promise<boolean> {
  if (process.platform !== 'linux' || process.arch !== 'x64' || !existsSync(packed)) return false;
  mkdirSync(join(unpacked, '..'), { recursive: true });
  const part = `${unpacked}.${process.pid}`;
  await pipeline(createReadStream(packed), createBrotliDecompress(), createWriteStream(part, { mode: 0o755 }));
  if (!starts(part)) return false; // libnss3 or another system library is missing
  renameSync(part, unpacked);
  return true;
}

function viaApt(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  return (
    attempt('apt-get', ['update', '-qq']) &&
    attempt('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'])
  );
}

const viaPlaywright = () =>
  attempt(process.execPath, [join(nodeModules, 'playwright', 'cli.js'), 'install', 'chromium', '--only-shell']);

if (import.meta.main && !existsSync(unpacked) && !process.env['CHROMIUM_PATH']) await unpack();
if (import.meta.main && !findBrowser()) {
  console.log('Getting a Chromium for the browser tests.');
  if (!(viaApt() || viaPlaywright()) || !findBrowser()) {
    console.error('No Chromium to be had. Install one, or set CHROMIUM_PATH to a Chromium or Chrome.');
    process.exit(1);
  }
}
