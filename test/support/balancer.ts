/** A small balancer in front of nodes: HTTP and websockets, with stickiness or without; it passes by a node that is not there. */
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';

/**
 * `sticky`: by its cookie, or by the line that a node opened, as one without cookies; `session`: all that names a session to
 * one node, as docs/deploy/nginx-nodes.conf; `none`: each request to the next node.
 */
export type Sticking = 'sticky' | 'session' | 'none';

type Options = { sticking?: Sticking | undefined; upgrades?: boolean | undefined; port?: number };

const cookieOf = ({ headers }: IncomingMessage) => /(?:^|;\s*)node=(\d+)/.exec(headers.cookie ?? '')?.[1];
const sidOf = ({ url = '' }: IncomingMessage) => /[?&]sid=([\w-]+)/.exec(url)?.[1];
const sessionOf = ({ url = '' }: IncomingMessage) =>
  (/^\/api\/sessions\/([\w-]+)/.exec(url) ?? /[?&]session=([\w-]+)/.exec(url))?.[1];
const lookEvery = 250;

/** The same for each request of a session; where a node is not there, its sessions go to different others. */
function orderFor(session: string, nodes: number): number[] {
  const weightOf = (node: number) => createHash('sha256').update(`${node} ${session}`).digest('hex');
  return Array.from({ length: nodes }, (_, node) => node).sort((a, b) => (weightOf(a) < weightOf(b) ? -1 : 1));
}

/** `ports`: of the nodes now; -1 where there is none. */
export async function openBalancer(
  ports: () => readonly number[],
  { sticking = 'sticky', upgrades = true, port = 0 }: Options = {},
) {
  const lines = new Set<Socket>();
  /** By the id of a line: which node opened it. */
  const opened = new Map<string, number>();
  const isWell = new Map<number, boolean>();
  const reached = new Map<string, Set<number>>();
  let turn = 0;
  /** For a test that wants the next line there. */
  let next: number | undefined;

  /** Where no node is, nobody listens: it is refused as a dead machine's port is. */
  const portOf = (node: number) => Math.max(1, ports()[node] ?? 1);
  const well = (node: number) => (ports()[node] ?? -1) > 0 && isWell.get(node) !== false;
  function nodeFor(asked: IncomingMessage, not: ReadonlySet<number> = new Set()): number {
    const node = choose(asked, not);
    const session = sessionOf(asked);
    if (session) reached.set(session, (reached.get(session) ?? new Set()).add(node));
    return node;
  }
  function choose(asked: IncomingMessage, not: ReadonlySet<number>): number {
    const session = sticking === 'session' && sessionOf(asked);
    const held = session && orderFor(session, ports().length).find((node) => well(node) && !not.has(node));
    if (typeof held === 'number') return held;
    const bound = cookieOf(asked) ?? opened.get(sidOf(asked) ?? '');
    if (sticking === 'sticky' && bound !== undefined && well(Number(bound)) && !not.has(Number(bound)))
      return Number(bound);
    if (next !== undefined) {
      const chosen = next;
      next = undefined;
      return chosen;
    }
    for (const isFit of [well, () => true]) {
      for (let tries = 0; tries < ports().length; tries++) {
        const node = turn++ % ports().length;
        if (isFit(node) && !not.has(node)) return node;
      }
    }
    return turn++ % ports().length;
  }
  /** What a proxy of its own machine says. */
  const passedOn = ({ headers, socket }: IncomingMessage) => ({
    ...headers,
    'x-forwarded-for': socket.remoteAddress ?? '',
    'x-forwarded-proto': 'http',
  });

  function pass(asked: IncomingMessage, answer: ServerResponse, body: Buffer, tried = new Set<number>()): void {
    const node = nodeFor(asked, tried);
    // A test may want it where it was tried already.
    const isLast = tried.size + 1 >= ports().length || tried.has(node);
    tried.add(node);
    const { method, url: path } = asked;
    const onward = request(
      { host: '127.0.0.1', port: portOf(node), method, path, headers: passedOn(asked) },
      (came) => {
        if (came.statusCode === 503 && !isLast) {
          came.resume();
          pass(asked, answer, body, tried);
          return;
        }
        const own = sticking === 'sticky' && cookieOf(asked) === undefined ? [`node=${node}; Path=/; HttpOnly`] : [];
        const cookies = [...(came.headers['set-cookie'] ?? []), ...own];
        answer.writeHead(came.statusCode ?? 502, { ...came.headers, ...(cookies.length && { 'set-cookie': cookies }) });
        if (path?.startsWith('/socket.io/')) {
          came.once('data', (part: Buffer) => {
            const sid = /^0\{"sid":"([\w-]+)"/.exec(part.toString())?.[1];
            if (sid) opened.set(sid, node);
          });
        }
        came.pipe(answer);
      },
    );
    const stop = () => void onward.destroy();
    answer.once('close', stop);
    onward.once('close', () => answer.off('close', stop));
    onward.on('error', () => {
      if (answer.headersSent) answer.destroy();
      else if (!isLast) pass(asked, answer, body, tried);
      else answer.writeHead(502).end();
    });
    onward.end(body);
  }

  const server = createServer((asked, answer) => {
    const parts: Buffer[] = [];
    asked.on('data', (part: Buffer) => parts.push(part));
    asked.on('end', () => pass(asked, answer, Buffer.concat(parts)));
    asked.on('error', () => answer.destroy());
  });
  server.keepAliveTimeout = 60_000;
  server.on('upgrade', (asked, near: Socket, head) => {
    if (!upgrades) {
      near.end('HTTP/1.1 400 Bad Request\r\ncontent-length: 0\r\n\r\n');
      return;
    }
    const far = connect(portOf(nodeFor(asked)), '127.0.0.1');
    const headers = Object.entries(passedOn(asked)).map(([name, value]) => `${name}: ${String(value)}`);
    far.once('connect', () => {
      far.write(`${asked.method} ${asked.url} HTTP/1.1\r\n${headers.join('\r\n')}\r\n\r\n`);
      far.write(head);
      near.pipe(far).pipe(near);
    });
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      one.on('error', () => one.destroy());
      one.on('close', () => other.destroy());
    }
  });
  server.on('connection', (socket) => {
    lines.add(socket);
    socket.on('close', () => lines.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));

  /** As a balancer does: a node that says it is not well gets nothing new. */
  async function look(): Promise<void> {
    for (const [node, port] of ports().entries()) {
      if (port <= 0) continue;
      const asked = fetch(`http://127.0.0.1:${port}/healthz`, { signal: AbortSignal.timeout(2_000) });
      void asked.then(({ ok }) => isWell.set(node, ok)).catch(() => isWell.set(node, false));
    }
  }
  const looking = setInterval(() => void look(), lookEvery);

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** Where requests that name this session went so far. */
    reachedBy: (session: string): number[] => [...(reached.get(session) ?? [])],
    /** Who comes next without being bound to a node goes there. */
    sendNextTo(node: number): void {
      next = node;
    },
    close(): void {
      clearInterval(looking);
      server.close();
      for (const socket of lines) socket.destroy();
    },
  };
}
