/** One line of the load generator: the bytes of the protocols, with as little work as they allow, so that it is not the limit. */
import type { Socket } from 'node:net';
import { WebSocket } from 'ws';
import { sleep } from './pace.ts';

export type Line = {
  /** The answer to a message, as JSON. */
  ask: (type: string, message: unknown) => Promise<string>;
  /** All that the line brought so far. */
  bytes: () => number;
  /** Without a word, as a phone that loses its network. */
  drop: () => void;
};

/** Told of what comes unasked, as it came. */
export type Heard = (raw: string) => void;

/** How a protocol writes a message, and which message answers which. */
type Speech = {
  path: string;
  write: (id: number, type: string, message: unknown) => string;
  /** The number of the answer and where its JSON begins; undefined: it is no answer. */
  read: (raw: string) => { id: number; from: number } | undefined;
  /** What is said by itself; true: the line is ready. `null`: ready as soon as it is open. */
  greet: ((raw: string, send: (raw: string) => void) => boolean) | null;
};

/** `42<id>["type",message]` is answered by `43<id>[result]`; `2` is answered by `3`. */
const socketIo: Speech = {
  path: '/socket.io/?EIO=4&transport=websocket',
  write: (id, type, message) => `42${id}["${type}",${JSON.stringify(message)}]`,
  read(raw) {
    if (!raw.startsWith('43')) return undefined;
    const from = raw.indexOf('[');
    return { id: Number(raw.slice(2, from)), from };
  },
  greet(raw, send) {
    if (raw === '2') send('3');
    if (raw.startsWith('0')) send('40');
    return raw.startsWith('40');
  },
};

const bare: Speech = {
  path: '/',
  write: (id, type, message) => JSON.stringify([id, type, message]),
  read(raw) {
    const end = raw.indexOf(',');
    const id = Number(raw.slice(1, end));
    return id > 0 ? { id, from: end } : undefined;
  },
  greet: null,
};

export const speeches = { product: socketIo, 'socket.io': socketIo, ws: bare };

const tries = 5;

/** As a page does it: where the line breaks before it is there, it is tried again. */
export async function openLine(url: string, speech: Speech, heard: Heard): Promise<Line> {
  for (let tried = 1; ; tried++) {
    try {
      return await openOnce(url, speech, heard);
    } catch (error) {
      if (tried === tries) throw error;
      await sleep(tried * 100);
    }
  }
}

function openOnce(url: string, { path, write, read, greet }: Speech, heard: Heard): Promise<Line> {
  const socket = new WebSocket(url.replace('http', 'ws') + path, {
    perMessageDeflate: false,
    skipUTF8Validation: true,
  });
  const waiting = new Map<number, PromiseWithResolvers<string>>();
  let [asked, isReady] = [0, false];
  let wire: Socket | undefined;
  socket.on('upgrade', (response) => {
    wire = response.socket;
  });
  return new Promise((resolve, reject) => {
    const line: Line = {
      ask(type, message) {
        const answer = Promise.withResolvers<string>();
        waiting.set(++asked, answer);
        socket.send(write(asked, type, message));
        return answer.promise;
      },
      bytes: () => wire?.bytesRead ?? 0,
      drop: () => socket.terminate(),
    };
    socket.on('error', reject);
    // Else nobody would know why it does not end.
    socket.on('close', () => {
      for (const one of waiting.values()) one.reject(new Error('a line was closed by the server'));
      reject(new Error('a line was closed before it was there'));
    });
    if (!greet) socket.on('open', () => resolve(line));
    socket.on('message', (data) => {
      const raw = data.toString();
      const answer = read(raw);
      if (answer) {
        waiting.get(answer.id)?.resolve(raw.slice(answer.from));
        waiting.delete(answer.id);
      } else if (greet?.(raw, (said) => socket.send(said)) && !isReady) {
        isReady = true;
        resolve(line);
      } else heard(raw);
    });
  });
}
