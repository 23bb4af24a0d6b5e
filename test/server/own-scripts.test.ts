/** Scripts of facilitators' own: their versions, whose they are, and the session that is planned from one (P2, V1). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { scriptLimits } from '../../server/scripts/limits.ts';
import type { ActPage } from '../../shared/acts.ts';
import type { DeskAccess, Home } from '../../shared/api.ts';
import type { Draft, OwnScript, OwnScriptAnswer, OwnScriptRow } from '../../shared/own-scripts.ts';
import type { TestServer } from '../support/server.ts';
import { openServer } from '../support/server-scene.ts';

type Call = TestServer['asFacilitator'];
const fileOf = (name: string) => readFileSync(join(import.meta.dirname, `../../sessions/${name}.yaml`), 'utf8');
const make = async (call: Call, wish: object) => {
  const { body } = await call<OwnScriptAnswer>('POST', '/api/own-scripts', wish);
  if (body.problem !== null) throw new Error(body.problem);
  return body.script;
};
const read = async (call: Call, script: string, version = '') =>
  (await call<OwnScript>('GET', `/api/own-scripts/${script}${version && `?version=${version}`}`)).body;
const save = async (call: Call, script: string, after: number, yaml: string) =>
  (await call<OwnScriptAnswer>('POST', `/api/own-scripts/${script}`, { after, yaml })).body;
const rows = async (call: Call) => (await call<OwnScriptRow[]>('GET', '/api/own-scripts')).body;
const planFrom = (call: Call, script: string, title = 'Proef') =>
  call<{ session: string }>('POST', '/api/sessions', {
    ...{ script, language: 'nl', title, date: '2026-12-01', place: '', partner: '', collaboration: '' },
    ...{ pairing: 'automatic', fillIns: {} },
  });

test('what was brought in is given back byte for byte, and each save is a version that can be looked at and gone back to', async () => {
  const { asFacilitator: call } = await openServer();
  const yaml = `\uFEFF${fileOf('terugblik').replaceAll('\n', '\r\n')}# slot`;
  const script = await make(call, { yaml });
  expect((await read(call, script)).draft).toMatchObject({ yaml, problems: [], refused: false });
  const edits = [{ do: 'set', path: ['title', 'nl'], value: 'Vooruitblik' }];
  const draft = (await call<Draft>('POST', '/api/own-scripts/edit', { yaml, edits })).body;
  expect(draft.value).toMatchObject({ title: { nl: 'Vooruitblik' } });
  expect(await save(call, script, 1, draft.yaml)).toEqual({ problem: null, script, version: 2 });
  expect((await read(call, script)).versions.map(({ version }) => version)).toEqual([2, 1]);
  expect((await read(call, script, '1')).draft.yaml).toBe(yaml);
  // Going back is a version too.
  expect(await save(call, script, 2, yaml)).toMatchObject({ version: 3 });
  expect(await rows(call)).toMatchObject([
    { script, version: 3, title: { nl: 'Terugblik op onze werkplaats' }, problems: 0 },
  ]);
});

test('who saves after somebody saved elsewhere is told so, and the same save once more counts once (A1)', async () => {
  const { asFacilitator: call } = await openServer();
  const script = await make(call, { empty: ['nl'], title: 'Mijn gesprek' });
  const { yaml } = (await read(call, script)).draft;
  expect(await save(call, script, 1, `${yaml}# een`)).toMatchObject({ version: 2 });
  expect(await save(call, script, 1, `${yaml}# een`)).toMatchObject({ problem: null, version: 2 });
  expect(await save(call, script, 1, `${yaml}# twee`)).toEqual({ problem: 'changed', version: 2 });
  expect((await read(call, script)).draft.yaml).toBe(`${yaml}# een`);
});

test('a copy has an id of its own, keeps all comments, and is told apart from the library and from its own copies', async () => {
  const { asFacilitator: call } = await openServer();
  const first = await make(call, { library: 'terugblik' });
  const second = await make(call, { own: first });
  const lines = fileOf('terugblik').split('\n');
  for (const [script, id] of [
    [first, 'terugblik-2'],
    [second, 'terugblik-3'],
  ] as const) {
    const { yaml } = (await read(call, script)).draft;
    expect(yaml.split('\n').filter((line) => !lines.includes(line))).toEqual([`id: ${id}`]);
  }
  expect((await call('POST', '/api/own-scripts', { library: 'nergens' })).status).toBe(400);
  expect((await call('POST', '/api/own-scripts', { own: 'nergens' })).status).toBe(400);
});

/** Its title was typed in Dutch alone. */
const inEnglish = (yaml: string) => yaml.replace('nl: "Mijn gesprek"', '$&, en: "My talk"');

