/** What is erased is gone from every file: a person's texts, an answer's, a whole session's, through the real server (P2, P4). FULL=1: 10,000 of them. */
import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { buildApp } from '../../server/app.ts';
import { restore } from '../../server/backup/restore.ts';
import { archiveOf } from '../../server/exports/archive.ts';
import { logOptions } from '../../server/http/log.ts';
import { planSession } from '../../server/http/planning.ts';
import { openLibrary } from '../../server/library/library.ts';
import type { Host } from '../../server/live/session-host.ts';
import { openSqliteStore } from '../../server/store/sqlite/sqlite-store.ts';
import type { Command } from '../../shared/commands.ts';
import type { Actor } from '../../shared/session/actor.ts';
import { seatOf } from '../../shared/session/selectors.ts';
import { valuesOf } from '../../shared/session/table.ts';
import { newCommandId } from '../support/client.ts';
import { roomScript } from '../support/room-script.ts';
import { newDataFolder } from '../support/server-stores.ts';
import { change, copyOf } from './store-folder.ts';

const people = process.env['FULL'] ? 1_000 : 30;
const desk: Actor = { role: 'desk', facilitator: 'facilitator' };
const system: Actor = { role: 'system' };
const by = (seat: string): Actor => ({ role: 'seat', seat });

function filesUnder(folder: string): Buffer[] {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));
  return paths.filter((path) => statSync(path).isFile()).map((path) => readFileSync(path));
}
/** What every mark begins with, as UTF-8 and as UTF-16 in either order. */
const begin = 'kanarie-';
const forms = [Buffer.from(begin), Buffer.from(begin, 'utf16le'), Buffer.from(begin, 'utf16le').swap16()];
/** In how many files under these folders (or in these lines) any mark can be read. */
const readable = (lines: readonly string[], ...folders: string[]): number =>
  [Buffer.from(lines.join('\n')), ...folders.flatMap(filesUnder)].filter((bytes) =>
    forms.some((form) => bytes.includes(form)),
  ).length;
const marks = /kanarie-\d{5}-[a-z]+/g;

/** A server on disk at its most talkative, with one session; each text that is said is a mark of its own. */
async function openScene() {
  const [folder, kept, temporary] = [newDataFolder(), newDataFolder(), join(newDataFolder(), 'tmp')];
  mkdirSync(temporary);
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = temporary;
  onTestFinished(() => {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  });
  const lines: string[] = [];
  const logger = { ...logOptions, level: 'trace', stream: { write: (line: string) => void lines.push(line) } };
  const store = openSqliteStore({ folder });
  const config = { port: 0, host: '127.0.0.1', dataDir: folder, publicUrl: undefined };
  const app = await buildApp({ config, store, library: openLibrary([]), logger });
  onTestFinished(() => app.close());
  const url = await app.listen();
  const key = await app.house.access.startKey();
  const ask = (path: string, init: RequestInit = {}) => fetch(url + path, init);
  const json = { 'content-type': 'application/json' };
  const signedIn = await ask('/api/sign-in', { method: 'POST', headers: json, body: JSON.stringify({ key }) });
  const cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? '';

  const said: string[] = [];
  const say = (what: string): string => {
    const mark = `kanarie-${String(said.length).padStart(5, '0')}-${what}`;
    said.push(mark);
    return mark;
  };
  const details = { title: say('title'), place: say('place'), partner: say('partner'), collaboration: say('with') };
  const notice = { purpose: say('purpose'), contact: say('contact'), research: true };
  const planned = { language: 'nl', date: '2026-11-24', pairing: 'automatic', ...details, ...notice } as const;
  const session = await planSession(app.house, roomScript, planned, 'facilitator');
  const host = (await app.house.hosts.open(session)) ?? fail('no session');
  return { app, ask, cookie, folder, kept, temporary, lines, said, say, session, host, store };
}
type Scene = Awaited<ReturnType<typeof openScene>>;

function fail(why: string): never {
  throw new Error(why);
}
async function give(host: Host, command: Command, actor: Actor): Promise<Record<string, string>> {
  const result = await host.give({ commandId: newCommandId(), command, actor });
  return result.ok ? (result.data ?? {}) : fail(`${command.type}: ${result.refusal.reason}`);
}

