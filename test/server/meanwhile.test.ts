/** What is under way while somebody's right ends does not outlive it: no account, cookie, ticket or link comes of it (V1). */
import { expect, test } from 'vitest';
import { removeFacilitator } from '../../server/facilitators/ending.ts';
import type { NewFacilitatorInvitation, ShareRow } from '../../shared/account.ts';
import type { DeskAccess, Link } from '../../shared/api.ts';
import { connectFor, openServer } from '../support/server-scene.ts';

const passphrase = 'vier ezels op een natte zolder';
const plan = {
  ...{ script: 'win-professionele-werkplaatsen', language: 'nl', title: 'Van Anke', date: '2026-12-01', place: '' },
  ...{ partner: '', collaboration: '', pairing: 'automatic', fillIns: {} },
};
const noTicket = { ok: false, refusal: { reason: 'noTicket' } };

/** Two facilitators beside the first, and a session of the second's. */
async function openTwo() {
  const server = await openServer();
  const { house } = server;
  const [anke, ben] = [await server.another('Anke', true), await server.another('Ben')];
  const rowOf = async () => house.store.facilitator(anke.id);
  const demote = () => house.store.changeFacilitator(anke.id, { administrator: false });
  return { server, house, anke, ben, rowOf, demote };
}

test('who is removed while their passphrase is made is not there again by it', async () => {
  const { house, anke, rowOf } = await openTwo();
  const choosing = house.facilitators.choosePassphrase(anke.id, { name: 'Anke', passphrase }, undefined, true);
  await removeFacilitator(house, 'facilitator', anke.id, null);
  expect(await choosing).toBe('unknown');
  expect(await rowOf()).toBeUndefined();
});

test('who is an administrator no more while their passphrase is made does not become one again by it', async () => {
  const { server, house, anke, rowOf, demote } = await openTwo();
  const choosing = house.facilitators.choosePassphrase(anke.id, { name: 'Anke', passphrase }, undefined, true);
  await demote();
  expect(await choosing).toBeNull();
  expect(await rowOf()).toMatchObject({ administrator: false });

  await house.store.changeFacilitator(anke.id, { administrator: true });
  const link = await server.asFacilitator<NewFacilitatorInvitation>('POST', `/api/facilitators/${anke.id}/link`, {});
  const found = await house.facilitators.look(link.body.url.split('=')[1] ?? '');
  const accepting = found && house.facilitators.accept(found, { name: 'Anke', passphrase });
  await demote();
  expect(await accepting).toMatchObject({ facilitator: { administrator: false } });
  expect(await rowOf()).toMatchObject({ administrator: false });
});

test('who knows the old passphrase does not come in when another is chosen while it is looked at', async () => {
  const { house, anke } = await openTwo();
  await house.facilitators.choosePassphrase(anke.id, { name: 'Anke', passphrase }, undefined, true);
  const signingIn = house.facilitators.signIn({ name: 'Anke', passphrase }, '192.0.2.1', '');
  await house.store.changeFacilitator(anke.id, { passphrase: null });
  expect(await signingIn).toBe('wrong');
});

test('who is removed leaves no way back: invitations and links that they gave out end, and who came by them is out', async () => {
  const { server, house, anke, ben } = await openTwo();
  const shared = await server.planSession();
  await server.asFacilitator('POST', `/api/sessions/${shared.session}/shares`, { name: 'Anke' });
  const { session } = (await anke.call<{ session: string }>('POST', '/api/sessions', plan)).body;
  const secretOf = async (path: string, body: object) => {
    const made = await anke.call<Link>('POST', `/api/sessions/${path}`, body);
    return made.body.url.split(/[#=]/).at(-1) ?? '';
  };
  const invitation = await secretOf(`${session}/invitations`, { name: '', subgroup: null });
  const links = [await secretOf(`${session}/summary-links`, {}), await secretOf(`${shared.session}/summary-links`, {})];
  const accept = () => server.call('POST', '/api/invitations/accept', { invitation });
  const cookie = (await accept()).headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const asInvited = () => server.call<DeskAccess>('GET', `/api/sessions/${session}/desk`, undefined, { cookie });
  const desk = await connectFor(server.url, (await asInvited()).body.ticket);
  const waiting = links.map((token) => server.call('POST', '/api/summary/read', { token, wait: true }));

  await removeFacilitator(house, 'facilitator', anke.id, ben.id);
  await desk.waitFor('goodbye', () => desk.goodbyes.includes('signedOff'));
  expect((await accept()).status).toBe(401);
  expect((await asInvited()).status).toBe(401);
  for (const token of links) expect((await server.call('POST', '/api/summary/read', { token })).status).toBe(404);
  for (const read of await Promise.all(waiting)) expect([200, 404]).toContain(read.status);
  expect((await ben.call('GET', `/api/sessions/${session}/desk`)).body).toMatchObject({ owner: true });
});

test('a ticket or a link that was being made while the sharing ended opens nothing', async () => {
  const { server, house, anke } = await openTwo();
  const { session } = await server.planSession();
  const path = `/api/sessions/${session}`;
  await server.asFacilitator('POST', `${path}/shares`, { name: 'Anke' });
  const [cookie] = await house.access.cookiesOf(anke.id);
  if (!cookie) throw new Error('not signed in');
  const right = { facilitator: anke.id, grant: cookie, owner: false };
  const linking = anke.call('POST', `${path}/summary-links`, { password: 'lang genoeg voor een team' });
  const shares = await server.asFacilitator<ShareRow[]>('GET', `${path}/shares`);
  await server.asFacilitator('DELETE', `${path}/shares/${shares.body[0]?.facilitator}`);
  expect((await linking).status).toBe(404);
  expect(await house.access.links(session, 'summary')).toEqual([]);

  const late = [
    await house.access.deskTicket(right, session),
    await house.access.wallTicket('desk', right, session, null),
  ];
  for (const { secret } of late) expect((await connectFor(server.url, secret)).welcomes[0]).toEqual(noTicket);
  const authorization = `Bearer ${late[1]?.secret}`;
  expect((await server.call('GET', `${path}/wall`, undefined, { authorization })).status).toBe(401);
});

test('comparisons wait in a row that has an end: who asks for one after the other is told to wait', async () => {
  const { server } = await openTwo();
  const sessions = [await server.planSession(), await server.planSession()].map(({ session }) => session).join(',');
  const asked = Array.from({ length: 14 }, (_, i) =>
    server.asFacilitator('GET', `/api/compare?script=s${i}&sessions=${sessions}`),
  );
  // The others end with the server.
  for (const one of asked) one.catch(() => undefined);
  expect(await Promise.race(asked)).toMatchObject({ status: 429, body: { reason: 'tooFast' } });
});
