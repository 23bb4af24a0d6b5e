import { existsSync, mkdirSync, readdirSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import type { Store } from '../store/store.ts';
import { aboutFile, aboutOf, keysFolder, mainFile, sha256Of } from './about.ts';
import { type KeptPlace, keepPlaces, keptPlaces, renewKeys, withPlace, writeKeys } from './kept-keys.ts';

export type Made =
  | { ok: true; folder: string; keys: string; sessions: number; bytes: number }
  | { ok: false; why: 'noFiles' | 'inDataFolder' | 'cannotWrite'; detail: string };

type Parts = { store: Store; dataDir: string; clock: () => number };
export type Backups = ReturnType<typeof buildBackups>;

/** Backups of a store that is in use, one at a time. */
export function buildBackups({ store, dataDir, clock }: Parts) {
  const { files } = store;
  let last: Promise<unknown> = Promise.resolve();
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = last.then(work, work);
    last = done.catch(() => undefined);
    return done;
  }

  async function make(to: string, keysTo: string): Promise<Made> {
    if (!files) return { ok: false, why: 'noFiles', detail: '' };
    const [root, keys] = [resolve(to), resolve(keysTo)];
    for (const one of [root, keys]) {
      if (isWithin(one, dataDir)) return { ok: false, why: 'inDataFolder', detail: one };
    }
    const at = clock();
    const folder = newFolderIn(root, at);
    const part = `${folder}.part`;
    try {
      // What was broken off earlier counts for nothing.
      if (existsSync(root)) {
        for (const name of readdirSync(root)) if (name.endsWith('.part')) rmSync(join(root, name), { recursive: true });
      }
      mkdirSync(part, { recursive: true, mode: 0o700 });
      const file = join(part, mainFile);
      await files.copyTo(file);
      // After the other file: what is in that has its key in this, unless it was deleted in between.
      const keysAt = clock();
      await writeKeys(files, keys);
      const sessions = (await store.sessions()).length;
      const facts = { at, sessions, bytes: statSync(file).size, sha256: await sha256Of(file), keys };
      writeFileSync(join(part, aboutFile), `${JSON.stringify(aboutOf(facts), null, 2)}\n`, { mode: 0o600 });
      renameSync(part, folder);
      keepPlaces(dataDir, withPlace(keptPlaces(dataDir), { keys, keysAt, backup: folder, madeAt: at }));
      return { ok: true, folder, keys, sessions, bytes: facts.bytes };
    } catch (error) {
      rmSync(part, { recursive: true, force: true });
      return { ok: false, why: 'cannotWrite', detail: error instanceof Error ? error.message : '' };
    }
  }

  return {
    make: (to: string, keysTo = join(to, keysFolder)) => inTurn(() => make(to, keysTo)),
    /** After a deletion, and every hour: no backup of the keys stays older than the last deletion. */
    renewKeys: () => inTurn(async () => void (files && (await renewKeys(files, dataDir, clock)))),
    /** Resolves when nothing is under way. */
    idle: (): Promise<unknown> => last,
    /** Where keys lie, and when the last backup was made there. */
    places: (): KeptPlace[] => keptPlaces(dataDir),
  };
}

const newFolderIn = (root: string, at: number): string => {
  const name = join(root, new Date(at).toISOString().slice(0, 19).replaceAll(':', '-'));
  for (let n = 1; ; n++) {
    const free = n === 1 ? name : `${name}-${n}`;
    if (!existsSync(free)) return free;
  }
};

/** Whether a folder, there or not yet, is the other one or lies in it; links are followed. */
function isWithin(folder: string, outer: string): boolean {
  let here = folder;
  while (!existsSync(here) && dirname(here) !== here) here = dirname(here);
  const path = relative(realpathSync(outer), join(realpathSync(here), relative(here, folder)));
  return path === '' || !(path.startsWith('..') || resolve(path) === path);
}
