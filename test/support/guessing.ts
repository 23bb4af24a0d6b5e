/** Somebody who tries codes as fast as a line carries them, while a room comes in. */
import { connect } from 'node:net';
import type { Joined } from '../../shared/api.ts';
import { newCommandId } from './client.ts';
import type { Planned, TestServer } from './server.ts';

const consonants = 'BCDFGHJKLMNPQRSTVWXZ';
const all = consonants.length ** 6;

/** The nth of all codes there are, in an order that jumps about. */
export function codeAt(n: number): string {
  let left = (n * 7_919_113 + 1_234_567) % all;
  let code = '';
  for (let i = 0; i < 6; i++) {
    code += consonants[left % consonants.length];
    left = Math.floor(left / consonants.length);
  }
  return code;
}

/** Asks for all these entries, a few hundred at once on each of eight lines; how often each status came. */
export async function lookUpAll(
  server: TestServer,
  entries: readonly string[],
  address: (n: number) => string,
): Promise<Record<string, number>> {
  const { hostname, port } = new URL(server.url);
  const counts: Record<string, number> = {};
  let next = 0;
  const lanes = Array.from({ length: 8 }, async () => {
    const line = connect(Number(port), hostname).setEncoding('latin1');
    let [waiting, rest] = [0, ''];
    let done: () => void = () => undefined;
    line.on('data', (piece: string) => {
      rest += piece;
      for (const [, status = ''] of rest.matchAll(/HTTP\/1\.1 (\d{3})/g)) {
        counts[status] = (counts[status] ?? 0) + 1;
        waiting -= 1;
      }
      rest = rest.slice(Math.max(0, rest.lastIndexOf('HTTP/1.1 ') + 12), rest.length).slice(-11);
      if (waiting === 0) done();
    });
    while (next < entries.length) {
      const batch = entries.slice(next, next + 250);
      const from = next;
      next += batch.length;
      waiting = batch.length;
      const answered = new Promise<void>((resolve) => {
        done = resolve;
      });
      line.write(batch.map((entry, i) => asked(entry, address(from + i))).join(''));
      await answered;
    }
    line.destroy();
  });
  await Promise.all(lanes);
  return counts;
}

function asked(entry: string, address: string): string {
  const body = JSON.stringify({ entry });
  const head = ['POST /api/look-up HTTP/1.1', 'host: 127.0.0.1', 'content-type: application/json'];
  return [...head, `content-length: ${body.length}`, `x-forwarded-for: ${address}`, '', body].join('\r\n');
}

/** So many people from one address, as their phones do it: look, then join. How many were in at their first try. */
export async function comeIn(
  { call }: TestServer,
  session: Planned,
  { count, by, address }: { count: number; by: 'code' | 'secret'; address: string },
): Promise<number> {
  const from = { 'x-forwarded-for': address };
  const entry = session[by];
  const phones = Array.from({ length: count }, async () => {
    const looked = await call('POST', '/api/look-up', { entry }, from);
    if (looked.status !== 200) return false;
    const wish = { entry, commandId: newCommandId(), people: 1, perspectives: [], name: '' };
    return (await call<Joined>('POST', '/api/join', wish, from)).status === 200;
  });
  return (await Promise.all(phones)).filter(Boolean).length;
}
