// Sessions move between files and PostgreSQL by their archives: what arrives is what was there, byte for byte.
import { afterAll, expect, onTestFinished, test } from 'vitest';
import { archiveOf, importArchive } from '../../server/exports/archive.ts';
import { move } from '../../server/move/move.ts';
import { openPostgresStore } from '../../server/store/postgres/postgres-store.ts';
import { openSqliteStore } from '../../server/store/sqlite/sqlite-store.ts';
import type { Store } from '../../server/store/store.ts';
import { entry, grant, interestOf, leave, noted, sampleAt } from '../server/store-samples.ts';
import { playSession } from '../shared/summary-session.ts';
import { runProgram } from '../support/server-process.ts';
import { newDataFolder } from '../support/server-stores.ts';
import { newDatabase } from './database.ts';

const { url, drop } = await newDatabase();
afterAll(drop);

function closed<S extends Store>(store: S): S {
  onTestFinished(() => store.close());
  return store;
}
const files = (folder = newDataFolder()) => closed(openSqliteStore({ folder, now: () => sampleAt }));
const postgres = async () => closed(await openPostgresStore({ url, now: () => sampleAt }));
const anke = {
  id: 'f1',
  name: 'Anke',
  nameKey: 'anke',
  passphrase: '$scrypt$x',
  administrator: true,
  createdAt: sampleAt,
};

/** An afternoon with a withdrawn answer, whose words were erased. */
function playedArchive(): string {
  const played = playSession();
  played.wholeAfternoon();
  const [first] = played.answers('model-duo');
  if (!first) throw new Error('no answers');
  played.withdraw(first);
  return archiveOf(played.log);
}

test('S3 from files to PostgreSQL and back to other files: the same archive, the same log, the same owner', async () => {
  const archive = playedArchive();
  const [from, between, to] = [files(), await postgres(), files()];
  await from.saveFacilitator(anke);
  expect(await importArchive({ store: from }, archive, 'f1')).toMatchObject({ ok: true });
  await from.addShare({ session: 'ses1', facilitator: 'f1', at: sampleAt });
  const saved = { script: 'own', owner: 'f1', at: sampleAt };
  for (const version of [1, 2, 3])
    await from.saveScript({ ...saved, version, yaml: `# ${version}` }, { scripts: 1, ofAll: 100, versions: 2 });
  const moved = [{ session: 'ses1', outcome: 'moved' }];
  expect(await move(from, between)).toEqual(moved);
  expect(await move(between, to)).toEqual(moved);
  const log = await from.read('ses1');
  for (const store of [between, to]) {
    expect(await store.read('ses1')).toEqual(log);
    expect(archiveOf(await store.read('ses1'))).toBe(archive);
    expect(await store.sessions()).toMatchObject([{ session: 'ses1', owner: 'f1' }]);
    expect(await store.facilitators()).toEqual([anke]);
    expect(await store.shares({})).toHaveLength(1);
    expect((await store.scriptVersions('own')).map(({ version }) => version)).toEqual([2, 3]);
    expect(await store.scriptText('own', 2)).toBe('# 2');
  }
});

test('what is there already stays as it is, what was deleted there does not come back, and marks go along (P2)', async () => {
  const [from, to] = [files(), files()];
  await importArchive({ store: from }, playedArchive(), 'f1');
  const { length } = await from.read('ses1');
  await from.append('ses1', length, [entry(null, [], { remember: ['erased/seat-7'] })]);
  await leave(from, interestOf('a@b.nl'));
  expect(await move(from, to, ['other'])).toEqual([]);
  expect(await move(from, to)).toEqual([{ session: 'ses1', outcome: 'moved' }]);
  expect(await to.remembered('ses1')).toEqual(await from.remembered('ses1'));
  expect(await to.interests()).toHaveLength(1);
  await to.addGrant('h', grant('g', { session: 'ses1' }));
  expect(await move(from, to)).toEqual([{ session: 'ses1', outcome: 'sessionExists' }]);
  expect(await to.grantByHash('h')).toBeDefined();
  await to.deleteSession('ses1');
  expect(await move(from, to)).toEqual([{ session: 'ses1', outcome: 'sessionDeleted' }]);
  // No session of ours: its log does not begin with a plan.
  await from.append('strange', 0, [entry('a', [noted('n1', 'words')])]);
  expect(await move(from, to, ['strange'])).toMatchObject([{ outcome: 'notAnArchive' }]);
});

test('`npm run move` copies from DATA_DIR to DATABASE_URL, and says what became of each', async () => {
  const { url: empty, drop: dropEmpty } = await newDatabase();
  onTestFinished(dropEmpty);
  const folder = newDataFolder();
  const store = openSqliteStore({ folder });
  await importArchive({ store }, playedArchive(), 'f1');
  await store.close();
  const settings = { DATA_DIR: folder, DATABASE_URL: empty };
  const { code, output } = await runProgram('move/main.ts', settings, ['--to', 'postgres']).ended;
  expect(output).toContain('ses1   moved, byte for byte');
  expect([code, output.includes(new URL(empty).password)]).toEqual([0, false]);
});
