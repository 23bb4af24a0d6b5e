import { mkdirSync } from 'node:fs';
import type { Config } from './config.ts';
import { type DatabaseConfig, shownDatabase } from './database-settings.ts';
import { stopWith } from './stop-with.ts';
import { type CorruptLog, NewerSchema, StoreInUse } from './store/errors.ts';
import { openPostgresStore } from './store/postgres/postgres-store.ts';
import { lostLine } from './store/sqlite/known-ends.ts';
import { openSqliteStore } from './store/sqlite/sqlite-store.ts';
import type { Store } from './store/store.ts';

/** Says which session and which event; no words of people. */
const sayDamage = ({ message }: CorruptLog): void =>
  console.error(
    `Damaged / beschadigd: ${message}. What is before it can be read at the desk; a backup brings it back (docs/operating.md).`,
  );

/** What lies deepest: "connect ECONNREFUSED 127.0.0.1:5432", say. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown reason';
  if (error.cause instanceof Error) return reasonOf(error.cause);
  const [first]: unknown[] = error instanceof AggregateError ? error.errors : [];
  return first ? reasonOf(first) : error.message;
}

/** The store that the settings name; ends the program in one line where it cannot be used. */
export async function openStore({ dataDir, database }: Pick<Config, 'dataDir' | 'database'>): Promise<Store> {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  } catch (error) {
    return stopWith(`Cannot use the folder ${dataDir}: ${reasonOf(error)}`);
  }
  return database ? openDatabase(database) : openFiles(dataDir);
}

function openFiles(folder: string): Store {
  try {
    return openSqliteStore({ folder, onDamage: sayDamage, onLost: (lost) => console.error(lostLine(lost)) });
  } catch (error) {
    if (error instanceof StoreInUse) {
      return stopWith(
        `In gesprek is already running with ${folder} / draait al met deze map. Ask that one for a key: npm run key`,
      );
    }
    if (error instanceof NewerSchema) return stopWith(newerLine(folder, error));
    return stopWith(`Cannot use the folder ${folder}: ${error instanceof Error ? error.message : 'unknown reason'}`);
  }
}

async function openDatabase(database: DatabaseConfig): Promise<Store> {
  const shown = shownDatabase(database);
  try {
    return await openPostgresStore({
      ...database,
      onDamage: sayDamage,
      onCopy: (sessions) =>
        console.error(
          `A copy that was put back, or a server that took over: ${sessions} sessions begin anew for phones, which send again what they hold.`,
        ),
    });
  } catch (error) {
    if (error instanceof NewerSchema) return stopWith(newerLine(shown, error));
    return stopWith(`Cannot use the database ${shown} / kan deze database niet gebruiken: ${reasonOf(error)}`);
  }
}

const newerLine = (what: string, { message }: NewerSchema): string =>
  `${what} was made by a newer version / is door een nieuwere versie gemaakt. Start that one / start die (${message})`;
