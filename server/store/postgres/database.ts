import { createHash } from 'node:crypto';
import { Pool, type PoolClient, type QueryResultRow } from 'pg';
import { CannotStore } from '../errors.ts';
import { told } from './failures.ts';

/**
 * Runs one statement, or without values several (which give no rows). Its errors are the store's own, or PostgreSQL's
 * where the statement is wrong.
 */
export type Run = <Row extends QueryResultRow>(text: string, values?: readonly unknown[]) => Promise<Row[]>;

export type Database = {
  /** Outside of a transaction: each statement sees one moment of the database. */
  run: Run;
  /** One transaction under the lock of these words, which other nodes wait for; what throws is undone. */
  transact: <T>(lock: string, work: (run: Run) => Promise<T>) => Promise<T>;
  /** How many lines are open, and how many wait for one. */
  lines: () => { open: number; waiting: number };
  close: () => Promise<void>;
};

type Options = { url: string; schema: string; lines: number };

const second = 1_000;
/** How long each may take (ms): to open a line, to get an answer, to get a lock. A line without an answer is given up. */
const limits = { opening: 5 * second, answer: 20 * second, lock: 10 * second, idleInTransaction: 15 * second };

/** Named by what it says: parsed once a line. */
const named = (text: string) => ({ name: createHash('sha256').update(text).digest('base64url').slice(0, 32), text });

/** The same lock for the same words, on every node (a signed number of 64 bits). */
const lockOf = (words: string): bigint => createHash('sha256').update(words).digest().readBigInt64BE();

/** Acknowledged is on disk (A2), whatever the server's own setting; a stronger one stays. */
const durable = `SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'`;

export function openDatabase({ url, schema, lines }: Options): Database {
  const pool = new Pool({
    connectionString: url,
    options: `-c search_path=${schema}`,
    application_name: 'in-gesprek',
    max: lines,
    connectionTimeoutMillis: limits.opening,
    query_timeout: limits.answer,
    lock_timeout: limits.lock,
    idle_in_transaction_session_timeout: limits.idleInTransaction,
    keepAlive: true,
    onConnect: async (client) => void (await client.query(durable)),
  });
  // A line that breaks while nobody uses it: the pool has let it go, and opens another when it is needed. One that breaks
  // while it is used says so there too; unheard, it would end the program.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));

  async function connect(): Promise<PoolClient> {
    try {
      return await pool.connect();
    } catch (cause) {
      throw new CannotStore('the database cannot be reached', { cause });
    }
  }
  return {
    async run<Row extends QueryResultRow>(text: string, values?: readonly unknown[]) {
      const client = await connect();
      let broken = false;
      try {
        return await runOn(client)<Row>(text, values);
      } catch (error) {
        broken = error instanceof CannotStore;
        throw error;
      } finally {
        client.release(broken);
      }
    },

    async transact(lock, work) {
      const client = await connect();
      const run = runOn(client);
      let broken = true;
      try {
        // A statement sees what was there when it began: the lock has a statement of its own.
        await run(`BEGIN; SELECT pg_advisory_xact_lock(${lockOf(`${schema}\0${lock}`)})`);
        const result = await work(run);
        await commit(client);
        broken = false;
        return result;
      } catch (error) {
        // A line that failed is not asked more: the server undoes what was not committed once it is closed.
        if (!(error instanceof CannotStore)) broken = await isStuck(run);
        throw error;
      } finally {
        client.release(broken);
      }
    },

    lines: () => ({ open: pool.totalCount, waiting: pool.waitingCount }),
    close: () => pool.end(),
  };
}

const runOn =
  (client: PoolClient): Run =>
  async <Row extends QueryResultRow>(text: string, values?: readonly unknown[]) => {
    try {
      const { rows = [] } = await client.query<Row>(values ? { ...named(text), values: [...values] } : text);
      return rows;
    } catch (error) {
      throw told(error);
    }
  };

/** What PostgreSQL had to undo it answers with ROLLBACK, and not with an error. */
async function commit(client: PoolClient): Promise<void> {
  const { command } = await client.query('COMMIT').catch((error: unknown) => {
    throw told(error);
  });
  if (command !== 'COMMIT') throw new CannotStore('the transaction was undone');
}

const isStuck = (run: Run): Promise<boolean> =>
  run('ROLLBACK').then(
    () => false,
    () => true,
  );
