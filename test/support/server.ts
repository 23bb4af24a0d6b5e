/** A real server on a free port for one test, with the facilitator signed in. */
import { join } from 'node:path';
import { buildApp } from '../../server/app.ts';
import type { Config } from '../../server/config.ts';
import type { Workshop } from '../../server/exports/worker/workshop.ts';
import type { House } from '../../server/house.ts';
import { type Library, openLibrary } from '../../server/library/library.ts';
import { newId } from '../../server/live/hosts.ts';
import type { Wire } from '../../server/nodes/news.ts';
import type { OidcConfig } from '../../server/oidc-settings.ts';
import { openMemoryStore } from '../../server/store/memory/memory-store.ts';
import { openSqliteStore } from '../../server/store/sqlite/sqlite-store.ts';
import type { Store } from '../../server/store/store.ts';
import type { DeskAccess, Joined } from '../../shared/api.ts';
import { nameKeyOf } from '../../shared/passphrase.ts';
import { newCommandId } from './client.ts';

const sessions = join(import.meta.dirname, '../../sessions');
/** A thousandth of the work. */
const light = { ln: 7, r: 8, p: 1 };
let shared: Library | undefined;
/** The scripts of this repository, read once. */
export function scriptsOfTests(): Library {
  shared ??= openLibrary([sessions]);
  return shared;
}

export type Planned = DeskAccess & { join: (more?: Partial<Newcomer>) => Promise<Joined> };
type Newcomer = { entry: string; commandId: string; people: number; perspectives: string[]; name: string };
export type Answered<T> = { status: number; body: T; headers: Headers };
export type TestServer = Awaited<ReturnType<typeof startServer>>;

type Options = {
  store?: Store;
  /** Keeps the data in this folder, with SQLite. */
  folder?: string;
  publicUrl?: string;
  keepAtMost?: number;
  /** By default a program on this machine may say for whom it asks: tests come from everywhere. */
  proxies?: readonly string[];
  mostPhones?: number;
  mail?: Config['mail'];
  clock?: () => number;
  library?: Library;
  /** Passphrases are hashed as for people, not for tests. */
  isStrong?: boolean;
  oidc?: OidcConfig;
  /** Told what an operator is told. */
  say?: (line: string) => void;
  /** To other nodes on the same store. */
  wire?: Wire;
  workshop?: Workshop;
};

export async function startServer({
  store,
  folder,
  publicUrl,
  keepAtMost,
  proxies = ['127.0.0.0/8', '::1'],
  mostPhones = 100_000,
  mail,
  clock,
  library,
  isStrong,
  oidc,
  say,
  wire,
  workshop,
}: Options = {}) {
  const opened = store ?? (folder ? openSqliteStore({ folder }) : openMemoryStore());
  shared ??= openLibrary([sessions]);
  const own = { port: 0, host: '127.0.0.1', dataDir: folder ?? 'memory' };
  const config = {
    ...own,
    publicUrl,
    proxies,
    mostPhones,
    ...(keepAtMost && { keepAtMost }),
    ...(mail && { mail }),
    oidc,
  };
  const app = await buildApp({
    config,
    store: opened,
    library: library ?? scriptsOfTests(),
    ...(clock && { clock }),
    ...(say && { say }),
    ...(wire && { wireOf: () => wire }),
    ...(workshop && { workshop }),
    ...(!isStrong && { passphraseCost: light }),
  });
  await app.listen();
  const url = `http://127.0.0.1:${app.portOf()}`;
  const house: House = app.house;
  const key = await house.access.startKey();
  const signedIn = await call('POST', '/api/sign-in', { key });
  const cookie = cookieOf(signedIn);

  /** One request; the facilitator's cookie goes along unless `headers` has another. */
  async function call<T = Record<string, unknown>>(
    method: 'GET' | 'POST' | 'DELETE',
    path: string,
    body?: object,
    headers: Record<string, string> = {},
  ): Promise<Answered<T>> {
    const response = await fetch(url + path, {
      method,
      headers: { ...(body && { 'content-type': 'application/json' }), ...headers },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json');
    return { status: response.status, body: (isJson ? JSON.parse(text) : text) as T, headers: response.headers };
  }
  const asFacilitator = <T = Record<string, unknown>>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object) =>
    call<T>(method, path, body, { cookie });

  /** One more facilitator, signed in; without the work of a passphrase. */
  async function another(name: string, administrator = false) {
    const facilitator = { id: newId(), name, nameKey: nameKeyOf(name), passphrase: null, administrator };
    await opened.saveFacilitator({ ...facilitator, createdAt: house.clock() });
    const own = `${house.access.cookies.owner}=${await house.access.cookieFor(facilitator.id, 'computer', 'link')}`;
    const as = <T = Record<string, unknown>>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object) =>
      call<T>(method, path, body, { cookie: own });
    return { id: facilitator.id, name, cookie: own, call: as };
  }

  async function planSession(
    script = 'win-professionele-werkplaatsen',
    more: { language?: 'nl' | 'en'; fillIns?: Record<string, string[]> } = {},
  ): Promise<Planned> {
    const details = { language: 'nl', title: 'Proefsessie', date: '2026-11-24', place: 'Utrecht' };
    const plan = { ...details, script, partner: '', collaboration: '', pairing: 'automatic', fillIns: {}, ...more };
    const planned = await asFacilitator<{ session: string }>('POST', '/api/sessions', plan);
    if (planned.status !== 200) throw new Error(`not planned: ${JSON.stringify(planned.body)}`);
    const desk = await asFacilitator<DeskAccess>('GET', `/api/sessions/${planned.body.session}/desk`);
    return {
      ...desk.body,
      async join(more = {}) {
        const newcomer = { entry: desk.body.secret, commandId: newCommandId(), people: 1, perspectives: [], name: '' };
        const joined = await call<Joined>('POST', '/api/join', { ...newcomer, ...more });
        if (joined.status !== 200) throw new Error(`not joined: ${JSON.stringify(joined.body)}`);
        return joined.body;
      },
    };
  }

  let stopped = false;
  return {
    url,
    house,
    cookie,
    call,
    asFacilitator,
    another,
    planSession,
    deleteOverdue: app.deleteOverdue,
    closeUnled: app.closeUnled,
    sendDueMails: app.sendDueMails,
    async stop(): Promise<void> {
      if (stopped) return;
      stopped = true;
      await app.close();
    },
  };
}

export const cookieOf = ({ headers }: Answered<unknown>): string => headers.getSetCookie()[0]?.split(';')[0] ?? '';
