// The archive goes back in, event for event: exporting what was imported gives the same bytes.
import { beforeAll, expect, test } from 'vitest';
import { archiveOf, importArchive, readArchive } from '../../server/exports/archive.ts';
import { sortedJson } from '../../server/exports/sorted-json.ts';
import { openMemoryStore } from '../../server/store/memory-store.ts';
import { playSession } from '../shared/summary-session.ts';

let archive = '';
beforeAll(() => {
  const played = playSession();
  played.wholeAfternoon();
  const [first, second] = played.answers('model-duo');
  if (!first || !second) throw new Error('no answers');
  played.withdraw(first);
  played.must({ type: 'HideAnswer', answer: second.answer, hidden: true });
  played.must({
    type: 'ChangeDetails',
    title: 'Nieuwe titel 😀',
    date: '2026-11-24',
    place: '',
    partner: 'P',
    collaboration: '',
  });
  played.must({ type: 'PublishSummary', introduction: 'Lees\nhet na' });
  archive = archiveOf(played.log);
});

test('export, import, export gives the same bytes', async () => {
  const store = openMemoryStore();
  expect(await importArchive({ store }, archive, 'owner')).toEqual({ ok: true, session: 'ses1' });
  expect(archiveOf(await store.read('ses1'))).toBe(archive);
  expect((await store.sessions())[0]).toMatchObject({ session: 'ses1', owner: 'owner' });
});

test('spaces and the order of keys in the file do not matter, its content does', async () => {
  const store = openMemoryStore();
  const pretty = JSON.stringify(JSON.parse(archive), null, 2);
  expect(await importArchive({ store }, pretty, 'owner')).toMatchObject({ ok: true });
  expect(archiveOf(await store.read('ses1'))).toBe(archive);
});

test('a session that is here already, or was deleted here, does not come in', async () => {
  const store = openMemoryStore();
  await importArchive({ store }, archive, 'owner');
  expect(await importArchive({ store }, archive, 'owner')).toMatchObject({ ok: false, reason: 'sessionExists' });
  await store.deleteSession('ses1');
  expect(await importArchive({ store }, archive, 'owner')).toMatchObject({ ok: false, reason: 'sessionDeleted' });
  expect(await store.sessions()).toEqual([]);
});

type Raw = { form: number; session: string; events: Record<string, unknown>[]; sha256: string };
/** Changes the file, and mends its hash, as somebody would who wants it in. */
async function changed(change: (raw: Raw) => void, rehash = true): Promise<string> {
  const raw = JSON.parse(archive) as Raw;
  change(raw);
  if (rehash) {
    const { createHash } = await import('node:crypto');
    raw.sha256 = createHash('sha256').update(raw.events.map(sortedJson).join('\n')).digest('hex');
  }
  return JSON.stringify(raw);
}

test.each<[string, string, (raw: Raw) => void, boolean]>([
  ['changedArchive', 'a word was changed', (raw) => Object.assign(raw.events[0] ?? {}, { at: 1 }), false],
  ['badEvent', 'an event is missing', (raw) => void raw.events.splice(3, 1), true],
  ['badEvent', 'an event is twice in it', (raw) => void raw.events.splice(3, 0, raw.events[3] ?? {}), true],
  ['badEvent', 'an event is not one of ours', (raw) => Object.assign(raw.events[4] ?? {}, { type: 'Winner' }), true],
  ['badEvent', 'an event has a field too many', (raw) => Object.assign(raw.events[4] ?? {}, { extra: 1 }), true],
  [
    'badEvent',
    'words that no event names',
    (raw) => Object.assign(raw.events[1] ?? {}, { texts: { x: 'woord' } }),
    true,
  ],
  ['badEvent', 'it says another session', (raw) => Object.assign(raw, { session: 'other' }), true],
  ['newerArchive', 'a newer program made it', (raw) => Object.assign(raw, { form: 99 }), true],
  ['notAnArchive', 'it has no events', (raw) => Object.assign(raw, { events: [] }), true],
])('%s: %s', async (reason, _why, change, rehash) => {
  const store = openMemoryStore();
  expect(await importArchive({ store }, await changed(change, rehash), 'owner')).toMatchObject({ ok: false, reason });
  expect(await store.sessions()).toEqual([]);
});

test('no prototype is touched, and no file that is something else is taken', () => {
  for (const file of ['', 'null', '[]', '{"__proto__":{"polluted":1}}', '{"format":"in-gesprek/export@1"}']) {
    expect(readArchive(file)).toMatchObject({ ok: false, reason: 'notAnArchive' });
  }
  expect(({} as { polluted?: number }).polluted).toBeUndefined();
});
