// The archive goes back in, event for event: exporting what was imported gives the same bytes.
import { beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { archiveOf, importArchive, readArchive } from '../../server/exports/archive.ts';
import { sortedJson } from '../../server/exports/sorted-json.ts';
import { openMemoryStore } from '../../server/store/memory/memory-store.ts';
import { textIdsOf } from '../../shared/events.ts';
import { valuesOf } from '../../shared/session/table.ts';
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

/** How many turns others get while a file is read, by a clock that each look puts so many milliseconds on. */
async function turnsMeanwhile(json: string, each: number): Promise<number> {
  let now = 0;
  let [turns, isReading] = [0, true];
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => (now += each));
  onTestFinished(() => clock.mockRestore());
  const count = () => {
    turns += 1;
    if (isReading) setImmediate(count);
  };
  setImmediate(count);
  await readArchive(json).then(({ ok }) => expect(ok).toBe(true));
  isReading = false;
  return turns;
}

test('where reading a file takes long, others get a turn at each of its events: when it is looked at, added up, and folded (S2)', async () => {
  const { events } = JSON.parse(archive) as Raw;
  expect(await turnsMeanwhile(archive, 0)).toBeLessThan(3);
  expect(await turnsMeanwhile(archive, 1)).toBeGreaterThan(events.length / 5);
  expect(await turnsMeanwhile(archive, 100)).toBeGreaterThanOrEqual(3 * events.length);
});

test('what is wrong is said as before, wherever in the file the reading stands then', async () => {
  const wrong: [string, (raw: Raw) => void, boolean][] = [
    ['notAnArchive', (raw) => void raw.events.push([] as never), true],
    ['newerArchive', (raw) => void Object.assign(raw, { form: 99, sha256: '' }), false],
    ['changedArchive', (raw) => void Object.assign(raw.events.at(-1) ?? {}, { type: 'Winner' }), false],
    ['badEvent', (raw) => void Object.assign(raw.events.at(-1) ?? {}, { type: 'Winner' }), true],
  ];
  for (const [reason, change, rehash] of wrong)
    expect(await readArchive(await changed(change, rehash))).toEqual({
      ok: false,
      reason,
      seq: reason === 'badEvent' ? (JSON.parse(archive) as Raw).events.length : null,
    });
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

test('no prototype is touched, and no file that is something else is taken', async () => {
  for (const file of ['', 'null', '[]', '{"__proto__":{"polluted":1}}', '{"format":"in-gesprek/export@1"}']) {
    expect(await readArchive(file)).toMatchObject({ ok: false, reason: 'notAnArchive' });
  }
  expect(({} as { polluted?: number }).polluted).toBeUndefined();
});

test('words of a conclusion, a minority, a reason or a comment that were taken back or changed do not come in again (P2)', async () => {
  const played = playSession();
  played.wholeAfternoon();
  const [answer] = played.answers('model-duo');
  const [seat = ''] = [...valuesOf(played.state.seats)].map((one) => one.seat);
  if (!answer) throw new Error('no answer');
  const draw = (conclusion: string | null, text: string) =>
    played.must({
      ...{ type: 'DrawConclusion', conclusion, kind: 'proposal', text },
      ...{ item: null, answers: [answer.answer], notes: [] },
    });
  draw(null, 'WOORDEN eerst');
  const conclusion = Object.keys(played.state.conclusions)[0] ?? '';
  draw(conclusion, 'Later');
  const decide = (reason: string) => played.must({ type: 'DecideProposal', conclusion, decision: 'not', reason });
  decide('WOORDEN reden');
  decide('Andere reden');
  played.must({ type: 'AskConclusion', conclusion });
  const judge = (note: string) =>
    played.must({ type: 'JudgeConclusion', conclusion, agrees: false, note }, { role: 'seat', seat });
  judge('WOORDEN minderheid');
  judge('Anders gezegd');
  played.must({ type: 'PublishSummary', introduction: '' });
  const [comment, link] = ['reactie-1', 'link-1'];
  const system = { role: 'system' } as const;
  const said = { section: null, text: 'WOORDEN reactie', signature: '' };
  played.must({ type: 'CommentSummary', comment, link, ...said }, system);
  played.must({ type: 'WithdrawComment', comment, link }, system);
  expect(archiveOf(played.log)).not.toContain('WOORDEN');
  expect(await readArchive(archiveOf(played.log))).toMatchObject({ ok: true });
  const taken = ['ConclusionDrawn', 'ProposalDecided', 'ConclusionJudged', 'SummaryCommented'];
  for (const type of taken) {
    const at = played.log.findIndex((event) => event.type === type);
    const event = played.log[at];
    const text = event && textIdsOf(event)[0];
    if (!event || !text) throw new Error(type);
    const log = played.log.with(at, { ...event, texts: { [text]: 'WOORDEN' } });
    expect(await readArchive(archiveOf(log)), type).toMatchObject({ ok: false, reason: 'badEvent' });
  }
});
