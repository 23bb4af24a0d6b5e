/** Default deny, cell by cell: every route and message x everybody who may come x each state of a session (V1). */
import { expect, onTestFinished, test } from 'vitest';
import { buildApp } from '../../server/app.ts';
import { CorruptLog } from '../../server/store/errors.ts';
import { openMemoryStore } from '../../server/store/memory/memory-store.ts';
import type { Store } from '../../server/store/store.ts';
import type { Command } from '../../shared/commands.ts';
import { protocolVersion } from '../../shared/protocol-version.ts';
import { newCommandId, openSocket } from '../support/client.ts';
import { type Ask, type Held, openRights, type Role, roles, type Scene } from '../support/rights/roles.ts';
import { type Row, table } from '../support/rights/table.ts';
import { scriptsOfTests } from '../support/server.ts';

const rightsReasons = ['noTicket', 'notAllowed', 'noSuchSession', 'noSuchSeat', 'seatRemoved'];

/** As a browser on the server's own pages asks. */
const own = { host: 'gesprek.test', origin: 'https://gesprek.test' };

async function openHouse(store: Store, clock: () => number) {
  const routes: string[] = [];
  const config = { port: 0, host: '127.0.0.1', dataDir: 'memory', publicUrl: own.origin };
  const app = await buildApp({
    ...{ config, store, library: scriptsOfTests(), clock, passphraseCost: { ln: 7, r: 8, p: 1 } },
    onRoute: ({ method, url }) => void routes.push(...[method].flat().map((one) => `${one} ${url}`)),
  });
  onTestFinished(app.close);
  let asked = 0;
  /** Each from an address of its own: what is tried here is rights, not limits. */
  const ask: Ask = async <T>(method: string, path: string, body?: object, { cookie, ticket }: Partial<Held> = {}) => {
    asked += 1;
    const answer = await app.inject({
      ...{
        method: method as 'GET',
        url: path,
        remoteAddress: `10.${asked >> 16}.${(asked >> 8) & 255}.${asked & 255}`,
      },
      ...(body && { payload: body }),
      headers: { ...own, ...(cookie && { cookie }), ...(ticket && { authorization: `Bearer ${ticket}` }) },
    });
    const isJson = String(answer.headers['content-type']).includes('json') && answer.body !== '';
    return { status: answer.statusCode, body: (isJson ? answer.json() : answer.body) as T, headers: answer.headers };
  };
  return { app, routes, ask };
}

/** All that a request could have changed; that signing in failed is counted, and is meant to be. */
async function writtenDown(store: Store): Promise<string> {
  const kept = [store.sessions(), store.grants({}), store.facilitators(), store.shares({}), store.scripts({})];
  const acts = (await store.acts()).filter(({ act }) => act !== 'signInFailed');
  return JSON.stringify([...(await Promise.all(kept)), acts, await store.interests(), await store.credentials({})]);
}

const deskCommands = (commands: readonly Command[]) => async (scene: Scene) => {
  for (const command of commands) {
    const given = await scene.host?.give({ commandId: newCommandId(), command, actor: scene.byDesk });
    if (!given?.ok) throw new Error(`${command.type}: ${JSON.stringify(given)}`);
  }
};
/** One after the other; who is refused changes nothing, so that one scene goes through all of them. */
const states: [string, (scene: Scene) => Promise<void>][] = [
  ['planned', async () => undefined],
  ['open step', deskCommands([{ type: 'OpenStep', step: 'def-duo', from: null }])],
  ['between steps', deskCommands([{ type: 'CloseStep', step: 'def-duo' }])],
  ['locked', deskCommands([{ type: 'LockDoor', locked: true }])],
  ['closed', deskCommands([{ type: 'CloseSession' }])],
  ['published', deskCommands([{ type: 'PublishSummary', introduction: 'Samen' }])],
  ['archived', deskCommands([{ type: 'ArchiveSession', archived: true }])],
];

