/** A log that is damaged on the disk: its desk sees what is before that, nobody adds to it, and others go on (F10). */

import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import type { CorruptLog } from '../../server/store/errors.ts';
import { openSqliteStore } from '../../server/store/sqlite/sqlite-store.ts';
import type { DeskAccess, Home, Link } from '../../shared/api.ts';
import type { HelloResult } from '../../shared/protocol.ts';
import { protocolVersion } from '../../shared/protocol-version.ts';
import { openSocket } from '../support/client.ts';
import { cookieOf, type TestServer } from '../support/server.ts';
import { runProgram } from '../support/server-process.ts';
import { connectFor, must, openScene, openServer } from '../support/server-scene.ts';
import { newDataFolder } from '../support/server-stores.ts';

const hello = (url: string, ticket: string): Promise<HelloResult> => {
  const socket = openSocket(url);
  onTestFinished(() => void socket.disconnect());
  return socket.emitWithAck('hello', { protocol: protocolVersion, ticket, cursor: null });
};

/** A server with two sessions, of which the first is then damaged at its last event but one; started again. */
async function openDamaged(spoil = (seq: number) => `UPDATE events SET body = body || ' ' WHERE seq = ${seq}`) {
  const folder = newDataFolder();
  const first = await openServer({ folder });
  const { session, desk, phones } = await openScene({ server: first, phones: 2, step: 'def-duo' });
  const seq = (await must(desk, { type: 'OpenStep', step: 'welkom', from: null })) - 1;
  const other = await first.planSession();
  await first.stop();
  const file = new DatabaseSync(join(folder, 'in-gesprek.db'));
  file.exec(`${spoil(seq)} AND session = '${session.session}'`);
  file.close();
  const found: CorruptLog[] = [];
  const store = openSqliteStore({ folder, onDamage: (error) => found.push(error) });
  const server = await openServer({ folder, store });
  return { folder, server, session, other, seq, found, phone: phones[0]?.joined };
}
const accessTo = (server: TestServer, cookie: string, session: string) =>
  server.call<DeskAccess>('GET', `/api/sessions/${session}/desk`, undefined, { cookie });

test('S1 its desk opens to read only, up to the event before; nothing can be added, and phones keep what they hold', async () => {
  const { server, session, seq, phone, found } = await openDamaged();
  const home = (await server.asFacilitator<Home>('GET', '/api/home')).body;
  expect(home.damaged).toMatchObject([{ session: session.session, seq, title: 'Proefsessie' }]);
  expect(home.sessions.map((row) => row.session)).not.toContain(session.session);
  expect(found).toMatchObject([{ session: session.session, seq }]);

  const access = await accessTo(server, server.cookie, session.session);
  expect([access.status, access.body.damagedAt]).toEqual([200, seq]);
  const desk = await connectFor(server.url, access.body.ticket);
  expect(desk.state().seq).toBe(seq - 1);
  for (const command of [{ type: 'CloseSession' }, { type: 'TakeLead' }] as const) {
    expect(await desk.command(command)).toEqual({ ok: false, refusal: { reason: 'notAllowed' } });
  }
  expect(await hello(server.url, phone?.ticket ?? '')).toEqual({ ok: false, refusal: { reason: 'tryAgain' } });
});

test('V4 what was hidden after the damage is not known, so no wall, reader, export or newcomer gets any of it', async () => {
  const { server, session } = await openDamaged();
  const access = (await accessTo(server, server.cookie, session.session)).body;
  for (const ticket of [access.wallTicket, access.miniTicket]) {
    expect(await hello(server.url, ticket)).toMatchObject({ ok: false });
  }
  const paths = ['exports/json', 'exports/archive', 'summary', 'replay', 'invitations'];
  const answers = await Promise.all(
    paths.map((path) => server.asFacilitator('GET', `/api/sessions/${session.session}/${path}`)),
  );
  expect(answers.map(({ status }) => status).filter((status) => status < 400)).toEqual([]);
  const newcomer = { entry: access.secret, commandId: 'c'.repeat(22), people: 1, perspectives: [], name: '' };
  expect((await server.call('POST', '/api/join', newcomer)).status).toBe(503);
});

