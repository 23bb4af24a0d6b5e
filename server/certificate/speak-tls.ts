import { createServer, type Server } from 'node:http';
import type { Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { isThisMachine } from '../guesses.ts';
import type { Certificate } from './certificate.ts';

/** The first byte of whoever speaks TLS: a record with a handshake (RFC 8446, 5.1). */
const handshake = 22;
/** Milliseconds in which somebody has to say something, and then to be done with the handshake. */
const firstWordWithin = 10_000;

/**
 * From here on this server speaks HTTPS on its one port. Plain HTTP is for this machine itself (its commands, the browser
 * on it); who comes plain from elsewhere is sent on, so that a typed address works with and without `https://`.
 */
export function speakTls(server: Server, { certificate, key }: Certificate, origin: () => string): void {
  const [serve] = server.listeners('connection');
  if (!serve) throw new Error('this server takes no connections');
  const takeOver = (socket: Socket) => void serve.call(server, socket);

  const secure = createTlsServer(
    { cert: certificate, key, minVersion: 'TLSv1.2', handshakeTimeout: firstWordWithin },
    takeOver,
  );
  secure.on('tlsClientError', (_, socket) => socket.destroy());
  const redirecting = createServer(({ url = '/' }, response) => {
    response.writeHead(308, { location: origin() + (url.startsWith('/') ? url : '/'), connection: 'close' }).end();
  });

  server.removeAllListeners('connection');
  server.on('connection', (socket: Socket) => {
    const drop = () => socket.destroy();
    socket.on('error', drop);
    socket.setTimeout(firstWordWithin, drop);
    socket.once('readable', () => {
      const first: Buffer | null = socket.read(1);
      if (first === null) return drop();
      socket.unshift(first);
      socket.setTimeout(0);
      socket.off('timeout', drop);
      if (first[0] === handshake) secure.emit('connection', socket);
      else if (isThisMachine(socket.remoteAddress ?? '')) takeOver(socket);
      else redirecting.emit('connection', socket);
      return undefined;
    });
  });
}
