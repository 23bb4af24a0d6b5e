/** A desk and a wall of one subgroup over the wire: what they may, and what reaches them in raw packets (V1). */
import { expect, test } from 'vitest';
import type { DeskAccess, Link, WallAccess, WallAsked } from '../../shared/api.ts';
import { activeUnits, textOf } from '../../shared/session/selectors.ts';
import { answerIdOf } from '../../shared/session/state.ts';
import { cookieOf, type Planned, type TestServer } from '../support/server.ts';
import { connectFor, must, openScene, type Phone, unitOfPhone, wordsOf } from '../support/server-scene.ts';

/** Opens a desk by an invitation; what it may ask for, and its line. */
async function invited(server: TestServer, { session }: Planned, subgroup: string | null, name = '') {
  const path = `/api/sessions/${session}`;
  const { body: link } = await server.asFacilitator<Link>('POST', `${path}/invitations`, { name, subgroup });
  const invitation = link.url.split('=')[1] ?? '';
  const cookie = cookieOf(await server.call('POST', '/api/invitations/accept', { invitation }));
  const ask = <T = object>(method: 'GET' | 'POST' | 'DELETE', asked: string, body?: object) =>
    server.call<T>(method, path + asked, body, { cookie });
  const { body: access } = await ask<DeskAccess>('GET', '/desk');
  return { link, ask, access, desk: await connectFor(server.url, access.ticket) };
}

const subgroupOf = (phone: Phone) => unitOfPhone(phone)?.subgroup;

/** Eight phones in four pairs and two subgroups, who are asked about the model. */
async function openGroups() {
  const scene = await openScene({ phones: 8, step: 'model-groepen' });
  await must(scene.desk, { type: 'OpenStep', step: 'model-duo', from: null });
  for (const phone of scene.phones) await phone.waitFor('a subgroup', () => subgroupOf(phone));
  const submit = async (subgroup: string, words: string): Promise<string> => {
    const phone = scene.phones.find((one) => subgroupOf(one) === subgroup) as Phone;
    const unit = unitOfPhone(phone)?.unit ?? '';
    const about = { unit, step: 'model-duo', item: subgroup === 'a' ? 'o1' : 'o4', prompt: 'clear' };
    await must(phone, { ...about, type: 'SubmitAnswer', values: { evokes: { kind: 'text', text: words } } });
    return answerIdOf(about);
  };
  return { ...scene, submit };
}

test('the wall of one subgroup gets nothing of another subgroup’s answers, live or at a join, and all of its own (V1)', async () => {
  const { server, session, desk, submit } = await openGroups();
  const a = await connectFor(server.url, session.subgroupWalls['a'] ?? '');
  const whole = await connectFor(server.url, session.wallTicket);
  expect(a.welcomes[0]).toMatchObject({ ok: true, you: { role: 'wall', subgroup: 'a' } });
  await submit('a', 'Woorden-van-A');
  const other = await submit('b', 'Woorden-van-B');
  await must(desk, { type: 'OpenStep', step: 'model-gesprek', from: 'model-duo' });
  await whole.waitFor('both answers', () => wordsOf(whole.state()).length === 2);
  await must(desk, { type: 'SpotlightAnswer', answer: other });
  await whole.waitFor('the light', () => whole.state().spotlight === other);
  await must(desk, { type: 'ExtendClock', step: 'model-gesprek', seconds: 60 });
  await a.waitFor('the clock', () =>
    a.frames.some(({ events }) => events.some(({ type }) => type === 'ClockExtended')),
  );
  const late = await connectFor(server.url, session.subgroupWalls['a'] ?? '');
  for (const wall of [a, late]) {
    expect(wordsOf(wall.state())).toEqual(['Woorden-van-A']);
    expect(wall.state().step).toBe('model-gesprek');
    expect(wall.state().spotlight).toBeNull();
    expect(wall.raw.join('\n')).not.toContain('Woorden-van-B');
    expect(wall.raw.join('\n')).not.toContain(other);
    expect(wall.frames.every(({ stream }) => stream === 'wall:a')).toBe(true);
  }
  await a.waitFor('its own counts', () => a.counts()?.units === 2);
  await whole.waitFor('the room’s counts', () => whole.counts()?.units === 4);
});

