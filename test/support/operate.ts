import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { compiled } from './compiled.ts';

/** One of the program's commands for backups, as the operator types it. */
export function operate(data: string, command: 'main.ts' | 'restore-main.ts', ...typed: string[]): Promise<void> {
  const file = join(import.meta.dirname, '../../server/backup', command);
  const env = { PATH: process.env['PATH'] ?? '', ...compiled, DATA_DIR: data };
  const child = spawn(process.execPath, [file, ...typed], { env, stdio: 'ignore' });
  return new Promise((resolve, reject) =>
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`${command} ended with ${code}`)))),
  );
}
