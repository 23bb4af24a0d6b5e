// The exam that every store passes: memory, SQLite and PostgreSQL.
import { afterEach, beforeEach, describe } from 'vitest';
import type { Store } from '../../server/store/store.ts';
import { besideContract } from './store-contract-beside.ts';
import { deletionContract } from './store-contract-deletion.ts';
import { facilitatorsContract } from './store-contract-facilitators.ts';
import { logContract } from './store-contract-log.ts';
import { scriptsContract } from './store-contract-scripts.ts';
import { wordsContract } from './store-contract-words.ts';
import { sampleAt } from './store-samples.ts';

/** `reopen` closes the store and opens it again on the same data; one without data on disk gives itself. */
export type OpenedStore = { store: Store; reopen: () => Promise<Store>; cleanUp: () => Promise<void> };
/** What a promise gets to work with: a fresh store, and the clock that it reads. */
export type Exam = { store: Store; reopen: () => Promise<Store>; clock: { now: number } };

/** Runs every promise against fresh stores from `open`. */
export function runStoreContract(name: string, open: (now: () => number) => Promise<OpenedStore>): void {
  describe(`the store's promises: ${name}`, () => {
    let opened: OpenedStore;
    const exam = { clock: { now: sampleAt } } as Exam;
    beforeEach(async () => {
      exam.clock.now = sampleAt;
      opened = await open(() => exam.clock.now);
      exam.store = opened.store;
      exam.reopen = async () => {
        exam.store = await opened.reopen();
        return exam.store;
      };
    });
    afterEach(() => opened.cleanUp());

    logContract(exam);
    wordsContract(exam);
    besideContract(exam);
    deletionContract(exam);
    facilitatorsContract(exam);
    scriptsContract(exam);
  });
}