const idElsewhere = 'zzzzzzzzzzzz';
/** These know the session: that it is there is no news to them. */
const insiders: readonly Role[] = ['subgroupDesk', 'coFacilitator', 'sharedWith', 'owner'];

function request(row: Row, url: string, scene: Scene, { ticket }: Held, may: boolean, session?: string) {
  const harmless = may ? row.harmless : undefined;
  const params: Record<string, string> = {
    ...row.params?.(scene),
    ...harmless?.params,
    ...(session && { id: session }),
  };
  const path = url.replace(/:(\w+)|\*/g, (found, name: string | undefined) => params[name ?? '*'] ?? found);
  const query = harmless?.query ?? row.query?.(scene);
  return { path: query ? `${path}?${query}` : path, body: harmless?.body ?? row.body?.(scene, ticket) };
}

/** What has nothing to do with one session is looked at once; so is a HEAD, which goes the way of its GET. */
const hangsOnState = (route: string) =>
  /sessions\/:id|\/(own|interest|summary|replay|scripts|look-up|join)\b/.test(route) && !route.startsWith('HEAD');

type Cell = { route: string; role: Role; state: string };
/** As it was after the last request, where that was refused. */
const known = new WeakMap<Store, string>();
/** What is wrong with one cell; null: nothing. */
async function wrongIn({ route, role, state }: Cell, scene: Scene, ask: Ask, store: Store): Promise<string | null> {
  const [method = '', url = ''] = route.split(' ');
  const row = table[method === 'HEAD' ? `GET ${url}` : route] as Row;
  const held = scene.held[role];
  const may = row.may === 'everybody' || row.may.includes(role);
  const { path, body } = request(row, url, scene, held, may);
  const before = may ? null : (known.get(store) ?? (await writtenDown(store)));
  known.delete(store);
  const { status, body: said } = await ask<{ reason?: string }>(method, path, body, held);
  const cell = `${route} by ${role}, ${state}: ${status} ${JSON.stringify(said)?.slice(0, 120)}`;
  if (may) return [401, 403].includes(status) || rightsReasons.includes(said?.reason ?? '') ? cell : null;
  const isRefused = [401, 403, 404, 429].includes(status) || (state === 'damaged' && status === 503);
  const isEmpty = method === 'HEAD' ? !said : JSON.stringify(Object.keys(said ?? {})) === '["reason"]';
  if (!isRefused || !isEmpty) return cell;
  const after = await writtenDown(store);
  known.set(store, after);
  if (after !== before) return `${cell} and changed something`;
  // What is not yours looks as what does not exist.
  if (state !== 'planned' || !row.params?.(scene)['id'] || !url.includes('/sessions/:id') || insiders.includes(role))
    return null;
  const far = request(row, url, scene, held, may, idElsewhere);
  const there = await ask(method, far.path, far.body, held);
  return there.status === status && JSON.stringify(there.body) === JSON.stringify(said)
    ? null
    : `${cell} but not elsewhere`;
}

test('each route x role x state that the table does not grant is refused, says nothing and changes nothing; each that it grants is not (V1)', async () => {
  let now = Date.now();
  const clock = () => now;
  const store = openMemoryStore({ now: clock });
  const { routes, ask, app } = await openHouse(store, clock);
  const rows = routes.filter((route) => !route.startsWith('HEAD') && !route.includes('/socket.io'));
  expect(rows.toSorted()).toEqual(Object.keys(table).toSorted());
  const scene = await openRights(app.house, ask, (ms) => {
    now += ms;
  });
  const [wrong, counts] = [[] as string[], { cells: 0, granted: 0 }];
  const all = routes.filter((one) => !/socket[.]io|^HEAD [/][*]/.test(one));
  async function look(state: string, asking: Ask): Promise<void> {
    for (const route of state === 'planned' ? all : all.filter(hangsOnState)) {
      for (const role of roles) {
        counts.cells += 1;
        const found = await wrongIn({ route, role, state }, scene, asking, store);
        if (found) wrong.push(found);
      }
    }
  }
  for (const [state, go] of states) {
    await go(scene);
    known.delete(store);
    await look(state, ask);
  }
  // Damaged on disk, and found so by a server that starts anew.
  const { session } = scene.here;
  const damaged: Store = {
    ...store,
    read: (one, after) =>
      one === session ? Promise.reject(new CorruptLog(session, 3, 'a test')) : store.read(one, after),
  };
  const again = await openHouse(damaged, clock);
  await look('damaged', again.ask);
  console.log(`${counts.cells} cells: ${routes.length} routes x ${roles.length} roles x ${states.length + 1} states`);
  expect(wrong).toEqual([]);
}, 60_000);

