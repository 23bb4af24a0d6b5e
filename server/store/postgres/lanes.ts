import { CannotStore } from '../errors.ts';
import type { Database, Run } from './database.ts';
import { isPassing } from './failures.ts';

type Work<T> = (run: Run) => Promise<T>;
type Job = { attempt: Work<() => void>; reject: (error: unknown) => void; alone: boolean };

/** What goes in one transaction at most. */
const perTransaction = 100;
const maxTries = 4;

/**
 * Group commit: what waits for one session (a lane) goes in one transaction, in its order; different lanes go side by
 * side, each on a line of its own, and PostgreSQL writes their commits with one fsync. Work that throws is undone and
 * rejected alone. `alone`: it does more than write in this database, so it is never undone for the sake of others.
 */
export function buildLanes(database: Database) {
  const lanes = new Map<string, Job[]>();
  const running = new Set<Promise<void>>();
  let closed = false;

  const together = (lane: string, jobs: readonly Job[]): Promise<(() => void)[]> =>
    database.transact(lane, async (run) => {
      const settles: (() => void)[] = [];
      for (const job of jobs) settles.push(await job.attempt(run));
      return settles;
    });

  async function attempt(lane: string, jobs: readonly Job[]): Promise<void> {
    for (let tries = 1; ; tries++) {
      try {
        for (const settle of await together(lane, jobs)) settle();
        return;
      } catch (error) {
        if (isPassing(error) && tries < maxTries) continue;
        const why = isPassing(error) ? new CannotStore('others were in between', { cause: error }) : error;
        if (jobs.length === 1 || why instanceof CannotStore) {
          for (const job of jobs) job.reject(why);
        } else {
          for (const job of jobs) await attempt(lane, [job]);
        }
        return;
      }
    }
  }

  async function work(lane: string, jobs: Job[]): Promise<void> {
    // All that is asked within one turn of the loop goes together.
    await new Promise(setImmediate);
    while (jobs.length > 0) {
      const count = jobs[0]?.alone ? 1 : Math.min(endOf(jobs), perTransaction);
      await attempt(lane, jobs.splice(0, count));
    }
    lanes.delete(lane);
  }
  const endOf = (jobs: readonly Job[]): number => {
    const end = jobs.findIndex(({ alone }) => alone);
    return end < 0 ? jobs.length : end;
  };

  return {
    /** Resolves after COMMIT. CannotStore: it is not known to be stored. */
    write: <T>(lane: string, does: Work<T>, alone = false): Promise<T> =>
      new Promise((resolve, reject) => {
        if (closed) return reject(new CannotStore('the store is closed'));
        const job: Job = {
          attempt: async (run) => {
            const result = await does(run);
            return () => resolve(result);
          },
          reject,
          alone,
        };
        const waiting = lanes.get(lane);
        if (waiting) {
          waiting.push(job);
          return;
        }
        const jobs = [job];
        lanes.set(lane, jobs);
        const done: Promise<void> = work(lane, jobs).finally(() => running.delete(done));
        running.add(done);
      }),
    /** Writes what waits, then takes nothing more. */
    async close(): Promise<void> {
      closed = true;
      await Promise.all(running);
    },
  };
}
