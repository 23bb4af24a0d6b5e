/** A certificate of its own: HTTPS on one port, plain for this machine alone, and nobody locked out by it. */

import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { request as plainRequest } from 'node:http';
import { request } from 'node:https';
import { connect } from 'node:net';
import { join } from 'node:path';
import { type ConnectionOptions, connect as connectTls } from 'node:tls';
import { io } from 'socket.io-client';
import { expect, onTestFinished, test } from 'vitest';
import { buildApp } from '../../server/app.ts';
import { type Certificate, certificateFiles, readCertificate } from '../../server/certificate/certificate.ts';
import { type Made, makeCertificate } from '../../server/certificate/make-certificate.ts';
import { openLibrary } from '../../server/library/library.ts';
import { openMemoryStore } from '../../server/store/memory/memory-store.ts';
import { runProgram, startProgram } from '../support/server-process.ts';
import { newDataFolder } from '../support/server-stores.ts';

/** What a TLS record begins with. */
const handshake = 22;

type Answer = { status: number | undefined; headers: Record<string, string | string[] | undefined>; text: string };
type Asked = { port: string; path?: string; from?: string; ca?: string; body?: object };

const answerTo = (send: typeof request | typeof plainRequest, { port, path = '/healthz', from, ca, body }: Asked) =>
  new Promise<Answer>((resolve, reject) => {
    const headers = body && { 'content-type': 'application/json' };
    const options = { host: '127.0.0.1', port, path, ca, localAddress: from, agent: false, headers };
    const asking = send({ ...options, method: body ? 'POST' : 'GET' }, (response) => {
      let text = '';
      response.on('data', (part) => {
        text += part;
      });
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, text }));
    });
    asking.on('error', reject);
    asking.end(body && JSON.stringify(body));
  });
const overTls = (asked: Asked) => answerTo(request, asked);
const plain = (asked: Asked) => answerTo(plainRequest, asked);

const [made, other] = (await Promise.all(
  [1, 2].map(() => makeCertificate(['gesprek.local', '127.0.0.1'], Date.now())),
)) as [Made, Made];

/** A data folder with these files of a certificate. */
function folderWith(files: Partial<Record<keyof typeof certificateFiles, string>>): string {
  const folder = newDataFolder();
  mkdirSync(join(folder, 'certificate'), { recursive: true });
  for (const name of ['certificate', 'key', 'issuer'] as const) {
    const text = files[name];
    if (text !== undefined) writeFileSync(join(folder, 'certificate', certificateFiles[name]), text);
  }
  return folder;
}
/** A server of this process that speaks with this certificate. */
async function open(certificate: Certificate) {
  const config = { port: 0, host: '127.0.0.1', dataDir: 'memory', publicUrl: undefined, certificate };
  const app = await buildApp({ config, store: openMemoryStore(), library: openLibrary([]) });
  await app.listen();
  return { port: String(app.portOf()), close: app.close };
}
async function serve(certificate: Certificate = made): Promise<string> {
  const { port, close } = await open(certificate);
  onTestFinished(close);
  return port;
}

/** What is spoken with who can do this; `refused`. */
const spoken = (port: string, options: ConnectionOptions) =>
  new Promise<string>((resolve) => {
    const socket = connectTls({ host: '127.0.0.1', port: Number(port), ca: made.issuer, ...options }, () => {
      resolve(`${socket.getProtocol()} ${socket.getCipher().name}`);
      socket.destroy();
    });
    socket.once('error', () => resolve('refused'));
  });
const old = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' } as const;

test('npm run certificate makes what a server then speaks HTTPS with, for its own names, its key for its owner alone', async () => {
  const folder = newDataFolder();
  const { code, output } = await runProgram('certificate/main.ts', { DATA_DIR: folder }, ['gesprek.example']).ended;
  expect([code, output]).toEqual([0, expect.stringMatching(/gesprek\.example, localhost[\s\S]*[0-9a-f]{64}/)]);
  const files = readCertificate(folder);
  const server = await startProgram({ DATA_DIR: folder });
  const port = new URL(server.url).port;
  expect(await overTls({ port, ca: files?.issuer ?? '' })).toMatchObject({ status: 200 });
  // The self-check asks by HTTPS, and knows what was made here.
  const checked = await runProgram('check-up/main.ts', { DATA_DIR: folder }).ended;
  expect(checked.output).toContain(`https://127.0.0.1:${port}`);
  await expect(overTls({ port })).rejects.toThrow(/certificate/);
  const again = await runProgram('certificate/main.ts', { DATA_DIR: folder }).ended;
  expect(again.code).toBe(0);
  expect(readCertificate(folder)?.key).not.toBe(files?.key);
});

