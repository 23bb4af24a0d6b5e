/** A release: what it takes, and what it makes. Nothing leaves this machine. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export type Asked = {
  /** The top of the repository. */
  root: string;
  version: string;
  /** As the changelog has it: 2026-11-28. */
  today: string;
  /** Whether all checks and tests pass on what lies there. */
  isGreen: () => boolean;
};
type Plan = { changelog: string; notes: string };
export type Released = { folder: string; files: string[]; tag: string };

const changed = ['package.json', 'package-lock.json', 'CHANGELOG.md'];
const semver = /^(\d+)\.(\d+)\.(\d+)(?:-([0-9A-Za-z.-]+))?$/;

const git = (root: string, ...typed: string[]): string =>
  execFileSync('git', typed, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
const lines = (text: string): string[] => text.split('\n').filter(Boolean);

type Manifest = { name: string; version: string };
const manifestOf = (root: string): Manifest => JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** Whether the second version comes after the first; what is still being tried comes before what it becomes. */
export function isLater(before: string, version: string): boolean {
  const [a, b] = [semver.exec(before), semver.exec(version)];
  if (!a || !b) return false;
  for (const at of [1, 2, 3]) if (a[at] !== b[at]) return Number(b[at]) > Number(a[at]);
  if (a[4] === undefined || b[4] === undefined) return a[4] !== undefined;
  return a[4].localeCompare(b[4], 'en', { numeric: true }) < 0;
}

/** The changelog with what was unreleased under this version, and that part alone; undefined: nothing was written there. */
export function closedChangelog(text: string, version: string, today: string): Plan | undefined {
  const [, before = '', unreleased = '', after = ''] =
    /^([\s\S]*?## Unreleased\n)([\s\S]*?)(?=^## |(?![\s\S]))([\s\S]*)$/m.exec(text) ?? [];
  const notes = unreleased.trim();
  if (notes === '') return undefined;
  const closed = `${before}\n## ${version} (${today})\n${notes}\n${after === '' ? '' : `\n${after}`}`;
  return { changelog: closed, notes };
}

/** What stands in the way of a release, one line each; what takes long is looked at last. */
export function obstacles({ root, version, today, isGreen }: Asked): string[] {
  const { version: now } = manifestOf(root);
  const changelog = readFileSync(join(root, 'CHANGELOG.md'), 'utf8');
  const found: string[] = [];
  if (!semver.test(version)) found.push(`"${version}" is no version: it is like 1.0.0`);
  else if (!isLater(now, version)) found.push(`${version} does not come after ${now}`);
  const branch = git(root, 'branch', '--show-current');
  if (branch !== 'main') found.push(`this is ${branch || 'no branch'}: a release is made of main`);
  const loose = lines(git(root, 'status', '--porcelain'));
  if (loose.length > 0) found.push(`${loose.length} files are changed or new: commit them, or put them away`);
  if (git(root, 'tag', '--list', `v${version}`)) found.push(`there is a tag v${version}`);
  const upstream = git(root, 'for-each-ref', '--format=%(upstream:short)', 'refs/heads/main');
  const missed = upstream ? Number(git(root, 'rev-list', '--count', `main..${upstream}`)) : 0;
  if (missed > 0) found.push(`${upstream} has ${missed} commits that main lacks: pull first`);
  if (changelog.includes(`\n## ${version} `)) found.push(`CHANGELOG.md has a chapter ${version}`);
  if (!closedChangelog(changelog, version, today)) found.push('CHANGELOG.md says nothing under Unreleased');
  if (found.length === 0 && !isGreen()) found.push('the checks or tests fail');
  return found;
}

function setVersion(root: string, version: string): void {
  for (const file of ['package.json', 'package-lock.json']) {
    const path = join(root, file);
    const data = JSON.parse(readFileSync(path, 'utf8')) as Manifest & { packages?: Record<string, Manifest> };
    data.version = version;
    const own = data.packages?.[''];
    if (own) own.version = version;
    writeFileSync(path, `${JSON.stringify(data, null, 2)}\n`);
  }
}

/** What the program is made of (CycloneDX), by the lock file. */
function billOfMaterials(root: string, version: string): string {
  const typed = ['sbom', '--package-lock-only', '--sbom-format=cyclonedx'];
  const text = execFileSync('npm', typed, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64e6,
    shell: process.platform === 'win32',
  });
  const bill = JSON.parse(text) as { bomFormat?: string; metadata?: { component?: { version?: string } } };
  if (bill.bomFormat !== 'CycloneDX' || bill.metadata?.component?.version !== version)
    throw new Error('npm sbom did not say what this version is made of');
  return text;
}

/** Commits the version, and puts beside it in `release/`: the source, what it is made of, and their hashes. Then tags it. */
export function release({ root, version, today }: Asked): Released {
  const plan = closedChangelog(readFileSync(join(root, 'CHANGELOG.md'), 'utf8'), version, today);
  if (!plan) throw new Error('CHANGELOG.md says nothing under Unreleased');
  const { name } = manifestOf(root);
  const [full, tag] = [`${name}-${version}`, `v${version}`];
  const folder = join(root, 'release', full);
  const files = [`${full}.tar.gz`, `${full}.cdx.json`];
  const at = (file: string): string => join(folder, file);
  mkdirSync(folder, { recursive: true });
  const before = git(root, 'rev-parse', 'HEAD');
  try {
    setVersion(root, version);
    writeFileSync(join(root, 'CHANGELOG.md'), plan.changelog);
    writeFileSync(at(`${full}.cdx.json`), billOfMaterials(root, version));
    git(root, 'commit', '--quiet', '--message', `Release ${version}`, '--', ...changed);
    git(root, 'archive', '--format=tar.gz', `--prefix=${full}/`, `--output=${at(`${full}.tar.gz`)}`, 'HEAD');
    const sums = files.map(
      (file) =>
        `${createHash('sha256')
          .update(readFileSync(at(file)))
          .digest('hex')}  ${file}\n`,
    );
    writeFileSync(at('SHA256SUMS'), sums.join(''));
    git(root, 'tag', '--annotate', tag, '--cleanup=verbatim', '--message', `In gesprek ${version}\n\n${plan.notes}\n`);
  } catch (error) {
    // As it was: the tree was clean, and nothing was told to anybody.
    git(root, 'reset', '--quiet', '--hard', before);
    throw error;
  }
  return { folder, files: [...files, 'SHA256SUMS'], tag };
}
