/** Rehearsing a script with people whom the program plays: the ordinary screens, and nothing of it where real sessions are. */
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { buildChance } from '../../server/rehearsal/chance.ts';
import { tasksFor } from '../../server/rehearsal/tasks.ts';
import type { DeskAccess, Home } from '../../shared/api.ts';
import type { Rehearsal, RehearsalStarted } from '../../shared/rehearsal.ts';
import { answersOf, currentStep, peopleCount, presentSeats } from '../../shared/session/selectors.ts';
import { valuesOf } from '../../shared/session/table.ts';
import { type Client, connect } from '../support/client.ts';
import { scriptsOfTests, startServer, type TestServer } from '../support/server.ts';

const win = 'win-professionele-werkplaatsen';
const yamlOf = (name: string) => readFileSync(join(import.meta.dirname, `../../sessions/${name}.yaml`), 'utf8');
const toClose: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of toClose.splice(0).reverse()) await close();
});

type Asked = { library?: string; script?: string; people: number; speed: number; step?: string };

async function openHouse(more: { folder?: string; mostPhones?: number } = {}) {
  const clock = { now: Date.now() };
  const server = await startServer({ clock: () => clock.now, ...more });
  toClose.push(server.stop);
  const begin = (asked: Asked, call: TestServer['asFacilitator'] = server.asFacilitator) =>
    call<RehearsalStarted>('POST', '/api/rehearsals', asked);
  async function begun(asked: Asked): Promise<string> {
    const { body } = await begin(asked);
    if (!('session' in body)) throw new Error(JSON.stringify(body));
    return body.session;
  }
  /** So many seconds pass, in small steps, as they do. */
  async function pass(seconds: number): Promise<void> {
    for (let tenths = 0; tenths < seconds * 10; tenths++) {
      clock.now += 100;
      await server.house.rehearsals.run();
    }
  }
  async function deskOf(session: string): Promise<Client> {
    const { body } = await server.asFacilitator<DeskAccess>('GET', `/api/sessions/${session}/desk`);
    const desk = await connect(server.url, body.ticket);
    toClose.push(desk.stop);
    return desk;
  }
  const tell = async (session: string) =>
    (await server.asFacilitator<Rehearsal>('GET', `/api/rehearsals/${session}`)).body;
  return { clock, server, begin, begun, pass, deskOf, tell };
}

/** Each file by what is in it. */
const bytesOf = (folder: string) =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((file) => file.isFile())
      .map((file) => join(file.parentPath, file.name))
      .sort()
      .map((path) => [path, createHash('sha256').update(readFileSync(path)).digest('hex')]),
  );

test('S1, P2: a whole session is rehearsed at 60 times over SQLite, and each file of the server is afterwards as it was', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rehearsal-'));
  toClose.push(() => rmSync(folder, { recursive: true, force: true }));
  const { server, begun, pass, deskOf, tell } = await openHouse({ folder });
  const real = await server.planSession();
  const before = bytesOf(folder);
  const home = (await server.asFacilitator<Home>('GET', '/api/home')).body;

  const session = await begun({ library: win, people: 30, speed: 60 });
  const desk = await deskOf(session);
  await pass(6);
  await desk.waitFor('most are in', () => peopleCount(desk.state()) > 20);
  const { steps } = desk.state().script;
  for (const { id, minutes } of steps.slice(1)) {
    expect(await desk.command({ type: 'OpenStep', step: id, from: null })).toMatchObject({ ok: true });
    await pass(minutes);
  }
  const { report, people } = await tell(session);
  expect(people.filter(({ isGone }) => !isGone).length).toBeGreaterThan(24);
  for (const { step, asked, needed, played } of report.steps) {
    const isAsked = steps.some(({ id, kind, prompts }) => id === step && (prompts.length > 0 || kind === 'reading'));
    expect({ step, played, isAsked: asked > 0, isNeeded: needed !== null }).toEqual({
      step,
      played: true,
      isAsked,
      isNeeded: isAsked,
    });
  }
  expect(report.minutes).toMatchObject({ available: 90, planned: 90 });
  const texts = [...valuesOf(desk.state().texts)].filter((text) => text.length > 30);
  expect(texts.length).toBeGreaterThan(40);
  expect(texts.filter((text) => !text.startsWith('Oefenantwoord: ') && text !== desk.state().script.title.nl)).toEqual(
    [],
  );

  expect((await server.asFacilitator<Home>('GET', '/api/home')).body).toEqual(home);
  expect((await server.asFacilitator('GET', '/api/acts')).body).toMatchObject({ rows: [{}, {}] });
  expect(await server.house.store.sessions()).toHaveLength(1);
  expect(await server.house.store.grants({ session })).toEqual([]);
  await server.asFacilitator('DELETE', `/api/rehearsals/${session}`);
  await desk.waitFor('it is over', () => desk.goodbyes.includes('deleted'));
  expect(bytesOf(folder)).toEqual(before);
  expect((await server.asFacilitator('GET', `/api/sessions/${real.session}/desk`)).status).toBe(200);
});

