import { afterAll } from 'vitest';
import { openPostgresStore } from '../../server/store/postgres/postgres-store.ts';
import { runStoreContract } from '../server/store-contract.ts';
import { newDatabase, query } from './database.ts';

const { url, drop } = await newDatabase();
afterAll(drop);
await (await openPostgresStore({ url })).close();
const tables = await query(
  url,
  `SELECT schemaname || '.' || tablename AS name FROM pg_tables
   WHERE schemaname LIKE 'in_gesprek%' AND tablename NOT IN ('form', 'home')`,
);
const empty = tables.map(({ name }) => `DELETE FROM ${String(name)}`).join(';');

runStoreContract('PostgreSQL', async (now) => {
  await query(url, empty);
  let store = await openPostgresStore({ url, now, lines: 2 });
  return {
    store,
    async reopen() {
      await store.close();
      store = await openPostgresStore({ url, now, lines: 2 });
      return store;
    },
    cleanUp: () => store.close(),
  };
});
