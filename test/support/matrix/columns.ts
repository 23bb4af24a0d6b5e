/** All that leaves the house about one session: each output as one text, in which a row of the matrix is looked for. */
import { join } from 'node:path';
import { buildApp } from '../../../server/app.ts';
import { archiveOf, importArchive } from '../../../server/exports/archive.ts';
import { allKinds } from '../../../server/exports/register.ts';
import { logOptions } from '../../../server/http/log.ts';
import { openLibrary } from '../../../server/library/library.ts';
import { hashOf, newSecret } from '../../../server/secrets.ts';
import { openMemoryStore } from '../../../server/store/memory/memory-store.ts';
import type { ExportKind } from '../../../shared/exports.ts';
import type { StreamName } from '../../../shared/protocol.ts';
import { valuesOf } from '../../../shared/session/table.ts';
import { streamsOf, wallOf } from '../../../shared/views/audience.ts';
import { exportText } from '../exported.ts';
import type { ColumnKind, Row } from './said.ts';
import { check, links, type playMatrix } from './session.ts';

type Played = ReturnType<typeof playMatrix>;
export type Column = { name: string; kind: ColumnKind; read: (row: Row) => string };

const sessions = join(import.meta.dirname, '../../../sessions');

/** Files with all that the summary says, and those without a word of anybody; the others hold the answers. */
const documents: readonly ExportKind[] = ['pdf', 'docx', 'markdown', 'xlsx', 'qdpx', 'json'];
const wordless: readonly ExportKind[] = [
  ...(['figure-svg', 'counts-csv', 'counts-csv-excel', 'qdc', 'qdc-mechanisms'] as const),
  ...(['moderation-csv', 'moderation-csv-excel'] as const),
];
function kindOf(kind: ExportKind): ColumnKind {
  if (kind === 'archive') return 'archive';
  if (documents.includes(kind)) return 'document';
  return wordless.includes(kind) ? 'wordless' : 'answers';
}