test('HTTPS and plain HTTP come in by one port: plain for this machine alone, and who comes plain from elsewhere is sent on', async () => {
  const port = await serve();
  // 127.0.0.2 is not the address that this machine calls itself by: whoever comes from there is somebody else.
  const elsewhere = { port, from: '127.0.0.2' };
  expect(await plain({ port })).toMatchObject({ status: 200 });
  expect(await overTls({ ...elsewhere, ca: made.issuer })).toMatchObject({ status: 200 });
  const sentOn = await plain({ ...elsewhere, path: '/bureau?a=1' });
  expect(sentOn).toMatchObject({ status: 308, text: '' });
  expect(sentOn.headers['location']).toBe(`https://127.0.0.1:${port}/bureau?a=1`);
  // A program that speaks plainly is not helped to go on: it would not notice what it gave away.
  for (const path of ['/socket.io/?EIO=4&transport=polling', '/api/me', '//api/me']) {
    expect([path, (await plain({ ...elsewhere, path })).status]).toEqual([path, 403]);
  }
  expect(await plain({ ...elsewhere, path: '/', body: {} })).toMatchObject({ status: 403 });
  const garbage = connect({ host: '127.0.0.1', port: Number(port), localAddress: '127.0.0.2' });
  garbage.end(Buffer.from([handshake, 3, 1, 0, 5, 99, 0, 0, 1, 0]));
  await once(garbage.resume(), 'close');
  expect(await plain({ port })).toMatchObject({ status: 200 });
});

test('no TLS before 1.2 and no cipher that is weak gets a line; who can speak 1.3 does', async () => {
  const port = await serve();
  expect(await spoken(port, old)).toBe('refused');
  for (const ciphers of ['ECDHE-ECDSA-AES128-SHA', 'ECDHE-ECDSA-AES256-SHA384', 'AES128-GCM-SHA256']) {
    const answer = await spoken(port, { maxVersion: 'TLSv1.2', ciphers: `${ciphers}:@SECLEVEL=0` });
    expect([ciphers, answer]).toEqual([ciphers, 'refused']);
  }
  expect(await spoken(port, {})).toBe('TLSv1.3 TLS_AES_256_GCM_SHA384');
  expect(await spoken(port, { maxVersion: 'TLSv1.2' })).toBe('TLSv1.2 ECDHE-ECDSA-AES256-GCM-SHA384');
});

test('given handshakes that failed, then the server stops as soon as it is asked', async () => {
  const { port, close } = await open(made);
  expect(await spoken(port, old)).toBe('refused');
  const begun = performance.now();
  await close();
  expect(performance.now() - begun).toBeLessThan(3_000);
});

test.each([
  ['says nothing', ''],
  ['begins a plain request and never ends it', 'GET / HTTP/1.1\r\nhost: x\r\n'],
  ['begins a handshake and never ends it', Buffer.from([handshake, 3, 1, 2, 0, 1])],
])('given somebody from elsewhere who %s, then the server stops as soon as it is asked', async (_, said) => {
  const { port, close } = await open(made);
  const socket = connect({ host: '127.0.0.1', port: Number(port), localAddress: '127.0.0.2' });
  await once(socket, 'connect');
  socket.on('error', () => undefined);
  socket.write(said);
  // The server has read what came before this.
  expect(await plain({ port })).toMatchObject({ status: 200 });
  const begun = performance.now();
  await close();
  expect(performance.now() - begun).toBeLessThan(3_000);
});

test('over its own HTTPS a line opens as a websocket and by plain requests', async () => {
  const port = await serve();
  for (const transport of ['websocket', 'polling']) {
    const socket = io(`https://127.0.0.1:${port}`, { transports: [transport], ca: made.issuer, reconnection: false });
    onTestFinished(() => void socket.disconnect());
    await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('connect_error', reject));
  }
});

test('given a certificate made here, then no browser is told to let nobody past it; given one of an authority, it is', async () => {
  const answer = await overTls({ port: await serve(), path: '/', ca: made.issuer });
  expect(answer.headers['strict-transport-security']).toBeUndefined();
  expect(answer.headers['cross-origin-opener-policy']).toBe('same-origin');
  const strict = await overTls({ port: await serve({ ...made, issuer: undefined }), path: '/', ca: made.issuer });
  expect(strict.headers['strict-transport-security']).toContain('max-age');
});

test.each([
  ['a certificate without its key', { certificate: made.certificate }, /certificate\.pem and key\.pem/],
  ['a key of another certificate', { certificate: made.certificate, key: other.key }, /does not fit/],
  ['what is no certificate', { certificate: 'x', key: made.key }, /certificaat/],
])('%s is refused at the start in one line', async (_, files, said) => {
  const { code, errors } = await runProgram('main.ts', { DATA_DIR: folderWith(files), PORT: '0' }).ended;
  expect([code, errors.trim().split('\n').length]).toEqual([1, 1]);
  expect(errors).toMatch(said);
});

test('an address of plain HTTP beside a certificate is refused at the start: phones would be sent round for ever', async () => {
  const said = { DATA_DIR: folderWith(made), PORT: '0', PUBLIC_URL: 'http://192.168.8.10:3000' };
  const { code, errors } = await runProgram('main.ts', said).ended;
  expect([code, errors.trim().split('\n').length]).toEqual([1, 1]);
  expect(errors).toContain('https://192.168.8.10:3000');
});

test('a name that is none is refused, and a certificate of an authority is never written over', async () => {
  const { certificate, key } = made;
  const folder = folderWith({ certificate, key });
  for (const names of [['a b'], []]) {
    expect((await runProgram('certificate/main.ts', { DATA_DIR: folder }, names).ended).code).toBe(1);
  }
  expect(readCertificate(folder)?.certificate).toBe(certificate);
});