/** Every text that people write, many times: gives whose each is. */
async function fill({ host, say, store, session }: Scene) {
  const own = new Map<string, string[]>();
  const lead = (command: Command) => give(host, command, desk);
  const write = (seat: string, what: string): string => {
    const mark = say(what);
    own.set(seat, [...(own.get(seat) ?? []), mark]);
    return mark;
  };
  const seats = await Promise.all(
    Array.from({ length: people }, async () => {
      const mark = say('name');
      const joined = { people: 1, perspectives: ['student'], name: mark };
      const { seat = '' } = await give(host, { type: 'Join', ...joined }, system);
      own.set(seat, [mark]);
      return seat;
    }),
  );
  const text = (words: string) => ({ kind: 'text', text: words }) as const;
  const answer = (seat: string, place: object, values: object) =>
    give(host, { type: 'SubmitAnswer', ...place, values } as Command, by(seat));
  const all = (work: (seat: string) => Promise<unknown>) => Promise.all(seats.map(work));

  await lead({ type: 'OpenStep', step: 'alone', from: null });
  const thought = { step: 'alone', item: 'list', prompt: 'thought' };
  for (const what of ['first', 'second', 'third'])
    await all((seat) => answer(seat, { ...thought, unit: seat }, { text: text(write(seat, what)) }));
  await lead({ type: 'OpenStep', step: 'pairs', from: null });
  await lead({ type: 'FormSubgroups' });
  const unitOf = (seat: string) => seatOf(host.state, seat)?.unit ?? '';
  const judgement = { kind: 'judgement', choices: ['nee'] };
  const pairs = { step: 'pairs', item: 'def' };
  for (const what of ['why', 'anew']) {
    await all((seat) =>
      answer(
        seat,
        { ...pairs, prompt: 'recognisable', unit: unitOf(seat) },
        { judgement, why: text(write(seat, what)) },
      ),
    );
  }
  await all((seat) => {
    const kind = { kind: 'choice', choices: ['tussen-mensen'] };
    return answer(
      seat,
      { ...pairs, prompt: 'situation', unit: unitOf(seat) },
      { story: text(write(seat, 'story')), kind },
    );
  });
  // Typed and not sent, where nobody answered: no withdrawal takes it along.
  for (const seat of seats) {
    const typed = {
      step: 'model',
      item: 'o1',
      unit: unitOf(seat),
      prompt: 'recognisable',
      values: { why: text(write(seat, 'draft')) },
    };
    host.draft({ ...typed, at: Date.now(), grewFrom: [] } as never, seat);
  }
  await expect.poll(async () => (await store.drafts(session, unitOf(seats[0] ?? ''))).length).toBeGreaterThan(0);
  const answers = [...valuesOf(host.state.answers)].map((one) => one.answer);
  await lead({ type: 'OpenStep', step: 'harvest', from: null });
  const drawn = { kind: 'conclusion' as const, item: null, notes: [], answers: answers.slice(0, 20) };
  const marked = Array.from({ length: people }, (_, i) => i);
  for (const _ of marked) {
    await lead({ type: 'AddNote', kind: 'insight', text: say('note'), item: null, subgroup: null });
    await lead({ type: 'DrawConclusion', conclusion: null, text: say('conclusion'), ...drawn });
  }
  const [conclusion = ''] = Object.keys(host.state.conclusions);
  await lead({ type: 'AskConclusion', conclusion });
  await all((seat) =>
    give(host, { type: 'JudgeConclusion', conclusion, agrees: false, note: write(seat, 'minority') }, by(seat)),
  );
  await lead({
    type: 'GroupAnswers',
    step: 'alone',
    theme: null,
    answers: answers.filter((one) => one.startsWith('alone/')).slice(0, 9),
  });
  const theme = [...valuesOf(host.state.themes)][0]?.theme ?? '';
  await lead({ type: 'NameTheme', theme, name: say('theme') });
  await lead({ type: 'NameSubgroup', subgroup: 'a', name: say('subgroup'), place: say('table') });
  await lead({ type: 'AskQuestion', question: say('question'), together: false, scale: null, from: 'harvest' });
  await lead({ type: 'PublishSummary', introduction: say('introduction') });
  for (const i of marked.slice(0, Math.min(people, 400))) {
    const words = { text: say('comment'), signature: say('signature') };
    await give(
      host,
      { type: 'CommentSummary', comment: `c-${i}`, link: `l-${i % 9}`, section: null, ...words },
      system,
    );
  }
  await give(host, { type: 'InviteDesk', facilitator: 'co-1', subgroup: null, name: say('co') }, system);
  return { own, seats, unitOf };
}

