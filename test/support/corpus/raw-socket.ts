/** A WebSocket and an HTTP line written byte by byte, so that also what no library sends can be sent. */
import { connect, type Socket } from 'node:net';
import { bytesOf, type Frame } from './case.ts';

const closed = Symbol('closed');
type Waiter = () => void;

/** Everything that comes in on a line, and its end. */
function listen(socket: Socket) {
  let received = Buffer.alloc(0);
  let isClosed = false;
  const waiters = new Set<Waiter>();
  const tell = () => {
    for (const waiter of [...waiters]) waiter();
  };
  socket.on('data', (part) => {
    received = Buffer.concat([received, part]);
    tell();
  });
  socket.on('error', () => undefined);
  socket.on('close', () => {
    isClosed = true;
    tell();
  });
  return {
    bytes: () => received,
    isClosed: () => isClosed,
    /** What `look` finds; the closing of the line, or its absence after ten seconds, as such. */
    until<T>(look: () => T | undefined, within = 10_000): Promise<T | typeof closed | 'nothing'> {
      return new Promise((resolve) => {
        const end = (found: T | typeof closed | 'nothing') => {
          waiters.delete(waiter);
          clearTimeout(timer);
          resolve(found);
        };
        const timer = setTimeout(() => end('nothing'), within);
        const waiter = () => {
          const found = look();
          if (found !== undefined) end(found);
          else if (isClosed) end(closed);
        };
        waiters.add(waiter);
        waiter();
      });
    },
  };
}

export type Answered = { status: number; body: string; bytes: string } | 'closed' | 'nothing';

/** Sends a request as it stands; gives the first answer, whole. `hangsUp`: says that nothing more will come. */
export async function sendHttp(port: number, bytes: Buffer, hangsUp = false): Promise<Answered> {
  const socket = connect(port, '127.0.0.1');
  const line = listen(socket);
  if (hangsUp) socket.end(bytes);
  else socket.write(bytes);
  const found = await line.until(() => answerIn(line.bytes(), line.isClosed()));
  socket.destroy();
  return found === closed ? 'closed' : (found as Answered);
}

function answerIn(received: Buffer, isClosed: boolean): Answered | undefined {
  const text = received.toString('latin1');
  const end = text.indexOf('\r\n\r\n');
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0);
  if (end < 0 || status === 0) return isClosed ? 'closed' : undefined;
  if (status === 100) return answerIn(received.subarray(end + 4), isClosed);
  const head = text.slice(0, end).toLowerCase();
  const length = /content-length: (\d+)/.exec(head)?.[1];
  const body = received.subarray(end + 4);
  const isEmpty = status === 304 || status === 204 || status === 101;
  const isWhole = isEmpty || isClosed || (length ? body.length >= Number(length) : /0\r\n\r\n$/.test(text));
  return isWhole ? { status, body: body.toString('utf8'), bytes: received.toString('utf8') } : undefined;
}

/** A frame's bytes, as a browser makes them where nothing else is asked. */
export function frameBytes(frame: Frame): Buffer {
  const shaped = typeof frame === 'object' && 'data' in frame ? frame : { data: frame };
  const { op = 1, fin = true, rsv = 0, masked = true, claims, wide = false, data, times = 1 } = shaped;
  const payload = bytesOf(data);
  const length = claims ?? payload.length;
  const head = [(fin ? 0x80 : 0) | (rsv << 4) | op];
  const mask = masked ? 0x80 : 0;
  if (length < 126 && !wide) head.push(mask | length);
  else if (length < 65_536 && !wide) head.push(mask | 126, length >> 8, length & 0xff);
  else {
    head.push(mask | 127);
    const eight = Buffer.alloc(8);
    eight.writeBigUInt64BE(BigInt(length));
    head.push(...eight);
  }
  const key = Buffer.from([7, 77, 177, 27]);
  const body = masked ? payload.map((byte, i) => byte ^ (key[i % 4] ?? 0)) : payload;
  const one = Buffer.concat([Buffer.from(head), ...(masked ? [key] : []), body]);
  return times === 1 ? one : Buffer.alloc(one.length * times, one);
}

/** Upgraded to a WebSocket; the text messages that came in, in order. */
export async function openRaw(port: number) {
  const socket = connect(port, '127.0.0.1');
  const line = listen(socket);
  const head = [
    'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1',
    ...[`Host: 127.0.0.1:${port}`, 'Upgrade: websocket', 'Connection: Upgrade'],
    ...['Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==', 'Sec-WebSocket-Version: 13'],
  ];
  socket.write(`${head.join('\r\n')}\r\n\r\n`);
  const messages = (): string[] => textMessages(line.bytes());
  const opened = await line.until(() => messages().find((message) => message.startsWith('0')));
  if (typeof opened !== 'string' || opened === 'nothing') throw new Error('no line');
  return {
    send: (bytes: Buffer) => void (socket.writable && socket.write(bytes)),
    /** As one text message, whatever bytes it holds. */
    text: (message: string | Buffer) =>
      void (socket.writable && socket.write(frameBytes({ data: { hex: Buffer.from(message).toString('hex') } }))),
    /** Says goodbye, and waits until the other side has read all that came before. */
    async close() {
      if (socket.writable) socket.write(frameBytes({ op: 8, data: '' }));
      await line.until(() => (hasClose(line.bytes()) ? true : undefined));
      socket.destroy();
    },
    messages,
    bytes: () => line.bytes().toString('utf8'),
    /** A message that fits, or that the line was closed. */
    async until(fits: (message: string) => boolean, within?: number): Promise<string> {
      const found = await line.until(() => messages().find(fits) ?? (hasClose(line.bytes()) ? '' : undefined), within);
      return found === closed || found === '' ? 'closed' : (found as string);
    },
    end: () => socket.destroy(),
  };
}

type Part = { op: number; payload: Buffer };

function framesIn(received: Buffer): Part[] {
  const parts: Part[] = [];
  let at = received.indexOf('\r\n\r\n') + 4;
  while (at >= 4 && at + 2 <= received.length) {
    const op = (received[at] ?? 0) & 15;
    let length = (received[at + 1] ?? 0) & 127;
    at += 2;
    if (length === 126) {
      length = received.readUInt16BE(at);
      at += 2;
    } else if (length === 127) {
      length = Number(received.readBigUInt64BE(at));
      at += 8;
    }
    if (at + length > received.length) break;
    parts.push({ op, payload: received.subarray(at, at + length) });
    at += length;
  }
  return parts;
}
const textMessages = (received: Buffer) =>
  framesIn(received).flatMap(({ op, payload }) => (op === 1 ? [payload.toString('utf8')] : []));
const hasClose = (received: Buffer) => framesIn(received).some(({ op }) => op === 8);