test.each(scriptsOfTests().scripts.map(({ id }) => id))(
  'in %s every step that asks is answered by whom it asks, and no answer is refused',
  async (library) => {
    const { server, begun, pass, tell } = await openHouse();
    const session = await begun({ library, people: 9, speed: 60 });
    const host = await server.house.rehearsals.houseOf(session)?.hosts.open(session);
    if (!host) throw new Error('not here');
    const refused: string[] = [];
    const { give } = host;
    host.give = async (given) => {
      const result = await give(given);
      if (!result.ok && given.command.type === 'SubmitAnswer') refused.push(result.refusal.reason);
      return result;
    };
    await pass(8);
    const { steps, unled } = host.state.script;
    for (const { id } of steps.slice(unled ? 1 : 0)) {
      await host.give({
        commandId: null,
        command: { type: 'OpenStep', step: id, from: null },
        actor: { role: 'system' },
      });
      await pass(25);
    }
    expect(refused).toEqual([]);
    for (const step of steps.filter(({ prompts }) => prompts.length > 0)) {
      const answers = answersOf(host.state, step.id);
      expect(answers.length, step.id).toBeGreaterThan(0);
      expect(answers.every(({ seat }) => seat !== 'desk')).toBe(true);
    }
    // Also where pairs went on as fours: what they needed as pairs was needed.
    const asking = new Set(steps.flatMap(({ id, prompts }) => (prompts.length > 0 ? [id] : [])));
    for (const { step, needed, asked } of (await tell(session)).report.steps) {
      expect(asked > 0, step).toBe(needed !== null);
      // Giving stars takes time too, where a step is for nothing else.
      const isStarring = steps.some(({ id, kind, stars }) => id === step && kind === 'answering' && stars);
      if (asking.has(step) || isStarring) expect(asked, step).toBeGreaterThan(0);
    }
  },
);

test('a draft begins at the step that is asked for, with everybody in pairs; what is wrong with one is told with its line', async () => {
  const { server, begin, begun, pass, deskOf } = await openHouse();
  const yaml = yamlOf(win);
  const wrong = await begin({ script: yaml.replace('form: pair', 'form: trio'), people: 4, speed: 1 });
  expect(wrong).toMatchObject({
    status: 200,
    body: { problems: [{ line: expect.any(Number), message: { nl: expect.any(String) } }] },
  });
  expect(await begin({ script: yaml, people: 4, speed: 1, step: 'nope' })).toMatchObject({ status: 404 });
  const half: object[] = [
    {},
    { script: yaml, library: win },
    { library: win, people: 61 },
    { library: win, speed: 61 },
  ];
  for (const more of half) expect((await begin({ people: 4, speed: 1, ...more })).status).toBe(400);
  const session = await begun({ script: yaml, people: 6, speed: 60, step: 'def-duo' });
  await pass(1);
  const desk = await deskOf(session);
  expect(desk.state()).toMatchObject({ step: 'def-duo', unitSize: 2 });
  expect([...valuesOf(desk.state().units)].map(({ people }) => people)).toEqual([2, 2, 2]);
  await pass(6);
  await desk.waitFor('answers', () => answersOf(desk.state(), 'def-duo').length > 5);
  expect(await server.house.store.sessions()).toEqual([]);
});

test('P2 the phones’ part of a draft is kept by no browser and no proxy on the way, also when it becomes a session’s', async () => {
  const { server, begun } = await openHouse();
  const session = await begun({ script: yamlOf('terugblik'), people: 2, speed: 0 });
  const host = await server.house.rehearsals.houseOf(session)?.hosts.open(session);
  const asked = async () =>
    (await fetch(`${server.url}/api/scripts/${host?.state.scriptHash}`)).headers.get('cache-control');
  expect(await asked()).toBe('no-store');
  await server.asFacilitator('DELETE', `/api/rehearsals/${session}`);
  await server.planSession('terugblik');
  expect(await asked()).toContain('immutable');
});

