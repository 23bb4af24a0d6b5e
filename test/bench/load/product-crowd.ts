/** People in front of the product: they join by HTTP over lines that the page left open, and then say hello. */
import { Agent, request } from 'node:http';
import type { Socket } from 'node:net';
import { archiveOf } from '../../../server/exports/archive.ts';
import { hashOfScript } from '../../../server/exports/script-hash.ts';
import type { DeskAccess, Joined } from '../../../shared/api.ts';
import type { Command } from '../../../shared/commands.ts';
import type { Cursor, HelloResult, Welcome } from '../../../shared/protocol.ts';
import { protocolVersion } from '../../../shared/protocol-version.ts';
import { playSession } from '../../shared/summary-play.ts';
import { newCommandId } from '../../support/client.ts';
import { randomFrom } from '../../support/room-random.ts';
import type { Server } from '../systems.ts';
import { type Crowd, type Phone, questions, type Room } from './crowd.ts';
import { type Heard, type Line, openLine, speeches } from './line.ts';
import { sleep } from './pace.ts';
import { askedOf, benchScript, step } from './script.ts';

const speech = speeches.product;
const tries = 10;
/** Commands that a desk may give at once. */
const deskBurst = 25;
const head = /^42\["frame",\{"stream":"([^"]+)","after":\d+,"seq":(\d+)/;

async function hello(line: Line, ticket: string, cursor: Cursor | null): Promise<Welcome> {
  const json = await line.ask('hello', { protocol: protocolVersion, ticket, cursor });
  const result: HelloResult = JSON.parse(json)[0];
  if (!result.ok) throw new Error(`hello: ${result.refusal.reason}`);
  return result;
}

/** As a phone does it: what could not be stored just now is given again, and its time counts. */
async function give(line: Line, command: Command): Promise<void> {
  const commandId = newCommandId();
  for (let tried = 1; ; tried++) {
    const result = await line.ask('command', { commandId, command });
    if (result.startsWith('[{"ok":true')) return;
    if (!result.includes('"tryAgain"') || tried === tries) throw new Error(`${command.type}: ${result}`);
    console.error(`${command.type}: tried again`);
    await sleep(tried * 100);
  }
}

function buildHttp() {
  const agent = new Agent({ keepAlive: true, maxSockets: 100 });
  const sockets = new Set<Socket>();
  let cookie = '';
  return {
    bytes: () => [...sockets].reduce((sum, { bytesRead }) => sum + bytesRead, 0),
    call<T>(
      node: string,
      method: 'GET' | 'POST',
      path: string,
      body?: unknown,
      headers: Record<string, string> = {},
    ): Promise<T> {
      const sent = typeof body === 'string' ? body : JSON.stringify(body);
      const json = body === undefined ? {} : { 'content-type': 'application/json' };
      return new Promise((resolve, reject) => {
        const asked = request(node + path, { method, agent, headers: { ...json, cookie, ...headers } }, (response) => {
          cookie ||= response.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
          const parts: Buffer[] = [];
          response.on('data', (part) => parts.push(part));
          response.on('end', () => {
            const text = Buffer.concat(parts);
            if (response.statusCode !== 200) reject(new Error(`${path}: ${response.statusCode} ${text}`));
            else if (response.headers['content-encoding']) resolve(text.length as T);
            else resolve(JSON.parse(text.toString()));
          });
        });
        asked.on('socket', (socket) => sockets.add(socket));
        asked.on('error', reject);
        asked.end(sent);
      });
    },
  };
}

/**
 * Of several nodes each request and each line goes to one that chance picks, the same in each run: every session is on all of
 * them. `held`: all that is about a session goes to one, as by docs/deploy/nginx-nodes.conf; the sessions in turn to each.
 */
export async function productCrowd({ urls, key }: Pick<Server, 'urls' | 'key'>, held = false): Promise<Crowd> {
  const random = randomFrom(1);
  const someNode = () => random.pick(urls);
  let rooms = 0;
  function nodeOfRoom(): () => string {
    const own = urls[rooms++ % urls.length] ?? '';
    return held ? () => own : someNode;
  }
  const http = buildHttp();
  await http.call(someNode(), 'POST', '/api/sign-in', { key });
  const script = benchScript(questions);
  const hash = hashOfScript(script);
  const { session: first } = await http.call<{ session: string }>(
    someNode(),
    'POST',
    '/api/import',
    archiveOf(playSession(script, hash).log),
  );

  async function phone(secret: string, node: () => string): Promise<Phone> {
    const newcomer = { entry: secret, commandId: newCommandId(), people: 1, perspectives: [], name: '' };
    const { seat, ticket } = await http.call<Joined>(node(), 'POST', '/api/join', newcomer);
    const heads: Record<string, number> = {};
    let before = 0;
    const heard: Heard = (raw) => {
      const [, stream, seq] = head.exec(raw) ?? [];
      if (stream && seq) heads[stream] = Number(seq);
    };
    let line = await openLine(node(), speech, heard);
    const { epoch, ...welcome } = await hello(line, ticket, null);
    Object.assign(heads, welcome.heads);
    return {
      async answer(question, text) {
        const values = { text: { kind: 'text', text } } as const;
        await give(line, { type: 'SubmitAnswer', unit: seat, step, ...askedOf(question), values });
      },
      drop() {
        before += line.bytes();
        line.drop();
      },
      async rejoin() {
        line = await openLine(node(), speech, heard);
        const again = await hello(line, ticket, { epoch, heads: { ...heads } });
        if (again.fresh) throw new Error('a cursor did not fit');
        Object.assign(heads, again.heads);
        return again.events.length;
      },
      bytes: () => before + line.bytes(),
    };
  }

  async function screen(ticket: string, node: string, heard: Heard) {
    const line = await openLine(node, speech, heard);
    await hello(line, ticket, null);
    return { bytes: line.bytes(), drop: line.drop, line };
  }

  return {
    async newRoom(): Promise<Room> {
      const node = nodeOfRoom();
      const again = { date: '2026-11-24' };
      const { session } = await http.call<{ session: string }>(
        someNode(),
        'POST',
        `/api/sessions/${first}/again`,
        again,
      );
      const access = () => http.call<DeskAccess>(node(), 'GET', `/api/sessions/${session}/desk`);
      const { ticket, wallTicket, secret } = await access();
      return {
        join: () => phone(secret, node),
        wall: (heard) => screen(wallTicket, node(), heard),
        desk: (heard) => screen(ticket, node(), heard),
        async tellPhones(events) {
          for (let told = 0; told < events; told += deskBurst) {
            const desk = await screen((await access()).ticket, node(), () => {});
            const count = Math.min(deskBurst, events - told);
            const wall = { mode: 'cards', item: null, prompt: null, blank: false } as const;
            const turned = (page: number) => give(desk.line, { type: 'SetWall', wall: { ...wall, page } });
            await Promise.all(Array.from({ length: count }, (_, i) => turned(i)));
            desk.drop();
          }
        },
      };
    },
    httpBytes: http.bytes,
    scriptBytes: () => http.call(someNode(), 'GET', `/api/scripts/${hash}`, undefined, { 'accept-encoding': 'br' }),
  };
}
