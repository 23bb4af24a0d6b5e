/** The phone's worker, run as a browser would: which files of the program it keeps (docs/decisions/033). */
import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';

const files = ['/assets/phone-new.js', '/assets/room-new.js'];
const source = stripTypeScriptTypes(readFileSync(join(import.meta.dirname, '../../client/phone/worker.ts'), 'utf8'))
  .replace('__FILES__', JSON.stringify(files))
  .replace('__BUILD__', '"ig-new"');

type Asked = string | { url: string; cache: string };
class Request {
  readonly url: string;
  readonly cache: string;
  constructor(url: string, { cache }: { cache: string }) {
    this.url = url;
    this.cache = cache;
  }
}

/** What lies in the worker's cache once it is installed, where the browser itself still keeps these. */
async function keptWhere(byBrowser: Readonly<Record<string, string>>): Promise<Map<string, string>> {
  const kept = new Map<string, string>();
  const server = (path: string) => (path === '/' ? `<script src="${files[0]}">` : `${path} of now`);
  const cache = {
    async addAll(all: readonly Asked[]) {
      for (const one of all) {
        const { url, cache } = typeof one === 'string' ? { url: one, cache: 'default' } : one;
        kept.set(url, (cache === 'default' && byBrowser[url]) || server(url));
      }
    },
  };
  const listeners = new Map<string, (event: object) => void>();
  const self = {
    addEventListener: (name: string, listener: (event: object) => void) => void listeners.set(name, listener),
    skipWaiting: async () => undefined,
  };
  const found = (path: string) => kept.has(path) && { text: async () => kept.get(path) };
  const caches = {
    open: async () => cache,
    match: async (path: string) => found(path),
    delete: async () => kept.clear(),
  };
  runInNewContext(source, { self, caches, Request, location: { origin: 'https://x' }, URL });
  await new Promise<void>((resolve, reject) =>
    listeners.get('install')?.({ waitUntil: (work: Promise<void>) => void work.then(resolve, reject) }),
  );
  return kept;
}

test('given the browser keeps the icons of an earlier version for an hour, then those of this one lie beside its files', async () => {
  const kept = await keptWhere({ '/icons.svg': 'icons of last week', '/assets/room-new.js': 'the same' });
  expect(Object.fromEntries(kept)).toEqual({
    '/': expect.stringContaining('phone-new'),
    '/icons.svg': '/icons.svg of now',
    '/assets/phone-new.js': expect.stringContaining('of now'),
    '/assets/room-new.js': 'the same',
  });
});
