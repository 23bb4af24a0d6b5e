/** A node where nobody hears a session does not follow it: what it knows of it is old, and nothing may come of that (S4, V3, V4, A3). */
import { expect, onTestFinished, test, vi } from 'vitest';
import { buildWorkshop, type Order } from '../../server/exports/worker/workshop.ts';
import { openMemoryStore } from '../../server/store/memory/memory-store.ts';
import type { Frame } from '../../shared/protocol.ts';
import { protocolVersion } from '../../shared/protocol-version.ts';
import { valuesOf } from '../../shared/session/table.ts';
import { openSocket } from '../support/client.ts';
import { openNodes } from '../support/exchange.ts';
import type { Planned, TestServer } from '../support/server.ts';
import { addPhone, connectFor, must, type Phone, submit, unitOfPhone } from '../support/server-scene.ts';

/** Nothing is found by the slow look: only by hints. */
const never = 10 * 60_000;
const step = 'def-duo';

/** All are at the first node; the second one knows the session as it is now, and nobody hears it there. */
async function openOnFirst(options: Parameters<typeof openNodes>[1] = {}, people = 2) {
  const nodes = await openNodes(2, { lookEvery: never, ...options });
  const { a, b } = nodes;
  const session = await a.planSession();
  const desk = await connectFor(a.url, session.ticket);
  const phones: Phone[] = [];
  while (phones.length < people) phones.push(await addPhone(a, session));
  await must(desk, { type: 'OpenStep', step, from: null });
  await Promise.all(phones.map((phone) => phone.waitFor('a unit', () => unitOfPhone(phone))));
  const [phone] = phones as [Phone, Phone];
  return { ...nodes, session, desk, phone, phones, ask: () => asked(b, session) };
}
/** Somebody asks something of it at this node. */
async function asked(server: TestServer, { session }: Planned): Promise<void> {
  expect((await server.asFacilitator('GET', `/api/sessions/${session}/desk`)).status).toBe(200);
}
const answerOf = (phone: Phone): string => [...valuesOf(phone.state().answers)][0]?.answer ?? '';

test('given what a node stored is looked up there before it hears that it is stored, then the others are hinted all the same (S4, V4)', async () => {
  const memory = openMemoryStore();
  let held: Promise<void> | undefined;
  const store: typeof memory = {
    ...memory,
    async append(...call) {
      const appended = await memory.append(...call);
      await held;
      return appended;
    },
  };
  const { a, exchange, session, desk, phone } = await openOnFirst({ store });
  await submit(phone, 'Weg hiermee.');
  const { promise, resolve } = Promise.withResolvers<void>();
  held = promise;
  const hidden = must(desk, { type: 'HideAnswer', answer: answerOf(phone), hidden: true });
  await vi.waitUntil(async () => (await memory.read(session.session)).at(-1)?.type === 'AnswerHidden');
  await asked(a, session);
  resolve();
  const seq = await hidden;
  await vi.waitUntil(() => exchange.told.some((news) => news.kind === 'grew' && news.logs.some(([, at]) => at >= seq)));
});

test('given something is hidden while a node makes a file of a session that nobody hears there, then the file is without it (V4)', async () => {
  const workshop = buildWorkshop();
  let meanwhile = async (): Promise<void> => {};
  let made = 0;
  const make = async (order: Order) => {
    const file = await workshop.make(order);
    made += 1;
    await meanwhile();
    return file;
  };
  const { b, session, desk, phone } = await openOnFirst({ workshop: { ...workshop, make } });
  await submit(phone, 'Weg hiermee.');
  await submit(phone, 'Dit blijft.', 'usable');
  meanwhile = async () => {
    if (made === 1) await must(desk, { type: 'HideAnswer', answer: answerOf(phone), hidden: true });
  };
  const file = await b.asFacilitator<string>('GET', `/api/sessions/${session.session}/exports/csv`);
  expect(file.body).toContain('Dit blijft.');
  expect(file.body).not.toContain('Weg hiermee.');
  expect(made).toBe(2);
});

