/** A session in the real program, led over the wire: for what is about phones and not about the desk. */
import type { DeskAccess } from '../../shared/api.ts';
import type { Command } from '../../shared/commands.ts';
import { connect } from './client.ts';

type Running = { url: string; key: string };

export async function openSession(
  program: Running,
  script = 'win-professionele-werkplaatsen',
  ways: { transports?: string[] } = {},
) {
  const signedIn = await fetch(`${program.url}/api/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ key: program.key }),
  });
  const cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? '';

  async function call<T>(method: 'GET' | 'POST', path: string, body?: object): Promise<T> {
    const headers = { cookie, ...(body && { 'content-type': 'application/json' }) };
    const response = await fetch(program.url + path, { method, headers, ...(body && { body: JSON.stringify(body) }) });
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return (await response.json()) as T;
  }

  const details = { language: 'nl', title: 'Proef', date: '2026-11-24', place: '', partner: '', collaboration: '' };
  const plan = { ...details, script, pairing: 'automatic', fillIns: {} };
  const { session } = await call<{ session: string }>('POST', '/api/sessions', plan);
  const access = await call<DeskAccess>('GET', `/api/sessions/${session}/desk`);
  const desk = await connect(program.url, access.ticket, { ...ways, session });
  return {
    ...access,
    session,
    cookie,
    desk,
    call,
    /** Where the QR code leads. */
    link: `${program.url}/#${access.secret}`,
    async must(command: Command): Promise<void> {
      const result = await desk.command(command);
      if (!result.ok) throw new Error(`${command.type}: ${result.refusal.reason}`);
    },
  };
}
