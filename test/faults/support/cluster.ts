/** Several of the real program on one PostgreSQL, behind a balancer, each with a line of its own to the database that can be cut. */
import { openBalancer, type Sticking } from '../../support/balancer.ts';
import { makePostgres } from '../../support/postgres-server.ts';
import type { Tools } from '../fault.ts';
import { newFolder, type Program, startProgram } from './program.ts';
import { buildRoad, type Road } from './road.ts';
import type { Running } from './room.ts';

export type Cluster = Awaited<ReturnType<typeof openCluster>>;

type Options = { nodes?: number; sticking?: Sticking; mutant?: string; upgrades?: boolean };

export async function openCluster(
  after: Tools['after'],
  { nodes: count = 2, sticking, mutant, upgrades }: Options = {},
) {
  const postgres = await makePostgres({ durable: true });
  after(postgres.remove);
  const databasePort = Number(new URL(postgres.url).port);
  const nodes: { program: Program; cable: Road }[] = [];
  for (let i = 0; i < count; i++) {
    const cable = await buildRoad(after, () => databasePort);
    const url = new URL(postgres.url);
    url.port = new URL(cable.url).port;
    const env = { DATABASE_URL: url.href };
    nodes.push({ program: await startProgram(after, newFolder(after), { env, ...(mutant && { mutant }) }), cable });
  }
  const programs = nodes.map(({ program }) => program);
  const ports = () => programs.map((program) => (program.isAlive() ? program.port : -1));
  const balancer = await openBalancer(ports, { sticking, upgrades });
  after(balancer.close);
  const running: Running = {
    url: balancer.url,
    port: Number(new URL(balancer.url).port),
    get key() {
      return programs.at(-1)?.key ?? '';
    },
    folder: '',
    database: postgres.url,
    errors: () => programs.map(({ errors }) => errors()).join('\n'),
    isAlive: () => programs.every(({ isAlive }) => isAlive()),
    async kill(signal) {
      const took = await Promise.all(programs.map((program) => program.kill(signal)));
      return Math.max(...took);
    },
    async figures() {
      const all = await Promise.all(programs.map(({ figures }) => figures()));
      // Of the slowest.
      return all.reduce((one, other) => (other.lagP99 > one.lagP99 ? other : one));
    },
  };
  return { running, nodes, programs, postgres, balancer };
}
