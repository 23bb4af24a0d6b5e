/** Every form of the store that was ever released opens, and folds to what it was; a newer one is refused (F17, F18). */

import { createSecretKey } from 'node:crypto';
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { importArchive, readArchive } from '../../server/exports/archive.ts';
import { openMemoryStore } from '../../server/store/memory/memory-store.ts';
import { markOf, seal } from '../../server/store/sealing.ts';
import { formsBySchema, mainSchema } from '../../server/store/sqlite/schema.ts';
import { currentForm } from '../../server/store/upcasters.ts';
import type { Me } from '../../shared/account.ts';
import { foldedPlain } from '../fixtures/plain.ts';
import { runProgram, startProgram } from '../support/server-process.ts';
import { openServer } from '../support/server-scene.ts';
import { change, type Folder, newFolder, openIn } from './store-folder.ts';
import { interestOf, leave, oneStep } from './store-samples.ts';

const fixtures = join(import.meta.dirname, '../fixtures');
const forms = readdirSync(fixtures, { withFileTypes: true }).flatMap((one) => (one.isDirectory() ? [one.name] : []));
const read = (form: string, name: string) => readFileSync(join(fixtures, form, name), 'utf8');

function copyOf(form: string): Folder {
  const folder = newFolder();
  for (const name of ['in-gesprek.db', 'keys.db']) cpSync(join(fixtures, form, name), folder.file(name));
  return folder;
}

test('the form of now has its fixture, and each step of the schema says up to which form of events it may hold', () => {
  expect(forms).toContain(String(mainSchema.length));
  // An older program sees by the schema alone that it cannot read the events: a new form of these is a new step.
  expect(formsBySchema).toHaveLength(mainSchema.length);
  expect(formsBySchema.at(-1)).toBe(currentForm);
});

describe.each(forms)('a store of form %s', (form) => {
  const snapshot: Record<string, Record<string, unknown>> = JSON.parse(read(form, 'snapshot.json'));

  test('S3 opens, and every session in it folds to the state that it had', async () => {
    const store = openIn(copyOf(form));
    const sessions = (await store.sessions()).map(({ session }) => session);
    expect(sessions.sort()).toEqual(Object.keys(snapshot).sort());
    for (const session of sessions)
      expect(foldedPlain(await store.read(session))).toMatchObject(snapshot[session] ?? {});
    expect(store.damaged()).toEqual([]);
  });

  test('S1 is written on, after what was there, and knows its commands and its deletions (A1, P2)', async () => {
    const folder = copyOf(form);
    const store = openIn(folder);
    const log = await store.read('every-kind');
    expect(await store.append('every-kind', log.length, [oneStep('later')])).toMatchObject({ ok: true });
    expect(await store.read('every-kind')).toHaveLength(log.length + 1);
    expect(await store.resultOf('every-kind', 'command-1')).toEqual({ seq: log.length, data: { seat: 's' } });
    await store.close();
    const [gone] = change(folder.file('keys.db'), 'SELECT session FROM deleted');
    const again = openIn(folder);
    await expect(again.append(String(gone?.['session']), 0, [oneStep('x')])).rejects.toThrow('deleted');
  });

  test('whoever was its facilitator is the first one, and owner of all its sessions', async () => {
    const server = await openServer({ folder: copyOf(form).path });
    const me = await server.asFacilitator<Me>('GET', '/api/me');
    expect(me.body).toMatchObject({ facilitator: true, administrator: true, passphrase: false });
    for (const session of Object.keys(snapshot)) expect(await server.house.store.ownerOf(session)).toBe('facilitator');
    const others = (await server.house.store.facilitators()).filter(({ id }) => id !== 'facilitator');
    expect(others.map(({ name }) => name)).toEqual(Number(form) < 3 ? [] : ['Anke']);
    expect(await server.house.store.shares({})).toHaveLength(others.length);
  });

  test('an archive of that time goes back in, and folds to the same', async () => {
    const archive = await readArchive(read(form, 'archive.json'));
    if (!archive.ok) throw new Error(archive.reason);
    expect(foldedPlain(archive.events)).toMatchObject(snapshot[archive.session] ?? {});
    const store = openMemoryStore();
    expect(await importArchive({ store }, read(form, 'archive.json'), 'f')).toMatchObject({ ok: true });
  });

  test('the program starts with it', async () => {
    const running = await startProgram({ DATA_DIR: copyOf(form).path });
    expect((await fetch(`${running.url}/healthz`)).status).toBe(200);
    running.child.kill('SIGTERM');
    expect(await running.ended).toMatchObject({ code: 0, errors: '' });
  });
});

test.each(['in-gesprek.db', 'keys.db'])(
  'a newer %s is refused in one line, in plain words, and stays as it is',
  async (name) => {
    const folder = copyOf(String(mainSchema.length));
    change(folder.file(name), 'PRAGMA user_version = 99');
    const before = readFileSync(folder.file(name));
    const { code, errors } = await runProgram('main.ts', { DATA_DIR: folder.path, PORT: '0' }).ended;
    expect([code, errors.trim().split('\n')]).toEqual([1, [expect.stringMatching(/newer version.*nieuwere versie/)]]);
    expect(readFileSync(folder.file(name)).equals(before)).toBe(true);
  },
);

test('an address from before there were mails is read as one that nobody confirmed, and its day is of a month from now on (P2)', async () => {
  const folder = newFolder();
  const store = openIn(folder);
  await leave(store, interestOf('ben@example.org'));
  await store.close();
  const keys = new DatabaseSync(folder.file('keys.db'));
  const key = createSecretKey(
    keys.prepare("SELECT key FROM keys WHERE name = 'interests'").get()?.['key'] as Uint8Array,
  );
  keys.close();
  const words = JSON.stringify(['win', '2026-03', 'anna@example.org']);
  const main = new DatabaseSync(folder.file('in-gesprek.db'));
  main.exec('DELETE FROM interests; DROP TABLE credentials; DROP TABLE scripts; PRAGMA user_version = 3');
  main
    .prepare('INSERT INTO interests (mark, delete_after, sealed) VALUES (?, ?, ?)')
    .run(markOf(key, words), Date.UTC(2030, 2, 15, 14, 3, 7), seal(key, 'interest', words).sealed);
  main.close();
  const again = openIn(folder);
  const common = { standing: 'unasked', secret: '', sendAfter: null, tries: 0, mailedOn: null };
  const anna = { script: 'win', month: '2026-03', email: 'anna@example.org' };
  expect(await again.interests()).toEqual([{ ...anna, ...common, deleteAfter: Date.UTC(2030, 2, 1) }]);
  // The same address under the same mark.
  await again.changeInterest(anna, () => undefined);
  expect(await again.interests()).toEqual([]);
});
