import { setTimeout } from 'node:timers/promises';
import { createAdapter } from '@socket.io/postgres-adapter';
import { Pool, type PoolClient } from 'pg';
import type { Io } from '../sockets/gateway.ts';
import type { Wire } from './news.ts';

/** What is longer than 8,000 bytes the adapter keeps in a table; no letter is (news.ts), so there is no table to sweep. */
const never = 2 ** 31 - 1;
const second = 1_000;

/** One line of its own. Nothing that breaks in it ends the program. */
function buildLine(connectionString: string) {
  const pool = new Pool({
    connectionString,
    application_name: 'in-gesprek nodes',
    max: 1,
    connectionTimeoutMillis: 5 * second,
    query_timeout: 5 * second,
    keepAlive: true,
  });
  const open = new Set<PoolClient>();
  pool.on('error', () => undefined);
  pool.on('connect', (client) => {
    open.add(client);
    client.on('error', () => undefined);
    client.on('end', () => {
      open.delete(client);
      void setTimeout(100).then(() => giveBack(client));
    });
  });
  return {
    pool,
    /** Whoever uses it hears that it ended. */
    cut(): void {
      for (const client of open) client.connection.stream.destroy();
    },
  };
}

/** The adapter forgets a line that ended without giving it back: the pool would never open another. */
function giveBack(client: PoolClient): void {
  try {
    client.release(true);
  } catch {
    // It was given back.
  }
}

/**
 * The nodes' wire over socket.io's own adapter: NOTIFY in the database that they share. One line listens and one tells:
 * with more of them letters would overtake one another.
 */
export function buildAdapterWire(io: Io, url: string): Wire {
  const [listening, telling] = [buildLine(url), buildLine(url)];
  const lines = { connect: () => listening.pool.connect(), query: telling.pool.query.bind(telling.pool) } as Pool;
  const quiet = { cleanupInterval: never, errorHandler: () => undefined };
  io.adapter(createAdapter(lines, { channelPrefix: 'in_gesprek', ...quiet }));

  return {
    lookEvery: 2 * second,
    send: (letter) => void io.serverSideEmit('letter', letter),
    hear: (heard) => void io.on('letter', heard),
    /** A line that died without a word is never closed by itself: the adapter opens another. */
    renew: listening.cut,
    async close() {
      const ended = Promise.all([listening.pool.end(), telling.pool.end()]);
      listening.cut();
      await Promise.race([ended, setTimeout(second)]);
    },
  };
}
