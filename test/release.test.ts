/** `npm run release`, in a repository of its own: what it refuses, what it makes, and that it tells nobody. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { type Asked, closedChangelog, isLater, obstacles, release } from './release/release.ts';

const here = join(import.meta.dirname, '..');
const changelog =
  '# Changelog\nWhat changed.\n\n## Unreleased\n- Something new.\n- # not a chapter\n\n## 0.1.0 (2026-01-01)\n- The first.\n';

function repository(): Asked & { git: (...typed: string[]) => string } {
  const root = mkdtempSync(join(tmpdir(), 'release-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const git = (...typed: string[]): string => execFileSync('git', typed, { cwd: root, encoding: 'utf8' }).trim();
  for (const file of ['package.json', 'package-lock.json', '.npmrc', '.gitignore'])
    copyFileSync(join(here, file), join(root, file));
  writeFileSync(join(root, 'CHANGELOG.md'), changelog);
  git('init', '--quiet', '--initial-branch=main');
  for (const [key, value] of [
    ['user.name', 'A tester'],
    ['user.email', 'tester@example.nl'],
    ['commit.gpgsign', 'false'],
    ['tag.gpgsign', 'false'],
  ] as const)
    git('config', key, value);
  git('add', '--all');
  git('commit', '--quiet', '--message', 'All of it');
  return { root, git, version: '97.0.0', today: '2026-11-28', isGreen: () => true };
}

test('a release: version, changelog, source, what it is made of, hashes and a tag; the rest is as it was, and nothing is pushed', () => {
  const asked = repository();
  const { root, git } = asked;
  const elsewhere = mkdtempSync(join(tmpdir(), 'remote-'));
  onTestFinished(() => rmSync(elsewhere, { recursive: true, force: true }));
  execFileSync('git', ['init', '--quiet', '--bare', elsewhere]);
  git('remote', 'add', 'origin', elsewhere);
  git('push', '--quiet', '--set-upstream', 'origin', 'main');
  const pushed = git('ls-remote', 'origin');

  expect(obstacles(asked)).toEqual([]);
  const { folder, files, tag } = release(asked);
  const read = (file: string): string => readFileSync(join(root, file), 'utf8');

  expect(
    git('diff', '--numstat', 'HEAD~1')
      .split('\n')
      .map((line) => line.split('\t')),
  ).toEqual([
    ['2', '0', 'CHANGELOG.md'],
    ['2', '2', 'package-lock.json'],
    ['1', '1', 'package.json'],
  ]);
  expect(JSON.parse(read('package.json'))).toMatchObject({ version: '97.0.0' });
  expect(JSON.parse(read('package-lock.json'))).toMatchObject({
    version: '97.0.0',
    packages: { '': { version: '97.0.0' } },
  });
  expect(read('CHANGELOG.md')).toContain(
    '## Unreleased\n\n## 97.0.0 (2026-11-28)\n- Something new.\n- # not a chapter\n\n## 0.1.0',
  );
  expect([git('status', '--porcelain'), git('log', '-1', '--format=%s')]).toEqual(['', 'Release 97.0.0']);
  expect(git('cat-file', '-p', tag)).toContain('In gesprek 97.0.0\n\n- Something new.\n- # not a chapter');
  expect(git('rev-list', '-1', tag)).toBe(git('rev-parse', 'HEAD'));

  const sums = Object.fromEntries(
    readFileSync(join(folder, 'SHA256SUMS'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => line.split('  ').reverse()),
  );
  const made = files.filter((file) => file !== 'SHA256SUMS');
  expect(sums).toEqual(
    Object.fromEntries(
      made.map((file) => [
        file,
        createHash('sha256')
          .update(readFileSync(join(folder, file)))
          .digest('hex'),
      ]),
    ),
  );
  const inside = execFileSync(
    'tar',
    ['-xzOf', join(folder, 'in-gesprek-97.0.0.tar.gz'), 'in-gesprek-97.0.0/package.json'],
    { encoding: 'utf8' },
  );
  expect(inside).toBe(read('package.json'));
  const bill = JSON.parse(readFileSync(join(folder, 'in-gesprek-97.0.0.cdx.json'), 'utf8')) as {
    components: unknown[];
  };
  expect(bill).toMatchObject({ bomFormat: 'CycloneDX', metadata: { component: { version: '97.0.0' } } });
  expect(bill.components.length).toBeGreaterThan(100);
  expect(git('ls-remote', 'origin')).toBe(pushed);

  expect(obstacles({ ...asked, version: '97.0.1' })).toEqual(['CHANGELOG.md says nothing under Unreleased']);
});

test('what stands in the way is said, all of it at once, and before an hour of tests', () => {
  const { root, git, ...asked } = repository();
  const isGreen = vi.fn(() => true);
  git('tag', 'v97.0.0');
  git('switch', '--quiet', '--create', 'a-branch');
  writeFileSync(join(root, 'CHANGELOG.md'), '# Changelog\n\n## Unreleased\n\n## 97.0.0 (2026-01-01)\n- It.\n');
  expect(obstacles({ root, ...asked, isGreen })).toEqual([
    'this is a-branch: a release is made of main',
    '1 files are changed or new: commit them, or put them away',
    'there is a tag v97.0.0',
    'CHANGELOG.md has a chapter 97.0.0',
    'CHANGELOG.md says nothing under Unreleased',
  ]);
  expect(isGreen).not.toHaveBeenCalled();
});

test('a release is refused where the checks or tests fail, and of a version that is none or was before', () => {
  const asked = repository();
  expect(obstacles({ ...asked, isGreen: () => false })).toEqual(['the checks or tests fail']);
  expect(obstacles({ ...asked, version: '1.0' })).toEqual(['"1.0" is no version: it is like 1.0.0']);
  expect(obstacles({ ...asked, version: '0.0.0' })).toEqual([expect.stringMatching(/^0\.0\.0 does not come after/)]);
});

test('a release that fails half way leaves all as it was', () => {
  const asked = repository();
  const { root, git } = asked;
  git('tag', 'v97.0.0');
  const before = [git('rev-parse', 'HEAD'), readFileSync(join(root, 'package.json'), 'utf8')];
  expect(() => release(asked)).toThrow();
  expect([git('rev-parse', 'HEAD'), readFileSync(join(root, 'package.json'), 'utf8')]).toEqual(before);
  expect(git('status', '--porcelain')).toBe('');
});

test.each([
  ['0.0.0', '1.0.0', true],
  ['1.9.0', '1.10.0', true],
  ['1.0.0-rc.2', '1.0.0-rc.10', true],
  ['1.0.0-rc.1', '1.0.0', true],
  ['1.0.0', '1.0.0-rc.1', false],
  ['1.0.0', '1.0.0', false],
  ['2.0.0', '1.9.9', false],
])('after %s comes %s: %s', (before, version, is) => expect(isLater(before, version)).toBe(is));

test('the changelog of this program can be closed', () => {
  const text = readFileSync(join(here, 'CHANGELOG.md'), 'utf8');
  const closed = closedChangelog(text, '97.0.0', '2026-11-28');
  if (closed)
    expect(closed.changelog.replace('## 97.0.0 (2026-11-28)\n', '').replaceAll('\n', '')).toBe(
      text.replaceAll('\n', ''),
    );
  expect(text).toContain('## Unreleased\n');
});