test('of the canaries in every text that people write none is left in any file after deleting the session (P2, P4)', {
  timeout: 300_000,
}, async () => {
  const scene = await openScene();
  const { app, ask, cookie, folder, kept, temporary, lines, said, session, host } = scene;
  await fill(scene);
  expect(said.length).toBeGreaterThan(people * 10);
  const made = await app.house.backups.make(kept);
  if (!made.ok) throw new Error(made.why);
  for (const kind of ['archive', 'csv'])
    expect((await ask(`/api/sessions/${session}/exports/${kind}`, { headers: { cookie } })).status).toBe(200);
  // All that stands now is really there: the archive has it, all but what is typed and not sent, or was replaced.
  const archive = new Set(archiveOf(host.log()).match(marks));
  expect(said.filter((one) => !archive.has(one) && !/-draft$/.test(one))).toEqual([]);
  expect([readable(said), readable(['niets'])]).toEqual([1, 0]);

  const deleted = await ask(`/api/sessions/${session}`, { method: 'DELETE', headers: { cookie } });
  expect(deleted.status).toBe(200);
  await app.house.backups.renewKeys();
  expect(readable(lines, folder, kept, temporary)).toBe(0);
  expect(readdirSync(temporary)).toEqual([]);
  await app.close();
  expect(readable(lines, folder, kept, temporary)).toBe(0);

  // An older backup: the session is listed as deleted, and nothing of it opens.
  const back = newDataFolder();
  const told = await restore({ folder: made.folder, keys: made.keys, dataDir: back, replace: false });
  expect(told).toMatchObject({ ok: true, deleted: 1 });
  const store = openSqliteStore({ folder: back });
  onTestFinished(() => store.close());
  expect([await store.sessions(), await store.read(session)]).toEqual([[], []]);
  expect(readable([], back)).toBe(0);
});

test('a person who is erased leaves no word: not in the log, for no screen, nor a sealed byte in any file (P2)', async () => {
  const scene = await openScene();
  const { folder, session, host, store, said } = scene;
  const { own, seats, unitOf } = await fill(scene);
  const [seat = ''] = seats;
  const partner = seats.find((one) => one !== seat && unitOf(one) === unitOf(seat)) ?? '';
  const theirs = own.get(seat) ?? [];
  expect(theirs.length).toBeGreaterThan(8);
  const file = { path: folder, file: (name: string) => join(folder, name) };
  const ids = host
    .log()
    .flatMap(({ texts = {} }) => Object.entries(texts))
    .flatMap(([id, words]) => (theirs.includes(words) ? [id] : []));
  const sealedIn = (sql: string) =>
    change(copyOf(file).file('in-gesprek.db'), sql).map(({ sealed }) => Buffer.from(sealed as Uint8Array));
  const sealed = [
    ...sealedIn(`SELECT sealed FROM texts WHERE text IN (${ids.map((id) => `'${id}'`).join()})`),
    ...sealedIn(`SELECT sealed FROM drafts WHERE seat = '${seat}'`),
  ];
  expect(sealed.length).toBe(theirs.length);
  const found = () => sealed.filter((bytes) => filesUnder(folder).some((one) => one.includes(bytes))).length;
  expect(found()).toBe(sealed.length);

  await give(host, { type: 'ErasePerson', seat }, desk);
  await expect
    .poll(async () => (await store.drafts(session, unitOf(partner))).some((one) => one.seat === seat))
    .toBe(false);
  await expect.poll(found).toBe(0);
  const told = JSON.stringify([host.log(), await store.read(session), await host.draftsFor(partner)]);
  expect(theirs.filter((one) => told.includes(one))).toEqual([]);
  // Of others all is there, but what they wrote with them.
  const others = said.filter((one) => !theirs.includes(one) && /-(name|first|third|minority)$/.test(one));
  expect(others.filter((one) => !told.includes(one))).toEqual([]);
});