test('a draft that begins at a step in which answers are talked about has them, also where its clock stands (V3: as the reveal policy lets it)', async () => {
  const { begun, pass, deskOf, tell } = await openHouse();
  const session = await begun({ script: yamlOf(win), people: 8, speed: 0, step: 'def-gesprek' });
  await pass(1);
  const desk = await deskOf(session);
  expect(desk.state().step).toBe('def-gesprek');
  expect(new Set(answersOf(desk.state(), 'def-duo').map(({ unit }) => unit)).size).toBe(4);
  const { people, report } = await tell(session);
  expect(new Set(people.map(({ unit }) => unit)).size).toBe(4);
  expect(report.steps.find(({ step }) => step === 'def-gesprek')?.played).toBe(true);
});

test('the clock of the screens runs as fast as the rehearsal; where it stands, nobody does anything', async () => {
  const { server, clock, begun, pass, deskOf, tell } = await openHouse();
  const session = await begun({ library: win, people: 8, speed: 20, step: 'def-duo' });
  await pass(1);
  const desk = await deskOf(session);
  const [first] = desk.welcomes;
  expect(first).toMatchObject({ ok: true, speed: 20 });
  const began = first?.ok ? first.now : 0;
  expect(began - clock.now).toBeGreaterThanOrEqual(19_000);
  expect((await server.asFacilitator('POST', `/api/rehearsals/${session}/speed`, { speed: 0 })).status).toBe(200);
  await desk.waitFor('it is told', () => desk.welcomes.length === 2);
  const { seq } = desk.state();
  await pass(60);
  expect(await tell(session)).toMatchObject({ speed: 0 });
  expect((await server.house.rehearsals.houseOf(session)?.hosts.open(session))?.state.seq).toBe(seq);
  await server.asFacilitator('POST', `/api/rehearsals/${session}/speed`, { speed: 60 });
  await pass(5);
  await desk.waitFor('they go on', () => desk.state().seq > seq);
  const plain = await server.planSession();
  const real = await connect(server.url, plain.ticket);
  toClose.push(real.stop);
  expect(real.welcomes[0]).not.toHaveProperty('speed');
});

test('V2: a phone that is looked along with is an ordinary phone of that seat, in a house that is full for real ones', async () => {
  const { server, begun, pass, tell, deskOf } = await openHouse({ mostPhones: 1 });
  const session = await begun({ library: win, people: 8, speed: 60, step: 'def-duo' });
  await pass(1);
  const [one] = (await tell(session)).people;
  const phone = await connect(server.url, one?.ticket ?? '');
  toClose.push(phone.stop);
  expect(phone.welcomes[0]).toMatchObject({ ok: true, you: { role: 'seat', seat: one?.seat, session } });
  await pass(6);
  await phone.waitFor('its own answers', () => answersOf(phone.state(), 'def-duo').length > 0);
  const units = new Set(answersOf(phone.state(), 'def-duo').map(({ unit }) => unit));
  expect(units.size).toBe(1);
  const desk = await deskOf(session);
  expect(new Set(answersOf(desk.state(), 'def-duo').map(({ unit }) => unit)).size).toBeGreaterThan(1);
  // The one place is free for somebody real.
  expect(await (await server.planSession()).join()).toMatchObject({ seat: expect.any(String) });
});

