/** `npm run bench`: what a join and an answer cost, on this machine, and what a phone downloads. Sizes, not truths: run it more than once. */
import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import type { DeskAccess, Joined } from '../../shared/api.ts';
import { runProgram } from '../journeys/support/program.ts';
import { connect, newCommandId } from '../support/client.ts';
import { pageSizes } from '../support/page-sizes.ts';

const people = Number(process.env['PEOPLE'] ?? 200);
const atOnce = 20;

type Client = Awaited<ReturnType<typeof connect>>;

const program = await runProgram();
const cookie = await signIn();
const session = await planSession();
const desk = await call<DeskAccess>('GET', `/api/sessions/${session}/desk`);

const clients: { client: Client; seat: string }[] = [];
const joinTimes: number[] = [];
const joining = await spending(() =>
  inParallel(people, async () => {
    const from = performance.now();
    const newcomer = { entry: desk.secret, commandId: newCommandId(), people: 1, perspectives: [], name: '' };
    const joined = await call<Joined>('POST', '/api/join', newcomer);
    clients.push({ client: await connect(program.url, joined.ticket), seat: joined.seat });
    joinTimes.push(performance.now() - from);
  }),
);

const facilitator = await connect(program.url, desk.ticket);
const wall = await connect(program.url, desk.wallTicket);
await facilitator.command({ type: 'OpenStep', step: 'feedback', from: null });
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
for (const one of [facilitator, wall, ...clients.map(({ client }) => client)]) one.stop();
await program.end();

const rate = (list: readonly number[], seconds: number) => `${Math.round(list.length / seconds)}/s`;
const at = (list: readonly number[], share: number) =>
  `${[...list].sort((a, b) => a - b)[Math.floor((list.length - 1) * share)]?.toFixed(1)} ms`;
console.log(
  `machine            ${cpus().length} cores, ${cpus()[0]?.model.trim()}, Node ${process.version}; load and server share it`,
);
console.log(
  `joins              ${rate(joinTimes, joining.seconds)}, p50 ${at(joinTimes, 0.5)}, p99 ${at(joinTimes, 0.99)}, server CPU ${perPiece(joining)}`,
);
console.log(
  `answers at once    ${rate(answerTimes, answering.seconds)}, acknowledged p50 ${at(answerTimes, 0.5)}, p99 ${at(answerTimes, 0.99)}, server CPU ${perPiece(answering)}`,
);
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

async function call<T>(method: 'GET' | 'POST', path: string, body?: object): Promise<T> {
  const headers = { cookie, ...(body && { 'content-type': 'application/json' }) };
  const response = await fetch(program.url + path, { method, headers, ...(body && { body: JSON.stringify(body) }) });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return (await response.json()) as T;
}

async function signIn(): Promise<string> {
  const body = JSON.stringify({ key: program.key });
  const response = await fetch(`${program.url}/api/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  return response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

async function planSession(): Promise<string> {
  const details = { language: 'nl', title: 'Meting', date: '2026-11-24', place: '', partner: '', collaboration: '' };
  const { session: id } = await call<{ session: string }>('POST', '/api/sessions', {
    ...details,
    script: 'win-professionele-werkplaatsen',
    fillIns: {},
  });
  return id;
}

function promptId(): string {
  return facilitator.state().script.steps.find((step) => step.id === 'feedback')?.prompts[0]?.id ?? '';
}
