import type { DatabaseSync } from 'node:sqlite';
import { CannotStore } from '../errors.ts';
import { emptyLog } from './database.ts';
import { isDamaged, isDiskFailure } from './failures.ts';

/** One transaction (ms): about a hundred answers. */
const longest = 8;

/** Told after each transaction how many calls it held: for figures. */
export type OnCommit = (calls: number) => void;

/** `run` does the work inside the transaction; what it returns is called once that is on disk. */
type Job = { run: () => () => void; reject: (error: unknown) => void; wipes: boolean };

export type Batch = {
  /** Resolves after COMMIT; `wipes`: the old bytes are out of the write-ahead log too. */
  write: <T>(work: () => T, wipes?: boolean) => Promise<T>;
  /** Writes what waits, then takes nothing more. */
  close: () => void;
};

/**
 * Group commit: what is asked within one turn of the loop goes in one transaction, with one fsync; where that would take
 * long, the rest waits for the next turn, so that what was stored is told meanwhile. Work that throws
 * is undone and rejected alone; when the disk fails, all of the batch is undone and rejected with CannotStore.
 */
export function buildBatch(database: DatabaseSync, onCommit: OnCommit = () => {}, now = Date.now): Batch {
  const queue: Job[] = [];
  let closed = false;
  let wipeDue = false;
  const begin = database.prepare('BEGIN IMMEDIATE');
  const commit = database.prepare('COMMIT');
  const savepoint = database.prepare('SAVEPOINT job');
  const release = database.prepare('RELEASE job');
  const undo = database.prepare('ROLLBACK TO job');

  function attempt(job: Job): () => void {
    savepoint.run();
    try {
      const settle = job.run();
      release.run();
      return settle;
    } catch (error) {
      if (isDiskFailure(error) || !database.isTransaction) throw error;
      undo.run();
      release.run();
      const told = isDamaged(error) ? new CannotStore('the file is damaged here', { cause: error }) : error;
      return () => job.reject(told);
    }
  }

  /** Of the first that wait, as many as fit in a turn. */
  function attemptSome(): (() => void)[] {
    const until = now() + longest;
    const settled: (() => void)[] = [];
    for (const job of queue) {
      settled.push(attempt(job));
      if (now() >= until) break;
    }
    return settled;
  }

  function flush(): void {
    if (queue.length === 0) return;
    let settled: (() => void)[];
    try {
      begin.run();
      settled = attemptSome();
      commit.run();
    } catch (cause) {
      rollBack(database);
      for (const job of queue.splice(0)) job.reject(new CannotStore('nothing was stored', { cause }));
      return;
    }
    const jobs = queue.splice(0, settled.length);
    if (queue.length > 0) setImmediate(flush);
    onCommit(jobs.length);
    wipeDue ||= jobs.some(({ wipes }) => wipes);
    if (wipeDue) wipe();
    for (const settle of settled) settle();
  }

  /** The words are erased already; if their old bytes cannot be wiped now, the next batch tries again. */
  function wipe(): void {
    try {
      emptyLog(database);
      wipeDue = false;
    } catch {
      wipeDue = true;
    }
  }

  return {
    write: <T>(work: () => T, wipes = false) =>
      new Promise<T>((resolve, reject) => {
        if (closed) return reject(new CannotStore('the store is closed'));
        const run = () => {
          const result = work();
          return () => resolve(result);
        };
        if (queue.push({ run, reject, wipes }) === 1) setImmediate(flush);
      }),
    close() {
      closed = true;
      while (queue.length > 0) flush();
    },
  };
}

function rollBack(database: DatabaseSync): void {
  try {
    if (database.isTransaction) database.exec('ROLLBACK');
  } catch {
    // SQLite has rolled back by itself
  }
}
