/** A session under way in the real program: a desk, a wall, and phones in pairs that write with the product's own outbox. */
import { isDeepStrictEqual } from 'node:util';
import type { CorruptLog } from '../../../server/store/errors.ts';
import { openPostgresStore } from '../../../server/store/postgres/postgres-store.ts';
import { openSqliteStore } from '../../../server/store/sqlite/sqlite-store.ts';
import type { Joined } from '../../../shared/api.ts';
import type { Logged } from '../../../shared/events.ts';
import { type Client, connect, newCommandId } from '../../support/client.ts';
import { openSession } from '../../support/program-session.ts';
import { type Broken, check } from '../check.ts';
import type { Tools } from '../fault.ts';
import type { Act, Screen, Slowness } from '../history.ts';
import { openPhone, type Phone } from './phone.ts';
import { until } from './until.ts';

const prompts = ['recognisable', 'usable', 'complete'];
const step = 'def-duo';
const atOnce = 20;
/** The server may still be telling: 2 s after quiet all is the same (I4). */
const sameWithin = 2_000;

/** A server that runs, in a process of its own or in this one. */
export type Running = {
  readonly url: string;
  readonly port: number;
  readonly key: string;
  readonly folder: string;
  /** Where its log is, if in a database. */
  readonly database?: string;
  errors: () => string;
  isAlive: () => boolean;
  kill: (signal: NodeJS.Signals) => Promise<number>;
  figures: () => Promise<Slowness>;
};

export type Room = Awaited<ReturnType<typeof openRoom>>;

type Options = {
  phones: number;
  /** How the desk, the wall and the phone that is watched get in; default as phones do. */
  transports?: string[];
  /** Where each phone goes to instead of to the program itself. */
  roadOf?: (phone: number) => string;
};

export async function openRoom(
  { after, random }: Tools,
  program: Running,
  { phones: count, roadOf, transports }: Options,
) {
  const ways = transports ? { transports } : {};
  const session = await openSession(program, undefined, ways);
  after(session.desk.stop);
  const acts: Act[] = [];
  const phones: Phone[] = [];
  let said = 0;

  async function come(i: number): Promise<void> {
    const newcomer = { entry: session.secret, commandId: newCommandId(), people: 1, perspectives: [], name: '' };
    const joined = await session.call<Joined>('POST', `/api/join?session=${session.session}`, newcomer);
    phones.push(openPhone(after, joined, roadOf?.(i) ?? program.url, program.url, acts));
  }
  await inParallel(count, come);
  const wall = await watch(session.wallTicket);
  const first = phones[0] as Phone;
  const listener = await watch(first.joined.ticket);
  await session.must({ type: 'OpenStep', step, from: null });
  await until('everybody sits in a pair', () => phones.every((phone) => phone.unit()));

  async function watch(ticket: string): Promise<Client> {
    const client = await connect(program.url, ticket, { ...ways, session: session.session });
    after(client.stop);
    return client;
  }
  const watchers: { name: string; role: Screen['role']; client: Client; ticket: string; from: number }[] = [
    { name: 'the desk', role: 'desk', client: session.desk, ticket: session.ticket, from: 0 },
    { name: 'the wall', role: 'wall', client: wall, ticket: session.wallTicket, from: 0 },
    { name: first.joined.seat, role: 'phone', client: listener, ticket: first.joined.ticket, from: 0 },
  ];

  /** What this ticket is given when it comes anew, once the screen holds the same or has had its time. */
  async function compare(name: string, ticket: string, state: () => Screen['state']): Promise<Screen['state']> {
    const fresh = await connect(program.url, ticket, { ...ways, session: session.session });
    await until(`${name} holds the same`, () => isDeepStrictEqual(state(), fresh.state()), sameWithin).catch(() => {});
    fresh.stop();
    return fresh.state();
  }

  return {
    ...session,
    phones,
    wall,
    acts,
    step,
    /** One more answer of a phone that chance picks, or of this one; resolves with the server's answer. */
    say(phone: Phone = random.pick(phones)) {
      said += 1;
      return phone.say(step, prompts[said % prompts.length] ?? '', `antwoord ${said} van ${phone.joined.seat}`);
    },
    come: () => come(phones.length),
    async leave(phone: Phone): Promise<void> {
      phones.splice(phones.indexOf(phone), 1);
      // What it wrote goes before it.
      await until('it has said all', () => phone.pending() === 0);
      await phone.live.send({ type: 'LeaveSession' });
    },
    acknowledged: () => acts.filter(({ outcome }) => outcome && 'acknowledged' in outcome).length,
    /** What phones that go there have not heard about. */
    unheard: (url: string) => phones.reduce((sum, phone) => sum + (phone.goes === url ? phone.pending() : 0), 0),
    /** Of the log, as the desk was told. */
    length: () => session.desk.state().seq,
    backOnline: () => phones.filter(({ live }) => live.status === 'online').length,
    /** Whether the desk was told of this answer. */
    isTold: ({ words }: Act) =>
      session.desk.frames.some(({ events }) => events.some(({ texts }) => Object.values(texts ?? {}).includes(words))),
    /** Resolves when every outbox is empty. */
    drained: (within?: number) =>
      until('every outbox is empty', () => phones.every((phone) => phone.pending() === 0), within),

    /** From now on another log is told: an older or a shorter one. */
    beginAnew(): void {
      for (const phone of phones) phone.beginAnew();
      for (const watcher of watchers) watcher.from = watcher.client.frames.length;
    },

    /** Compares all screens, stops the program, reads the log from the disk, and gives what of I1 to I9 did not hold. */
    async end({ folder = program.folder }: { folder?: string } = {}): Promise<{ broken: Broken[]; log: Logged[] }> {
      if (!program.isAlive()) return { broken: [{ invariant: 'I9', what: program.errors().slice(-300) }], log: [] };
      const screens: Screen[] = [];
      for (const { name, role, client, ticket, from } of watchers) {
        const anew = await compare(name, ticket, client.state);
        const told = client.frames.slice(from).filter(({ events }) => events.length > 0);
        screens.push({ name, role, heads: [], told, state: client.state(), anew });
      }
      await inParallel(phones.length, async (i) => {
        const { joined, live, heads } = phones[i] as Phone;
        // It was told that its seat is not there any more, and says so.
        if (live.status === 'gone') return;
        const anew = await compare(joined.seat, joined.ticket, () => live.state);
        screens.push({ name: joined.seat, role: 'phone', heads, told: [], state: live.state, anew });
      });
      const { lagP99, workP99 } = await program.figures();
      for (const { client } of watchers) client.stop();
      for (const { live } of phones) live.stop();
      await program.kill('SIGTERM');
      const log = await readLog(folder, session.session, program.database);
      const live = screens[0]?.anew as Screen['state'];
      const broken = check({ acts, screens, log, live, program: { alive: true, lagP99, workP99 } });
      return { broken, log: log instanceof Error ? [] : log };
    },
  };
}

/** From the files or the database alone, as the next start would. */
async function readLog(folder: string, session: string, url = process.env['DATABASE_URL']): Promise<Logged[] | Error> {
  const damaged: CorruptLog[] = [];
  const onDamage = (found: CorruptLog) => void damaged.push(found);
  const store = url ? await openPostgresStore({ url }) : openSqliteStore({ folder, onDamage });
  try {
    return damaged[0] ?? (await store.read(session));
  } catch (error) {
    return error instanceof Error ? error : new Error('unknown');
  } finally {
    await store.close();
  }
}

async function inParallel(count: number, work: (i: number) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async () => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, count) }, worker));
}
