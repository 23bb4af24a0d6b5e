/** Who wants to be kept informed: apart from all answers, confirmed by mail where there is one, gone in the end (P1, P2). */

import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import type { Home } from '../../shared/api.ts';
import type { InterestRow } from '../../shared/interests.ts';
import { openMailbox } from '../support/mailbox.ts';
import type { TestServer } from '../support/server.ts';
import { openServer } from '../support/server-scene.ts';
import { newDataFolder } from '../support/server-stores.ts';

const day = 24 * 60 * 60_000;
/** A Friday afternoon, later than the store's own clock. */
const start = Date.UTC(2030, 2, 15, 14, 3, 7);
const morning = Date.UTC(2030, 2, 16, 7);
const publicUrl = 'https://gesprek.example';

/** Somebody in a session of their own leaves this address. */
async function leave(server: TestServer, email: string, script?: string) {
  const { ticket } = await (await server.planSession(script)).join({ name: 'Kanarienaam' });
  return (await server.call<{ mail: boolean }>('POST', '/api/interest', { ticket, email })).body;
}
const list = async (server: TestServer) => (await server.asFacilitator<InterestRow[]>('GET', '/api/interests')).body;
const csv = async (server: TestServer) => (await server.asFacilitator<string>('GET', '/api/interests.csv')).body;
const secretIn = (link: string | undefined) => /[#=/]([A-Za-z0-9_-]{43})$/.exec(link ?? '')?.[1] ?? '';
const press = (server: TestServer, act: 'confirm' | 'stop', link: string | undefined) =>
  server.call('POST', `/api/interest/${act}`, { secret: secretIn(link) });

async function mailing(more: { folder?: string } = {}) {
  const box = await openMailbox();
  const time = { now: start };
  const open = () => openServer({ publicUrl, mail: box.mail, clock: () => time.now, ...more });
  return { box, time, open, server: await open() };
}

test('an address is on the list once its owner confirmed it by the link in a mail; the mail comes the next morning and tells nothing of the session (P2)', async () => {
  const { box, time, server } = await mailing();
  expect(await leave(server, 'noor@example.nl')).toEqual({ mail: true });
  await server.sendDueMails();
  expect(box.mails).toEqual([]);
  time.now = morning;
  await server.sendDueMails();
  expect(box.mails.map(({ to }) => to)).toEqual(['noor@example.nl']);
  const [mail] = box.mails;
  const [session] = await server.house.store.sessions();
  for (const word of [session?.session ?? '?', 'Kanarienaam', 'win-', 'werkplaats', '14:03']) {
    expect(mail?.raw, word).not.toContain(word);
  }
  expect(await csv(server)).not.toContain('noor@');
  const confirm = mail?.links.find((link) => link.includes('/op-de-hoogte#') && !link.includes('stop='));
  const stop = mail?.links.find((link) => link.includes('#stop='));
  // The link to leave confirms nothing.
  expect((await press(server, 'confirm', stop)).status).toBe(401);
  expect((await press(server, 'confirm', confirm)).status).toBe(200);
  expect((await press(server, 'confirm', confirm)).status).toBe(200);
  expect(await list(server)).toMatchObject([{ standing: 'confirmed', until: Date.UTC(2031, 2, 1) }]);
  expect(await csv(server)).toMatch(
    /noor@example\.nl,yes,https:\/\/gesprek\.example\/op-de-hoogte#stop=[A-Za-z0-9_-]{43}/,
  );
  expect((await press(server, 'stop', stop)).status).toBe(200);
  expect(await list(server)).toEqual([]);
  expect((await press(server, 'confirm', confirm)).status).toBe(401);
});

test('a mail program leaves the list by its own button, with a form and no cookie (RFC 8058); looking does nothing', async () => {
  const { box, time, server } = await mailing();
  await leave(server, 'noor@example.nl');
  time.now = morning;
  await server.sendDueMails();
  const raw = box.mails[0]?.raw.replace(/\r\n[ \t]+/g, ' ') ?? '';
  expect(raw).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
  const path = /List-Unsubscribe: <https:\/\/gesprek\.example(\/afmelden\/[A-Za-z0-9_-]{43})>/.exec(raw)?.[1] ?? '';
  const looked = await fetch(server.url + path);
  expect([looked.status, await looked.text()]).toEqual([200, expect.stringContaining('informed')]);
  expect(await list(server)).toHaveLength(1);
  const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
  expect((await fetch(server.url + path, { method: 'POST', body })).status).toBe(200);
  expect(await list(server)).toEqual([]);
});

test.each([
  'x,y@example.nl',
  'x;y@example.nl',
  'a@example.nl>',
  '<a@example.nl',
  'a@example.nl,',
  '"a"<b@example.nl',
  '"a"@example.nl',
  'a@example.nl\r\nRCPT TO:<b@example.nl>',
])('what was typed is one address and never a list or a command to the mail server: %s', async (typed) => {
  const { server } = await mailing();
  expect(await leave(server, typed)).toEqual({ reason: 'malformed' });
  expect(await list(server)).toEqual([]);
});

test('what a mail server turns away is tried again, later each time, also after a restart; it is sent once', async () => {
  const { box, time, server, open } = await mailing({ folder: newDataFolder() });
  await leave(server, 'noor@example.nl');
  box.refuse(2);
  time.now = morning;
  await server.sendDueMails();
  time.now += 14 * 60_000;
  await server.sendDueMails();
  expect(box.mails).toEqual([]);
  time.now += 60_000;
  await server.sendDueMails();
  await server.stop();
  const again = await open();
  expect(await list(again)).toMatchObject([{ email: 'noor@example.nl', standing: 'waiting' }]);
  time.now += 30 * 60_000;
  await again.sendDueMails();
  time.now += 3 * day;
  await again.sendDueMails();
  expect(box.mails).toHaveLength(1);
});

test('who does not confirm within seven days is deleted; a mail that never got out is not held against them', async () => {
  const { box, time, server } = await mailing();
  await leave(server, 'noor@example.nl');
  box.refuse(1_000);
  for (time.now = morning; time.now < morning + 9 * day; time.now += day) await server.sendDueMails();
  expect(await list(server)).toHaveLength(1);
  box.refuse(0);
  await server.sendDueMails();
  const sentAt = time.now;
  time.now = sentAt + 6 * day;
  expect(box.mails).toHaveLength(1);
  const rows = await list(server);
  expect(rows.map(({ until }) => until > time.now && until <= sentAt + 7 * day)).toEqual([true]);
});

test('one address gets one mail a day, however often and wherever it is left: nobody fills a stranger’s mailbox', async () => {
  const { box, time, server } = await mailing();
  const { scripts } = (await server.asFacilitator<Home>('GET', '/api/home')).body;
  const others = scripts.filter(({ fillIns }) => fillIns.length === 0).map(({ id }) => id);
  expect(others.length).toBeGreaterThan(2);
  for (const script of others.slice(0, 3)) await leave(server, 'noor@example.nl', script);
  await leave(server, 'NOOR+elders@example.nl', others[0]);
  await leave(server, 'noor@example.nl', others[0]);
  for (let n = 0; n < 3; n++) {
    time.now = morning + n * day;
    for (const hours of [0, 1, 9]) {
      time.now = morning + n * day + hours * 3_600_000;
      await server.sendDueMails();
    }
    expect(box.mails).toHaveLength(n + 1);
  }
});

test('to another machine nothing is said before the line is encrypted', async () => {
  const { box, time, server } = await mailing();
  const strict = await openServer({
    publicUrl,
    mail: { ...box.mail, requireTLS: true },
    clock: () => time.now,
    store: server.house.store,
  });
  await leave(strict, 'noor@example.nl');
  time.now = morning;
  await strict.sendDueMails();
  expect(box.mails).toEqual([]);
  expect(await list(strict)).toMatchObject([{ standing: 'waiting' }]);
});

test('where no mail goes out an address is on the list at once, and the list says that nobody confirmed it', async () => {
  const server = await openServer({ clock: () => start });
  expect(await leave(server, 'noor@example.nl')).toEqual({ mail: false });
  expect(await list(server)).toMatchObject([{ standing: 'unasked', until: Date.UTC(2031, 2, 1) }]);
  expect((await csv(server)).split('\r\n')[0]).toBe('month,script,email,confirmed,unsubscribe');
  expect(await csv(server)).toContain('noor@example.nl,no,');
  const [row] = await list(server);
  const { script, month, email } = row as InterestRow;
  expect((await server.call('POST', '/api/interests/remove', { script, month, email })).status).toBe(401);
  await server.asFacilitator('POST', '/api/interests/remove', { script, month, email });
  expect(await list(server)).toEqual([]);
});

test('nothing in the list leads to a session: no id, no time finer than a month, no order of coming (P2)', async () => {
  const folder = newDataFolder();
  const server = await openServer({ folder, clock: () => start });
  const came = Array.from({ length: 12 }, (_, n) => `${String.fromCharCode(97 + n)}@example.nl`);
  for (const email of came) await leave(server, email);
  const told = (await list(server)).map(({ email }) => email);
  expect(told.toSorted()).toEqual(came);
  expect(told).not.toEqual(came);
  await server.stop();
  const file = new DatabaseSync(join(folder, 'in-gesprek.db'), { readOnly: true });
  const columns = file.prepare("SELECT name FROM pragma_table_info('interests')").all();
  expect(columns.map(({ name }) => name)).toEqual(['mark', 'delete_after', 'sealed']);
  const days = file.prepare('SELECT DISTINCT delete_after AS day FROM interests').all();
  expect(days.map(({ day }) => day)).toEqual([Date.UTC(2031, 2, 1)]);
  file.close();
});
