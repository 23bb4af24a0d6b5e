/** A session that is under way: a desk, a wall and phones in pairs; all of it ends with the test. */
import { onTestFinished } from 'vitest';
import type { Joined } from '../../shared/api.ts';
import type { Command, CommandOf } from '../../shared/commands.ts';
import type { Logged } from '../../shared/events.ts';
import type { SessionState, Unit } from '../../shared/session/state.ts';
import { get, valuesOf } from '../../shared/session/table.ts';
import { type Client, connect } from './client.ts';
import { type Planned, startServer, type TestServer } from './server.ts';

export type Phone = Client & { joined: Joined };
export type Scene = { server: TestServer; session: Planned; desk: Client; wall: Client; phones: Phone[] };

type Options = { phones?: number; step?: string; server?: TestServer };

export async function openServer(options: Parameters<typeof startServer>[0] = {}): Promise<TestServer> {
  const server = await startServer(options);
  onTestFinished(server.stop);
  return server;
}

/** A connection that ends with the test. */
export async function connectFor(...call: Parameters<typeof connect>): Promise<Client> {
  const client = await connect(...call);
  onTestFinished(client.stop);
  return client;
}

export async function addPhone(
  server: TestServer,
  session: Planned,
  more: Parameters<Planned['join']>[0] = {},
): Promise<Phone> {
  const joined = await session.join(more);
  return { ...(await connectFor(server.url, joined.ticket)), joined };
}

/** Phones are in pairs when `step` asks pairs of them. */
export async function openScene({ phones: count = 2, step, server: running }: Options = {}): Promise<Scene> {
  const server = running ?? (await openServer());
  const session = await server.planSession();
  const desk = await connectFor(server.url, session.ticket);
  const wall = await connectFor(server.url, session.wallTicket);
  const phones: Phone[] = [];
  for (let i = 0; i < count; i++) phones.push(await addPhone(server, session));
  if (step) {
    const opened = await desk.command({ type: 'OpenStep', step, from: null });
    if (!opened.ok) throw new Error(opened.refusal.reason);
    for (const screen of [wall, ...phones]) await screen.waitFor(`step ${step}`, () => screen.state().step === step);
    for (const phone of phones) await phone.waitFor('a unit', () => unitOfPhone(phone));
  }
  return { server, session, desk, wall, phones };
}

export const unitOfPhone = ({ state, joined }: Pick<Phone, 'state' | 'joined'>): Unit | undefined =>
  [...valuesOf(state().units)].find(({ seats }) => seats.includes(joined.seat));

/** The first phone of each pair. */
export function onePerUnit(phones: readonly Phone[]): Phone[] {
  const seen = new Set<string | undefined>();
  return phones.filter((phone) => {
    const unit = unitOfPhone(phone)?.unit;
    return !seen.has(unit) && seen.add(unit);
  });
}

/** An answer with a judgement and these words, to a question of the definition. */
export const answerOf = (unit: string, words: string, prompt = 'recognisable'): CommandOf<'SubmitAnswer'> => ({
  type: 'SubmitAnswer',
  unit,
  step: 'def-duo',
  item: 'def',
  prompt,
  values: { judgement: { kind: 'judgement', choices: ['ja'] }, why: { kind: 'text', text: words } },
});

/** Gives a command that has to succeed. */
export async function must(client: Pick<Client, 'command'>, command: Command, commandId?: string): Promise<number> {
  const result = await client.command(command, commandId);
  if (!result.ok) throw new Error(`${command.type}: ${result.refusal.reason}`);
  return result.seq;
}

export const submit = (phone: Phone, words: string, prompt?: string): Promise<number> =>
  must(phone, answerOf(unitOfPhone(phone)?.unit ?? phone.joined.seat, words, prompt));

/** All words that a screen knows now. */
export function wordsOf(state: SessionState): string[] {
  return [...valuesOf(state.answers)].flatMap(({ values }) =>
    Object.values(values).flatMap((value) => {
      const words = value.kind === 'text' ? get(state.texts, value.text) : undefined;
      return words === undefined ? [] : [words];
    }),
  );
}

export const typesOf = (events: readonly Logged[]): string[] => events.map(({ type }) => type);
