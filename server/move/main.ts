/** `npm run move -- --to postgres [SESSION …]` (or `--to files`): copies sessions between DATA_DIR and DATABASE_URL. */
import { parseArgs } from 'node:util';
import { readConfig } from '../config.ts';
import { shownDatabase } from '../database-settings.ts';
import { openStore } from '../open-store.ts';
import { stopWith } from '../stop-with.ts';
import { type Moved, move } from './move.ts';

const outcomes: Record<Moved['outcome'], string> = {
  moved: 'moved, byte for byte / overgezet, byte voor byte',
  damaged: 'damaged, left where it is / beschadigd, blijft waar het is',
  differs: 'NOT THE SAME there: delete it there / DAAR NIET HETZELFDE: wis het daar',
  sessionExists: 'is there already / is er al',
  sessionDeleted: 'was deleted there, and stays so / is daar gewist, en blijft dat',
  notAnArchive: 'could not be read / niet te lezen',
  newerArchive: 'made by a newer version / van een nieuwere versie',
  changedArchive: 'could not be read / niet te lezen',
  badEvent: 'holds something that is not ours, left where it is / bevat iets vreemds, blijft waar het is',
};

function typed(): { to: 'postgres' | 'files'; only: string[] } | undefined {
  try {
    const { values, positionals } = parseArgs({ options: { to: { type: 'string' } }, allowPositionals: true });
    const { to } = values;
    return to === 'postgres' || to === 'files' ? { to, only: positionals } : undefined;
  } catch {
    return undefined;
  }
}

const read = readConfig(process.env);
if (!read.ok) stopWith(read.mistakes.join('; '));
const { dataDir, database } = read.config;
const { to, only } =
  typed() ?? stopWith('Say where to / zeg waarheen: npm run move -- --to postgres [SESSION …], or --to files');
if (!database) stopWith('Set DATABASE_URL to the database / zet DATABASE_URL op de database.');

const files = await openStore({ dataDir });
const postgres = await openStore({ dataDir, database });
const moved = await move(to === 'postgres' ? files : postgres, to === 'postgres' ? postgres : files, only).catch(
  (error: unknown) =>
    stopWith(
      `Could not go on / kan niet verder: ${error instanceof Error ? error.message : ''}. Run it again: what is there already is left alone.`,
    ),
);
await Promise.all([files.close(), postgres.close()]);

console.log(`${dataDir} ${to === 'postgres' ? '->' : '<-'} ${shownDatabase(database)}`);
for (const { session, outcome } of moved) console.log(`  ${session}   ${outcomes[outcome]}`);
const unknown = only.filter((session) => !moved.some((one) => one.session === session));
for (const session of unknown) console.log(`  ${session}   not here / is hier niet`);
const isDone = unknown.length === 0 && moved.every(({ outcome }) => outcome === 'moved' || outcome === 'sessionExists');
console.log(`Nothing was taken away where they were. Phones join again by the code; links and invitations are made anew.
Waar ze waren is niets weggehaald. Telefoons doen opnieuw mee met de code; links en uitnodigingen maak je opnieuw.`);
process.exit(isDone ? 0 : 1);
