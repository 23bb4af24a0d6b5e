import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { production, refusedLicences, unreviewedScripts } from './audit/lockfile.ts';

type Locked = {
  version?: string;
  optionalDependencies?: Record<string, string>;
  resolved?: string;
};
const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, Locked> };

test('the lockfile holds the binaries of every platform', () => {
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !(`node_modules/${name}` in packages) && !(`${path}/node_modules/${name}` in packages),
    ),
  );
  expect(missing).toEqual([]);
});

test('every platform gets a runtime that strips types and has node:sqlite as release candidate', () => {
  const runtimes = Object.entries(packages).filter(([path]) =>
    /^node_modules\/node-(bin-)?(linux|darwin|win)-/.test(path),
  );
  expect(runtimes).toHaveLength(5);
  for (const [, { version = '' }] of runtimes) {
    const [major = 0, minor = 0] = version.split('.').map(Number);
    expect(major * 100 + minor).toBeGreaterThanOrEqual(2415);
  }
});

test('the lockfile names no registry address', () => {
  const withAddress = Object.entries(packages).flatMap(([path, { resolved }]) => (resolved ? [path] : []));
  expect(withAddress).toEqual([]);
});

test('no package runs an install script that package.json does not allow', () => {
  expect(unreviewedScripts()).toEqual([]);
});

test('what runs at a user’s has a licence that lets everybody use, change and pass it on', () => {
  expect(refusedLicences()).toEqual([]);
  expect(production.length).toBeGreaterThan(100);
  const planted = { name: 'planted', version: '1.0.0' };
  expect(refusedLicences([{ ...planted, license: 'AGPL-3.0-only' }, planted])).toHaveLength(2);
  expect(unreviewedScripts([{ ...planted, hasInstallScript: true }])).toEqual(['planted']);
});
