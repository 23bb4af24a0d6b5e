/** Who signs in at the desk: the first by the key, others by a link; each with a name and a passphrase (P1, P4). */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openMemoryStore } from '../../server/store/memory/memory-store.ts';
import type { AccountAnswer, FacilitatorList, Me, NewFacilitatorInvitation, Welcome } from '../../shared/account.ts';
import { cookieOf, type TestServer } from '../support/server.ts';
import { openServer } from '../support/server-scene.ts';
import { newDataFolder } from '../support/server-stores.ts';

const passphrase = 'vier ezels op een natte zolder';
const from = (address: string) => ({ 'x-forwarded-for': address });
const secretIn = ({ url }: NewFacilitatorInvitation) => url.split('=')[1] ?? '';

const invite = async (server: TestServer, administrator = false) =>
  (await server.asFacilitator<NewFacilitatorInvitation>('POST', '/api/facilitators/invitations', { administrator }))
    .body;
const accept = (server: TestServer, invitation: string, name: string, words = passphrase) =>
  server.call<AccountAnswer>('POST', '/api/welcome', { invitation, name, passphrase: words });
const signIn = (server: TestServer, name: string, words: string, headers = {}) =>
  server.call('POST', '/api/sign-in', { name, passphrase: words }, headers);
const choose = (server: TestServer, more: object, cookie = server.cookie) =>
  server.call<AccountAnswer>('POST', '/api/account/passphrase', { passphrase, endOthers: false, ...more }, { cookie });
const me = async (server: TestServer, cookie: string) =>
  (await server.call<Me>('GET', '/api/me', undefined, { cookie })).body;

/** A server on a clock of its own. */
async function openAt(start = Date.now()) {
  const clock = { now: start };
  const store = openMemoryStore({ now: () => clock.now });
  return { clock, server: await openServer({ store, clock: () => clock.now }) };
}

