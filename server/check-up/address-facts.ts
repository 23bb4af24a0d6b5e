import { isIP } from 'node:net';
import { connect, type TLSSocket } from 'node:tls';
import { nanoid } from 'nanoid';
import { io } from 'socket.io-client';
import { issuerPrefix } from '../certificate/certificate.ts';
import type { House } from '../house.ts';
import { ask } from './ask.ts';

type Certificate = { trusted: boolean; madeHere: boolean; until: number; protocol: string };

/** What the other side shows before anything is asked; undefined where it does not answer. */
function certificateOf({ hostname, port }: URL): Promise<Certificate | undefined> {
  return new Promise((resolve) => {
    const options = {
      host: hostname,
      port: Number(port || 443),
      rejectUnauthorized: false,
      ...(!isIP(hostname) && { servername: hostname }),
    };
    const socket: TLSSocket = connect(options, () => {
      const { valid_to: until, issuer } = socket.getPeerCertificate();
      const madeHere = [issuer.CN].flat().some((name) => name?.startsWith(issuerPrefix));
      resolve({ trusted: socket.authorized, madeHere, until: Date.parse(until), protocol: socket.getProtocol() ?? '' });
      socket.end();
    });
    socket.setTimeout(4_000, () => socket.destroy());
    socket.once('error', () => resolve(undefined));
    socket.once('close', () => resolve(undefined));
  });
}

/** Whether a line of this kind opens within a moment. */
function opens(url: string, transport: 'polling' | 'websocket'): Promise<boolean> {
  // As of a page: a balancer may hold lines to a node by it.
  const query = { session: nanoid() };
  const socket = io(url, { transports: [transport], query, reconnection: false, timeout: 4_000, forceNew: true });
  return new Promise<boolean>((resolve) => {
    socket.once('connect', () => resolve(true));
    socket.once('connect_error', () => resolve(false));
  }).finally(() => socket.disconnect());
}

export async function lookAtAddress({ origin, config, proxies }: House) {
  const url = new URL(origin());
  const isHttps = url.protocol === 'https:';
  const post = (from: string) =>
    ask(`${url.origin}/api/look-up`, {
      method: 'POST',
      headers: { origin: from, 'content-type': 'application/json' },
      body: '{}',
    });
  const plain = new URL(url);
  plain.protocol = 'http:';
  const [health, own, foreign, redirect, certificate, polling, websocket] = await Promise.all([
    ask(`${url.origin}/healthz`),
    post(url.origin),
    post('https://elsewhere.example'),
    isHttps ? ask(plain.href) : undefined,
    isHttps ? certificateOf(url) : undefined,
    opens(url.origin, 'polling'),
    opens(url.origin, 'websocket'),
  ]);
  const isSet = config.publicUrl !== undefined;
  const { isUnheard, trusted } = proxies;
  return {
    isUnheard,
    trusted,
    origin: url.origin,
    isHttps,
    isSet,
    health,
    own,
    foreign,
    redirect,
    certificate,
    polling,
    websocket,
  };
}
