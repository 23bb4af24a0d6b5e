/** One PostgreSQL for all files of this project: that of TEST_DATABASE_URL, or a throw-away one. */
import type { TestProject } from 'vitest/node';
import { makePostgres } from '../support/postgres-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string;
  }
}

export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const given = process.env['TEST_DATABASE_URL'];
  if (given) {
    project.provide('postgresUrl', given);
    return undefined;
  }
  const server = await makePostgres();
  project.provide('postgresUrl', server.url);
  return server.remove;
}
