import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

type Locked = {
  version?: string;
  optionalDependencies?: Record<string, string>;
  hasInstallScript?: boolean;
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
  const { allowScripts = {} } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    allowScripts?: Record<string, boolean>;
  };
  const unreviewed = Object.entries(packages)
    .filter(([, { hasInstallScript }]) => hasInstallScript)
    .map(([path]) => path.replace(/^.*node_modules\//, ''))
    .filter((name) => !(name in allowScripts));
  expect(unreviewed).toEqual([]);
});
