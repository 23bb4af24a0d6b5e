/** The operator's self-check: forty assertions and more, each with what to do, and each able to fail. */
import { once } from 'node:events';
import { chmodSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Facts } from '../../server/check-up/facts.ts';
import { gatherFacts } from '../../server/check-up/facts.ts';
import { judged } from '../../server/check-up/register.ts';
import { type CheckFinding, type CheckId, checkGroups } from '../../shared/check-up.ts';
import { checks as english } from '../../shared/words/check-up.en.ts';
import { checks as dutch } from '../../shared/words/check-up.nl.ts';
import { runProgram, startProgram } from '../support/server-process.ts';
import { openServer } from '../support/server-scene.ts';
import { newDataFolder } from '../support/server-stores.ts';

const ids = Object.values(checkGroups).flat();
const keeping = { lookedAt: () => Date.now(), overdue: async () => [] };
const outcomeOf = (facts: Facts, id: CheckId) => judged(facts).find((one) => one.id === id)?.outcome;

test('there are forty assertions or more, each with a claim and a remedy of its own in both languages', () => {
  expect(ids.length).toBeGreaterThanOrEqual(40);
  expect(new Set(ids).size).toBe(ids.length);
  for (const words of [dutch, english]) {
    expect(new Set(ids.map((id) => words[id][0])).size).toBe(ids.length);
    for (const id of ids) expect(words[id].map((text) => text.length > 5)).toEqual([true, true]);
  }
});

test('a fresh server on its own passes all that the program itself answers for', async () => {
  const folder = newDataFolder();
  const server = await openServer({ folder });
  const facts = await gatherFacts(server.house, keeping);
  const ours: (keyof typeof checkGroups)[] = ['headers', 'store', 'time'];
  const wrong = judged(facts).filter(({ group, outcome }) => ours.includes(group) && outcome === 'wrong');
  expect(wrong).toEqual([]);
  const well: CheckId[] = ['addressReached', 'ownOrigin', 'foreignOrigin', 'polling', 'websocket', 'answersNotCached'];
  expect(well.map((id) => outcomeOf(facts, id))).toEqual(well.map(() => 'well'));
  expect(outcomeOf(facts, 'backupMade')).toBe('wrong');
  expect(outcomeOf(facts, 'https')).toBe('wrong');
});

test('what an operator got wrong is found: an open folder, no backup, an address that nobody answers', async () => {
  const folder = newDataFolder();
  const server = await openServer({ folder, publicUrl: 'https://127.0.0.1:9' });
  chmodSync(folder, 0o755);
  chmodSync(join(folder, 'keys.db'), 0o644);
  const facts = await gatherFacts(server.house, keeping);
  const found: CheckId[] = ['addressReached', 'certificateTrusted', 'polling', 'websocket', 'folderOwn', 'filesOwn'];
  expect(found.map((id) => outcomeOf(facts, id))).toEqual(found.map(() => 'wrong'));
  expect(outcomeOf(facts, 'contentPolicy')).toBe('unknown');
});