describe('a session', () => {
  test('is planned from the last version, says which, and keeps it whatever becomes of the script (S3)', async () => {
    const { asFacilitator: call } = await openServer();
    const script = await make(call, { empty: ['nl', 'en'], title: 'Mijn gesprek' });
    const { yaml } = (await read(call, script)).draft;
    await save(call, script, 1, inEnglish(yaml).replaceAll('Inloop', 'Koffie'));
    const home = (await call<Home>('GET', '/api/home')).body;
    expect(home.scripts[0]).toMatchObject({
      id: script,
      own: 2,
      title: { nl: 'Mijn gesprek', en: 'My talk' },
      minutes: 1,
      steps: 1,
      before: 1,
    });
    const { session } = (await planFrom(call, script)).body;
    await save(call, script, 2, inEnglish(yaml));
    await call('DELETE', `/api/own-scripts/${script}`);
    const desk = (await call<DeskAccess>('GET', `/api/sessions/${session}/desk`)).body;
    expect(desk.script).toMatchObject({ id: 'mijn-gesprek', version: '1.0.0+2' });
    expect(desk.script.steps[0]?.title.nl).toBe('Koffie');
  });

  test('has the title of its script, cut where that is longer than a session may have; and is rehearsed with it', async () => {
    const { asFacilitator: call } = await openServer();
    const title = '👩‍👩‍👧‍👦é'.repeat(350);
    const script = await make(call, { empty: ['nl'], title });
    expect((await planFrom(call, script, '')).status).toBe(200);
    const rehearsed = await call('POST', '/api/rehearsals', { library: script, people: 2, speed: 0 });
    expect(rehearsed.body).toMatchObject({ session: expect.any(String) });
    const { session } = rehearsed.body as { session: string };
    // So that its report leads back to it.
    expect((await call('GET', `/api/rehearsals/${session}`)).body).toMatchObject({ ownScript: script });
    const [told = ''] = (await call<Home>('GET', '/api/home')).body.sessions.map((row) => row.title);
    expect([told.endsWith('…'), title.startsWith(told.slice(0, -1))]).toEqual([true, true]);
  });

  test('is not planned from one with problems: that is kept, and says how many', async () => {
    const { asFacilitator: call } = await openServer();
    const script = await make(call, { yaml: 'title: { nl: "Half af" }\nsteps: {' });
    const half = await make(call, { yaml: 'title: { nl: "Half af" }' });
    expect((await rows(call)).map(({ title, problems }) => [title.nl, problems > 0]).sort()).toEqual([
      ['', true],
      ['Half af', true],
    ]);
    expect((await call<Home>('GET', '/api/home')).body.scripts.some(({ own }) => own)).toBe(false);
    for (const one of [script, half]) expect((await planFrom(call, one)).status).toBe(400);
  });
});

test('V1 nobody else sees, plans, saves, copies or deletes it, and an administrator is nobody else', async () => {
  const { asFacilitator: call, another } = await openServer();
  const anke = await another('Anke', true);
  const script = await make(call, { empty: ['nl'], title: 'Van mij' });
  const { yaml } = (await read(call, script)).draft;
  for (const [method, path, body] of [
    ['GET', `/api/own-scripts/${script}`, undefined],
    ['POST', `/api/own-scripts/${script}`, { after: 1, yaml }],
    ['DELETE', `/api/own-scripts/${script}`, undefined],
  ] as const) {
    const [theirs, nowhere] = [
      await anke.call(method, path, body),
      await anke.call(method, '/api/own-scripts/none', body),
    ];
    expect([theirs.status, theirs.body]).toEqual([404, { reason: 'noSuchItem' }]);
    expect([nowhere.status, nowhere.body]).toEqual([theirs.status, theirs.body]);
  }
  expect((await anke.call('POST', '/api/own-scripts', { own: script })).status).toBe(400);
  expect((await planFrom(anke.call, script)).status).toBe(400);
  expect(await rows(anke.call)).toEqual([]);
  expect(await rows(call)).toHaveLength(1);
});