test('a facilitator has two at once and the server four, the last of them for who has none; each is its own facilitator’s, and over when they sign off, when its screens are gone, or after an hour', async () => {
  const { server, clock, begin, begun, pass, deskOf } = await openHouse();
  const other = await server.another('Otto');
  const asked = { library: win, people: 2, speed: 1 };
  const [one, two] = [await begun(asked), await begun(asked)];
  expect((await begin(asked)).body).toEqual({ refused: 'ofYou' });
  const theirs = (await begin(asked, other.call)).body as { session: string };
  // Two who hold what they may never keep a third from rehearsing.
  expect((await begin(asked, other.call)).body).toEqual({ refused: 'lastPlace' });
  const [third, fourth] = [await server.another('Anna'), await server.another('Bram')];
  expect((await begin(asked, third.call)).body).toEqual({ session: expect.any(String) });
  expect((await begin(asked, third.call)).body).toEqual({ refused: 'ofAll' });
  expect((await begin(asked, fourth.call)).body).toEqual({ refused: 'ofAll' });
  for (const path of [`rehearsals/${theirs.session}`, `sessions/${theirs.session}/desk`])
    expect(await server.asFacilitator('GET', `/api/${path}`)).toMatchObject({ status: 404 });
  expect((await server.call('GET', `/api/sessions/${one}/desk`)).status).toBe(401);
  expect((await server.asFacilitator('GET', `/api/sessions/${one}/summary`)).status).toBe(404);

  const desk = await deskOf(one);
  await pass(11);
  desk.stop();
  await expect.poll(() => server.house.rehearsals.of('facilitator', one)?.hasScreens()).toBe(false);
  await pass(50);
  expect(server.house.rehearsals.houseOf(one)).toBeDefined();
  await pass(25);
  expect(server.house.rehearsals.houseOf(one)).toBeUndefined();
  expect((await server.asFacilitator('GET', `/api/sessions/${one}/desk`)).status).toBe(404);

  await other.call('POST', '/api/sign-off', {});
  await pass(11);
  expect(server.house.rehearsals.houseOf(theirs.session)).toBeUndefined();

  const stays = await deskOf(two);
  clock.now += 59 * 60_000;
  await pass(1);
  expect(stays.socket.connected).toBe(true);
  clock.now += 2 * 60_000;
  await pass(1);
  await stays.waitFor('it is over', () => stays.goodbyes.includes('deleted'));
});

test('A2 a rehearsal in which something goes wrong ends alone: the others and the real sessions go on', async () => {
  const { server, begun, pass, tell } = await openHouse();
  const [wrong, well] = [
    await begun({ library: win, people: 4, speed: 1 }),
    await begun({ library: win, people: 4, speed: 1 }),
  ];
  const [owner] = await server.house.store.facilitators();
  const one = server.house.rehearsals.of(owner?.id ?? '', wrong);
  if (!one) throw new Error('no rehearsal');
  vi.spyOn(one, 'run').mockRejectedValue(new Error('as if'));
  await pass(1);
  expect((await server.asFacilitator('GET', `/api/rehearsals/${wrong}`)).status).toBe(404);
  expect((await tell(well)).session).toBe(well);
});

test('A2 a script of thousands of questions, rehearsed by sixty people, does not hold the server up: nobody answers more than hundreds', async () => {
  const { server, begun, pass, tell } = await openHouse();
  const list = (count: number, of: (n: number) => string) => Array.from({ length: count }, (_, n) => of(n)).join('\n');
  const yaml = `format: in-gesprek/script@1
id: groot
version: 1.0.0
languages: [nl]
title: { nl: "Groot" }
minutes: 20
itemSets:
  - id: set
    kind: list
    title: { nl: "Set" }
    items:
${list(400, (n) => `      - { id: i${n}, text: { nl: "Een twee" }, phrases: { nl: ["twee"] } }`)}
steps:
  - { id: inloop, kind: arrival, before: true, minutes: 5, form: individual, title: { nl: "Inloop" } }
  - { id: lezen, kind: reading, minutes: 5, form: individual, title: { nl: "Lezen" }, items: { set: set } }
  - id: vraag
    kind: answering
    minutes: 15
    form: individual
    title: { nl: "Vraag" }
    items: { set: set }
    prompts:
${list(80, (n) => `      - { id: p${n}, title: { nl: "Waarom?" }, fields: [{ id: a, kind: text, max: 400 }] }`)}
`;
  for (const step of ['lezen', 'vraag']) {
    const session = await begun({ script: yaml, people: 60, speed: 60, step });
    // Its own timer may be at work while time passes here: then that passes by.
    const peopleIn = async () => {
      await pass(2);
      return (await tell(session)).people.length;
    };
    await expect.poll(peopleIn).toBe(60);
    const { state } = (await server.house.rehearsals.houseOf(session)?.hosts.open(session)) ?? {};
    const asks = state && currentStep(state);
    if (!state || asks?.id !== step) throw new Error('not at the step');
    const [seat] = presentSeats(state);
    const tasks = tasksFor(state, asks, seat?.seat ?? '', buildChance(1), '2026-11-28');
    expect(tasks.length).toBeGreaterThanOrEqual(step === 'lezen' ? 0 : 100);
    expect(tasks.length).toBeLessThanOrEqual(320);
  }
});
