/** The server is killed in the middle of it: every answer that was acknowledged is there once (A1, A2, A3; F1). */
import { expect, onTestFinished, test } from 'vitest';
import type { DeskAccess, Joined } from '../../shared/api.ts';
import type { SessionState } from '../../shared/session/state.ts';
import { get, valuesOf } from '../../shared/session/table.ts';
import { type Client, connect, newCommandId } from '../support/client.ts';
import { type Running, startProgram } from '../support/server-process.ts';
import { answerOf, unitOfPhone } from '../support/server-scene.ts';
import { newDataFolder } from '../support/server-stores.ts';

const rounds = 5;
const phones = 10;
const each = 12;
const prompts = ['recognisable', 'usable', 'complete'];

type Phone = Client & { joined: Joined };
type Sent = { commandId: string; words: string; unit: string; prompt: string };

async function post<T>(url: string, path: string, body: object, cookie = ''): Promise<{ body: T; cookie: string }> {
  const headers = { 'content-type': 'application/json', cookie };
  const response = await fetch(url + path, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return { body: (await response.json()) as T, cookie: response.headers.getSetCookie()[0]?.split(';')[0] ?? cookie };
}

/** A session with everybody in it, over HTTP alone. */
async function openRoom({ url, key }: Running): Promise<{ desk: DeskAccess; joined: Joined[] }> {
  const { cookie } = await post(url, '/api/sign-in', { key });
  const details = { language: 'nl', title: 'Kill', date: '2026-11-24', place: '', partner: '', collaboration: '' };
  const plan = { ...details, script: 'win-professionele-werkplaatsen', pairing: 'automatic', fillIns: {} };
  const { body } = await post<{ session: string }>(url, '/api/sessions', plan, cookie);
  const answer = await fetch(`${url}/api/sessions/${body.session}/desk`, { headers: { cookie } });
  const desk = (await answer.json()) as DeskAccess;
  const newcomer = { entry: desk.secret, people: 1, perspectives: [], name: '' };
  const join = () => post<Joined>(url, '/api/join', { ...newcomer, commandId: newCommandId() });
  const joined = await Promise.all(Array.from({ length: phones }, join));
  return { desk, joined: joined.map((one) => one.body) };
}

async function connectAll(url: string, joined: readonly Joined[]): Promise<Phone[]> {
  const clients = await Promise.all(joined.map(async (one) => ({ ...(await connect(url, one.ticket)), joined: one })));
  onTestFinished(() => clients.forEach((client) => void client.stop()));
  return clients;
}

/** Sends what is not acknowledged yet, one after the other, until the line is gone. */
async function sendAll(phone: Phone, todo: readonly Sent[], acknowledged: Map<string, number>): Promise<void> {
  for (const { commandId, words, unit, prompt } of todo) {
    if (acknowledged.has(commandId)) continue;
    const result = await phone.command(answerOf(unit, words, prompt), commandId).catch(() => undefined);
    if (!result) return;
    if (!result.ok) throw new Error(result.refusal.reason);
    acknowledged.set(commandId, result.seq);
  }
}

/** The words of every version of every answer. */
function allWordsOf(state: SessionState): (string | undefined)[] {
  const versions = [...valuesOf(state.answers)].flatMap(({ values, earlier }) => [...earlier, values]);
  return versions.map(({ why }) => (why?.kind === 'text' ? get(state.texts, why.text) : undefined));
}

async function killAndReturn(round: number): Promise<void> {
  const folder = newDataFolder();
  const before = await startProgram({ DATA_DIR: folder });
  const room = await openRoom(before);
  const desk = await connect(before.url, room.desk.ticket);
  onTestFinished(desk.stop);
  const clients = await connectAll(before.url, room.joined);
  await desk.command({ type: 'OpenStep', step: 'def-duo', from: null });
  for (const phone of clients) await phone.waitFor('a unit', () => unitOfPhone(phone));
  const todo = clients.map((phone, p) =>
    Array.from({ length: each }, (_, i): Sent => {
      const words = `ronde ${round} telefoon ${p} antwoord ${i}`;
      return { commandId: newCommandId(), words, unit: unitOfPhone(phone)?.unit ?? '', prompt: prompts[i % 3] ?? '' };
    }),
  );

  const acknowledged = new Map<string, number>();
  const sending = clients.map((phone, p) => sendAll(phone, todo[p] ?? [], acknowledged));
  await desk.waitFor('a third of them', () => acknowledged.size >= (phones * each) / 3);
  before.child.kill('SIGKILL');
  await before.ended;
  for (const client of [desk, ...clients]) client.stop();
  await Promise.all(sending);
  const beforeKill = new Map(acknowledged);
  expect(beforeKill.size).toBeLessThan(phones * each);

  const after = await startProgram({ DATA_DIR: folder });
  const back = await connectAll(after.url, room.joined);
  await Promise.all(back.map((phone, p) => sendAll(phone, [...(todo[p] ?? [])], acknowledged)));
  // Everything once more, as an outbox does that never heard back.
  const again = new Map<string, number>();
  await Promise.all(back.map((phone, p) => sendAll(phone, todo[p] ?? [], again)));
  expect(again).toEqual(acknowledged);

  const later = await connect(after.url, room.desk.ticket);
  onTestFinished(later.stop);
  const wanted = todo.flat().map(({ words }) => words);
  expect(allWordsOf(later.state()).sort()).toEqual(wanted.sort());
  // Who was answered before the kill is answered the same after it.
  for (const [commandId, seq] of beforeKill) expect(again.get(commandId)).toBe(seq);
  for (const client of [later, ...back]) client.stop();
  after.child.kill('SIGTERM');
  expect(await after.ended).toMatchObject({ code: 0, errors: '' });
}

const title = `killed and started again ${rounds} times, every acknowledged answer is there exactly once`;
test(title, { timeout: 120_000 }, async () => {
  for (let round = 1; round <= rounds; round++) await killAndReturn(round);
});
