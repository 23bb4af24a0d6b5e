/** A worker that stays: whatever becomes of one question, the next one is answered, and the server lives. */
import { expect, onTestFinished, test } from 'vitest';
import { buildWarmWorker } from '../../server/worker/warm-worker.ts';
import type { Told } from '../support/worker-that-fails.ts';

function warm(more: { longest?: number; mostWaiting?: number } = {}) {
  const worker = buildWarmWorker<Told>({
    code: new URL('../support/worker-that-fails.ts', import.meta.url),
    data: { from: 10 },
    ...{ megabytes: 64, longest: 20_000, mostWaiting: 5, staysFor: 60_000, ...more },
  });
  onTestFinished(worker.stop);
  return worker;
}

test('it stays for the next question; one that it cannot answer is told without words (P4), and one that ends it finds a new one after', async () => {
  const { ask } = warm();
  expect(await Promise.all([ask({ do: 'count' }), ask({ do: 'count' })])).toEqual([11, 12]);
  const thrown = await ask({ do: 'throw' }).catch((error: unknown) => error);
  expect(thrown).toMatchObject({ name: 'WorkFailed', code: expect.stringMatching(/^TypeError /) });
  expect(JSON.stringify(thrown)).not.toContain('somebody wrote');
  expect(await ask({ do: 'count' })).toBe(13);
  const [gone, next] = await Promise.allSettled([ask({ do: 'end' }), ask({ do: 'count' })]);
  expect(gone).toMatchObject({ status: 'rejected', reason: { name: 'WorkFailed', code: 'exit 7' } });
  expect(next).toEqual({ status: 'fulfilled', value: 11 });
});

test('what takes too long is ended; where too many wait one more is told so', async () => {
  const { ask } = warm({ longest: 500, mostWaiting: 1 });
  const [late, waits, tooMany] = await Promise.allSettled([
    ask({ do: 'hang' }),
    ask({ do: 'hang' }),
    ask({ do: 'count' }),
  ]);
  for (const one of [late, waits])
    expect(one).toMatchObject({ status: 'rejected', reason: { name: 'WorkFailed', code: 'timeout' } });
  expect(tooMany).toMatchObject({ status: 'rejected', reason: { name: 'TooBusy' } });
});

test('what is under way when the server stops ends with it', async () => {
  const { ask, stop } = warm();
  const asked = ask({ do: 'hang' }).catch((error: unknown) => error);
  await Promise.resolve();
  stop();
  expect(await asked).toMatchObject({ name: 'WorkFailed' });
  await expect(ask({ do: 'count' })).rejects.toMatchObject({ code: 'closing' });
});
