/** Several nodes on one store: the log is the truth, and what one node tells the others may get lost (S1, S2, S4, A1). */
import { expect, test } from 'vitest';
import { newCommandId } from '../support/client.ts';
import { type Loses, openNodes } from '../support/exchange.ts';
import {
  addPhone,
  answerOf,
  connectFor,
  must,
  type Phone,
  submit,
  unitOfPhone,
  wordsOf,
} from '../support/server-scene.ts';

const all: Loses = () => true;

/** A desk and a phone on the one node, the wall and the phone beside it on the other. */
async function openBetween(step = 'def-duo') {
  const nodes = await openNodes();
  const { a, b } = nodes;
  const session = await a.planSession();
  const desk = await connectFor(a.url, session.ticket);
  const wall = await connectFor(b.url, session.wallTicket);
  const left = await addPhone(a, session);
  const joined = await session.join();
  const right: Phone = { ...(await connectFor(b.url, joined.ticket)), joined };
  await must(desk, { type: 'OpenStep', step, from: null });
  for (const one of [left, right]) await one.waitFor('a unit', () => unitOfPhone(one));
  return { ...nodes, session, desk, wall, left, right };
}
const seqsOf = async ({
  store,
  session: { session },
}: Pick<Awaited<ReturnType<typeof openBetween>>, 'store' | 'session'>) =>
  (await store.read(session)).map(({ seq }) => seq);
const inOrder = (seqs: readonly unknown[]) => seqs.map((_, i) => i + 1);

test('what one node stores is told by the other to its own screens, and all hold what a newcomer is told (S3, S4)', async () => {
  const scene = await openBetween();
  const { a, b, session, desk, wall, left, right } = scene;
  await submit(left, 'Aan de ene kant.');
  await right.waitFor('the words of who sits beside it', () => wordsOf(right.state()).includes('Aan de ene kant.'));
  await must(desk, { type: 'RevealStep', step: 'def-duo', revealed: true });
  await wall.waitFor('the words on the wall', () => wordsOf(wall.state()).includes('Aan de ene kant.'));
  for (const [screen, ticket] of [
    [desk, session.ticket],
    [wall, session.wallTicket],
    [left, left.joined.ticket],
    [right, right.joined.ticket],
  ] as const) {
    for (const { url } of [a, b]) {
      const anew = await connectFor(url, ticket);
      await screen.waitFor('as a newcomer', () => screen.state().seq === anew.state().seq);
      expect(screen.state()).toEqual(anew.state());
    }
  }
  const seqs = await seqsOf(scene);
  expect(seqs).toEqual(inOrder(seqs));
});

test('given every hint is lost, then another node still tells all, a moment later (S4)', async () => {
  const { exchange, desk, left, right, wall } = await openBetween();
  exchange.lose(all);
  await submit(left, 'Zonder hint.');
  await must(desk, { type: 'RevealStep', step: 'def-duo', revealed: true });
  await right.waitFor('the words', () => wordsOf(right.state()).includes('Zonder hint.'), 4_000);
  await wall.waitFor('the words', () => wordsOf(wall.state()).includes('Zonder hint.'), 4_000);
});

test('given a hint is lost and the next is not, then the gap is seen at once, and what was told is told once (S4)', async () => {
  const { exchange, left, right } = await openBetween();
  let lost = 0;
  exchange.lose(({ kind }) => kind === 'grew' && lost++ % 2 === 0);
  for (const words of ['Eén.', 'Twee.', 'Drie.', 'Vier.']) {
    await submit(left, words);
    await right.waitFor(words, () => wordsOf(right.state()).includes(words), 4_000);
  }
  const told = right.frames.flatMap(({ stream, seq, events }) => (events.length ? [`${stream} ${seq}`] : []));
  expect(new Set(told).size).toBe(told.length);
});

test('given two desks on two nodes press next at once, then exactly one step opens, also without hints (S1, S2)', async () => {
  const scene = await openBetween();
  const { b, session, desk, exchange } = scene;
  const other = await connectFor(b.url, session.ticket);
  const steps = desk.state().script.steps.map(({ id }) => id);
  for (let round = 0; round < 20; round++) {
    exchange.lose(round % 2 ? all : () => false);
    const from = desk.state().step;
    const step = steps.find((id) => id !== from) as string;
    const results = await Promise.all([desk, other].map((one) => one.command({ type: 'OpenStep', step, from })));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.filter((result) => !result.ok && result.refusal.reason === 'stepMoved')).toHaveLength(1);
    for (const one of [desk, other]) await one.waitFor(step, () => one.state().step === step, 4_000);
  }
  const seqs = await seqsOf(scene);
  expect(seqs).toEqual(inOrder(seqs));
}, 60_000);

test('given the same command comes to two nodes at once, then it counts once and both give the same answer (A1)', async () => {
  const { a, b, store, session, left } = await openBetween();
  const [here, there] = await Promise.all([a, b].map(({ url }) => connectFor(url, left.joined.ticket)));
  const unit = unitOfPhone(left)?.unit ?? '';
  for (let round = 0; round < 6; round++) {
    const commandId = newCommandId();
    const command = answerOf(unit, `Eén keer, ronde ${round}.`);
    const results = await Promise.all([here, there, here, there].map((one) => one?.command(command, commandId)));
    expect(results[0]).toMatchObject({ ok: true });
    expect(new Set(results.map((result) => JSON.stringify(result))).size).toBe(1);
  }
  const submitted = (await store.read(session.session)).filter(({ type }) => type === 'AnswerSubmitted');
  expect(submitted).toHaveLength(6);
});

test('given both nodes are given much at once, then the log has no hole and no double, and all is acknowledged (S1, A1, A2)', async () => {
  const scene = await openBetween();
  const { session, store, left, right, exchange } = scene;
  exchange.lose(({ kind }) => kind === 'grew');
  const words = Array.from({ length: 20 }, (_, i) => `Tegelijk ${i}.`);
  await Promise.all(words.map((one, i) => submit(i % 2 ? left : right, one, i % 3 ? 'usable' : 'complete')));
  const log = await store.read(session.session);
  expect(log.map(({ seq }) => seq)).toEqual(inOrder(log));
  expect(
    log.flatMap((event) => (event.type === 'AnswerSubmitted' ? Object.values(event.texts ?? {}) : [])).sort(),
  ).toEqual([...words].sort());
});

test('given no hint came, then nothing is refused for what another node has allowed since (S2)', async () => {
  const { exchange, desk, right } = await openBetween();
  await must(desk, { type: 'CloseStep', step: 'def-duo' });
  await right.waitFor('closed', () => right.state().runs['def-duo']?.closedAt !== null);
  exchange.lose(all);
  await must(desk, { type: 'OpenStep', step: 'def-duo', from: null });
  expect(await right.command(answerOf(unitOfPhone(right)?.unit ?? '', 'Weer open.'))).toMatchObject({ ok: true });
});

test('given no hint came, then a ticket of one node counts at the other at once (S4)', async () => {
  const { b, exchange, session } = await openBetween();
  exchange.lose(all);
  for (let round = 0; round < 5; round++) {
    const { ticket, seat } = await session.join();
    const phone = await connectFor(b.url, ticket);
    expect(phone.welcomes[0]).toMatchObject({ ok: true, you: { seat } });
  }
  const rows = await b.asFacilitator<{ sessions: { people: number }[] }>('GET', '/api/home');
  expect(rows.body.sessions[0]?.people).toBe(7);
});
