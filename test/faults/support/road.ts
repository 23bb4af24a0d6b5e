/** The road between phones and server: a small TCP proxy that is good or bad at will. */
import { createServer, connect as open, type Socket } from 'node:net';
import type { Tools } from '../fault.ts';

export type Weather =
  | 'good'
  /** Nobody gets through, and hears so at once. */
  | 'closed'
  /** What the server says is lost on the way; it does not notice. */
  | 'deaf'
  /** Nothing goes through, and nobody is told: no wifi. */
  | 'dead'
  /** The phone no longer reads: what is sent to it waits at the server. */
  | 'asleep'
  /** A proxy that refuses websockets, or lets them begin and then says nothing. */
  | 'refusesUpgrade'
  | 'swallowsUpgrade'
  /** Every request is answered with the network's own page. */
  | 'portal';

const page = '<html><body>Log in op dit netwerk</body></html>';
const portal = `HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: ${page.length}\r\nconnection: close\r\n\r\n${page}`;

export type Road = Awaited<ReturnType<typeof buildRoad>>;

export async function buildRoad(after: Tools['after'], portOf: () => number, first: Weather = 'good') {
  let weather = first;
  let opened = 0;
  const pairs = new Set<[near: Socket, far: Socket]>();
  const websockets = new Set<[near: Socket, far: Socket]>();

  const server = createServer((near): unknown => {
    opened += 1;
    if (weather === 'portal') {
      near.once('data', () => near.end(portal));
      return near.on('error', () => near.destroy());
    }
    if (weather === 'closed') return near.resetAndDestroy();
    const far = open(portOf(), '127.0.0.1');
    const pair: [Socket, Socket] = [near, far];
    let isSwallowed = false;
    pairs.add(pair);
    near.on('data', (part): unknown => {
      const upgrades = part.includes('Upgrade: websocket');
      if (upgrades && weather === 'refusesUpgrade')
        return near.end('HTTP/1.1 400 Bad Request\r\ncontent-length: 0\r\n\r\n');
      if (upgrades && weather === 'swallowsUpgrade') isSwallowed = true;
      return weather !== 'dead' && !isSwallowed && far.write(part);
    });
    far.on('data', (part) => {
      if (part.includes('101 Switching')) websockets.add(pair);
      if (weather !== 'dead' && weather !== 'deaf' && !isSwallowed) near.write(part);
    });
    if (weather === 'asleep') far.pause();
    for (const [one, other] of [pair, [far, near]] as const) {
      one.on('error', () => one.destroy());
      one.on('close', () => {
        pairs.delete(pair);
        websockets.delete(pair);
        // Without wifi nobody hears that the other has gone.
        if (weather !== 'dead') other.destroy();
      });
    }
  });
  const cut = () => {
    for (const [near, far] of pairs) {
      near.destroy();
      far.destroy();
    }
  };
  after(() => {
    cut();
    server.close();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = address && typeof address === 'object' ? address.port : 0;

  return {
    url: `http://127.0.0.1:${port}`,
    become(next: Weather): void {
      weather = next;
      for (const [, far] of pairs) {
        if (next === 'asleep') far.pause();
        else far.resume();
      }
    },
    /** Ends all lines that go over it. */
    cut,
    lines: () => ({ all: pairs.size, websockets: websockets.size }),
    /** How many lines were asked for so far. */
    opened: () => opened,
  };
}
