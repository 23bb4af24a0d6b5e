import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { inject } from 'vitest';

export type TestDatabase = { url: string; drop: () => Promise<void> };

/** Asks one thing of a server, on a line of its own. */
export async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

/** A database of one test file, of an account that may do nothing else: as an operator gives it to the program. */
export async function newDatabase(server = inject('postgresUrl')): Promise<TestDatabase> {
  const name = `in_gesprek_test_${randomBytes(6).toString('hex')}`;
  const password = randomBytes(16).toString('hex');
  await query(server, `CREATE ROLE ${name} LOGIN PASSWORD '${password}'`);
  await query(server, `CREATE DATABASE ${name} OWNER ${name}`);
  const url = Object.assign(new URL(server), { pathname: `/${name}`, username: name, password });
  return {
    url: url.href,
    async drop() {
      await query(server, `DROP DATABASE ${name} WITH (FORCE)`);
      await query(server, `DROP ROLE ${name}`);
    },
  };
}
