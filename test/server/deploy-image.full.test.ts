// The pages are built in the image from what it is let see, which is less than stands here.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

test('the pages are built from what the image copies for them, and from nothing else', { timeout: 120_000 }, () => {
  const [pages = ''] = readFileSync(join(root, 'docs/deploy/Dockerfile'), 'utf8').split(/^FROM .* AS packages$/m);
  const sources = [...pages.matchAll(/^COPY (.+) \S+$/gm)].flatMap(([, from = '']) => from.split(' '));
  expect(sources).toContain('vite.config.ts');
  const folder = mkdtempSync(join(tmpdir(), 'ig-image-'));
  try {
    const isSource = (from: string) => !from.startsWith(join(root, 'client/dist'));
    for (const source of sources)
      cpSync(join(root, source), join(folder, source), { recursive: true, filter: isSource });
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    // The settings take the tests along where Vitest reads them, by the first of these.
    const env = { ...process.env, VITEST: undefined, NODE_ENV: undefined };
    execFileSync(process.execPath, ['server/build.ts'], { cwd: folder, stdio: 'pipe', env });
    for (const page of ['phone', 'desk', 'wall', 'summary'])
      expect(existsSync(join(folder, `client/dist/${page}.html`)), page).toBe(true);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
