/** Several nodes in one process: one store, and a wire between them that loses what a test wants lost. */
import { onTestFinished } from 'vitest';
import type { Letter, News, Wire } from '../../server/nodes/news.ts';
import { openMemoryStore } from '../../server/store/memory/memory-store.ts';
import type { Store } from '../../server/store/store.ts';
import { startServer, type TestServer } from './server.ts';

/** Which letters get lost. */
export type Loses = (news: News) => boolean;

/** `lookEvery`: how often (ms) each node looks at the store itself. */
export function buildExchange(lookEvery = 500) {
  const ears = new Set<(letter: unknown) => void>();
  const told: News[] = [];
  let loses: Loses = () => false;
  return {
    /** All that was sent, also what was lost. */
    told,
    lose(next: Loses): void {
      loses = next;
    },
    wire(): Wire {
      let own: ((letter: unknown) => void) | undefined;
      return {
        send(letter: Letter) {
          told.push(letter.news);
          if (loses(letter.news)) return;
          // As over a line: by its bytes, and later.
          const bytes = JSON.stringify(letter);
          for (const ear of [...ears]) if (ear !== own) setImmediate(() => ears.has(ear) && ear(JSON.parse(bytes)));
        },
        hear(heard) {
          own = heard;
          ears.add(heard);
        },
        lookEvery,
        renew() {},
        async close() {
          if (own) ears.delete(own);
        },
      };
    },
  };
}

/** The store of all nodes: it stays when one of them stops. */
const shared = (store: Store): Store => ({ ...store, close: async () => {} });

type Options = Pick<NonNullable<Parameters<typeof startServer>[0]>, 'store' | 'clock' | 'workshop'> & {
  lookEvery?: number;
};

/** So many servers on one store. */
export async function openNodes(count = 2, { store = openMemoryStore(), lookEvery, ...options }: Options = {}) {
  const exchange = buildExchange(lookEvery);
  const open = () => startServer({ ...options, store: shared(store), wire: exchange.wire() });
  const servers: TestServer[] = [];
  for (let i = 0; i < count; i++) servers.push(await open());
  onTestFinished(async () => {
    for (const server of servers) await server.stop();
  });
  const [a, b] = servers as [TestServer, TestServer];
  return {
    a,
    b,
    servers,
    exchange,
    store,
    /** One more. */
    async more(): Promise<TestServer> {
      const server = await open();
      servers.push(server);
      return server;
    },
  };
}
