/** One PostgreSQL for all journeys of a run on several nodes (`NODES=2`). */
import { makePostgres } from '../../support/postgres-server.ts';

export default async function setup(): Promise<() => Promise<void>> {
  const postgres = await makePostgres();
  process.env['NODES_DATABASE_URL'] = postgres.url;
  return postgres.remove;
}
