import { createServer, type Server } from 'node:http';
import type { Socket } from 'node:net';
import { createSecureContext, TLSSocket } from 'node:tls';
import { isThisMachine } from '../entry/networks.ts';
import type { Certificate } from './certificate.ts';

/** The first byte of whoever speaks TLS: a record with a handshake (RFC 8446, 5.1). */
const handshake = 22;
/** With forward secrecy and authentication of their own, the strongest first; every browser of the last ten years has some. */
const ciphers = [
  ...['TLS_AES_256_GCM_SHA384', 'TLS_CHACHA20_POLY1305_SHA256', 'TLS_AES_128_GCM_SHA256'],
  ...['AES256-GCM-SHA384', 'CHACHA20-POLY1305', 'AES128-GCM-SHA256'].flatMap((one) =>
    ['ECDSA', 'RSA'].map((signed) => `ECDHE-${signed}-${one}`),
  ),
].join(':');
/** Milliseconds in which somebody has to be done with the handshake, or to be sent on, however slowly they speak. */
const knownWithin = 10_000;

/**
 * From here on this server speaks HTTPS on its one port. Plain HTTP is for this machine itself (its commands, the browser
 * on it); who comes plain from elsewhere to read a page is sent on, so that a typed address works with and without `https://`.
 * A program that asks plainly is refused: it would not notice what it gave away. Gives what ends those who are not let in
 * yet: the server would wait for them when it stops.
 */
export function speakTls(server: Server, { certificate, key }: Certificate, origin: () => string): () => void {
  const [serve] = server.listeners('connection');
  if (!serve) throw new Error('this server takes no connections');
  const takeOver = (socket: Socket) => void serve.call(server, socket);
  const options = { minVersion: 'TLSv1.2', ciphers, honorCipherOrder: true } as const;
  const secureContext = createSecureContext({ cert: certificate, key, ...options });
  function secure(socket: Socket, done: () => void): void {
    const spoken = new TLSSocket(socket, { isServer: true, secureContext });
    const drop = () => socket.destroy();
    // A handshake that fails would leave the line below it counted as open, and the server waiting for it when it stops.
    spoken.once('error', drop).once('close', drop).once('secure', done);
    takeOver(spoken);
  }
  const redirecting = createServer(({ method = '', url = '' }, response) => {
    const isTyped = /^(GET|HEAD)$/.test(method) && !/^\/+(api|control|socket\.io)\b/.test(url);
    const location = origin() + (url.startsWith('/') ? url : '/');
    response.writeHead(isTyped ? 308 : 403, { ...(isTyped && { location }), connection: 'close' }).end();
  });

  const early = new Set<Socket>();
  server.removeAllListeners('connection');
  server.on('connection', (socket: Socket) => {
    const drop = () => socket.destroy();
    const late = setTimeout(drop, knownWithin).unref();
    const letIn = () => {
      clearTimeout(late);
      early.delete(socket);
    };
    early.add(socket);
    socket.on('error', drop).once('close', letIn);
    socket.once('readable', () => {
      const first: Buffer | null = socket.read(1);
      if (first === null) return drop();
      socket.unshift(first);
      if (first[0] === handshake) secure(socket, letIn);
      else if (isThisMachine(socket.remoteAddress ?? '')) {
        letIn();
        takeOver(socket);
      } else redirecting.emit('connection', socket);
      return undefined;
    });
  });
  return () => {
    for (const socket of early) socket.destroy();
  };
}
