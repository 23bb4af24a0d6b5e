/** Is the summary right? A session of its own, with nobody who leads, whose result is part of the next version (V1, V4, D1). */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { archiveOf, importArchive } from '../../server/exports/archive.ts';
import type { CheckRow, Joined, Link } from '../../shared/api.ts';
import type { CommandOf } from '../../shared/commands.ts';
import { answersOf } from '../../shared/session/selectors.ts';
import type { SummaryDraft, SummaryPage } from '../../shared/views/summary.ts';
import { playSession, winScript } from '../shared/summary-session.ts';
import { connectFor, must, openScene, openServer } from '../support/server-scene.ts';

const day = 24 * 60 * 60_000;
const answerTo = (seat: string, item: string, words: string): CommandOf<'SubmitAnswer'> => ({
  ...{ type: 'SubmitAnswer', unit: seat, step: 'lezen', item, prompt: 'complete' },
  values: { judgement: { kind: 'judgement', choices: ['nee'] }, why: { kind: 'text', text: words } },
});

/** A session whose summary is checked, and who says so. */
async function checked(options: Parameters<typeof openServer>[0] = {}) {
  const server = await openServer(options);
  const { session, desk } = await openScene({ server, phones: 0 });
  const path = `/api/sessions/${session.session}/checks`;
  const plan = (findings: string[], days = 7) =>
    server.asFacilitator<{ check: string }>('POST', path, { findings, days });
  const rows = async () => (await server.asFacilitator<CheckRow[] | null>('GET', path)).body;
  const take = (check: string, taken: boolean) => server.asFacilitator('POST', `${path}/${check}/taken`, { taken });
  const draft = async () =>
    (await server.asFacilitator<SummaryDraft>('GET', `/api/sessions/${session.session}/summary`)).body.draft;
  /** Somebody with the participants' link. */
  async function participant(url: string) {
    const entry = url.slice(url.indexOf('#') + 1);
    const body = {
      entry,
      commandId: `join-${Math.random().toString(36).slice(2)}-aaaaaaaa`,
      people: 1,
      perspectives: [],
      name: '',
    };
    const { body: joined } = await server.call<Joined>('POST', '/api/join', body);
    return { ...(await connectFor(server.url, joined.ticket)), joined };
  }
  return { server, session, desk, plan, rows, take, draft, participant };
}

test('given findings of a summary, then participants judge each by a link, and what they say is in the summary once it is taken along', async () => {
  const { session, server, desk, plan, rows, take, draft, participant } = await checked();
  const { check } = (await plan(['Wij leren van fouten.', 'De cliënt ontbreekt.'])).body;
  const [row] = (await rows()) ?? [];
  expect(row).toMatchObject({ check, people: 0, isOpen: true, isTaken: false });
  const person = await participant(row?.url ?? '');
  await must(person, answerTo(person.joined.seat, 'item-2', 'Ook de mantelzorger.'));
  expect((await draft()).checks).toEqual([]);
  await take(check, true);
  const [taken] = (await draft()).checks;
  expect(taken?.people).toBe(1);
  expect(taken?.sections[0]?.items.map(({ title }) => title.nl)).toContain('De cliënt ontbreekt.');
  expect(JSON.stringify(taken)).toContain('Ook de mantelzorger.');
  expect(JSON.stringify(taken)).not.toContain(person.joined.seat);
  await take(check, false);
  expect((await draft()).checks).toEqual([]);
  expect(session.session).not.toBe(check);
  await must(desk, { type: 'CloseSession' });
  expect(
    (await server.asFacilitator('POST', `/api/sessions/${check}/checks`, { findings: [''], days: 7 })).status,
  ).toBe(400);
});