test('an invited one chooses a name and a passphrase, signs in with these, and the link is spent', async () => {
  const server = await openServer();
  const link = await invite(server);
  expect(link.url).toMatch(/\/bureau#welkom=[\w-]{43}$/);
  const look = () => server.call<Welcome>('POST', '/api/welcome/look', { invitation: secretIn(link) });
  expect((await look()).body).toEqual({ name: null });
  const accepted = await accept(server, secretIn(link), '  Anke   de Vries ');
  expect(accepted.body).toEqual({ problem: null });
  expect(await me(server, cookieOf(accepted))).toEqual({
    ...{
      facilitator: true,
      name: 'Anke de Vries',
      administrator: false,
      passphrase: true,
      otherWay: false,
      fresh: false,
      recent: true,
    },
  });
  expect((await look()).status).toBe(401);
  expect((await accept(server, secretIn(link), 'Ben')).status).toBe(401);
  for (const name of ['anke de vries', ' ANKE  DE VRIES']) {
    expect(await me(server, cookieOf(await signIn(server, name, passphrase)))).toMatchObject({ name: 'Anke de Vries' });
  }
  expect((await signIn(server, 'Anke de Vries', ` ${passphrase}`)).status).toBe(401);
});

test('what stands in the way of a name or a passphrase is said, and spends no link', async () => {
  const server = await openServer();
  await server.another('Çelik');
  const invitation = secretIn(await invite(server));
  const problem = async (name: string, words: string) => (await accept(server, invitation, name, words)).body.problem;
  expect(await problem(' ', passphrase)).toBe('noName');
  expect(await problem('a'.repeat(61), passphrase)).toBe('nameLong');
  expect(await problem('çELIK', passphrase)).toBe('nameTaken');
  // With a sign in it that nobody sees.
  for (const unseen of ['\u200b', '\u00ad', '\u2060', '\ufe0f'])
    expect(await problem(`Çe${unseen}lik`, passphrase)).toBe('nameTaken');
  expect(await problem('\u200b', passphrase)).toBe('noName');
  // Letters of another script that are drawn the same; and two scripts in one name.
  expect(await problem('Ҫеlіk', passphrase)).toBe('nameMixed');
  expect(await problem('Anke', 'veertien teken')).toBe('short');
  expect(await problem('Anke', 'e👨‍👩‍👧'.repeat(101))).toBe('long');
  const common = [
    'passwordpassword',
    'Password 12345678!',
    '123456789987654321',
    'aaaaaaaaaaaaaaaa',
    'abcabcabcabcabcabc',
  ];
  const ours = [
    'wachtwoord gesprek 2026',
    'In gesprek begeleider',
    'welkom welkom welkom',
    'Anke Anke Anke 2026 !',
    '1qaz2wsx3edc4rfv',
  ];
  for (const words of [...common, ...ours]) expect([words, await problem('Anke', words)]).toEqual([words, 'common']);
  const unusual = '  ééns 🐴 en… nog eens ';
  expect(await problem('Anke', unusual)).toBeNull();
  // Two ways of writing one letter are one; spaces at its ends count.
  expect((await signIn(server, 'Anke', unusual.normalize('NFD'))).status).toBe(200);
  expect((await signIn(server, 'Anke', unusual.trim())).status).toBe(401);
});

test('an invitation lasts seven days, is listed, is taken back at once, and ends with the right of who made it', async () => {
  const { clock, server } = await openAt();
  const list = async () => (await server.asFacilitator<FacilitatorList>('GET', '/api/facilitators')).body;
  const [first, second] = [await invite(server), await invite(server, true)];
  expect((await list()).invitations.map(({ link }) => link).sort()).toEqual([first.link, second.link].sort());
  await server.asFacilitator('DELETE', `/api/facilitators/invitations/${first.link}`);
  expect((await accept(server, secretIn(first), 'Anke')).status).toBe(401);
  const boss = await server.another('Baas', true);
  const theirs = await boss.call<NewFacilitatorInvitation>('POST', '/api/facilitators/invitations', {
    administrator: false,
  });
  await server.asFacilitator('POST', `/api/facilitators/${boss.id}/rights`, { administrator: false });
  expect((await accept(server, secretIn(theirs.body), 'Anke')).status).toBe(401);
  clock.now += 7 * 24 * 60 * 60_000 - 1;
  const look = () => server.call('POST', '/api/welcome/look', { invitation: secretIn(second) });
  expect((await look()).status).toBe(200);
  clock.now += 1;
  expect((await look()).status).toBe(401);
});

describe('a passphrase', () => {
  test('of the first is chosen after the key; changing asks for the one of now, and ends the other cookies where asked', async () => {
    const { clock, server } = await openAt();
    expect(await me(server, server.cookie)).toMatchObject({ name: '', passphrase: false, fresh: true });
    expect((await choose(server, { name: 'Dorien' })).body).toEqual({ problem: null });
    clock.now += 31 * 60_000;
    const other = cookieOf(await signIn(server, 'dorien', passphrase));
    const next = 'zeven lege kruiwagens in mei';
    const change = (current: string | undefined, endOthers = false) =>
      choose(server, { name: 'Dorien', passphrase: next, ...(current !== undefined && { current }), endOthers });
    for (const wrong of [undefined, '', 'zeven lege kruiwagens'])
      expect((await change(wrong)).body).toEqual({ problem: 'wrong' });
    expect((await change(passphrase)).body).toEqual({ problem: null });
    expect(await me(server, other)).toMatchObject({ facilitator: true });
    expect((await signIn(server, 'Dorien', passphrase)).status).toBe(401);
    expect((await choose(server, { name: 'Dorien', current: next, endOthers: true })).body).toEqual({ problem: null });
    expect(await me(server, other)).toEqual({ facilitator: false });
    expect(await me(server, server.cookie)).toMatchObject({ facilitator: true });
  });

  test('that is forgotten: a fresh key lets the first choose another, an administrator’s link anybody else', async () => {
    const server = await openServer();
    await choose(server, { name: 'Dorien' });
    const again = cookieOf(await server.call('POST', '/api/sign-in', { key: await server.house.access.startKey() }));
    const other = 'negen kale eiken in de mist';
    expect((await choose(server, { name: 'Dorien', passphrase: other }, again)).body).toEqual({ problem: null });

    const anke = await server.another('Anke');
    const link = async () =>
      (await server.asFacilitator<NewFacilitatorInvitation>('POST', `/api/facilitators/${anke.id}/link`, {})).body;
    const [earlier, later] = [await link(), await link()];
    const look = (invitation: string) => server.call<Welcome>('POST', '/api/welcome/look', { invitation });
    // What came in before ends at once: a laptop may be lost too.
    expect(await me(server, anke.cookie)).toEqual({ facilitator: false });
    expect((await look(secretIn(earlier))).status).toBe(401);
    expect((await look(secretIn(later))).body).toEqual({ name: 'Anke' });
    expect((await accept(server, secretIn(later), 'Anke')).body).toEqual({ problem: null });
    expect((await signIn(server, 'Anke', passphrase)).status).toBe(200);
  });

  test('is in no file and in no answer, and its hash names how it was made (P4)', async () => {
    const folder = newDataFolder();
    const server = await openServer({ folder, isStrong: true });
    await choose(server, { name: 'Dorien' });
    const [first] = await server.house.store.facilitators();
    expect(first?.passphrase).toMatch(/^\$scrypt\$ln=17,r=8,p=1\$[\w-]{22}\$[\w-]{43}$/);
    expect(JSON.stringify((await server.asFacilitator('GET', '/api/facilitators')).body)).not.toMatch(/scrypt|ezels/);
    await server.stop();
    for (const name of readdirSync(folder))
      expect(readFileSync(join(folder, name)).includes('ezels'), name).toBe(false);
  });
});

describe('who guesses', () => {
  test('gets one answer, after the same work, for a name that is not there, one without a passphrase, and a wrong passphrase', async () => {
    const server = await openServer({ isStrong: true });
    await choose(server, { name: 'Dorien' });
    await server.another('Anke');
    const took: number[] = [];
    for (const name of ['Dorien', 'Niemand', 'Anke']) {
      const begun = performance.now();
      expect(await signIn(server, name, 'iets heel anders dan dat')).toMatchObject({
        status: 401,
        body: { reason: 'noTicket' },
      });
      took.push(performance.now() - begun);
    }
    // Not a stopwatch: only that no name is answered without the work.
    expect(Math.min(...took)).toBeGreaterThan(Math.max(...took) / 4);
  });

  test('is slowed down by address and by name, and keeps nobody out from where they signed in well', async () => {
    const { clock, server } = await openAt();
    await choose(server, { name: 'Dorien' });
    const at = (address: string, name = 'Dorien', words = 'wat dan ook maar iets') =>
      signIn(server, name, words, from(address));
    expect((await at('192.0.2.1', 'Dorien', passphrase)).status).toBe(200);
    const tries = await Promise.all(Array.from({ length: 14 }, () => at('198.51.100.7')));
    const statuses = tries.map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(10);
    expect(statuses.filter((status) => status === 429)).toHaveLength(4);
    // From elsewhere too, for this name; the owner's own address is held up by none of it.
    expect((await at('198.51.100.8', 'DORIEN')).status).toBe(429);
    expect((await at('198.51.100.8', 'Niemand')).status).toBe(401);
    expect((await at('192.0.2.1', 'Dorien', passphrase)).status).toBe(200);
    expect((await at('198.51.100.8', 'Dorien', passphrase)).status).toBe(429);
    clock.now += 4 * 60_000;
    expect((await at('198.51.100.8', 'Dorien', passphrase)).status).toBe(200);
  });
});

test('only an administrator lets others in; the first stays one', async () => {
  const server = await openServer();
  const anke = await server.another('Anke');
  const asked = [
    ['GET', '/api/facilitators'],
    ['POST', '/api/facilitators/invitations', { administrator: false }],
    ['POST', `/api/facilitators/${anke.id}/rights`, { administrator: true }],
    ['POST', '/api/facilitators/facilitator/remove', { to: null }],
    ['POST', '/api/facilitators/facilitator/link', {}],
    ['GET', '/api/interests.csv'],
    ['GET', '/api/check-up'],
  ] as const;
  for (const [method, path, body] of asked) {
    expect([path, (await anke.call(method, path, body)).status]).toEqual([path, 403]);
    expect([path, (await server.call(method, path, body)).status]).toEqual([path, 401]);
  }
  const rights = (id: string, administrator: boolean) =>
    server.asFacilitator('POST', `/api/facilitators/${id}/rights`, { administrator });
  expect((await rights(anke.id, true)).status).toBe(200);
  expect((await anke.call('GET', '/api/facilitators')).status).toBe(200);
  for (const path of ['rights', 'remove', 'link']) {
    const body = { rights: { administrator: false }, remove: { to: null }, link: {} }[path] ?? {};
    expect((await anke.call('POST', `/api/facilitators/facilitator/${path}`, body)).status).toBe(403);
  }
});

test('a name that is drawn as another’s is taken, in whatever letters; two that differ to the eye are two', async () => {
  const server = await openServer();
  for (const name of ['Peter', 'Corrie', 'Каспар', 'René', 'Ilse']) await server.another(name);
  const invitation = secretIn(await invite(server));
  const problem = async (name: string) => (await accept(server, invitation, name, 'veertien teken')).body.problem;
  // Cyrillic, Greek, Cyrillic capitals, mathematical letters, full width, a digit.
  const alike = [
    'Реter',
    'Соrrie',
    'РЕТЕR',

    '𝐏𝐞𝐭𝐞𝐫',
    'Ｐｅｔｅｒ',
    'C0rrie',
    'Kаcпaр',
    'Rеné',
    '1lse',
    'llse',
  ];
  const found = await Promise.all(alike.map(problem));
  expect(found.map((one, i) => (one === 'nameTaken' || one === 'nameMixed' ? '' : `${alike[i]}: ${one}`))).toEqual(
    alike.map(() => ''),
  );
  // The whole of it in other letters.
  expect(await problem('Аса')).toBe('short');
  await server.another('Aca');
  expect(await problem('Аса')).toBe('nameTaken');
  expect(await problem('ΑCΑ')).toBe('nameMixed');
  for (const other of ['Pieter', 'Rene', 'Corine', 'Ольга', '李明 Li', 'محمد Mo', 'Ελένη', 'O’Brien-de Wit 2'])
    expect([other, await problem(other)]).toEqual([other, 'short']);
});

test('of two who choose names that look alike at once, one gets it', async () => {
  const server = await openServer();
  const links = [secretIn(await invite(server)), secretIn(await invite(server))] as const;
  const answers = await Promise.all([accept(server, links[0], 'Aca'), accept(server, links[1], 'Аса')]);
  expect(answers.map(({ body }) => body.problem).sort()).toEqual(['nameTaken', null]);
});
