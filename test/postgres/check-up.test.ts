// The self-check on PostgreSQL: its own assertions, each able to fail, and why the others are not to be seen.
import { afterAll, expect, onTestFinished, test } from 'vitest';
import { type Facts, gatherFacts } from '../../server/check-up/facts.ts';
import { judged } from '../../server/check-up/register.ts';
import { openPostgresStore } from '../../server/store/postgres/postgres-store.ts';
import { type CheckId, checkGroups } from '../../shared/check-up.ts';
import { openServer } from '../support/server-scene.ts';
import { newDatabase } from './database.ts';

const { url, drop } = await newDatabase();
afterAll(drop);

type Database = NonNullable<Facts['database']>;
/** One fact spoiled, and the assertion that has to see it. */
const spoiled: Record<(typeof checkGroups.database)[number], Partial<Database>> = {
  databaseVersion: { version: '13.9' },
  databaseSync: { fsync: false },
  databaseCommit: { commits: 'off' },
  databasePages: { fullPages: false },
  databaseVacuum: { autovacuum: false },
  databaseClock: { aheadMs: -2_500 },
  databaseNear: { latencyMs: 40 },
  databaseLines: { free: 3 },
  databasePrivate: { isPrivate: false },
  databaseKeys: { keysArchived: true },
};

test('the self-check looks at the database, and says of what is about files that all is in PostgreSQL', async () => {
  const store = await openPostgresStore({ url });
  const server = await openServer({ store });
  onTestFinished(() => store.close());
  const facts = await gatherFacts(server.house, { lookedAt: () => Date.now(), overdue: async () => [] });
  const { database } = facts;
  if (!database) throw new Error('no database was seen');
  expect(database).toMatchObject({ commits: 'on', isPrivate: true, damaged: [] });
  expect(Math.abs(database.aheadMs)).toBeLessThan(2_000);
  const outcomeOf = (id: CheckId, more: Partial<Database> = {}) =>
    judged({ ...facts, database: { ...database, ...more } }).find((one) => one.id === id);
  // The throw-away server has no fsync, and a busy machine may be slow: what it is today is not ours to promise.
  const ours: CheckId[] = ['databaseVersion', 'databaseCommit', 'databaseClock', 'databasePrivate', 'undamaged'];
  expect(ours.filter((id) => outcomeOf(id)?.outcome !== 'well')).toEqual([]);
  for (const id of checkGroups.database) expect([id, outcomeOf(id, spoiled[id])?.outcome]).toEqual([id, 'wrong']);
  for (const id of ['fullSync', 'folderOwn', 'backupMade'] as const) {
    expect(outcomeOf(id)).toMatchObject({ outcome: 'unknown', found: 'PostgreSQL' });
  }
});
