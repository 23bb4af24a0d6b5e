/** Several of the program on one PostgreSQL, each in a process of its own, as one system that is measured. */
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import type { Probed } from '../probe.ts';
import { type Server, startSystem } from '../systems.ts';
import { startDatabase } from './database.ts';

/** `folder`: of the database, and of what each node keeps beside it. */
export async function startCluster(nodes: number, folder: string): Promise<Server> {
  const database = await startDatabase(folder);
  const servers: Server[] = [];
  for (let i = 0; i < nodes; i++) {
    const own = mkdtempSync(join(folder, 'node-'));
    servers.push(await startSystem('product', own, { DATABASE_URL: database.url }));
  }
  return {
    urls: servers.flatMap(({ urls }) => urls),
    // Each that starts gives out another key, and ends the one before.
    key: servers.at(-1)?.key ?? '',
    pid: servers[0]?.pid,
    async probe(collect) {
      const all = await Promise.all(servers.map((server) => server.probe(collect)));
      return { ...all.reduce(together), database: await database.spent() };
    },
    async end() {
      for (const server of servers) await server.end();
      await database.end();
    },
  };
}

/** Processor time and memory are those of all nodes; late is the latest. */
const together = (one: Probed, other: Probed): Probed => ({
  cpu: one.cpu + other.cpu,
  rss: one.rss + other.rss,
  mostRss: one.mostRss + other.mostRss,
  late: Math.max(one.late, other.late),
});
