/**
 * `npm run release -- 1.0.0`: makes a release of main, on this machine alone. It pushes nothing. `--dry-run` looks at all that
 * it takes and changes nothing; `--tested` believes that all checks passed on this very commit (in CI, most likely).
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Asked, obstacles, release } from './release.ts';

const root = join(import.meta.dirname, '../..');
const usage = 'npm run release -- VERSION [--dry-run] [--tested], such as 1.0.0';

function stop(text: string): never {
  console.error(text);
  process.exit(1);
}

function asked() {
  try {
    const options = { 'dry-run': { type: 'boolean' }, tested: { type: 'boolean' } } as const;
    return parseArgs({ allowPositionals: true, options });
  } catch {
    return stop(usage);
  }
}

/** What a reader is told to run, on the commit as it lies there. */
function isGreen(): boolean {
  return ['check', 'test'].every((script) => {
    const { status } = spawnSync('npm', ['run', script], {
      cwd: root,
      stdio: 'inherit',
      shell: process.platform === 'win32',
    });
    return status === 0;
  });
}

const { values, positionals } = asked();
const [version] = positionals;
if (version === undefined || positionals.length > 1) stop(usage);
const wanted: Asked = {
  root,
  version,
  today: new Date().toISOString().slice(0, 10),
  isGreen: values.tested ? () => true : isGreen,
};
const found = obstacles(wanted);
if (found.length > 0) stop(`No release:\n${found.map((line) => `  ${line}`).join('\n')}`);
if (values['dry-run']) {
  console.log(`${version} can be released. Nothing was changed.`);
  process.exit(0);
}
try {
  const { folder, files, tag } = release(wanted);
  console.log(`Released ${version}, on this machine alone:
  ${execFileSync('git', ['log', '-1', '--oneline'], { cwd: root, encoding: 'utf8' }).trim()}, tag ${tag}
  ${folder}: ${files.join(', ')}
Look at it, and then push it yourself: git push origin main ${tag}`);
} catch (error) {
  stop(
    `The release failed, and all is as it was: ${error instanceof Error ? error.message.split('\n')[0] : 'unknown reason'}`,
  );
}
