import { ask } from './ask.ts';

/** The first page, one of its parts, and an answer of the API, as they come out of the address that phones use. */
export async function lookAtHeaders(origin: string) {
  const [page, api, handshake] = await Promise.all([
    ask(`${origin}/`),
    ask(`${origin}/api/me`),
    ask(`${origin}/socket.io/?EIO=4&transport=polling`),
  ]);
  const [, part = ''] = /(?:src|href)="(\/assets\/[^"]+\.js)"/.exec(page?.text ?? '') ?? [];
  const asset = part ? await ask(origin + part, { headers: { 'accept-encoding': 'br, gzip' } }) : undefined;
  return { page, api, handshake, asset, header: (name: string) => page?.headers.get(name) ?? '' };
}
