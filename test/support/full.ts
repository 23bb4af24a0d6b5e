// `npm test` with FULL=1: ten times as many random afternoons, and what else takes long. (Setting a variable in npm scripts is not portable.)
import { spawnSync } from 'node:child_process';

const env = { ...process.env, FULL: '1' };
process.exit(spawnSync(process.execPath, ['--run', 'test'], { stdio: 'inherit', env }).status ?? 1);