test('a desk of one subgroup has rights in that one, over the socket and over HTTP, until the link is taken back', async () => {
  const { server, session, desk: lead, submit } = await openGroups();
  const { desk, ask, access, link } = await invited(server, session, 'b', 'Anke');
  expect(access).toMatchObject({ owner: false, facilitator: link.facilitator, subgroupWalls: {} });
  expect(textOf(desk.state(), desk.state().desks[access.facilitator]?.name ?? null)).toBe('Anke');
  const [own, other] = [await submit('b', 'Woorden-van-B'), await submit('a', 'Woorden-van-A')];
  await must(desk, { type: 'HideAnswer', answer: own, hidden: true });
  await lead.waitFor('who did it', () => JSON.stringify(lead.state().answers).includes(`desk:${access.facilitator}`));
  const notAllowed = { ok: false, refusal: { reason: 'notAllowed' } };
  expect(await desk.command({ type: 'HideAnswer', answer: other, hidden: true })).toEqual(notAllowed);
  expect(await desk.command({ type: 'OpenStep', step: 'model-gesprek', from: null })).toEqual(notAllowed);
  expect(await desk.command({ type: 'TakeLead' })).toEqual(notAllowed);
  expect((await ask('POST', '/summary-links')).status).toBe(403);
  expect((await ask('POST', '/archive', { archived: true })).status).toBe(403);
  expect((await ask('POST', '/invitations', { name: '', subgroup: null })).status).toBe(403);

  const wall = await connectFor(server.url, access.wallTicket);
  expect(wall.welcomes[0]).toMatchObject({ ok: true, you: { subgroup: 'b' } });
  const asked = (await server.call<WallAsked>('POST', '/api/walls', { entry: session.code })).body;
  expect((await ask('POST', '/walls', { number: asked.number, subgroup: null })).status).toBe(403);
  expect((await ask('POST', '/walls', { number: asked.number, subgroup: 'b' })).status).toBe(200);
  const claimed = await server.call<{ ticket: string }>('POST', '/api/walls/claim', { request: asked.request });
  const bearer = { authorization: `Bearer ${claimed.body.ticket}` };
  const shown = await server.call<WallAccess>('GET', `/api/sessions/${session.session}/wall`, undefined, bearer);
  expect(shown.body.subgroup).toBe('b');

  await server.asFacilitator('DELETE', `/api/sessions/${session.session}/invitations/${link.link}`);
  for (const line of [desk, wall]) await line.waitFor('goodbye', () => line.goodbyes.includes('signedOff'));
});

test('given the leading desk is gone, then another leads and goes on after one press; two presses advance once', async () => {
  const { server, session, desk: first } = await openScene({ phones: 0, step: 'welkom' });
  const { desk: second } = await invited(server, session, null);
  const next = { type: 'OpenStep', step: 'waarom', from: 'welkom' } as const;
  expect(await second.command(next)).toEqual({ ok: false, refusal: { reason: 'notLeading' } });
  await first.stop();
  const start = performance.now();
  await must(second, { type: 'TakeLead' });
  await must(second, next);
  expect(performance.now() - start).toBeLessThan(10_000);
  const again = await connectFor(server.url, session.ticket);
  expect(again.state().step).toBe('waarom');
  expect(await again.command({ ...next, step: 'def-lezen', from: 'waarom' })).toMatchObject({ ok: false });
  await must(again, { type: 'TakeLead' });
  const presses = [0, 1].map(() => again.command({ ...next, step: 'def-lezen', from: 'waarom' }));
  expect((await Promise.all(presses)).filter(({ ok }) => ok)).toHaveLength(1);
  expect(activeUnits(again.state())).toEqual([]);
});

test('given a subgroup that is not there, then there is no invitation and no wall of it', async () => {
  const { server, session } = await openScene({ phones: 0 });
  const path = `/api/sessions/${session.session}`;
  expect((await server.asFacilitator('POST', `${path}/invitations`, { name: '', subgroup: 'z' })).status).toBe(404);
  expect((await server.asFacilitator('GET', `${path}/invitations`)).body).toEqual([]);
  const asked = (await server.call<WallAsked>('POST', '/api/walls', { entry: session.code })).body;
  const confirm = { number: asked.number, subgroup: 'z' };
  expect((await server.asFacilitator('POST', `${path}/walls`, confirm)).status).toBe(404);
});
