/** FULL=1: what a real room notices of a rehearsal on the same server, over SQLite and real sockets. It prints what it measured. */
import { setTimeout as pace } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import type { DeskAccess } from '../../shared/api.ts';
import type { RehearsalStarted } from '../../shared/rehearsal.ts';
import { valuesOf } from '../../shared/session/table.ts';
import { runProgram } from '../journeys/support/program.ts';
import { type Client, connect, newCommandId } from '../support/client.ts';
import { openSession } from '../support/program-session.ts';

const phonesInRoom = 30;
const samples = Number(process.env['SAMPLES'] ?? 600);
/** Milliseconds between two answers of the room, all its phones together. */
const answersEvery = 50;
const quantile = (list: readonly number[], share: number) =>
  [...list].sort((a, b) => a - b)[Math.floor((list.length - 1) * share)] ?? Number.NaN;

test('thirty people rehearsed at 60 times: a real room beside it hears of its answers within a tenth of a second more at the 99th percentile (A2)', {
  timeout: 300_000,
}, async () => {
  const program = await runProgram({ alone: true });
  onTestFinished(program.end);
  const room = await openSession(program);
  const phones: { client: Client; seat: string }[] = [];
  for (let n = 0; n < phonesInRoom; n++) {
    const body = { entry: room.secret, commandId: newCommandId(), people: 1, perspectives: [], name: '' };
    const joined = await room.call<{ ticket: string; seat: string }>('POST', '/api/join', body);
    phones.push({ client: await connect(program.url, joined.ticket), seat: joined.seat });
  }
  await room.must({ type: 'OpenStep', step: 'def-duo', from: null });
  await Promise.all(
    phones.map(({ client }) => client.waitFor('the step', () => client.state().step === 'def-duo' && client)),
  );

  async function measured(): Promise<{ p50: number; p99: number; most: number }> {
    const times: number[] = [];
    const under: Promise<void>[] = [];
    for (let n = 0; n < samples; n++) {
      const { client, seat } = phones[n % phones.length] as (typeof phones)[0];
      const unit = [...valuesOf(client.state().units)].find(({ seats }) => seats.includes(seat))?.unit ?? '';
      const values = { why: { kind: 'text' as const, text: `Antwoord ${n}` } };
      const place = { unit, step: 'def-duo', item: 'def', prompt: 'recognisable', values };
      const from = performance.now();
      under.push(
        client.command({ type: 'SubmitAnswer', ...place }).then((result) => {
          if (!result.ok) throw new Error(result.refusal.reason);
          times.push(performance.now() - from);
        }),
      );
      await pace(answersEvery);
    }
    await Promise.all(under);
    return { p50: quantile(times, 0.5), p99: quantile(times, 0.99), most: Math.max(...times) };
  }

  await measured();
  const without = await measured();
  const asked = { library: 'win-professionele-werkplaatsen', people: 30, speed: 60, step: 'def-duo' };
  const started = await room.call<RehearsalStarted>('POST', '/api/rehearsals', asked);
  if (!('session' in started)) throw new Error(JSON.stringify(started));
  const { ticket } = await room.call<DeskAccess>('GET', `/api/sessions/${started.session}/desk`);
  const desk = await connect(program.url, ticket);
  const before = desk.state().seq;
  // Step after step, so that there is always something to answer.
  let isOver = false;
  const leading = (async () => {
    const asking = desk.state().script.steps.filter(({ prompts }) => prompts.length > 0);
    for (let n = 0; !isOver; n++) {
      await pace(6_000);
      await desk.command({ type: 'OpenStep', step: asking[n % asking.length]?.id ?? '', from: null });
    }
  })();
  const beside = await measured();
  isOver = true;
  await leading;
  const events = desk.state().seq - before;
  await room.call('POST', `/api/rehearsals/${started.session}/speed`, { speed: 0 });
  const again = await measured().finally(() => desk.stop());
  console.log(JSON.stringify({ without, beside, again, events }));
  expect(events).toBeGreaterThan(100);
  expect(beside.p99).toBeLessThan(Math.max(without.p99, again.p99) + 100);
  for (const { client } of phones) client.stop();
});
