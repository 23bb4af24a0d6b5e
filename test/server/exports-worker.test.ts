// Exports are made in processes of their own: the same files, few at once, and nobody's acknowledgement waits for them.
import { once } from 'node:events';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildApp } from '../../server/app.ts';
import { archiveOf, importArchive } from '../../server/exports/archive.ts';
import { allKinds, exportFile } from '../../server/exports/register.ts';
import { buildWorkshop, type Order, type Progress, type Workshop } from '../../server/exports/worker/workshop.ts';
import { openLibrary } from '../../server/library/library.ts';
import { openMemoryStore } from '../../server/store/memory/memory-store.ts';
import { type ExportLine, exportStream } from '../../shared/exports.ts';
import { playSession } from '../shared/summary-session.ts';

const played = playSession();
played.wholeAfternoon();
const log = () => played.log;
const never = new AbortController().signal;

test.each(allKinds)('%s made by a worker is the one made here, and has its name (S3)', async (kind) => {
  const workshop = buildWorkshop();
  const { name, body } = await workshop.make({ kind, log, signal: never });
  expect(name).toMatch(/^in-gesprek_[a-z0-9_-]+\.[a-z]+$/);
  expect(body).toBeInstanceOf(Uint8Array);
  expect(Buffer.from(body).equals(Buffer.from((await exportFile(played.log, kind)).body))).toBe(true);
  expect(workshop.busy()).toBe(0);
});

test('given two are being made, then a third waits its turn and hears how many are ahead', async () => {
  const workshop = buildWorkshop({ atOnce: 2 });
  const order: string[] = [];
  const make = (name: string) => {
    const tell = (progress: Progress) => {
      if ('ahead' in progress) order.push(`${name} waits for ${progress.ahead}`);
    };
    const given = () => {
      order.push(`${name} beside ${workshop.busy() - 1}`);
      return played.log;
    };
    return workshop.make({ kind: 'csv', log: given, signal: never, tell });
  };
  await Promise.all(['a', 'b', 'c', 'd'].map(make));
  expect(order.slice(0, 4).toSorted()).toEqual(['a beside 0', 'b beside 1', 'c waits for 1', 'd waits for 2']);
  expect(order).toContain('d waits for 1');
  expect(order.filter((line) => line.includes('beside')).every((line) => /beside [01]$/.test(line))).toBe(true);
});

test('given whoever asked goes away, then its worker is gone, and so is whoever waited; the next one is made', async () => {
  const workshop = buildWorkshop({ atOnce: 1 });
  const [first, second] = [new AbortController(), new AbortController()];
  const started = Promise.withResolvers<void>();
  const given = () => {
    started.resolve();
    return played.log;
  };
  const made = workshop.make({ kind: 'markdown', log: given, signal: first.signal });
  const waiting = workshop.make({ kind: 'csv', log, signal: second.signal });
  const third = workshop.make({ kind: 'csv', log, signal: never });
  await started.promise;
  expect(workshop.busy()).toBe(1);
  second.abort();
  await expect(waiting).rejects.toThrow();
  first.abort();
  await expect(made).rejects.toThrow();
  expect((await third).name).toMatch(/antwoorden/);
  expect(workshop.busy()).toBe(0);
});

test('given too many wait already, then one more is refused at once', async () => {
  const workshop = buildWorkshop({ atOnce: 1, mostWaiting: 1 });
  const [a, b] = [
    workshop.make({ kind: 'csv', log, signal: never }),
    workshop.make({ kind: 'csv', log, signal: never }),
  ];
  await expect(workshop.make({ kind: 'csv', log, signal: never })).rejects.toMatchObject({ name: 'TooManyExports' });
  await Promise.all([a, b]);
});

test('given a file takes more memory or time than it may, then its own process dies of it and says no words (P4)', async () => {
  const small = buildWorkshop({ megabytes: 4 });
  const failed = await small.make({ kind: 'csv', log, signal: never }).catch((error: unknown) => error);
  expect(failed).toMatchObject({ name: 'WorkFailed', message: '' });
  const slow = buildWorkshop({ longest: 1 });
  await expect(slow.make({ kind: 'csv', log, signal: never })).rejects.toMatchObject({ code: 'timeout' });
  expect([small.busy(), slow.busy()]).toEqual([0, 0]);
});

