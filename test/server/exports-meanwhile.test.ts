/** What is taken away while a file is made is in none that leaves: it is made once more, or refused (V4, P2). */
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { buildApp } from '../../server/app.ts';
import { archiveOf, importArchive } from '../../server/exports/archive.ts';
import { isOutdated } from '../../server/exports/outdated.ts';
import { buildWorkshop, type Order } from '../../server/exports/worker/workshop.ts';
import { openLibrary } from '../../server/library/library.ts';
import { openMemoryStore } from '../../server/store/memory/memory-store.ts';
import type { Command } from '../../shared/commands.ts';
import type { Logged } from '../../shared/events.ts';
import { exportStream } from '../../shared/exports.ts';
import { textOf, textsIn } from '../../shared/session/selectors.ts';
import { valuesOf } from '../../shared/session/table.ts';
import { playSession } from '../shared/summary-session.ts';

const played = playSession();
played.wholeAfternoon();
const config = { port: 0, host: '127.0.0.1', dataDir: 'none', publicUrl: undefined };
const workshop = buildWorkshop();
/** While the nth file is made: its log was handed over, and it is not sent yet. */
let meanwhile: ((turn: number) => Promise<void>) | undefined;
let made = 0;
const app = await buildApp({
  config,
  store: openMemoryStore(),
  library: openLibrary([]),
  workshop: {
    ...workshop,
    async make(order: Order) {
      const file = await workshop.make(order);
      await meanwhile?.(++made);
      return file;
    },
  },
});
await importArchive(app.house, archiveOf(played.log), 'facilitator');
const origin = await app.listen();
const signedIn = await fetch(`${origin}/api/sign-in`, {
  method: 'POST',
  headers: { 'content-type': 'application/json', origin },
  body: JSON.stringify({ key: await app.house.access.startKey() }),
});
const cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? '';
afterAll(() => app.close());
beforeEach(() => {
  meanwhile = undefined;
  made = 0;
});

const host = async () => (await app.house.hosts.open('ses1')) ?? expect.fail('no session');
async function give(command: Command, seat?: string): Promise<void> {
  const actor = seat ? ({ role: 'seat', seat } as const) : ({ role: 'desk', facilitator: 'facilitator' } as const);
  const result = await (await host()).give({ command, actor, commandId: `meanwhile-${Math.random()}-aaaaaaaa` });
  expect(result.ok, command.type).toBe(true);
}
const get = (kind: string, accept = '*/*') =>
  fetch(`${origin}/api/sessions/ses1/exports/${kind}`, { headers: { cookie, accept } });

/** An answer that all may read, with its words, and who of its writers may withdraw it. */
async function answered(at: number) {
  const { state } = await host();
  const found = [...valuesOf(state.answers)].filter(
    ({ values, hidden, withdrawn, step }) => !hidden && !withdrawn && step === 'def-duo' && textsIn(values).length > 0,
  )[at];
  const text = textsIn(found?.values ?? {})[0] ?? '';
  const field = Object.entries(found?.values ?? {}).find(([, value]) => value.kind === 'text')?.[0] ?? '';
  return { answer: found?.answer ?? '', words: textOf(state, text), text, field, seat: found?.writers[0] ?? '' };
}
type Answered = Awaited<ReturnType<typeof answered>>;

describe('given an answer that is read, and a file of it in the making', () => {
  const acts: [string, (one: Answered) => Promise<void>][] = [
    ['hidden', ({ answer }) => give({ type: 'HideAnswer', answer, hidden: true })],
    ['withdrawn', ({ answer, seat }) => give({ type: 'WithdrawAnswer', answer }, seat)],
    [
      'covered',
      ({ answer, field, text, words }) =>
        give({
          ...{ type: 'MaskAnswer', answer, field, seen: text, forGood: false },
          spans: [{ from: 0, to: words.length }],
        }),
    ],
  ];
  test.each(acts)('when it is %s, then the file is made once more, without it', async (_name, act) => {
    const one = await answered(0);
    meanwhile = async (turn) => void (turn === 1 && (await act(one)));
    const response = await get('csv');
    expect(response.status).toBe(200);
    expect(made).toBe(2);
    expect(one.words.length).toBeGreaterThan(5);
    const lines = (await response.text()).split('\r\n');
    expect(lines.length).toBeGreaterThan(50);
    expect(lines.some((line) => line.includes(`"${one.words}"`) || line.endsWith(one.words))).toBe(false);
  });
});

