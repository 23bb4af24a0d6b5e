/** `npm run bench`: what a join and an answer cost, on this machine, and what a phone downloads. Sizes, not truths: run it more than once. */
import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { Sharing } from '../../client/phone/answer/sharing.ts';
import type { PhoneLive } from '../../client/phone/room.ts';
import type { Joined } from '../../shared/api.ts';
import { valuesOf } from '../../shared/session/table.ts';
import { runProgram } from '../journeys/support/program.ts';
import { type Client, connect, newCommandId } from '../support/client.ts';
import { pageSizes } from '../support/page-sizes.ts';
import { openSession } from '../support/program-session.ts';
import { timeExports } from './exports.ts';
import { timePairing } from './pairing.ts';

const people = Number(process.env['PEOPLE'] ?? 200);
const atOnce = 20;

type Phone = { client: Client; seat: string };

const program = await runProgram();
const session = await openSession(program);

const clients: Phone[] = [];
const joinTimes: number[] = [];
const joining = await spending(() =>
  inParallel(people, async () => {
    const from = performance.now();
    const newcomer = { entry: session.secret, commandId: newCommandId(), people: 1, perspectives: [], name: '' };
    const joined = await session.call<Joined>('POST', '/api/join', newcomer);
    clients.push({ client: await connect(program.url, joined.ticket), seat: joined.seat });
    joinTimes.push(performance.now() - from);
  }),
);

const wall = await connect(program.url, session.wallTicket);
await session.must({ type: 'OpenStep', step: 'def-duo', from: null });
for (const phone of clients) await phone.client.waitFor('a unit', () => unitOf(phone) !== '');
const typing = clients.filter((phone, i) => clients.findIndex((other) => unitOf(other) === unitOf(phone)) === i);
const partners = typing.map((writer) => clients.find((other) => other !== writer && unitOf(other) === unitOf(writer)));
const keyTimes: number[] = [];
const keys = await spending(async () => {
  const times = typing.map((writer, i) => (partners[i] ? keysToPartner(writer, partners[i].client) : []));
  keyTimes.push(...(await Promise.all(times)).flat());
});
await session.must({ type: 'OpenStep', step: 'feedback', from: null });
const text = 'Dat wij elkaars agenda niet kennen, en dat niemand dat vreemd vindt. '.repeat(4);
const answerTimes: number[] = [];
const answering = await spending(() =>
  Promise.all(
    clients.map(async ({ client, seat }) => {
      const from = performance.now();
      const values = { text: { kind: 'text', text } } as const;
      const result = await client.command({
        type: 'SubmitAnswer',
        unit: seat,
        step: 'feedback',
        item: 'list',
        prompt: promptId(),
        values,
      });
      if (!result.ok) throw new Error(result.refusal.reason);
      answerTimes.push(performance.now() - from);
    }),
  ),
);
const exported = await timeExports(program, session, clients, ['xlsx', 'qdpx']);
for (const one of [session.desk, wall, ...clients.map(({ client }) => client)]) one.stop();
await program.end();

const rate = (list: readonly number[], seconds: number) => `${Math.round(list.length / seconds)}/s`;
const number = (list: readonly number[], share: number) =>
  [...list].sort((a, b) => a - b)[Math.floor((list.length - 1) * share)] ?? Number.NaN;
