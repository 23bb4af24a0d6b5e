/** What is known about the packages that this program is made of: asked by hand and at a release, never by the server. */
import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { packages, production } from './audit/lockfile.ts';

type Ran = { code: number; printed: string };

/** `NODE_OPTIONS` and npm's own settings of this run stay out of it; the registry is one that we name. */
function run(command: string, words: string[], registry: string): Promise<Ran> {
  const env = {
    ...process.env,
    NODE_OPTIONS: '',
    npm_config_registry: registry,
    npm_config_fetch_retries: '0',
    npm_config_update_notifier: 'false',
  };
  const options = { env, maxBuffer: 64 * 2 ** 20, shell: process.platform === 'win32' };
  return new Promise((resolve) => {
    execFile(command, words, options, (error, printed) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, printed }),
    );
  });
}

async function openRegistry(advisories: object | undefined): Promise<string> {
  const server = createServer(({ url = '' }, response) => {
    const isAsked = advisories !== undefined && url.endsWith('/advisories/bulk');
    response
      .writeHead(isAsked ? 200 : 405, { 'content-type': 'application/json' })
      .end(JSON.stringify(advisories ?? {}));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test('the list of parts names every package of the lockfile, with its version and its hash', async () => {
  const words = ['sbom', '--package-lock-only', '--sbom-format=cyclonedx'];
  const { printed } = await run('npm', words, 'http://127.0.0.1:9');
  const { bomFormat, components } = JSON.parse(printed) as {
    bomFormat: string;
    components: { name: string; version: string; hashes?: unknown[] }[];
  };
  expect(bomFormat).toBe('CycloneDX');
  const named = new Set(components.map(({ name, version }) => `${name}@${version}`));
  expect(production.filter(({ name, version }) => !named.has(`${name}@${version}`))).toEqual([]);
  expect(named.size).toBe(new Set(packages.map(({ name, version }) => `${name}@${version}`)).size);
  expect(components.filter(({ hashes }) => !hashes?.length)).toEqual([]);
});

test('where the registry does not answer, the audit says so and ends with 2', async () => {
  const { code, printed } = await run(process.execPath, ['test/audit/main.ts'], await openRegistry(undefined));
  expect(printed).toContain('known faults: could not ask the registry');
  expect(printed).toContain('newest releases: could not ask the registry');
  expect(printed).toMatch(/well {3}licences: \d+ packages/);
  expect(code).toBe(2);
});

test('where a package that runs at a user’s has a known fault, the audit names it and ends with 1', async () => {
  const fault = {
    id: 1,
    url: 'https://example.org/1',
    title: 'planted',
    severity: 'high',
    vulnerable_versions: '<999',
  };
  const { code, printed } = await run(
    process.execPath,
    ['test/audit/main.ts'],
    await openRegistry({ fflate: [fault] }),
  );
  expect(printed).toMatch(/high: fflate .*runs at a user’s/);
  expect(code).toBe(1);
});
