import { buildWorkTurns } from '../work-turns.ts';
import { type Failure, failureOf, WorkFailed } from './failure.ts';
import { beginWorker, type Said } from './in-worker.ts';

type Worker = ReturnType<typeof beginWorker>;
type Warm = {
  code: URL;
  /** The first that the worker is given. */
  data: object;
  /** Megabytes of heap. */
  megabytes: number;
  /** Milliseconds for one thing; whatever takes longer ends the worker. */
  longest: number;
  mostWaiting: number;
  /** Milliseconds that it stays with nothing to do. */
  staysFor: number;
};

const closing: Failure = { name: 'closing', place: '' };
const idle: Failure = { name: 'idle', place: '' };

/** A worker that begins with the first question and stays for the next ones; it takes them one by one. */
export function buildWarmWorker<Asked extends object>({ code, data, megabytes, longest, mostWaiting, staysFor }: Warm) {
  const inTurn = buildWorkTurns(1, mostWaiting);
  let worker: Worker | undefined;
  let question: PromiseWithResolvers<unknown> | undefined;
  let cooling: NodeJS.Timeout | undefined;
  let isOver = false;

  function begin(): Worker {
    const begun = beginWorker(code, megabytes);
    const gone = (failure: Failure) => {
      if (worker === begun) end(failure);
    };
    begun.on('error', (error) => gone(failureOf(error)));
    begun.on('exit', (status, by) => gone({ name: 'exit', place: String(by ?? status) }));
    begun.on('message', (message) => {
      const said = message as Said<unknown>;
      if (said.type === 'made') question?.resolve(said.made);
      else if (said.type === 'failed') question?.reject(new WorkFailed(said.failure));
    });
    hand(begun, data);
    return begun;
  }
  // Whoever does not take it has gone: 'exit' says so.
  const hand = (to: Worker, what: object) => void to.send(what, () => {});
  function end(failure: Failure): void {
    clearTimeout(cooling);
    worker?.kill('SIGKILL');
    worker = undefined;
    question?.reject(new WorkFailed(failure));
  }

  async function answered(asked: Asked): Promise<unknown> {
    const here = Promise.withResolvers<unknown>();
    question = here;
    const timer = setTimeout(() => end({ name: 'timeout', place: '' }), longest);
    worker ??= begin();
    hand(worker, asked);
    try {
      return await here.promise;
    } finally {
      question = undefined;
      clearTimeout(timer);
    }
  }

  return {
    /** Throws WorkFailed or TooBusy; the next question finds a new worker. */
    ask: <Made>(asked: Asked): Promise<Made> =>
      inTurn(async () => {
        if (isOver) throw new WorkFailed(closing);
        clearTimeout(cooling);
        try {
          return (await answered(asked)) as Made;
        } finally {
          cooling = setTimeout(() => end(idle), staysFor).unref();
        }
      }),
    stop(): void {
      isOver = true;
      end(closing);
    },
  };
}
