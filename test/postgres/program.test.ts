// The whole program on PostgreSQL: settings, starting, a room whose server is killed, moving from files and back.
import { afterAll, expect, onTestFinished, test } from 'vitest';
import { readConfig } from '../../server/config.ts';
import { openPostgresStore } from '../../server/store/postgres/postgres-store.ts';
import { startProgram as startWatched } from '../faults/support/program.ts';
import { openRoom } from '../faults/support/room.ts';
import { until } from '../faults/support/until.ts';
import { randomFrom } from '../support/room-random.ts';
import { runProgram, startProgram } from '../support/server-process.ts';
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
    ['postgres://me:geheim@127.0.0.1:9/x', /Cannot use the database postgres:\/\/127\.0\.0\.1:9\/x .*ECONNREFUSED/],
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

test('`npm run backup` and `npm run restore` say how PostgreSQL does that, and print no password', async () => {
  const settings = { DATA_DIR: newDataFolder(), DATABASE_URL: 'postgres://me:geheim@db.example.nl/gesprek' };
  const programs = [
    ['backup/main.ts', 'pg_dump --format=custom --schema=in_gesprek_keys'],
    ['backup/restore-main.ts', 'pg_restore'],
  ] as const;
  const all = programs.map(async ([program, words]) => {
    const { code, errors } = await runProgram(program, settings, ['/tmp/x']).ended;
    expect([code, errors]).toEqual([1, expect.stringContaining(words)]);
    expect(errors).not.toContain('geheim');
  });
  await Promise.all(all);
});

test('A1 A2 A3 S3 S4 a room on PostgreSQL: its server is killed amid answers, and everything is there, once', async () => {
  process.env['DATABASE_URL'] = url;
  onTestFinished(() => {
    delete process.env['DATABASE_URL'];
  });
  const after = (clean: () => unknown) => onTestFinished(async () => void (await clean()));
  const tools = { rounds: 1, seed: 7, random: randomFrom(7), after };
  const program = await startWatched(after, newDataFolder());
  const room = await openRoom(tools, program, { phones: 6 });
  for (const round of [1, 2]) {
    for (let i = 0; i < 3; i++) for (const phone of room.phones) void room.say(phone);
    await until('some are acknowledged', () => room.acknowledged() >= round * 12);
    await program.kill('SIGKILL');
    await program.start();
    await room.drained();
  }
  expect(await room.end()).toMatchObject({ broken: [] });
  expect(room.acts).toHaveLength(36);
});

test('two programs on one database both start, each with a folder of its own', async () => {
  const settings = () => ({ DATA_DIR: newDataFolder(), DATABASE_URL: url });
  const both = await Promise.all([startProgram(settings()), startProgram(settings())]);
  for (const { url: at } of both) expect((await fetch(`${at}/healthz`)).status).toBe(200);
});
