/** The real program in a process of its own, as `npm start` runs it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { compiled } from './compiled.ts';

const root = join(import.meta.dirname, '../..');

export type Ended = { code: number | null; signal: string | null; output: string; errors: string };
/** `door`: where the facilitator begins, as it was printed, without the key. */
export type Running = { child: ChildProcess; url: string; door: string; key: string; ended: Promise<Ended> };

/** Runs one of the server's programs until it ends by itself. */
export function runProgram(
  file: string,
  settings: Record<string, string>,
  typed: readonly string[] = [],
): { child: ChildProcess; ended: Promise<Ended> } {
  const env = { PATH: process.env['PATH'] ?? '', ...compiled, ...settings };
  const child = spawn(process.execPath, [join(root, 'server', file), ...typed], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let errors = '';
  child.stdout?.on('data', (part) => {
    output += part;
  });
  child.stderr?.on('data', (part) => {
    errors += part;
  });
  const ended = new Promise<Ended>((resolve) =>
    child.once('close', (code, signal) => resolve({ code, signal, output, errors })),
  );
  onTestFinished(() => void child.kill('SIGKILL'));
  return { child, ended };
}

/** Starts the server, and waits until it says where it is. */
export async function startProgram(settings: Record<string, string>): Promise<Running> {
  const { child, ended } = runProgram('main.ts', { PORT: '0', HOST: '127.0.0.1', ...settings });
  const said = new Promise<string>((resolve) => {
    let text = '';
    child.stdout?.on('data', (part) => {
      text += part;
      if (text.includes('Ctrl+C')) resolve(text);
    });
  });
  const output = await Promise.race([
    said,
    ended.then(({ errors }) => Promise.reject(new Error(`it ended: ${errors}`))),
  ]);
  const [, door = '', port, key = ''] = /(http\S+:(\d+)\/bureau)(?:#sleutel=([\w-]+))?\n/.exec(output) ?? [];
  if (!port) throw new Error(`no address in: ${output}`);
  return { child, url: `http://127.0.0.1:${port}`, door, key, ended };
}