const at = (list: readonly number[], share: number) => `${number(list, share).toFixed(1)} ms`;
console.log(
  `machine            ${cpus().length} cores, ${cpus()[0]?.model.trim()}, Node ${process.version}; load and server share it`,
);
console.log(
  `joins              ${rate(joinTimes, joining.seconds)}, p50 ${at(joinTimes, 0.5)}, p99 ${at(joinTimes, 0.99)}, server CPU ${perPiece(joining)}`,
);
console.log(
  `answers at once    ${rate(answerTimes, answering.seconds)}, acknowledged p50 ${at(answerTimes, 0.5)}, p99 ${at(answerTimes, 0.99)}, server CPU ${perPiece(answering)}`,
);
console.log(
  `key to the partner ${typing.length} pairs typing at once: p50 ${at(keyTimes, 0.5)}, p99 ${at(keyTimes, 0.99)}, server CPU ${keys.cpu === undefined ? 'not known' : `${((keys.cpu / keys.seconds) * 100).toFixed(0)} % of a core`}`,
);
const pairing = timePairing();
console.log(
  `bringing together  300 people over 3 rounds in ${pairing.milliseconds.toFixed(0)} ms, ${pairing.repeats} sat together again`,
);
for (const { kind, seconds, bytes, quiet, busy, memory } of exported.costs) {
  const ratio = (share: number) => `${(number(busy, share) / number(quiet, share)).toFixed(2)}x`;
  console.log(
    `${`${kind} of ${exported.answers}`.padEnd(18)} ${seconds.toFixed(1)} s, ${(bytes / 1e6).toFixed(1)} MB; acknowledged next door p50 ${at(quiet, 0.5)} before, ${at(busy, 0.5)} meanwhile (${ratio(0.5)}), p95 ${at(quiet, 0.95)}, ${at(busy, 0.95)} (${ratio(0.95)}); server memory ${memory ? `${memory.before.toFixed(0)} MB before, ${memory.most.toFixed(0)} MB at most` : 'not known on this system'}`,
  );
}
for (const { page, script, style } of pageSizes())
  console.log(
    `${page.padEnd(18)} first load ${((script + style) / 1000).toFixed(1)} kB gzip (script ${(script / 1000).toFixed(1)}, style ${(style / 1000).toFixed(1)})`,
  );
process.exit(0);

type Spent = { seconds: number; cpu: number | undefined };
function perPiece({ cpu }: Spent): string {
  return cpu === undefined ? 'not known on this system' : `${((cpu * 1000) / people).toFixed(2)} ms each`;
}

/** Seconds of the clock and of the server's processor. */
async function spending(work: () => Promise<unknown>): Promise<Spent> {
  const [from, cpuBefore] = [performance.now(), cpuSeconds()];
  await work();
  const cpuAfter = cpuSeconds();
  return {
    seconds: (performance.now() - from) / 1000,
    cpu: cpuBefore === undefined || cpuAfter === undefined ? undefined : cpuAfter - cpuBefore,
  };
}

/** Linux counts a process's time in hundredths of a second. */
function cpuSeconds(): number | undefined {
  try {
    const fields = readFileSync(`/proc/${program.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return undefined;
  }
}

async function inParallel(count: number, work: () => Promise<void>): Promise<void> {
  let left = count;
  const worker = async () => {
    while (left-- > 0) await work();
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

/** Milliseconds from a key on one phone to the letter on its partner's, at the pace at which a phone shares what is typed. */
async function keysToPartner(writer: Phone, partner: Client): Promise<number[]> {
  const unit = unitOf(writer);
  const place = { unit, step: 'def-duo', item: 'def', prompt: 'recognisable' };
  const typedAt: number[] = [];
  const times: number[] = [];
  let words = '';
  const live = { status: 'online', draft: (draft) => void writer.client.draft(draft) } as PhoneLive;
  const draftOf = () => ({
    ...place,
    values: { why: { kind: 'text', text: words } as const },
    at: Date.now(),
    grewFrom: [],
  });
  const sharing = new Sharing(live, draftOf);
  const letters = 'Wijherkennenditelkedagweer';
  const done = new Promise<void>((resolve) => {
    partner.socket.on('draft', ({ values }) => {
      const text = values['why']?.kind === 'text' ? values['why'].text : '';
      while (times.length < text.length) times.push(performance.now() - (typedAt[times.length] ?? 0));
      if (times.length === letters.length) resolve();
    });
  });
  for (const letter of letters) {
    words += letter;
    typedAt.push(performance.now());
    sharing.note('recognisable');
    await new Promise((resolve) => setTimeout(resolve, 110));
  }
  await done;
  return times;
}

function unitOf({ client, seat }: Phone): string {
  return [...valuesOf(client.state().units)].find(({ seats }) => seats.includes(seat))?.unit ?? '';
}

function promptId(): string {
  return session.desk.state().script.steps.find((step) => step.id === 'feedback')?.prompts[0]?.id ?? '';
}
