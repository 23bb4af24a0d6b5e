// The program's settings for PostgreSQL, and what it says where it cannot go on.
import { afterAll, expect, onTestFinished, test } from 'vitest';
import { dumpLine, restoreLine } from '../../server/backup/dump-words.ts';
import { readConfig } from '../../server/config.ts';
import { openPostgresStore } from '../../server/store/postgres/postgres-store.ts';
import { runProgram } from '../support/server-process.ts';
import { newDataFolder } from '../support/server-stores.ts';
import { newDatabase, query } from './database.ts';

const { url, drop } = await newDatabase();
afterAll(drop);
const lines = (text: string) => text.trim().split('\n').length;

test('DATABASE_URL names one database of PostgreSQL, and the keys may be in another; a wrong one is one sentence without its password', () => {
  const good = 'postgres://me:p%40ss@db.example.nl:5432/gesprek';
  expect(readConfig({ DATABASE_URL: good })).toMatchObject({ config: { database: { url: good } } });
  const apart = readConfig({ DATABASE_URL: good, KEYS_DATABASE_URL: 'postgresql:///keys?host=/run/postgresql' });
  expect(apart).toMatchObject({ config: { database: { keysUrl: expect.stringContaining('keys') } } });
  for (const wrong of [
    'db.example.nl',
    'mysql://me:geheim@db/x',
    'postgres://me:geheim@db',
    'postgres://me:geheim@db/',
    'postgres:///x',
  ]) {
    const read = readConfig({ DATABASE_URL: wrong });
    expect(read).toMatchObject({ ok: false, mistakes: [expect.stringMatching(/^DATABASE_URL must/)] });
    expect(JSON.stringify(read)).not.toContain('geheim');
  }
  expect(readConfig({ KEYS_DATABASE_URL: good })).toMatchObject({ mistakes: [expect.stringContaining('KEYS_')] });
});

test('a database that cannot be used, or is of a newer program, ends the program in one line, without its password', async () => {
  const { url: newer, drop: dropNewer } = await newDatabase();
  onTestFinished(dropNewer);
  await (await openPostgresStore({ url: newer })).close();
  await query(newer, 'UPDATE in_gesprek.form SET version = 99');
  const stranger = new URL(url);
  stranger.username = 'nobody-here';
  stranger.password = 'geheim';
  const wrong = [
    [stranger.href, /Cannot use the database postgres:\/\/[\w.:]+\/\w+ .*nobody-here/],
    [newer, /newer version/],
  ] as const;
  const all = wrong.map(async ([DATABASE_URL, why]) => {
    const { code, errors, output } = await runProgram('main.ts', { DATA_DIR: newDataFolder(), DATABASE_URL }).ended;
    expect([code, output, lines(errors)]).toEqual([1, '', 1]);
    expect(errors).toMatch(why);
    expect(errors).not.toContain('geheim');
  });
  await Promise.all(all);
});

test('`npm run backup` says how PostgreSQL does that, and so does restore; neither prints a password', async () => {
  const database = { url: 'postgres://me:geheim@db.example.nl/gesprek' };
  const settings = { DATA_DIR: newDataFolder(), DATABASE_URL: database.url };
  const { code, errors } = await runProgram('backup/main.ts', settings, ['/tmp/x']).ended;
  expect([code, errors.trim()]).toEqual([1, dumpLine(database)]);
  expect(dumpLine(database)).toContain('pg_dump --format=custom --schema=in_gesprek_keys');
  expect(restoreLine(database)).toContain('pg_restore');
  expect(dumpLine(database) + restoreLine(database)).not.toContain('geheim');
});
