import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildApp } from './app.ts';
import { readConfig } from './config.ts';
import { controlFile } from './control.ts';
import { signInUrl } from './http/addresses.ts';
import { openLibrary } from './library/library.ts';
import { NewerSchema, StoreInUse } from './store/errors.ts';
import { openSqliteStore } from './store/sqlite-store.ts';

/** Ends with one line that says what to do. */
function stopWith(line: string): never {
  console.error(line);
  process.exit(1);
}

/** Says which session and which event; no words of people. */
const damagedLine = (which: string): string =>
  `Damaged / beschadigd: ${which}. What is before it can be read at the desk; a backup brings it back (docs/operating.md).`;

const read = readConfig(process.env);
if (!read.ok) stopWith(read.mistakes.join('; '));
const { config } = read;

function openStore() {
  try {
    mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
    return openSqliteStore({ folder: config.dataDir, onDamage: ({ message }) => console.error(damagedLine(message)) });
  } catch (error) {
    if (error instanceof StoreInUse) {
      return stopWith(
        `In gesprek is already running with ${config.dataDir} / draait al met deze map. Ask that one for a key: npm run key`,
      );
    }
    if (error instanceof NewerSchema) {
      return stopWith(
        `${config.dataDir} was made by a newer version / is door een nieuwere versie gemaakt. Start that one / start die (${error.message})`,
      );
    }
    return stopWith(
      `Cannot use the folder ${config.dataDir}: ${error instanceof Error ? error.message : 'unknown reason'}`,
    );
  }
}

const store = openStore();
const library = openLibrary([join(import.meta.dirname, '../sessions')]);
const app = await buildApp({ config, store, library });
const { house } = app;

try {
  await app.listen();
} catch (error) {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  await app.close();
  stopWith(
    code === 'EADDRINUSE'
      ? `Port ${config.port} is taken / poort ${config.port} is bezet. Choose another: PORT=3001 npm start`
      : `Cannot listen on ${config.host}:${config.port} (${String(code)})`,
  );
}

const here = `http://${config.host === '0.0.0.0' ? '127.0.0.1' : new URL(house.origin()).hostname}:${app.portOf()}`;
const control = join(config.dataDir, controlFile);
rmSync(control, { force: true });
writeFileSync(control, JSON.stringify({ url: here, secret: app.controlSecret }), { mode: 0o600 });

let stopping = false;
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  rmSync(control, { force: true });
  await app.close();
  process.exit(0);
}
process.on('SIGTERM', () => void stop());
process.on('SIGINT', () => void stop());

const isLocal = ['0.0.0.0', '::', '127.0.0.1', 'localhost'].includes(config.host);
const desk = config.publicUrl ?? (isLocal ? `http://localhost:${app.portOf()}` : house.origin());
console.log(`In gesprek
  Begeleider / facilitator   ${signInUrl(desk, await house.access.startKey())}
  Telefoons / phones         ${house.origin()}
  Gegevens / data            ${resolve(config.dataDir)}
  Stoppen / stop             Ctrl+C`);
