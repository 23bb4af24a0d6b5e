/**
 * `npm run backup -- FOLDER`: a copy of all data, also while the server runs (it is asked to make it, since the store is
 * locked by it). The keys have a backup of their own, one, which the server writes anew when a session is deleted.
 */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';
import { readConfig } from '../config.ts';
import { askServer } from '../control.ts';
import { stopWith } from '../stop-with.ts';
import { StoreInUse } from '../store/errors.ts';
import { openSqliteStore } from '../store/sqlite/sqlite-store.ts';
import { inSessions, keysFile, mainFile } from './about.ts';
import { buildBackups, type Made } from './backups.ts';
import { dumpLine } from './dump-words.ts';
import { type Typed, typedFolders } from './typed.ts';

const madeSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), folder: z.string(), keys: z.string(), sessions: z.int(), bytes: z.int() }),
  z.object({ ok: z.literal(false), why: z.enum(['noFiles', 'inDataFolder', 'cannotWrite']), detail: z.string() }),
]);

/** Where no server runs, this program makes it itself, and holds the store so long. */
async function makeHere(dataDir: string, { folder, keys }: Typed): Promise<Made> {
  // An empty folder's copy is no backup: the data is in another, or in a database that only the program was told of.
  if (!existsSync(join(dataDir, mainFile)))
    stopWith(`Nothing is kept in ${dataDir}: is DATA_DIR that of the program? / In deze map staat niets.`);
  const store = openSqliteStore({ folder: dataDir });
  try {
    return await buildBackups({ store, dataDir, clock: Date.now }).make(folder, keys);
  } finally {
    await store.close();
  }
}

const troubles: Record<Exclude<Made, { ok: true }>['why'], (detail: string) => string> = {
  noFiles: () => 'This server keeps its data in memory / deze server bewaart alles in het geheugen.',
  inDataFolder: (folder) =>
    `${folder} lies in the data folder / ligt in de map met gegevens. Choose another place / kies een andere plek.`,
  cannotWrite: (detail) => `The backup could not be made / de back-up is niet gelukt: ${detail}`,
};

const read = readConfig(process.env);
if (!read.ok) stopWith(read.mistakes.join('; '));
const { dataDir, database } = read.config;
if (database) stopWith(dumpLine(database));
const typed =
  typedFolders({ mayReplace: false }) ??
  stopWith('Say where to / zeg waarheen: npm run backup -- FOLDER [--keys FOLDER]');

const { folder, keys } = typed;
const answer = madeSchema.safeParse(await askServer(dataDir, 'backup', { folder, ...(keys && { keys }) }));
const made = answer.success
  ? answer.data
  : await makeHere(dataDir, typed).catch((error: unknown) =>
      stopWith(
        error instanceof StoreInUse
          ? `A server runs with ${dataDir} but does not answer / er draait een server met deze map die niet antwoordt.`
          : `Cannot use ${dataDir} / deze map is niet te gebruiken: ${error instanceof Error ? error.message : ''}`,
      ),
    );
if (!made.ok) stopWith(troubles[made.why](made.detail));

for (const file of [join(made.folder, mainFile), join(made.keys, keysFile)]) {
  const copy = new DatabaseSync(file, { readOnly: true });
  const found = copy.prepare('PRAGMA quick_check').get()?.['quick_check'];
  copy.close();
  if (found !== 'ok') stopWith(`${file} is damaged / is beschadigd: ${String(found)}`);
}
console.log(`Backup / back-up   ${made.folder}   (${inSessions(made.sessions)}, ${made.bytes} bytes)
Keys / sleutels    ${made.keys}
Keep the keys elsewhere than the backups, and no older copy of them: the server writes them anew after a deletion.
Bewaar de sleutels ergens anders dan de back-ups, en geen oudere kopie: na wissen schrijft de server ze opnieuw.`);