/** A server that has both sessions; whoever signed in, and what it wrote in its own log, at its most talkative. */
export async function openMatrixServer({ room, log, checkLog }: Pick<Played, 'room' | 'log' | 'checkLog'>) {
  const lines: string[] = [];
  const stream = { write: (line: string) => void lines.push(line) };
  const logger = { ...logOptions, level: 'trace', stream };
  const config = { port: 0, host: '127.0.0.1', dataDir: 'none', publicUrl: undefined };
  const [store, clock] = [openMemoryStore({ now: () => room.now }), () => room.now];
  const app = await buildApp({ config, store, library: openLibrary([sessions]), clock, logger });
  for (const one of [log, checkLog]) {
    const imported = await importArchive(app.house, archiveOf(one), 'facilitator');
    if (!imported.ok) throw new Error(imported.reason);
  }
  const origin = await app.listen();
  const ask = async (path: string, body?: object, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(origin + path, {
      method: body ? 'POST' : 'GET',
      headers: { origin, ...(body && { 'content-type': 'application/json' }), ...headers },
      ...(body && { body: JSON.stringify(body) }),
    });
  const signedIn = await ask('/api/sign-in', { key: await app.house.access.startKey() });
  const cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const atDesk = async (path: string): Promise<string> => {
    const response = await ask(path, undefined, { cookie });
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return response.text();
  };
  /** A team's link under this name. */
  async function linkCalled(id: string): Promise<string> {
    const secret = newSecret();
    const terms = JSON.stringify({ lock: null, comments: true });
    const times = { createdAt: room.now, expiresAt: room.now + 86_400_000 };
    const grant = { id, kind: 'summary', session: 'room', subject: 'facilitator', terms, ...times } as const;
    await store.addGrant(hashOf(secret), grant);
    return secret;
  }
  const ownLink = await linkCalled(links.own);
  const otherLink = await linkCalled('link-of-nobody');
  return { app, ask, atDesk, ownLink, otherLink, lines, close: () => app.close() };
}
export type MatrixServer = Awaited<ReturnType<typeof openMatrixServer>>;

const always = (name: string, kind: ColumnKind, text: string): Column => ({ name, kind, read: () => text });

function screens({ room, seats }: Played): Column[] {
  const { state, streams } = room;
  const told = (names: readonly StreamName[]) => JSON.stringify(streams.since([...names], {}));
  const units = [...valuesOf(state.units)].map(({ unit }): StreamName => `unit:${unit}`);
  const phones: StreamName[] = [
    ...(['phones', 'subgroup:a', 'subgroup:b'] as const),
    ...seats.map((seat): StreamName => `seat:${seat}`),
    ...units,
  ];
  const ownOf = ({ owners }: Row): StreamName[] =>
    owners.flatMap((seat) => streamsOf(state, seat).filter((name) => /^(seat|unit):/.test(name)));
  return [
    always('the desk', 'desk', told(['desk'])),
    always('the wall', 'wall', told(['wall'])),
    always('the wall of a', 'wall of a subgroup', told([wallOf('a')])),
    always('the wall of b', 'wall of a subgroup', told([wallOf('b')])),
    { name: 'the phones of its writers', kind: 'own phone', read: (row) => told(ownOf(row)) },
    {
      name: 'the phones of others',
      kind: 'other phones',
      read: (row) => told(phones.filter((name) => !ownOf(row).includes(name))),
    },
  ];
}

async function pages({ seats }: Played, { app, ask, atDesk, ownLink, otherLink }: MatrixServer): Promise<Column[]> {
  const { ticket } = await app.house.access.seatTicket('room', seats[4] ?? '');
  const read = async (path: string, token: string, version?: number) => {
    const response = await ask(path, { token, ...(version && { version }) });
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return response.text();
  };
  const summary = (token: string, version?: number) => read('/api/summary/read', token, version);
  return [
    always('the summary by the link that wrote', 'own link', await summary(ownLink)),
    always('the summary by another link', 'summary', await summary(otherLink)),
    always('the summary by a seat', 'summary', await summary(ticket)),
    always('the version before, by another link', 'earlier version', await summary(otherLink, 1)),
    always('the version before, by a seat', 'earlier version', await summary(ticket, 1)),
    always('the version before, at the desk', 'earlier version', await atDesk('/api/sessions/room/summary/1')),
    always('the newest version, at the desk', 'summary', await atDesk('/api/sessions/room/summary/2')),
    always('the draft', 'draft', await atDesk('/api/sessions/room/summary')),
    always('looking back by a link', 'replay', await read('/api/replay/read', ownLink)),
    always('looking back by a seat', 'replay', await read('/api/replay/read', ticket)),
    always('looking back at the desk', 'replay', await atDesk('/api/sessions/room/replay')),
    always('looking back on the wall of a', 'replay', await atDesk('/api/sessions/room/replay?wall=a')),
    always('looking back on the wall of b', 'replay', await atDesk('/api/sessions/room/replay?wall=b')),
    always('the comparison', 'comparison', await atDesk(`/api/compare?script=room&sessions=room,${check}`)),
    always('the start page', 'rows', await atDesk('/api/home')),
    always('the rows of checks', 'rows', await atDesk('/api/sessions/room/checks')),
    always('the rows of links', 'rows', await atDesk('/api/sessions/room/summary-links')),
    always('the rows of invitations', 'rows', await atDesk('/api/sessions/room/invitations')),
    always('what a desk begins with', 'rows', await atDesk('/api/sessions/room/desk')),
    always('the addresses', 'addresses', await atDesk('/api/interests.csv')),
  ];
}

export async function columnsOf(played: Played, server: MatrixServer): Promise<Column[]> {
  const { ask, app, lines } = server;
  const { ticket } = await app.house.access.seatTicket('room', played.seats[0] ?? '');
  await ask('/api/interest', { ticket, email: `${played.said.say('address', 'address')}@example.org` });
  await ask(`/api/sessions/room/exports/${played.said.rows()[0]?.word}`, undefined, {});
  const host = await app.house.hosts.open('room');
  if (!host) throw new Error('no session');
  const files: Column[] = [];
  for (const kind of allKinds) files.push(always(`export ${kind}`, kindOf(kind), await exportText(host.log(), kind)));
  return [
    ...screens(played),
    ...(await pages(played, server)),
    ...files,
    always('the server’s own log', 'log lines', lines.join('')),
  ];
}
