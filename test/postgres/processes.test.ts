/** The program itself, several times on one database, behind a balancer: a session whose screens are on different nodes (S1, S3, S4, A1, A2). */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { DeskAccess, Joined } from '../../shared/api.ts';
import { openBalancer, type Sticking } from '../support/balancer.ts';
import { newCommandId } from '../support/client.ts';
import { type Running, startProgram } from '../support/server-process.ts';
import { connectFor, must, type Phone, submit, unitOfPhone, wordsOf } from '../support/server-scene.ts';
import { newDatabase, query } from './database.ts';

async function startNode(database: string) {
  const folder = mkdtempSync(join(tmpdir(), 'in-gesprek-node-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return startProgram({ DATABASE_URL: database, DATA_DIR: folder });
}

/** So many nodes; signed in by the key of the last one: a new key ends the one before. */
async function openCluster(count: number, sticking: Sticking) {
  const { url: database, drop } = await newDatabase();
  onTestFinished(drop);
  const nodes: Running[] = [];
  for (let i = 0; i < count; i++) nodes.push(await startNode(database));
  const balancer = await openBalancer(() => nodes.map(({ url }) => Number(new URL(url).port)), { sticking });
  onTestFinished(balancer.close);
  const signedIn = await fetch(`${balancer.url}/api/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ key: nodes.at(-1)?.key }),
  });
  const cookie =
    signedIn.headers
      .getSetCookie()
      .find((one) => one.startsWith('ig_facilitator'))
      ?.split(';')[0] ?? '';
  async function call<T>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object): Promise<T> {
    const headers = { cookie, ...(body && { 'content-type': 'application/json' }) };
    const answer = await fetch(balancer.url + path, { method, headers, ...(body && { body: JSON.stringify(body) }) });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as T;
  }
  return { database, nodes, balancer, call };
}

test('a whole session over two nodes, where each request goes to the next one: pairs, answers, the wall, a deletion (S3, S4, P2)', async () => {
  const { database, nodes, balancer, call } = await openCluster(2, 'none');
  const details = { language: 'nl', title: 'Proef', date: '2026-11-24', place: '', partner: '', collaboration: '' };
  const plan = { ...details, script: 'win-professionele-werkplaatsen', pairing: 'automatic', fillIns: {} };
  const { session } = await call<{ session: string }>('POST', '/api/sessions', plan);
  const access = await call<DeskAccess>('GET', `/api/sessions/${session}/desk`);
  const [a, b] = nodes.map(({ url }) => url) as [string, string];
  const desk = await connectFor(a, access.ticket);
  const wall = await connectFor(b, access.wallTicket);
  const phones: Phone[] = [];
  for (let i = 0; i < 6; i++) {
    const newcomer = { entry: access.secret, commandId: newCommandId(), people: 1, perspectives: [], name: '' };
    const joined = await call<Joined>('POST', '/api/join', newcomer);
    // Without stickiness only websockets get in.
    const line = i < 4 ? [a, b][i % 2] : balancer.url;
    phones.push({ ...(await connectFor(line ?? '', joined.ticket, { transports: ['websocket'] })), joined });
  }
  await desk.waitFor('all who are here', () => desk.presence()?.online.length === 6);
  await must(desk, { type: 'OpenStep', step: 'def-duo', from: null });
  for (const phone of phones) await phone.waitFor('a unit', () => unitOfPhone(phone));
  const words = phones.map((_, i) => `Antwoord ${i} over knooppunten.`);
  await Promise.all(phones.map((phone, i) => submit(phone, words[i] ?? '', i % 2 ? 'usable' : 'recognisable')));
  await must(desk, { type: 'RevealStep', step: 'def-duo', revealed: true });
  await wall.waitFor('all that was said last', () => wordsOf(wall.state()).length >= 3);
  for (const [screen, ticket] of [
    [wall, access.wallTicket],
    [desk, access.ticket],
    ...phones.map((phone) => [phone, phone.joined.ticket] as const),
  ] as const) {
    for (const url of [a, b]) {
      const anew = await connectFor(url, ticket);
      await screen.waitFor('as a newcomer', () => screen.state().seq === anew.state().seq);
      expect(screen.state()).toEqual(anew.state());
      anew.stop();
    }
  }
  // What nodes tell one another holds no words: the files of NOTIFY are not sealed.
  const rows = await query(database, `SELECT seq FROM in_gesprek.events WHERE session = '${session}' ORDER BY seq`);
  expect(rows.map(({ seq }) => Number(seq))).toEqual(rows.map((_, i) => i + 1));
  await call('DELETE', `/api/sessions/${session}`);
  for (const one of [desk, wall, ...phones]) await one.waitFor('deleted', () => one.goodbyes.includes('deleted'));
}, 60_000);

test('a node is killed: its phones come back by another, with all that was acknowledged, and it comes again (A1, A2)', async () => {
  const { nodes, balancer, call } = await openCluster(2, 'sticky');
  const details = { language: 'nl', title: 'Proef', date: '2026-11-24', place: '', partner: '', collaboration: '' };
  const plan = { ...details, script: 'win-professionele-werkplaatsen', pairing: 'automatic', fillIns: {} };
  const { session } = await call<{ session: string }>('POST', '/api/sessions', plan);
  const access = await call<DeskAccess>('GET', `/api/sessions/${session}/desk`);
  balancer.sendNextTo(0);
  const desk = await connectFor(balancer.url, access.ticket, { transports: ['websocket'] });
  const phones: Phone[] = [];
  for (let i = 0; i < 4; i++) {
    const newcomer = { entry: access.secret, commandId: newCommandId(), people: 1, perspectives: [], name: '' };
    const joined = await call<Joined>('POST', '/api/join', newcomer);
    balancer.sendNextTo(i % 2);
    phones.push({ ...(await connectFor(balancer.url, joined.ticket, { transports: ['websocket'] })), joined });
  }
  await must(desk, { type: 'OpenStep', step: 'def-duo', from: null });
  for (const phone of phones) await phone.waitFor('a unit', () => unitOfPhone(phone));
  await submit(phones[0] as Phone, 'Voor het einde.');
  nodes[0]?.child.kill('SIGKILL');
  const said = await Promise.all(
    phones.map(async (phone, i) => {
      for (;;) {
        try {
          return await submit(phone, `Na het einde ${i}.`, i % 2 ? 'usable' : 'complete');
        } catch {
          await phone.waitFor('back', () => phone.socket.connected && phone.welcomes.at(-1)?.ok);
        }
      }
    }),
  );
  expect(said).toHaveLength(4);
  await desk.waitFor('the desk too', () => wordsOf(desk.state()).length === 5);
  await desk.waitFor('who was there by the other is there again', () => desk.presence()?.online.length === 4, 15_000);
}, 60_000);