/** One fact spoiled, and the assertion that has to see it. */
const spoiled: [CheckId, (facts: Facts) => Partial<Facts>][] = [
  ['firstPassphrase', ({ people }) => ({ people: { ...people, hasFirstPassphrase: false } })],
  ['fewAdministrators', ({ people }) => ({ people: { ...people, administrators: 6 } })],
  ['freeSpace', ({ disk }) => ({ disk: disk && { ...disk, free: 2 ** 20 } })],
  ['freeShare', ({ disk }) => ({ disk: disk && { ...disk, share: 0.01 } })],
  ['freeFiles', ({ disk }) => ({ disk: disk && { ...disk, files: 0 } })],
  ['localDisk', ({ disk }) => ({ disk: disk && { ...disk, unsafe: 'NFS' } })],
  ['writeTime', () => ({ writeMs: null })],
  ['fullSync', ({ settings }) => ({ settings: settings && { ...settings, synchronous: 1 } })],
  ['writeAhead', ({ settings }) => ({ settings: settings && { ...settings, journal: 'delete' } })],
  ['wiping', ({ settings }) => ({ settings: settings && { ...settings, wipes: false } })],
  ['exclusive', ({ settings }) => ({ settings: settings && { ...settings, locking: 'normal' } })],
  ['logSize', ({ settings }) => ({ settings: settings && { ...settings, logBytes: 2 ** 30 } })],
  ['keysFile', ({ settings }) => ({ settings: settings && { ...settings, hasKeys: false } })],
  ['sqliteVersion', ({ settings }) => ({ settings: settings && { ...settings, version: '3.50.9' } })],
  ['backupAge', ({ now }) => ({ last: { keys: '/k', keysAt: 0, backup: '/b', madeAt: now - 49 * 3_600_000 } })],
  ['backupThere', ({ now }) => ({ last: { keys: '/k', keysAt: 0, backup: '/b', madeAt: now } })],
  ['keysFresh', ({ now }) => ({ stale: 1, last: { keys: '/k', keysAt: 0, backup: '/b', madeAt: now } })],
  ['keysApart', ({ now }) => ({ last: { keys: '/b/keys', keysAt: 0, backup: '/b/1', madeAt: now } })],
  ['otherDisk', () => ({ devices: { data: 7, backup: 7 } })],
  ['clockPlausible', () => ({ now: Date.UTC(2001, 0, 1) })],
  ['clockForward', ({ now }) => ({ newest: now + 60_000 })],
  ['retentionRan', () => ({ lookedAt: null })],
  ['nothingOverdue', () => ({ overdue: 1 })],
  ['keepAtMost', () => ({ keepAtMost: 732 })],
  ['nodeVersion', () => ({ node: '24.14.9' })],
  ['built', () => ({ builtAt: null })],
  ['scriptsRead', () => ({ scripts: { read: 5, refused: 1 } })],
  ['notRoot', () => ({ account: 0 })],
  ['secretFilesOwn', () => ({ openSecrets: ['SMTP_URL_FILE'] })],
  ['noInspector', () => ({ isInspected: true })],
  ['noDebug', () => ({ talkative: ['DEBUG'] })],
  ['memoryOwn', ({ memoryAll }) => ({ memoryOwn: memoryAll })],
  ['memoryFree', () => ({ memoryFree: 2 ** 20 })],
  ['loopDelay', () => ({ delayMs: 400 })],
  ['proxyKnown', () => ({ isUnheard: true })],
  ['openFiles', () => ({ openFiles: 1_024 })],
  ['noForeignParts', ({ page }) => ({ page: page && { ...page, text: '<script src="https://cdn.example/x.js">' } })],
  ['pollingQuick', ({ handshake }) => ({ handshake: handshake && { ...handshake, ms: 9_000 } })],
  ['contentPolicy', () => ({ header: () => '' })],
  ['trustedTypes', () => ({ header: () => '' })],
  ['frames', () => ({ header: () => '' })],
  ['noSniff', () => ({ header: () => '' })],
  ['referrer', () => ({ header: () => '' })],
  ['permissions', () => ({ header: () => '' })],
  ['notIndexed', () => ({ header: () => '' })],
  ['noServerName', () => ({ header: () => 'nginx/1.18' })],
  ['strictTransport', () => ({ isHttps: true, header: () => '' })],
  [
    'certificateDays',
    ({ now }) => ({ isHttps: true, certificate: { trusted: true, madeHere: false, until: now, protocol: 'TLSv1.3' } }),
  ],
  [
    'tlsVersion',
    ({ now }) => ({ isHttps: true, certificate: { trusted: true, madeHere: false, until: now, protocol: 'TLSv1.1' } }),
  ],
];
test('a proxy that does not say for whom it asks is found, and one that does is well', async () => {
  const outcomes: (string | undefined)[] = [];
  for (const forWhom of [{}, { 'x-forwarded-for': '192.0.2.7' }]) {
    let to = '';
    const proxy = createServer(async ({ url = '/' }, response) => {
      const answer = await fetch(to + url, { headers: forWhom as Record<string, string> });
      response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' });
      response.end(await answer.text());
    }).listen(0, '127.0.0.1');
    onTestFinished(() => void proxy.close());
    await once(proxy, 'listening');
    const { port } = proxy.address() as AddressInfo;
    const server = await openServer({ publicUrl: `http://127.0.0.1:${port}` });
    to = server.url;
    outcomes.push(outcomeOf(await gatherFacts(server.house, keeping), 'forWhom'));
  }
  expect(outcomes).toEqual(['wrong', 'well']);
});

test('an assertion fails where what it is about is wrong', async () => {
  const server = await openServer({ folder: newDataFolder() });
  const facts = await gatherFacts(server.house, keeping);
  const missed = spoiled.filter(([id, spoil]) => outcomeOf({ ...facts, ...spoil(facts) }, id) !== 'wrong');
  expect(missed.map(([id]) => id)).toEqual([]);
});

test('the page is for the facilitator alone, and holds no words of people (P4)', async () => {
  const server = await openServer();
  await server.planSession();
  expect((await server.call('GET', '/api/check-up')).status).toBe(401);
  const { status, body } = await server.asFacilitator<CheckFinding[]>('GET', '/api/check-up');
  expect([status, body.map(({ id }) => id)]).toEqual([200, ids]);
  expect(JSON.stringify(body)).not.toContain('Proefsessie');
});

test('the command says it on the terminal, in the language of the machine, and ends with 1 where something is wrong', async () => {
  const folder = newDataFolder();
  await startProgram({ DATA_DIR: folder });
  for (const [LANG, claim] of [
    ['nl_NL.UTF-8', dutch.backupMade],
    ['en_GB.UTF-8', english.backupMade],
  ] as const) {
    const { code, output } = await runProgram('check-up/main.ts', { DATA_DIR: folder, LANG }).ended;
    expect(code).toBe(1);
    for (const text of claim) expect(output).toContain(text);
  }
  const { code, errors } = await runProgram('check-up/main.ts', { DATA_DIR: newDataFolder() }).ended;
  expect([code, errors.trim().split('\n').length]).toEqual([1, 1]);
});
