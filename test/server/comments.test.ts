/** What a team writes beside the summary by its link: who may, who reads it, and that its writer takes it back (P1, P2, V1, V4). */
import { expect, test } from 'vitest';
import { archiveOf } from '../../server/exports/archive.ts';
import { exportSource } from '../../server/exports/export-source.ts';
import { jsonOf } from '../../server/exports/json.ts';
import { markdownOf } from '../../server/exports/markdown.ts';
import type { Link } from '../../shared/api.ts';
import type { SummaryDraft, SummaryPage } from '../../shared/views/summary.ts';
import { must, openScene } from '../support/server-scene.ts';

const key = (name: string) => name.padEnd(24, '0');
const said = { section: 'definitie', text: 'Dit klopt met wat wij zien.', signature: 'Anke' };

/** A published summary with two links that let their readers comment, and one that does not. */
async function open() {
  const scene = await openScene({ phones: 2 });
  const { server, session, desk } = scene;
  await must(desk, { type: 'OpenStep', step: 'def-duo', from: null });
  await must(desk, { type: 'PublishSummary', introduction: '' });
  const links = `/api/sessions/${session.session}/summary-links`;
  const make = async (comments: boolean) => {
    const { body } = await server.asFacilitator<Link>('POST', links, { comments });
    return { ...body, token: body.url.split('#')[1] ?? '' };
  };
  const [team, other, silent] = [await make(true), await make(true), await make(false)];
  const write = (token: string, more: object = {}) =>
    server.call<{ comment: string }>('POST', '/api/summary/comments', { token, key: key('een'), ...said, ...more });
  const withdraw = (token: string, name: string) =>
    server.call('POST', '/api/summary/comments/withdraw', { token, key: key(name) });
  const read = async (token: string) =>
    (await server.call<SummaryPage>('POST', '/api/summary/read', { token })).body.comments;
  const draft = async () =>
    (await server.asFacilitator<SummaryDraft>('GET', `/api/sessions/${session.session}/summary`)).body.comments;
  const log = async () => (await server.house.hosts.open(session.session))?.log() ?? [];
  return { ...scene, team, other, silent, write, withdraw, read, draft, log };
}

test('a comment is read by who has this link and by the facilitator, and by no other link, phone or wall (V1)', async () => {
  const { team, other, silent, write, read, draft, phones, wall } = await open();
  expect((await write(team.token)).status).toBe(200);
  expect(await read(team.token)).toMatchObject([{ ...said, version: 1, hidden: false }]);
  expect([await read(other.token), await read(silent.token), await read(phones[0]?.joined.ticket ?? '')]).toEqual([
    [],
    null,
    null,
  ]);
  expect(await draft()).toMatchObject([said]);
  for (const screen of [wall, ...phones]) expect(JSON.stringify(screen.state())).not.toContain('wat wij zien');
});

test('nobody needs a name, and the same one sent twice counts once (P1, A1)', async () => {
  const { team, write, read } = await open();
  const [one, again] = [await write(team.token, { signature: '' }), await write(team.token, { signature: '' })];
  expect(again.body).toEqual(one.body);
  expect((await read(team.token))?.map(({ signature }) => signature)).toEqual(['']);
});

test('where the facilitator does not let it, by a link that is not there or locked, or before publishing, nothing is written', async () => {
  const { server, session, desk, team, silent, write, log } = await open();
  expect(await write(silent.token)).toMatchObject({ status: 403, body: { reason: 'notAllowed' } });
  expect((await write('x'.repeat(43))).status).toBe(401);
  const path = `/api/sessions/${session.session}/summary-links`;
  const locked = await server.asFacilitator<Link>('POST', path, { comments: true, password: 'blauwe fiets' });
  expect((await write(locked.body.url.split('#')[1] ?? '')).status).toBe(401);
  await must(desk, { type: 'WithdrawSummary' });
  expect(await write(team.token)).toMatchObject({ status: 409, body: { reason: 'nothingToDo' } });
  await server.asFacilitator('DELETE', `${path}/${team.link}`);
  expect((await write(team.token)).status).toBe(401);
  expect((await log()).some(({ type }) => type === 'SummaryCommented')).toBe(false);
});

