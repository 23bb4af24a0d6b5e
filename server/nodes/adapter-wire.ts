import { createAdapter } from '@socket.io/postgres-adapter';
import { Pool, type PoolClient } from 'pg';
import type { Io } from '../sockets/gateway.ts';
import type { Wire } from './news.ts';

/** One line that listens and one that tells: with more of them letters would overtake one another. */
const lines = 2;
/** What is longer than 8,000 bytes the adapter keeps in a table; no letter is (news.ts), so there is no table to sweep. */
const never = 2 ** 31 - 1;
const second = 1_000;

/** The nodes' wire over socket.io's own adapter: NOTIFY in the database that they share. Nothing that breaks here ends the program. */
export function buildAdapterWire(io: Io, url: string): Wire {
  const pool = new Pool({
    connectionString: url,
    application_name: 'in-gesprek nodes',
    max: lines,
    connectionTimeoutMillis: 5 * second,
    query_timeout: 5 * second,
    keepAlive: true,
  });
  const open = new Set<PoolClient>();
  pool.on('error', () => undefined);
  pool.on('connect', (client) => {
    open.add(client);
    client.on('error', () => undefined);
    client.on('end', () => open.delete(client));
  });
  io.adapter(
    createAdapter(pool, { channelPrefix: 'in_gesprek', cleanupInterval: never, errorHandler: () => undefined }),
  );

  return {
    lookEvery: 2 * second,
    send: (letter) => void io.serverSideEmit('letter', letter),
    hear: (heard) => void io.on('letter', heard),
    /** A line that died without a word is never closed by itself: the adapter opens another. */
    renew(): void {
      for (const client of open) client.connection.stream.destroy();
    },
    close: () => pool.end(),
  };
}
