import type { Logged } from '../../shared/events.ts';
import { inWorker, type Portion, portionsOf } from '../worker/in-worker.ts';

const megabytes = 512;
const longest = 60_000;

/** What the worker is started with: the script that every session must have. */
export type CompareData = { script: string };
export type ComparedPortion = Portion & { isLastSession: boolean };

/** Session after session: a log is read when the one before it was handed over. */
async function* allPortions(logs: readonly (() => Promise<readonly Logged[]>)[]): AsyncGenerator<ComparedPortion> {
  for (const [i, read] of logs.entries()) {
    const isLastSession = i === logs.length - 1;
    for (const one of portionsOf(await read())) yield { ...one, isLastSession };
  }
}

/** Sessions beside one another as JSON; null where a script is another. */
export const compareInWorker = (
  { script, logs }: CompareData & { logs: readonly (() => Promise<readonly Logged[]>)[] },
  signal: AbortSignal,
): Promise<Uint8Array | null> =>
  inWorker({
    ...{ code: new URL('./main.ts', import.meta.url), data: { script } satisfies CompareData, megabytes },
    ...{ given: allPortions(logs), signal: AbortSignal.any([signal, AbortSignal.timeout(longest)]) },
  });