test('it goes with whoever gets the sessions of a facilitator who is removed, or is deleted with them (P2)', async () => {
  const server = await openServer();
  const { asFacilitator: call } = server;
  const [anke, ben, cas] = [await server.another('Anke'), await server.another('Ben'), await server.another('Cas')];
  const kept = await make(anke.call, { empty: ['nl'], title: 'Blijft' });
  const gone = await make(ben.call, { empty: ['nl'], title: 'Gaat' });
  await call('POST', `/api/facilitators/${anke.id}/remove`, { to: cas.id });
  await call('POST', `/api/facilitators/${ben.id}/remove`, { to: null });
  expect(await rows(cas.call)).toMatchObject([{ script: kept, title: { nl: 'Blijft' } }]);
  expect(await server.house.store.scriptText(gone, 1)).toBeUndefined();
  expect(await server.house.store.scripts({})).toHaveLength(1);
});

test('there are as many as one may have, each as large as it may be; making and deleting is written down without words (P4)', async () => {
  const server = await openServer();
  const { asFacilitator: call } = server;
  const first = await make(call, { empty: ['nl'], title: 'Kanarie' });
  for (let n = 1; n < scriptLimits.scripts; n++) await make(call, { yaml: `# ${n}` });
  const answer = async (wish: object) => (await call<OwnScriptAnswer>('POST', '/api/own-scripts', wish)).body;
  expect(await answer({ yaml: '#' })).toEqual({ problem: 'tooMany' });
  await call('DELETE', `/api/own-scripts/${first}`);
  const large = 'é'.repeat(200_000);
  expect(await answer({ yaml: large })).toEqual({ problem: 'tooLarge' });
  expect((await call('POST', '/api/own-scripts', { yaml: 'x'.repeat(300_000) })).status).toBe(400);
  const { rows: acts } = (await call<ActPage>('GET', '/api/acts')).body;
  expect(acts.filter(({ act }) => act === 'scriptDeleted')).toHaveLength(1);
  expect(JSON.stringify(acts)).not.toContain('Kanarie');
});

test('whoever sends edits without end waits a moment, and nobody else does', async () => {
  const server = await openServer();
  const other = await server.another('Anke');
  const edit = (call: Call) => call('POST', '/api/own-scripts/edit', {});
  const statuses = new Set<number>();
  for (let n = 0; n < 210; n++) statuses.add((await edit(server.asFacilitator)).status);
  expect([...statuses]).toEqual([400, 429]);
  expect((await server.asFacilitator('POST', '/api/own-scripts', { yaml: '#' })).body).toEqual({ reason: 'tooFast' });
  expect((await server.asFacilitator('GET', '/api/own-scripts')).status).toBe(200);
  expect((await edit(other.call)).status).toBe(400);
});

test('whoever asks for much at once has a few of the places where texts are read, and others have the rest', async () => {
  const server = await openServer();
  const other = await server.another('Anke');
  const yaml = fileOf('win-professionele-werkplaatsen');
  const script = await make(server.asFacilitator, { yaml });
  const crowd = Array.from({ length: 90 }, (_, n) => {
    if (n % 3 === 0) return server.asFacilitator('GET', `/api/own-scripts/${script}`);
    if (n % 3 === 1) return server.asFacilitator('POST', '/api/own-scripts/edit', { yaml, edits: [] });
    return server.asFacilitator('POST', '/api/rehearsals', { script: 'no: script', people: 2, speed: 1 });
  });
  expect((await other.call('POST', '/api/own-scripts/edit', { yaml, edits: [] })).status).toBe(200);
  const statuses = (await Promise.all(crowd)).map(({ status }) => status);
  expect([...new Set(statuses)].sort()).toEqual([200, 429]);
  expect((await server.asFacilitator('GET', `/api/own-scripts/${script}`)).status).toBe(200);
});
