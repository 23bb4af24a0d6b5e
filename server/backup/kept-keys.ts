/**
 * Where backups of the keys lie, remembered in the data folder. A deletion is only done where old backups cannot be read
 * any more (P2): so every backup of the keys is written anew once a session was deleted.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { StoreFiles } from '../store/sqlite/files.ts';
import { keysFile } from './about.ts';

const listFile = 'backups.json';
const placeSchema = z.object({
  /** The folder. */
  keys: z.string(),
  keysAt: z.number(),
  /** The last backup that these are the keys of. */
  backup: z.string(),
  madeAt: z.number(),
});
export type KeptPlace = z.infer<typeof placeSchema>;

export function keptPlaces(dataDir: string): KeptPlace[] {
  try {
    return z.array(placeSchema).parse(JSON.parse(readFileSync(join(dataDir, listFile), 'utf8')));
  } catch {
    return [];
  }
}

export function keepPlaces(dataDir: string, places: readonly KeptPlace[]): void {
  const file = join(dataDir, listFile);
  writeFileSync(`${file}.new`, `${JSON.stringify(places, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/** Adds a place, or renews what is known of it. */
export const withPlace = (places: readonly KeptPlace[], place: KeptPlace): KeptPlace[] => [
  ...places.filter(({ keys }) => keys !== place.keys),
  place,
];

/** Puts the keys of now in the place of those that lay there. */
export async function writeKeys(files: StoreFiles, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const fresh = join(folder, `${keysFile}.new`);
  rmSync(fresh, { force: true });
  try {
    await files.copyKeysTo(fresh);
    renameSync(fresh, join(folder, keysFile));
  } finally {
    for (const end of ['', '-journal', '-wal', '-shm']) rmSync(fresh + end, { force: true });
  }
}

/** Older than a deletion: what was deleted can still be read with these. */
const isStale = ({ keysAt }: KeptPlace, lastDeletedAt: number | null): boolean =>
  lastDeletedAt !== null && lastDeletedAt >= keysAt;

/** Writes anew what is stale; a place that cannot be reached now stays on the list, and is tried again. */
export async function renewKeys(files: StoreFiles, dataDir: string, clock: () => number): Promise<void> {
  const known = keptPlaces(dataDir);
  const places: KeptPlace[] = [];
  for (const place of known) {
    const isGone = existsSync(place.keys) && !existsSync(join(place.keys, keysFile));
    if (isGone) continue;
    const keysAt = clock();
    const isDone =
      isStale(place, files.lastDeletedAt()) &&
      existsSync(place.keys) &&
      (await writeKeys(files, place.keys).then(
        () => true,
        () => false,
      ));
    places.push(isDone ? { ...place, keysAt } : place);
  }
  if (JSON.stringify(places) !== JSON.stringify(known)) keepPlaces(dataDir, places);
}
