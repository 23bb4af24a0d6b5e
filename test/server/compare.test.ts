// Sessions beside one another over HTTP: for who owns them all, and with nothing that readers may not have (V1, V4, P1).
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildApp } from '../../server/app.ts';
import { archiveOf, importArchive } from '../../server/exports/archive.ts';
import { hashOfScript } from '../../server/exports/script-hash.ts';
import { openLibrary } from '../../server/library/library.ts';
import { openMemoryStore } from '../../server/store/memory/memory-store.ts';
import type { Command } from '../../shared/commands.ts';
import { answersOf as answersIn, textOf } from '../../shared/session/selectors.ts';
import type { SessionComparison } from '../../shared/views/compare.ts';
import { playSession, winScript } from '../shared/summary-session.ts';
import { comparedSession, compareScript } from '../support/compare-script.ts';

const config = { port: 0, host: '127.0.0.1', dataDir: 'none', publicUrl: undefined };
const script = winScript();
let app: Awaited<ReturnType<typeof buildApp>>;
let origin = '';
let cookie = '';

beforeAll(async () => {
  app = await buildApp({ config, store: openMemoryStore(), library: openLibrary([]) });
  // Whose owner is nobody goes to the first facilitator.
  const nobody = { name: 'Ander', nameKey: 'ander', passphrase: null, administrator: false, createdAt: 0 };
  await app.house.store.saveFacilitator({ id: 'somebody-else', ...nobody });
  for (const [i, session] of ['een', 'twee', 'drie', 'weg'].entries()) {
    const played = playSession(script, { session, date: `2027-0${i + 1}-12`, place: `Plaats ${i}` });
    played.wholeAfternoon();
    const owner = session === 'drie' ? 'somebody-else' : 'facilitator';
    await importArchive(app.house, archiveOf(played.log), owner);
  }
  const small = compareScript();
  const other = comparedSession({ session: 'klein' }, small, 3, hashOfScript(small));
  await importArchive(app.house, archiveOf(other.log), 'facilitator');
  origin = await app.listen();
  const signedIn = await fetch(`${origin}/api/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({ key: await app.house.access.startKey() }),
  });
  cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? '';
});
afterAll(() => app.close());

const ask = (sessions: string, headers: Record<string, string> = { cookie }, id = script.id) =>
  fetch(`${origin}/api/compare?script=${id}&sessions=${sessions}`, { headers });
const refusal = async (response: Response) => [response.status, ((await response.json()) as { reason: string }).reason];
const compared = async (sessions = 'een,twee') => (await (await ask(sessions)).json()) as SessionComparison;
const atDesk = async (session: string, command: Command) => {
  const host = await app.house.hosts.open(session);
  const actor = { role: 'desk', facilitator: 'facilitator' } as const;
  return host?.give({ command, actor, commandId: `test${session}${command.type}${Math.random()}` });
};
const answersOf = async (session: string, step: string) => {
  const host = await app.house.hosts.open(session);
  return host ? answersIn(host.state, step) : [];
};

test('the facilitator who owns them all gets them in order of date, every question once (D3)', async () => {
  const response = await ask('twee,een,een');
  expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
  const { sessions, sections } = (await response.json()) as SessionComparison;
  expect(sessions.map(({ session, head }) => [session, head.place, head.people])).toEqual([
    ['een', 'Plaats 0', 24],
    ['twee', 'Plaats 1', 24],
  ]);
  const rows = sections.flatMap(({ items }) => items.flatMap((item) => item.rows));
  expect(rows.length).toBeGreaterThan(15);
  expect(rows.every(({ changed, cells }) => changed === null && cells.length === 2)).toBe(true);
});

test('a stranger, a co-facilitator, a link, a phone and a wall get none (V1)', async () => {
  const { access } = app.house;
  expect(await refusal(await ask('een,twee', {}))).toEqual([401, 'noTicket']);
  const invitation = await access.give('invitation', 'een', 'link');
  const accepted = await access.accept(invitation.secret);
  expect(await refusal(await ask('een,twee', { cookie: `ig_co_een=${accepted?.secret}` }))).toEqual([401, 'noTicket']);
  for (const kind of ['summary', 'seat', 'wall', 'desk'] as const) {
    const { secret } = await access.give(kind, 'een', 'x');
    const headers = { authorization: `Bearer ${secret}`, cookie: `ig_facilitator=${secret}` };
    expect((await ask('een,twee', headers)).status).toBe(401);
  }
});

test('somebody else’s session and one that never was look the same (V1)', async () => {
  expect(await refusal(await ask('een,drie'))).toEqual([404, 'noSuchSession']);
  expect(await refusal(await ask('een,nooit'))).toEqual([404, 'noSuchSession']);
});

test('one session, thirteen, another script’s or nonsense is no comparison', async () => {
  const thirteen = Array.from({ length: 13 }, (_, i) => `s${i}`).join(',');
  for (const sessions of ['', 'een', 'een,een', thirteen, 'een,../twee', 'een,twee&sessions=drie']) {
    expect(await refusal(await ask(sessions))).toEqual([400, 'malformed']);
  }
  expect(await refusal(await ask('een,klein'))).toEqual([400, 'doesNotFit']);
  expect(await refusal(await ask('een,twee', { cookie }, 'klein'))).toEqual([400, 'doesNotFit']);
});

test('anonymity: no name, seat, perspective or personal closing answer crosses (P1, V1)', async () => {
  const text = await (await ask('een,twee')).text();
  expect(text).not.toMatch(/CANARYNAME|CANARYFEEDBACK|perspective|"seat|"unit"|"writers|facilitator/);
  const seats = [...(await app.house.store.read('een'))].flatMap((event) =>
    event.type === 'ParticipantJoined' ? [event.seat] : [],
  );
  expect(seats).toHaveLength(24);
  for (const seat of seats) expect(text).not.toContain(seat);
});

test('what is hidden, withdrawn, covered or not released is gone at the next look; what is unchanged costs a 304 (V4)', async () => {
  const tag = (await ask('een,twee')).headers.get('etag') ?? '';
  expect((await ask('een,twee', { cookie, 'if-none-match': tag })).status).toBe(304);
  const [hidden, covered] = await answersOf('een', 'def-duo');
  const situation = (await answersOf('twee', 'model-duo')).find(({ prompt }) => prompt === 'boundary');
  if (!hidden || !covered || !situation) throw new Error('no answers');
  const host = await app.house.hosts.open('een');
  const other = await app.house.hosts.open('twee');
  const wordsOf = (from: typeof host, values: typeof hidden.values) =>
    Object.entries(values).flatMap(([field, value]) =>
      value.kind === 'text' && from ? [{ field, id: value.text, words: textOf(from.state, value.text) }] : [],
    )[0] ?? { field: '', id: '', words: '' };
  const all = [wordsOf(host, hidden.values), wordsOf(host, covered.values), wordsOf(other, situation.values)];
  const before = JSON.stringify(await compared());
  for (const { words } of all) expect(before).toContain(JSON.stringify(words));

  await atDesk('een', { type: 'HideAnswer', answer: hidden.answer, hidden: true });
  await atDesk('een', {
    ...{
      type: 'MaskAnswer',
      answer: covered.answer,
      field: all[1]?.field ?? '',
      seen: all[1]?.id ?? '',
      forGood: false,
    },
    spans: [{ from: 0, to: all[1]?.words.length ?? 0 }],
  });
  await atDesk('twee', { type: 'ReleaseAnswer', answer: situation.answer, released: false });
  const response = await ask('een,twee', { cookie, 'if-none-match': tag });
  expect(response.status).toBe(200);
  const after = (await response.json()) as SessionComparison;
  const cells = after.sections.flatMap(({ items }) => items.flatMap(({ rows }) => rows.map((row) => row.cells)));
  const [own, others] = [0, 1].map((i) => JSON.stringify(cells.map((one) => one[i])));
  expect(own).not.toContain(JSON.stringify(all[0]?.words));
  expect(own).not.toContain(JSON.stringify(all[1]?.words));
  expect(others).not.toContain(JSON.stringify(all[2]?.words));
});

test('a deleted session is in no comparison any more (P2)', async () => {
  expect((await ask('een,weg')).status).toBe(200);
  await app.house.hosts.delete('weg');
  expect(await refusal(await ask('een,weg'))).toEqual([404, 'noSuchSession']);
});