const messages: Record<'hello' | 'command' | 'draft' | 'pages', readonly Role[]> = {
  hello: ['seat', 'seatElsewhere', 'wall', 'mini', 'deskTicket', 'otherFacilitator'],
  // Of commands the table in shared/session/decide.ts says more; a wall and who said no hello have none at all.
  command: ['deskTicket'],
  draft: ['seat'],
  pages: ['wall', 'mini'],
};

test('each kind of message x whatever is held, on a line of its own: who may not is refused and changes nothing (V1)', async () => {
  let now = Date.now();
  const store = openMemoryStore({ now: () => now });
  const { ask, app } = await openHouse(store, () => now);
  const scene = await openRights(app.house, ask, (ms) => {
    now += ms;
  });
  const url = await app.listen();
  await deskCommands([{ type: 'OpenStep', step: 'def-duo', from: null }])(scene);
  const { code, secret } = scene.here;
  const cookieOf = (role: Role) => scene.held[role].cookie?.split('=')[1] ?? '';
  const held: [string, string][] = [
    ...roles.map((role): [string, string] => [role, scene.held[role].ticket]),
    ...(['owner', 'coFacilitator', 'ended', 'expired'] as const).map((role): [string, string] => [
      `cookie of ${role}`,
      cookieOf(role),
    ]),
    ...([
      ['the code', code.padEnd(22, 'B')],
      ['the link', secret],
      ['a recovery code', scene.seat.recovery.padEnd(22, 'B')],
    ] as [string, string][]),
  ];
  const sent = {
    command: { commandId: newCommandId(), command: { type: 'LockDoor', locked: true } },
    draft: {
      unit: scene.seat.seat,
      step: 'def-duo',
      item: 'def',
      prompt: 'recognisable',
      values: {},
      at: 0,
      grewFrom: [],
    },
    pages: { pages: 2 },
  };
  const wrong: string[] = [];
  let cells = 0;
  for (const [who, ticket] of held) {
    const socket = openSocket(url);
    onTestFinished(() => void socket.disconnect());
    for (const kind of ['hello', 'command', 'draft', 'pages'] as const) {
      cells += 1;
      const may = messages[kind].includes(who as Role);
      const before = await writtenDown(store);
      const message = kind === 'hello' ? { protocol: protocolVersion, ticket, cursor: null } : sent[kind];
      const answer: { ok: boolean; refusal?: { reason: string } } = await socket
        .timeout(400)
        .emitWithAck(kind, message as never)
        .catch(() => ({ ok: false }));
      const cell = `${kind} by ${who}: ${JSON.stringify(answer).slice(0, 100)}`;
      if (
        kind === 'draft' ? !may && answer.ok : answer.ok !== may && !(kind === 'command' && who === 'otherFacilitator')
      )
        wrong.push(cell);
      if (!answer.ok && (await writtenDown(store)) !== before) wrong.push(`${cell} and changed something`);
      if (kind === 'command' && answer.ok)
        await deskCommands([{ type: 'LockDoor', locked: false }])(scene).catch(() => undefined);
    }
    socket.disconnect();
  }
  console.log(`${cells} cells: 4 messages x ${held.length} tickets, codes and cookies`);
  expect(wrong).toEqual([]);
}, 30_000);
