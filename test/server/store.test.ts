import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openMemoryStore } from '../../server/store/memory/memory-store.ts';
import { openSqliteStore } from '../../server/store/sqlite/sqlite-store.ts';
import { runStoreContract } from './store-contract.ts';
import { sqlitePromises } from './store-sqlite.ts';
import { damagePromises } from './store-sqlite-damage.ts';
import { endPromises } from './store-sqlite-ends.ts';

runStoreContract('memory', async (now) => {
  const store = openMemoryStore({ now });
  return { store, reopen: async () => store, cleanUp: () => store.close() };
});

runStoreContract('SQLite', async (now) => {
  const folder = await mkdtemp(join(tmpdir(), 'in-gesprek-store-'));
  let store = openSqliteStore({ folder, now });
  return {
    store,
    async reopen() {
      await store.close();
      store = openSqliteStore({ folder, now });
      return store;
    },
    async cleanUp() {
      await store.close();
      await rm(folder, { recursive: true });
    },
  };
});

sqlitePromises();
damagePromises();
endPromises();