test('given a version with its result, then later reactions are not in it, and what is withdrawn there is gone from it (V4)', async () => {
  const { server, session, desk, plan, rows, take, participant } = await checked();
  const { check } = (await plan(['Wij leren van fouten.'])).body;
  const url = (await rows())?.[0]?.url ?? '';
  const [first, second] = [await participant(url), await participant(url)];
  await must(first, answerTo(first.joined.seat, 'item-1', 'CANARYEERST'));
  await take(check, true);
  await must(desk, { type: 'PublishSummary', introduction: '' });
  await must(second, answerTo(second.joined.seat, 'item-1', 'CANARYLATER'));
  const link = (await server.asFacilitator<Link>('POST', `/api/sessions/${session.session}/summary-links`, {})).body;
  const read = async () =>
    JSON.stringify(
      (await server.call<SummaryPage>('POST', '/api/summary/read', { token: link.url.split('#')[1] })).body,
    );
  expect(await read()).toContain('CANARYEERST');
  expect(await read()).not.toContain('CANARYLATER');
  const answer = answersOf(first.state(), 'lezen')[0]?.answer ?? '';
  await must(first, { type: 'WithdrawAnswer', answer });
  expect(await read()).not.toContain('CANARYEERST');
});

test('given its days are over, then it closes by itself; nobody had to lead it (D1)', async () => {
  let now = Date.now() + day;
  const { server, plan, rows } = await checked({ clock: () => now });
  await plan(['Wij leren van fouten.'], 3);
  now += 2 * day;
  await server.closeUnled();
  expect((await rows())?.[0]?.isOpen).toBe(true);
  now += day;
  await server.closeUnled();
  expect((await rows())?.[0]?.isOpen).toBe(false);
});

test('given the session is deleted, then its checks go with it: they hold its findings (P2)', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'checks-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const { server, session, plan } = await checked({ folder });
  const { check } = (await plan(['CANARYBEVINDING'])).body;
  expect((await server.asFacilitator('DELETE', `/api/sessions/${session.session}`)).status).toBe(200);
  expect(await server.house.store.sessions()).toEqual([]);
  expect(await server.house.hosts.open(check)).toBeUndefined();
  await server.stop();
  for (const file of await readdir(folder)) {
    expect((await readFile(join(folder, file))).includes('CANARYBEVINDING'), file).toBe(false);
  }
});

test('given a log from elsewhere that names other sessions as its checks, then it gets and ends none of them (V1)', async () => {
  const server = await openServer();
  const own = await server.planSession();
  const made = (session: string, owner: string) => {
    const played = playSession(winScript(), { session });
    played.wholeAfternoon();
    return importArchive(server.house, archiveOf(played.log), owner);
  };
  await made('vreemd', 'somebody-else');
  await made('eigen', 'facilitator');
  const host = await server.house.hosts.open(own.session);
  for (const check of ['vreemd', 'eigen', 'nergens']) {
    const command = { type: 'PlanCheck', check, until: Date.now() + day } as const;
    await host?.give({ commandId: null, command, actor: { role: 'system' } });
    await host?.give({ commandId: null, command: { type: 'TakeCheck', check, upTo: 99 }, actor: { role: 'system' } });
  }
  const path = `/api/sessions/${own.session}`;
  expect((await server.asFacilitator<CheckRow[]>('GET', `${path}/checks`)).body).toEqual([]);
  expect((await server.asFacilitator<SummaryDraft>('GET', `${path}/summary`)).body.draft.checks).toEqual([]);
  expect((await server.asFacilitator('POST', `${path}/checks/vreemd/taken`, { taken: true })).status).toBe(404);
  expect((await server.asFacilitator('DELETE', path)).status).toBe(200);
  expect((await server.house.store.sessions()).map(({ session }) => session).sort()).toEqual(['eigen', 'vreemd']);
});

test('given the check itself is deleted, then the summary is there without it', async () => {
  const { server, plan, rows, take, draft, participant } = await checked();
  const { check } = (await plan(['Wij leren van fouten.'])).body;
  const person = await participant((await rows())?.[0]?.url ?? '');
  await must(person, answerTo(person.joined.seat, 'item-1', 'CANARY'));
  await take(check, true);
  expect((await server.asFacilitator('DELETE', `/api/sessions/${check}`)).status).toBe(200);
  expect((await draft()).checks).toEqual([]);
  expect(await rows()).toEqual([]);
});
