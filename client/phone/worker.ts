/**
 * Runs beside the phone's page, where a browser lets it: keeps the program's own files, the same for everybody, so that the
 * page opens without a network. Nothing that somebody wrote or was told passes through it.
 */
declare const __FILES__: readonly string[];
declare const __BUILD__: string;

type Late = Event & { waitUntil: (work: Promise<unknown>) => void };
type Asked = Event & { request: Request; respondWith: (answer: Promise<Response>) => void };
type Worker = EventTarget & { skipWaiting: () => Promise<void>; clients: { claim: () => Promise<void> } };

const worker = self as unknown as Worker;
const pages = ['/', '/doe-mee', '/join'];
const files = __FILES__;
const build = __BUILD__;
const kept = ['/', '/icons.svg', ...files];
/** A browser keeps the icons for an hour, also those of the version before: they are asked for anew. */
const ofNow = (path: string) => (path === '/icons.svg' ? new Request(path, { cache: 'no-cache' }) : path);
const keptAt = (path: string) => caches.match(path, { cacheName: build, ignoreVary: true });

async function keep(): Promise<void> {
  const cache = await caches.open(build);
  await cache.addAll(kept.map(ofNow));
  const page = await (await keptAt('/'))?.text();
  // While a server is updated its parts may be of two versions: then nothing is kept.
  if (page?.includes(files[0] ?? '')) await worker.skipWaiting();
  else throw await caches.delete(build);
}

async function takeOver(): Promise<void> {
  for (const name of await caches.keys()) if (name !== build) await caches.delete(name);
  await worker.clients.claim();
}

/** The server's page, always; the one that was kept only where no server answers. */
async function pageFor(request: Request): Promise<Response> {
  const answer = await fetch(request).catch(() => undefined);
  if (answer && answer.status < 500) return answer;
  return (await keptAt('/')) ?? answer ?? Response.error();
}

const partAt = async (request: Request, path: string): Promise<Response> => (await keptAt(path)) ?? fetch(request);

worker.addEventListener('install', (event) => (event as Late).waitUntil(keep()));
worker.addEventListener('activate', (event) => (event as Late).waitUntil(takeOver()));
worker.addEventListener('fetch', (event) => {
  const asked = event as Asked;
  const { request } = asked;
  const { pathname, origin } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  if (request.mode !== 'navigate') {
    if (pathname !== '/' && kept.includes(pathname)) asked.respondWith(partAt(request, pathname));
  } else if (pages.includes(pathname)) asked.respondWith(pageFor(request));
});
