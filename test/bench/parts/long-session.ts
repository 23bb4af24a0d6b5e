/** A session of twelve hours and twenty thousand events: what opens it, leads it, joins it and reads it, beside one of an hour. */
import { gzipSync } from 'node:zlib';
import { archiveOf } from '../../../server/exports/archive.ts';
import type { DeskAccess, Joined } from '../../../shared/api.ts';
import type { Logged } from '../../../shared/events.ts';
import { runProgram } from '../../journeys/support/program.ts';
import { connect, newCommandId } from '../../support/client.ts';
import { openSession } from '../../support/program-session.ts';
import { median } from '../arithmetic.ts';
import { playLargeSession } from './large-session.ts';

const hour = 3_600_000;
const rounds = 9;

export type LongSession = {
  events: number;
  hours: number;
  /** Milliseconds: the first desk after a start, whose log is read from the disk; then medians of nine. */
  opening: number;
  desk: number;
  wall: number;
  join: number;
  answer: number;
  summary: number;
  replay: number;
  /** Kilobytes, gzipped, that a newcomer of each kind is told. */
  kilobytes: { desk: number; wall: number; phone: number; replay: number };
};

const sizeOf = (value: unknown): number =>
  gzipSync(typeof value === 'string' ? value : JSON.stringify(value)).length / 1000;

/** Spread over so many hours that ended now. */
function over(hours: number, log: readonly Logged[]): Logged[] {
  const now = Date.now();
  return log.map((event, i) => ({ ...event, at: Math.round(now - hours * hour * (1 - (i + 1) / log.length)) }));
}

async function timed<T>(work: () => Promise<T>): Promise<[milliseconds: number, result: T]> {
  const from = performance.now();
  const result = await work();
  return [performance.now() - from, result];
}

async function times(work: (i: number) => Promise<unknown>): Promise<number> {
  const list: number[] = [];
  for (let i = 0; i < rounds; i++) list.push((await timed(() => work(i)))[0]);
  return median(list);
}

async function measure(log: readonly Logged[], hours: number): Promise<LongSession> {
  const program = await runProgram();
  try {
    const { call: before } = await openSession(program);
    const archive = JSON.parse(archiveOf(over(hours, log))) as object;
    const { session } = await before<{ session: string }>('POST', '/api/import', archive);
    await program.kill('SIGTERM');
    await program.start();
    const { call, cookie } = await openSession(program);
    const [opening, access] = await timed(() => call<DeskAccess>('GET', `/api/sessions/${session}/desk`));
    const come = async (ticket: string) => {
      const client = await connect(program.url, ticket);
      client.stop();
      return client;
    };
    const desk = await connect(program.url, access.ticket);
    await desk.command({ type: 'TakeLead' });
    const opened = await desk.command({ type: 'OpenStep', step: 'feedback', from: null });
    if (!opened.ok) throw new Error(opened.refusal.reason);
    const joining = async () => {
      const newcomer = { entry: access.secret, commandId: newCommandId(), people: 1, perspectives: [], name: '' };
      const joined = await call<Joined>('POST', '/api/join', newcomer);
      return { joined, client: await connect(program.url, joined.ticket) };
    };
    const { joined, client } = await joining();
    const prompt = desk.state().script.steps.find(({ id }) => id === 'feedback')?.prompts[0]?.id ?? '';
    const say = async (i: number) => {
      const values = { text: { kind: 'text', text: `Dat ik dit morgen anders doe, keer ${i}.` } } as const;
      const place = { unit: joined.seat, step: 'feedback', item: 'list', prompt };
      const result = await client.command({ type: 'SubmitAnswer', ...place, values });
      if (!result.ok) throw new Error(result.refusal.reason);
    };
    const read = async (path: string) => {
      const response = await fetch(`${program.url}/api/sessions/${session}/${path}`, { headers: { cookie } });
      if (!response.ok) throw new Error(`${path}: ${response.status}`);
      return response.text();
    };
    const wall = await come(access.wallTicket);
    return {
      events: log.length,
      hours,
      opening,
      answer: await times(say),
      desk: await times(() => come(access.ticket)),
      wall: await times(() => come(access.wallTicket)),
      join: await times(joining),
      summary: await times(() => read('summary')),
      replay: await times(() => read('replay')),
      kilobytes: {
        desk: sizeOf(desk.welcomes[0]),
        wall: sizeOf(wall.welcomes[0]),
        phone: sizeOf(client.welcomes[0]),
        replay: sizeOf(await read('replay')),
      },
    };
  } finally {
    await program.end();
  }
}

export async function timeLongSession(): Promise<LongSession[]> {
  return [
    await measure(playLargeSession({ people: 30 }).log, 1),
    await measure(playLargeSession({ versions: 2 }).log, 12),
  ];
}