test('given something is hidden while a wall is on its way in at a node where nobody is yet, then it is told without waiting for a look (V4)', async () => {
  const memory = openMemoryStore();
  let held: Promise<void> | undefined;
  let waits = 0;
  const store: typeof memory = {
    ...memory,
    async grants(filter) {
      // Whether the wall still counts is asked last.
      if (held && filter.id) waits += 1;
      await held;
      return memory.grants(filter);
    },
  };
  const { b, exchange, session, desk, phone } = await openOnFirst({ store });
  await submit(phone, 'Weg hiermee.');
  await must(desk, { type: 'RevealStep', step, revealed: true });
  const { promise, resolve } = Promise.withResolvers<void>();
  held = promise;
  // It has the script already, and asks nothing else of this node.
  const wall = openSocket(b.url);
  onTestFinished(() => void wall.disconnect());
  const told = new Promise<Frame>((resolve) => wall.on('frame', resolve));
  const coming = wall.emitWithAck('hello', { protocol: protocolVersion, ticket: session.wallTicket, cursor: null });
  await vi.waitUntil(() => waits > 0);
  const seq = await must(desk, { type: 'HideAnswer', answer: answerOf(phone), hidden: true });
  await vi.waitUntil(() => exchange.told.some((news) => news.kind === 'grew' && news.logs.some(([, at]) => at >= seq)));
  await new Promise(setImmediate);
  resolve();
  expect(JSON.stringify(await coming)).toContain('Weg hiermee.');
  expect((await told).events).toMatchObject([{ type: 'TakenBack', seq }]);
});

test('given a node knows only of people who have answered, then it shows nothing while others are here who have not (V3)', async () => {
  const clock = { now: Date.now() };
  const { a, b, store, session, phones, ask } = await openOnFirst({ clock: () => clock.now }, 6);
  const units = new Set<string>();
  const ofPairs = phones.filter((phone) => units.size < units.add(unitOfPhone(phone)?.unit ?? '').size);
  const [one, two, silent] = ofPairs as [Phone, Phone, Phone];
  for (const phone of [one, two])
    for (const prompt of ['recognisable', 'usable', 'complete']) await submit(phone, 'Ja.', prompt);
  const waits = vi.spyOn(globalThis, 'setTimeout');
  await ask();
  const looks = waits.mock.calls.flatMap(([look, ms = 0]) => (ms > 20_000 && ms < 20_100 ? [look] : []));
  waits.mockRestore();
  expect(looks.length).toBeGreaterThan(0);
  const newcomers = [await addPhone(a, session), await addPhone(a, session)];
  await Promise.all(newcomers.map((phone) => phone.waitFor('a unit', () => unitOfPhone(phone))));
  const gone = phones.filter((phone) => unitOfPhone(phone)?.unit === unitOfPhone(silent)?.unit);
  for (const phone of gone) phone.stop();
  const known = () => b.house.nodes.partsOf(session.session).flatMap(({ seats }) => Object.keys(seats));
  await vi.waitUntil(
    () => known().length === 6 && newcomers.every(({ joined }) => known().includes(joined.seat)),
    5_000,
  );
  const there = (await b.house.hosts.hostHere(session.session)) ?? expect.fail('it is not here');
  const head = async () => (await store.read(session.session)).at(-1)?.seq;
  expect(there.state.seq).toBeLessThan((await head()) ?? 0);
  clock.now += 25_000;
  for (const look of looks) look();
  await vi.waitUntil(async () => there.state.seq === (await head()));
  await there.idle();
  expect((await store.read(session.session)).map(({ type }) => type)).not.toContain('StepRevealed');
});

test('given a node folds late that an answer was withdrawn, then what was typed since is kept (A3)', async () => {
  const memory = openMemoryStore();
  let looked = 0;
  const store: typeof memory = {
    ...memory,
    async drafts(...call) {
      const found = await memory.drafts(...call);
      looked += 1;
      return found;
    },
  };
  const { session, phone, ask } = await openOnFirst({ store });
  const { unit = '', seats = [] } = unitOfPhone(phone) ?? {};
  await ask();
  await submit(phone, 'Toch niet.');
  await must(phone, { type: 'WithdrawAnswer', answer: answerOf(phone) });
  const withdrawn = Date.now();
  // What was typed in the same millisecond goes with it.
  await vi.waitUntil(() => Date.now() > withdrawn, { interval: 1 });
  const place = { unit, step, item: 'def', prompt: 'recognisable' };
  const values = { why: { kind: 'text', text: 'Opnieuw.' } } as const;
  await phone.draft({ ...place, values, at: Date.now(), grewFrom: [] });
  const kept = async () => (await memory.drafts(session.session, unit)).length;
  await vi.waitUntil(async () => (await kept()) === 1, { timeout: 3_000 });
  const before = looked;
  await ask();
  // What each of them has there was looked at, and then it was decided.
  await vi.waitUntil(() => looked >= before + seats.length);
  await new Promise(setImmediate);
  expect(await kept()).toBe(1);
});
