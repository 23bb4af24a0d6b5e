import { execFile } from 'node:child_process';

export type Asked = { ok: true; answer: unknown } | { ok: false; reason: string };

const largest = 64 * 2 ** 20;
const isWindows = process.platform === 'win32';

/** One question to the npm that runs this, answered in JSON; npm's exit code says nothing (it is 1 where advisories are found). */
export function askNpm(...words: string[]): Promise<Asked> {
  return new Promise((resolve) => {
    // Windows has npm as a script that only a shell runs; every word is one of ours or a name out of package.json.
    execFile(
      'npm',
      [...words, '--json'],
      { maxBuffer: largest, timeout: 120_000, shell: isWindows },
      (error, stdout) => {
        try {
          const answer = JSON.parse(stdout) as unknown;
          const failure = failureIn(answer);
          resolve(failure === undefined ? { ok: true, answer } : { ok: false, reason: failure });
        } catch {
          resolve({ ok: false, reason: error?.message.split('\n')[0] ?? 'no answer in JSON' });
        }
      },
    );
  });
}

function failureIn(answer: unknown): string | undefined {
  if (typeof answer !== 'object' || answer === null || !('error' in answer)) return undefined;
  const { message } = answer as { message?: string };
  const { summary, code } = answer.error as { summary?: string; code?: string };
  return message || summary || code || 'an error without words';
}