test('the other sessions go on, and the damaged one can be deleted', async () => {
  const { server, session, other } = await openDamaged();
  const access = (await accessTo(server, server.cookie, other.session)).body;
  expect(access.damagedAt).toBeNull();
  await must(await connectFor(server.url, access.ticket), { type: 'OpenStep', step: 'welkom', from: null });
  const open = await accessTo(server, server.cookie, session.session);
  const desk = await connectFor(server.url, open.body.ticket);
  expect((await server.asFacilitator('DELETE', `/api/sessions/${session.session}`)).status).toBe(200);
  await desk.waitFor('to be told', () => desk.goodbyes.length > 0);
  expect(desk.goodbyes).toEqual(['deleted']);
  expect((await server.asFacilitator<Home>('GET', '/api/home')).body).toMatchObject({ damaged: [] });
});

test('where nothing can be read it says so, and does not open', async () => {
  const { server, session } = await openDamaged(() => "UPDATE events SET body = '{}' WHERE seq = 1");
  const home = (await server.asFacilitator<Home>('GET', '/api/home')).body;
  expect(home.damaged).toMatchObject([{ session: session.session, seq: 1, title: '' }]);
  expect((await accessTo(server, server.cookie, session.session)).status).toBe(503);
});

test('who signs off leaves the desk of a damaged session too', async () => {
  const { server, session } = await openDamaged();
  const access = (await accessTo(server, server.cookie, session.session)).body;
  const desk = await connectFor(server.url, access.ticket);
  await server.asFacilitator('POST', '/api/sign-off', {});
  await desk.waitFor('to be told', () => desk.goodbyes.length > 0);
  expect(desk.goodbyes).toEqual(['signedOff']);
});

test('the program says at its start which session and which event are damaged (P4: no words)', async () => {
  const { server, folder, session, seq } = await openDamaged();
  await server.stop();
  const { child, ended } = runProgram('main.ts', { DATA_DIR: folder, PORT: '0', HOST: '127.0.0.1' });
  await new Promise((resolve) => child.stderr?.once('data', resolve));
  child.kill('SIGTERM');
  const { errors } = await ended;
  expect(errors).toMatch(new RegExp(`session ${session.session}, seq ${seq}: `));
  expect(errors).not.toContain('Proefsessie');
});

test('V1 who was invited after the damage, to one subgroup perhaps, is shown nothing of it; who was before, what they may see', async () => {
  const folder = newDataFolder();
  const first = await openServer({ folder });
  const { session } = await openScene({ server: first, phones: 2 });
  const co = async (subgroup: string | null) => {
    const link = await first.asFacilitator<Link>('POST', `/api/sessions/${session.session}/invitations`, {
      ...{ name: '', subgroup },
    });
    const invitation = link.body.url.split('=')[1] ?? '';
    return cookieOf(await first.call('POST', '/api/invitations/accept', { invitation }));
  };
  const before = await co(null);
  const desk = await connectFor(first.url, session.ticket);
  const seq = await must(desk, { type: 'OpenStep', step: 'welkom', from: null });
  const after = await co('a');
  const { ticket } = (await accessTo(first, after, session.session)).body;
  await first.stop();
  const file = new DatabaseSync(join(folder, 'in-gesprek.db'));
  file.exec(`UPDATE events SET body = body || ' ' WHERE seq = ${seq} AND session = '${session.session}'`);
  file.close();
  const server = await openServer({ folder });
  expect((await accessTo(server, before, session.session)).status).toBe(200);
  expect((await accessTo(server, after, session.session)).status).toBe(503);
  expect(await hello(server.url, ticket)).toEqual({ ok: false, refusal: { reason: 'tryAgain' } });
});
