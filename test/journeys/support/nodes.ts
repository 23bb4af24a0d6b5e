/** `NODES=2`: what a journey takes for the program is several of them on one PostgreSQL, behind a balancer. */

import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { openBalancer, type Sticking } from '../../support/balancer.ts';
import { freePort } from '../../support/free-port.ts';
import type { Program } from './program.ts';

type Balanced = { port: number; sticking: Sticking };
type Run = (settings: Record<string, string>) => Promise<Program>;

async function newDatabase(): Promise<string> {
  const server = process.env['NODES_DATABASE_URL'] ?? '';
  const name = `journey_${randomBytes(6).toString('hex')}`;
  const client = new Client({ connectionString: server });
  await client.connect();
  await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

export async function runNodes(count: number, run: Run, at: string, balanced: Balanced): Promise<Program> {
  const database = await newDatabase();
  const nodes: Program[] = [];
  const settings = { DATABASE_URL: database };
  for (let i = 0; i < count; i++) nodes.push(await run({ ...settings, PORT: String(await freePort()) }));
  const portOf = ({ url }: Program) => Number(new URL(url).port);
  const balancer = await openBalancer(() => nodes.map(portOf), balanced);
  const last = () => nodes.at(-1) as Program;
  const { port } = new URL(balancer.url);
  const all = async (work: (node: Program) => Promise<void>): Promise<void> => {
    for (const node of nodes) await work(node);
  };
  return {
    url: `http://${at}:${port}`,
    /** Each node that starts gives out another key, and ends the one before. */
    get key() {
      return last().key;
    },
    get folder() {
      return last().folder;
    },
    get pid() {
      return last().pid;
    },
    start: () => all((node) => node.start()),
    kill: (signal) => all((node) => node.kill(signal)),
    async end() {
      balancer.close();
      await all((node) => node.end());
    },
  };
}
