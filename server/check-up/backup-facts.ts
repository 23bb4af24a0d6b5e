import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { keysFile, mainFile } from '../backup/about.ts';
import type { House } from '../house.ts';

/** The job that deletes what is kept no longer: when it last looked, and what it should have deleted by then. */
export type Keeping = { lookedAt: () => number | null; overdue: (now: number) => Promise<string[]> };

const day = 24 * 60 * 60_000;
const deviceOf = (path: string): number | null => (existsSync(path) ? statSync(path).dev : null);

export async function lookAtBackups({ backups, store, config, clock }: House, keeping: Keeping) {
  const places = backups.places();
  const last = places.toSorted((a, b) => b.madeAt - a.madeAt)[0];
  const deletedAt = store.files?.lastDeletedAt() ?? null;
  const sessions = await store.sessions().catch(() => []);
  return {
    now: clock(),
    last,
    isThere: last !== undefined && existsSync(join(last.backup, mainFile)) && existsSync(join(last.keys, keysFile)),
    stale: places.filter(({ keysAt }) => deletedAt !== null && deletedAt >= keysAt).length,
    keysApart: last !== undefined && dirname(last.backup) !== dirname(last.keys),
    devices: last && { data: deviceOf(config.dataDir), backup: deviceOf(last.backup) },
    newest: Math.max(0, ...sessions.map(({ createdAt }) => createdAt)),
    lookedAt: keeping.lookedAt(),
    overdue: (await keeping.overdue(clock() - day).catch(() => [])).length,
  };
}
