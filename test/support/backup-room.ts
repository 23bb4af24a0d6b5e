/** The real program with a session in it, and its commands for backups, as an operator types them. */
import { onTestFinished } from 'vitest';
import type { DeskAccess, Joined } from '../../shared/api.ts';
import { type Client, connect, newCommandId } from './client.ts';
import { type Ended, type Running, runProgram, startProgram } from './server-process.ts';
import { newDataFolder } from './server-stores.ts';

export type Room = Running & { folder: string; cookie: string; access: DeskAccess; desk: Client; joined: Joined };

async function send(url: string, method: string, path: string, body?: object, cookie = ''): Promise<Response> {
  const headers = { ...(body && { 'content-type': 'application/json' }), cookie };
  const response = await fetch(url + path, { method, headers, ...(body && { body: JSON.stringify(body) }) });
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status}`);
  return response;
}

/** A server on a folder of its own, with one session and one phone in it. */
export async function openRoom(folder = newDataFolder()): Promise<Room> {
  const running = await startProgram({ DATA_DIR: folder });
  const { url, key } = running;
  const signedIn = await send(url, 'POST', '/api/sign-in', { key });
  const cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const details = { language: 'nl', title: 'Proef', date: '2026-11-24', place: '', partner: '', collaboration: '' };
  const plan = { ...details, script: 'win-professionele-werkplaatsen', pairing: 'automatic', fillIns: {} };
  const { session } = (await (await send(url, 'POST', '/api/sessions', plan, cookie)).json()) as { session: string };
  const access = (await (
    await send(url, 'GET', `/api/sessions/${session}/desk`, undefined, cookie)
  ).json()) as DeskAccess;
  const newcomer = { entry: access.secret, people: 1, perspectives: [], name: '', commandId: newCommandId() };
  const joined = (await (await send(url, 'POST', '/api/join', newcomer)).json()) as Joined;
  return { ...running, folder, cookie, access, joined, desk: await clientFor(url, access.ticket) };
}

export async function clientFor(...call: Parameters<typeof connect>): Promise<Client> {
  const client = await connect(...call);
  onTestFinished(client.stop);
  return client;
}

export const removeSession = ({ url, cookie, access }: Room): Promise<Response> =>
  send(url, 'DELETE', `/api/sessions/${access.session}`, undefined, cookie);

/** Something that people wrote, acknowledged. */
export async function note(room: Room, words: string): Promise<number> {
  const command = { type: 'AddNote', kind: 'insight', text: words, item: null, subgroup: null } as const;
  const result = await room.desk.command(command);
  if (!result.ok) throw new Error(result.refusal.reason);
  return result.seq;
}

export async function stopRoom({ child, ended, desk }: Room): Promise<void> {
  desk.stop();
  child.kill('SIGTERM');
  await ended;
}

/** `npm run backup` or `npm run restore`, with what stands behind it. */
export const run = (command: 'backup' | 'restore', dataDir: string, ...typed: string[]): Promise<Ended> =>
  runProgram(command === 'backup' ? 'backup/main.ts' : 'backup/restore-main.ts', { DATA_DIR: dataDir }, typed).ended;