let onMake: (order: Order) => void = () => {};
const watched = (workshop: Workshop): Workshop => ({
  ...workshop,
  make(order) {
    onMake(order);
    return workshop.make(order);
  },
});
const config = { port: 0, host: '127.0.0.1', dataDir: 'none', publicUrl: undefined };
/** A second server has too little memory for an export. */
const apps: Record<'whole' | 'small', { app: Awaited<ReturnType<typeof buildApp>>; origin: string; cookie: string }> =
  {} as never;
beforeAll(async () => {
  for (const [name, workshop] of [
    ['whole', watched(buildWorkshop())],
    ['small', buildWorkshop({ megabytes: 4 })],
  ] as const) {
    const app = await buildApp({ config, store: openMemoryStore(), library: openLibrary([]), workshop });
    await importArchive(app.house, archiveOf(played.log), 'facilitator');
    const origin = await app.listen();
    const signedIn = await fetch(`${origin}/api/sign-in`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin },
      body: JSON.stringify({ key: await app.house.access.startKey() }),
    });
    apps[name] = { app, origin, cookie: signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? '' };
  }
});
afterAll(() => Promise.all(Object.values(apps).map(({ app }) => app.close())));

const get = ({ origin, cookie }: { origin: string; cookie: string }, kind: string, accept = '*/*') =>
  fetch(`${origin}/api/sessions/ses1/exports/${kind}`, { headers: { cookie, accept } });

/** The lines before the file, and the file. */
function readStream(bytes: Uint8Array): { lines: ExportLine[]; file: string } {
  const lines: ExportLine[] = [];
  let rest = bytes;
  for (;;) {
    const end = rest.indexOf(10);
    if (end < 0) return { lines, file: '' };
    const line = JSON.parse(new TextDecoder().decode(rest.subarray(0, end))) as ExportLine;
    lines.push(line);
    rest = rest.subarray(end + 1);
    if ('file' in line) return { lines, file: new TextDecoder().decode(rest) };
  }
}

test('a screen that asks for it hears how far the file is, and then gets the same file', async () => {
  const plain = await (await get(apps.whole, 'csv-excel')).text();
  const response = await get(apps.whole, 'csv-excel', exportStream);
  expect(response.headers.get('content-type')).toBe(exportStream);
  const { lines, file } = readStream(await response.bytes());
  expect(file).toBe(plain);
  expect(lines.at(-1)).toMatchObject({
    file: { name: expect.stringMatching(/\.csv$/), contentType: 'text/csv; charset=utf-8' },
  });
});

test('what cannot be made is a refusal with words, for a person and for a program, and no trace of the program', async () => {
  const forPerson = await get(apps.small, 'csv', 'text/html,*/*;q=0.8');
  expect([forPerson.status, forPerson.headers.get('content-disposition')]).toEqual([503, null]);
  expect(await forPerson.text()).toMatch(/kon nu niet worden gemaakt/);
  const forProgram = await get(apps.small, 'csv');
  expect([forProgram.status, await forProgram.json()]).toEqual([503, { reason: 'tryAgain' }]);
  const { lines } = readStream(await (await get(apps.small, 'csv', exportStream)).bytes());
  expect(lines).toEqual([{ reason: 'tryAgain' }]);
});

test.each(['*/*', exportStream])(
  'given a download (%s) is broken off, then the making of it is too',
  async (accept) => {
    const gone = new AbortController();
    const asked = Promise.withResolvers<AbortSignal>();
    onMake = ({ signal }) => asked.resolve(signal);
    const { origin, cookie } = apps.whole;
    const download = fetch(`${origin}/api/sessions/ses1/exports/json`, {
      headers: { cookie, accept },
      signal: gone.signal,
    });
    const signal = await asked.promise;
    gone.abort();
    await download.then(
      () => undefined,
      () => undefined,
    );
    if (!signal.aborted) await once(signal, 'abort');
    expect(signal.aborted).toBe(true);
  },
);