test('too long, empty, or about a part that is not there is refused; a thousand characters fit, however they are made', async () => {
  const { team, write, read } = await open();
  const refused = async (more: object) =>
    ((await write(team.token, more)).body as unknown as { reason: string }).reason;
  expect(await refused({ text: 'x'.repeat(1_001) })).toBe('textTooLong');
  expect(await refused({ signature: 'x'.repeat(61) })).toBe('textTooLong');
  expect(await refused({ text: ' \u0000 ' })).toBe('nothingWritten');
  expect(await refused({ section: 'nergens' })).toBe('noSuchItem');
  expect(await refused({ key: 'kort' })).toBe('malformed');
  expect((await write(team.token, { text: 'é'.repeat(1_000), section: null })).status).toBe(200);
  expect(await read(team.token)).toHaveLength(1);
});

test('its writer takes it back by the key that this browser alone has: its words are gone, from the log too (P2, V4)', async () => {
  const { team, other, write, withdraw, read, draft, log } = await open();
  await write(team.token);
  expect((await withdraw(team.token, 'ander')).status).toBe(404);
  expect((await withdraw(other.token, 'een')).status).toBe(404);
  expect(await read(team.token)).toHaveLength(1);
  expect((await withdraw(team.token, 'een')).status).toBe(200);
  expect([await read(team.token), await draft()]).toEqual([[], []]);
  expect(archiveOf(await log())).not.toMatch(/wat wij zien|Anke/);
});

test('hidden by the facilitator it leaves the team’s page, and comes back (V4, D1)', async () => {
  const { desk, team, write, read, draft } = await open();
  const { comment } = (await write(team.token)).body;
  await must(desk, { type: 'HideComment', comment, hidden: true });
  expect(await read(team.token)).toEqual([]);
  expect(await draft()).toMatchObject([{ key: comment, hidden: true }]);
  await must(desk, { type: 'HideComment', comment, hidden: false });
  expect(await read(team.token)).toHaveLength(1);
});

test('in the facilitator’s files of the summary it stands without a name, and not when it or its part is hidden; the archive holds all (P1, V4)', async () => {
  const { desk, team, write, log } = await open();
  const { comment } = (await write(team.token)).body;
  await write(team.token, { key: key('twee'), section: null, text: 'Over het geheel: mooi.', signature: '' });
  const files = async () => {
    const source = { ...exportSource(await log()), tell: () => undefined };
    return [markdownOf(source), jsonOf(source)];
  };
  for (const file of await files()) {
    expect(file).toContain('wat wij zien');
    expect(file).toContain('Over het geheel: mooi.');
    expect(file).not.toContain('Anke');
  }
  expect(archiveOf(await log())).toContain('Anke');
  await must(desk, { type: 'HideComment', comment, hidden: true });
  for (const file of await files()) expect(file).not.toContain('wat wij zien');
  await must(desk, { type: 'HideComment', comment, hidden: false });
  await must(desk, { type: 'ArrangeSummary', titles: [], order: [], hidden: ['definitie'], seen: 0 });
  for (const file of await files()) expect(file).not.toContain('wat wij zien');
});

test('by one link so much is written at once, and no more; another team writes on', async () => {
  const { team, other, write } = await open();
  const all = await Promise.all(Array.from({ length: 40 }, (_, i) => write(team.token, { key: key(`k${i}`) })));
  const statuses = all.map(({ status }) => status);
  expect(statuses.filter((status) => status === 200).length).toBeLessThanOrEqual(35);
  expect(statuses).toContain(429);
  expect((await write(other.token, { key: key('ander') })).status).toBe(200);
});

test('a link that leaked fills no other team’s room: so many comments stand by one link, and others write on', async () => {
  const { session, server, team, other, write } = await open();
  const host = await server.house.hosts.open(session.session);
  const many = Array.from({ length: 520 }, (_, i) => {
    const command = { ...said, type: 'CommentSummary', comment: `flood-${i}`, link: team.link } as const;
    return host?.give({ commandId: null, command, actor: { role: 'system' } });
  });
  const stood = (await Promise.all(many)).filter((one) => one?.ok).length;
  expect(stood).toBe(500);
  expect(await write(team.token)).toMatchObject({ status: 409, body: { reason: 'sessionFull' } });
  expect((await write(other.token)).status).toBe(200);
});

test('the facilitator wipes a comment on request of who wrote it (P2)', async () => {
  const { team, desk, write, draft, log } = await open();
  const { body } = await write(team.token);
  await must(desk, { type: 'HideComment', comment: body.comment, hidden: true });
  await must(desk, { type: 'WithdrawComment', comment: body.comment, link: 'desk' });
  expect(await draft()).toEqual([]);
  expect(JSON.stringify(await log())).not.toContain(said.text);
});
