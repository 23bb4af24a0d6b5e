import { afterAll } from 'vitest';
import { openPostgresStore } from '../../server/store/postgres/postgres-store.ts';
import { runStoreContract } from '../server/store-contract.ts';
import { newDatabase } from './database.ts';

const { url, drop } = await newDatabase();
afterAll(drop);
let exams = 0;

runStoreContract('PostgreSQL', async (now) => {
  exams += 1;
  const options = { url, now, schema: `exam_${exams}`, lines: 2 };
  let store = await openPostgresStore(options);
  return {
    store,
    async reopen() {
      await store.close();
      store = await openPostgresStore(options);
      return store;
    },
    cleanUp: () => store.close(),
  };
});