test('given something is taken away each time, then it is refused with words, for a stream too', async () => {
  meanwhile = async () => give({ type: 'HideAnswer', answer: (await answered(0)).answer, hidden: true });
  const refused = await get('csv');
  expect([refused.status, await refused.json()]).toEqual([503, { reason: 'tryAgain' }]);
  const stream = await (await get('csv', exportStream)).text();
  expect(stream.trim().split('\n').at(-1)).toBe('{"reason":"tryAgain"}');
  expect(stream).not.toContain('Content');
});

test('given somebody came to sit at another’s phone meanwhile, then a file for research is made once more: their yes is not known (V1)', () => {
  const [last] = played.log.slice(-1);
  const { seat } = played.log.find((event) => event.type === 'ParticipantJoined') ?? expect.fail('nobody');
  const shared = { ...(last ?? expect.fail('no log')), type: 'SeatShared', seat, guest: [] } as unknown as Logged;
  expect(isOutdated(played.log, [...played.log, shared])).toBe(true);
});

test('given words are gone from the log meanwhile (a name), then no archive with them leaves (P2)', async () => {
  const { state } = await host();
  const [seat] = [...valuesOf(state.seats)];
  const name = textOf(state, seat?.name ?? '');
  expect(name).toContain('CANARYNAME');
  meanwhile = async (turn) =>
    void (turn === 1 && (await give({ type: 'RenameSeat', seat: seat?.seat ?? '', name: '' })));
  const response = await get('archive');
  expect([response.status, made]).toEqual([200, 2]);
  expect(await response.text()).not.toContain(`"${name}"`);
});

test('given only more was said meanwhile, then one file is made: a running session keeps nobody waiting', async () => {
  const { answer } = await answered(0);
  await give({ type: 'HideAnswer', answer, hidden: true });
  meanwhile = async () => {
    await give({ type: 'AddNote', kind: 'insight', text: 'Nog een inzicht', item: null, subgroup: null });
    await give({ type: 'HideAnswer', answer, hidden: false });
  };
  expect((await get('csv')).status).toBe(200);
  expect(made).toBe(1);
});

test('given the session is shared no longer when it is made, then who asked gets nothing of it (V1)', async () => {
  const { access, store } = app.house;
  const anke = { id: 'anke', name: 'Anke', nameKey: 'anke', passphrase: null, administrator: false, createdAt: 0 };
  await store.saveFacilitator(anke);
  await store.addShare({ session: 'ses1', facilitator: 'anke', at: 0 });
  const theirs = `${access.cookies.owner}=${await access.cookieFor('anke', 'computer', 'link')}`;
  meanwhile = async () => void (await store.removeShare('ses1', 'anke'));
  const answer = await fetch(`${origin}/api/sessions/ses1/exports/json`, { headers: { cookie: theirs } });
  expect([answer.status, await answer.json()]).toEqual([404, { reason: 'noSuchSession' }]);
});

test('one facilitator has six in the making or waiting at most, so that there is room for others', async () => {
  const { promise: gate, resolve: open } = Promise.withResolvers<void>();
  meanwhile = () => gate;
  const asked = Array.from({ length: 7 }, () => get('json'));
  expect((await Promise.race(asked)).status).toBe(429);
  open();
  const statuses = (await Promise.all(asked)).map(({ status }) => status);
  expect(statuses.sort()).toEqual([200, 200, 200, 200, 200, 200, 429]);
  expect((await get('json')).status).toBe(200);
});
