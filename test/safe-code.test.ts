/** Ways of writing that open a door are nowhere in the code: read over every source file (docs/security.md). */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

type Source = { path: string; text: string };

const root = join(import.meta.dirname, '..');
const sources: Source[] = ['server', 'shared', 'client'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
    .filter((path) => /\.(ts|svelte|html)$/.test(path) && !/^client\/dist/.test(path))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') })),
);
const server = sources.filter(({ path }) => path.startsWith('server/'));

/** `path: what stands there`, for each place. */
const found = (pattern: RegExp, among: readonly Source[] = sources): string[] =>
  among.flatMap(({ path, text }) => [...text.matchAll(pattern)].map(([what]) => `${path}: ${what}`));
/** What stands there that is on no list. */
const strangers = (pattern: RegExp, known: readonly string[], among?: readonly Source[]) =>
  found(pattern, among).filter((line) => !known.includes(line));

test('no text becomes code or markup: no eval, no made function, no HTML from text', () => {
  const becomesCode = /\beval\s*\(|new Function\b|set(?:Timeout|Interval)\(\s*['"`]|node:vm\b/g;
  const becomesMarkup =
    /\b(?:inner|outer)HTML\b|insertAdjacentHTML|document\.write|srcdoc|createContextualFragment|\{@html/g;
  expect(found(becomesCode)).toEqual([]);
  expect(found(becomesMarkup)).toEqual([]);
});

test('pages speak with no other window, read no cookie and send nobody to another site', () => {
  const pages = sources.filter(({ path }) => !path.startsWith('server/'));
  const speaks = /\bpostMessage\b|addEventListener\(\s*'message'|onmessage\b|document\.cookie|window\.open\b/g;
  // Tabs of one script, by a channel of this server's own pages alone (BroadcastChannel): each says its key, and no words.
  const tabs = ["addEventListener('message'", 'postMessage'].map(
    (found) => `client/desk/editor/kept-drafts.ts: ${found}`,
  );
  expect(strangers(speaks, tabs, pages)).toEqual([]);
  // To where somebody asks to sign in: their own organisation, by an address of this server's own making.
  const known = ['client/desk/organisation.ts: location.assign('];
  expect(strangers(/location\.(?:assign|replace)\(|location(?:\.href)?\s*=[^=]/g, known, pages)).toEqual([]);
  expect(found(/\.redirect\(/g, server)).toEqual([]);
});

test('the server starts no program but Node with a file of its own, and never by a shell', () => {
  const known = [
    "server/worker/in-worker.ts: import { fork } from 'node:child_process'",
    "server/build.ts: import { spawn } from 'node:child_process'",
  ];
  expect(strangers(/import .* from 'node:child_process'/g, known)).toEqual([]);
  expect(found(/\bshell\s*:/g)).toEqual([]);
});

test('what goes into SQL text is a name of our own, never a value: values are bound', () => {
  const ours = /^(?:columns|table|name|what|\w*[sS]chema\.length)$/;
  const texts = server.flatMap(({ path, text }) =>
    [...text.matchAll(/\b(?:prepare|exec)\(\s*`([^`]*)`/g)].flatMap(([, sql = '']) =>
      [...sql.matchAll(/\$\{([^}]*)\}/g)].map(([, name = '']) => ({ path, name })),
    ),
  );
  expect(texts.length).toBeGreaterThan(0);
  expect(texts.filter(({ name }) => !ours.test(name))).toEqual([]);
  expect(found(/\b(?:prepare|exec)\(\s*[^`'")]*\+/g, server)).toEqual([]);
});

test('ciphers, hashes and chance are the approved ones, from Node itself', () => {
  const called = /\b(?:createHash|createHmac|createCipheriv|createDecipheriv|hash)\(\s*'([\w-]+)'/g;
  const names = new Set(server.flatMap(({ text }) => [...text.matchAll(called)].map(([, name]) => name)));
  expect([...names].sort()).toEqual(['aes-256-gcm', 'sha256']);
  expect(found(/createCipher\(|\b(?:md5|sha1|des|rc4|ecb)\b/gi, server)).toEqual([]);
  expect(found(/Math\.random|randomUUID/g, server)).toEqual([]);
});

test('the server asks nothing of an address that somebody else can name', () => {
  // Itself by its own address, for the self-check and its own commands; and the practice session, its own server.
  const known = ['server/check-up/ask.ts', 'server/control.ts', 'server/demo/player.ts'].map(
    (path) => `${path}: fetch(`,
  );
  expect(strangers(/\bfetch\(/g, known, server)).toEqual([]);
  // What opens a line by itself: the self-check, to look at the certificate of its own address.
  const goesOut =
    /import .*\b(?:connect|createConnection|request|get|Socket|Agent)\b.* from 'node:(?:http2?|https|net|tls)'/g;
  const outgoing = found(goesOut, server).filter((line) => !/import type \{[^}]*\}/.test(line));
  expect(outgoing.map((line) => line.split(':')[0])).toEqual(['server/check-up/address-facts.ts']);
  expect(found(/from 'node:(?:dgram|dns)'/g, server)).toEqual([]);
  // Mail goes to the one server that the operator names in the settings.
  const posts = found(/from 'nodemailer[^']*'/g, server);
  expect(posts.map((line) => line.split(':')[0])).toEqual(['server/interests/post-office.ts']);
});

test('a comparison never turns one kind of value into another', () => {
  const code = sources.filter(({ path }) => path.endsWith('.ts'));
  expect(found(/[^=!<>]==[^=>]|!=[^=]/g, code)).toEqual([]);
});

test('a password is masked, may be pasted, and may come from a keeper of passwords', () => {
  const fields = sources.flatMap(({ path, text }) =>
    [...text.matchAll(/<input[^>]*type="password"[^>]*>/g)].map(([field]) => ({ path, field })),
  );
  expect(fields.length).toBeGreaterThan(0);
  const hindered = fields.filter(({ field }) => !/autocomplete="(?:current|new)-password"/.test(field));
  expect(hindered.map(({ path }) => path)).toEqual([]);
  expect(found(/\bonpaste|'paste'|oncopy/g)).toEqual([]);
});
