/** FULL=1: the real program at twice as many phones as it lets in, over real sockets. PHONES=1500: at another limit. */
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as pace } from 'node:timers/promises';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { Joined } from '../../shared/api.ts';
import { runProgram } from '../journeys/support/program.ts';
import { type Client, connect, newCommandId } from '../support/client.ts';
import { openSession } from '../support/program-session.ts';

const most = Number(process.env['PHONES'] ?? 250);
const leaving = Math.floor(most / 5);
const samples = 300;
const quantile = (list: readonly number[], share: number) =>
  [...list].sort((a, b) => a - b)[Math.floor((list.length - 1) * share)] ?? Number.NaN;
/** Seconds of the processor that a program used; Linux says so in hundredths. */
function cpuOf(pid: number | undefined): number {
  const [, line = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ');
  const [user, system] = line.split(' ').slice(11, 13);
  return (Number(user) + Number(system)) / 100;
}
/** Milliseconds: a phone that waits knocks so often, and those inside answer so often in all. */
const knocksEvery = 7_000;
const answersEvery = 20;

test('twice as many phones as fit: those inside notice nothing, those outside wait and come in as others go', {
  timeout: 600_000,
}, async () => {
  const program = await runProgram({ settings: { MOST_PHONES: String(most), LINES_PER_ADDRESS: '99999' } });
  onTestFinished(program.end);
  const session = await openSession(program);
  const inside: { client: Client; seat: string }[] = [];
  let refused = 0;
  let isOver = false;
  const cpu = () => (existsSync('/proc/self/stat') ? cpuOf(program.pid) : 0);

  async function tryOnce(): Promise<boolean> {
    const newcomer = { entry: session.secret, commandId: newCommandId(), people: 1, perspectives: [], name: '' };
    const response = await fetch(`${program.url}/api/join`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(newcomer),
    });
    const body = (await response.json()) as Joined;
    if (!response.ok) {
      expect([response.status, body]).toEqual([429, { reason: 'tooFast' }]);
      refused += 1;
      return false;
    }
    inside.push({ client: await connect(program.url, body.ticket), seat: body.seat });
    return true;
  }
  /** As a phone does: until there is room. */
  async function waitOutside(): Promise<void> {
    while (!isOver && !(await tryOnce())) await pace(knocksEvery);
  }
  async function timed(): Promise<number[]> {
    const times: number[] = [];
    for (let i = 0; i < samples; i++) {
      const { client, seat } = inside[i % inside.length] as (typeof inside)[0];
      const from = performance.now();
      const values = { text: { kind: 'text', text: `Antwoord ${i}` } } as const;
      const prompt = client.state().script.steps.find(({ id }) => id === 'feedback')?.prompts[0]?.id ?? '';
      const answer = { unit: seat, step: 'feedback', item: 'list', prompt, values } as const;
      const result = await client.command({ type: 'SubmitAnswer', ...answer });
      if (!result.ok) throw new Error(result.refusal.reason);
      times.push(performance.now() - from);
      await pace(answersEvery);
    }
    return times;
  }

  for (let i = 0; i < most; i += 25) await Promise.all(Array.from({ length: Math.min(25, most - i) }, () => tryOnce()));
  expect(inside).toHaveLength(most);
  await session.must({ type: 'OpenStep', step: 'feedback', from: null });
  for (const { client } of inside) await client.waitFor('the step', () => client.state().step === 'feedback');
  const cpuAtStart = cpu();
  const idle = await timed();
  const cpuIdle = cpu() - cpuAtStart;
  const outside = Array.from({ length: most }, () => waitOutside());
  await vi.waitUntil(() => refused >= most, { timeout: 60_000 });
  const [cpuBefore, refusedBefore] = [cpu(), refused];
  const busy = await timed();
  const knocks = refused - refusedBefore;
  const cpuEach = (1000 * (cpu() - cpuBefore - cpuIdle)) / knocks;
  const lost = () => inside.filter(({ client }) => !client.socket.connected).length;
  expect([inside.length, lost()]).toEqual([most, 0]);

  const goers = inside.slice(0, leaving);
  const from = performance.now();
  await Promise.all(goers.map(({ client }) => client.command({ type: 'LeaveSession' })));
  for (const { client } of goers) client.stop();
  await vi.waitUntil(() => inside.length >= most + leaving, { timeout: 60_000 });
  const seconds = (performance.now() - from) / 1000;
  expect([inside.length, lost()]).toEqual([most + leaving, leaving]);
  isOver = true;
  console.log(
    `${most} inside, ${most} outside: acknowledged p95 ${quantile(idle, 0.95).toFixed(1)} ms before, ${quantile(busy, 0.95).toFixed(1)} ms meanwhile, in which ${knocks} knocked at ${cpuEach.toFixed(1)} ms of the server’s processor each; ${refused} times sent away in all; ${leaving} left, as many came in within ${seconds.toFixed(1)} s`,
  );
  // Not a stopwatch, for who knocks runs on this machine too: what it costs those inside is the server’s own time.
  expect(cpuEach).toBeLessThan(10);
  for (const { client } of inside) client.stop();
  session.desk.stop();
  await Promise.all(outside);
});
