import type { DatabaseSync } from 'node:sqlite';
import { seal, unseal } from '../sealing.ts';
import { keptAsOf, versionPlaceOf } from '../session-rules.ts';
import type { SavedScript, ScriptLimits, ScriptSaved } from '../store.ts';
import type { Keys } from './keys.ts';

const columns = 'script, version, owner, at';
/** A null prototype is SQLite's, not ours. */
const savedOf = (row: object) => ({ ...row }) as SavedScript;

/** Facilitators' own scripts, each sealed with a key of its own. */
export function buildScripts(database: DatabaseSync, keys: Keys, isHere: (facilitator: string) => boolean) {
  const insert = database.prepare('INSERT INTO scripts (script, version, owner, at, sealed) VALUES (?, ?, ?, ?, ?)');
  const versions = database.prepare(`SELECT ${columns} FROM scripts WHERE script = ? ORDER BY version`);
  const trim = database.prepare(
    `DELETE FROM scripts WHERE script = ?1 AND version NOT IN
       (SELECT version FROM scripts WHERE script = ?1 ORDER BY version DESC LIMIT ?2)`,
  );
  const last = database.prepare(
    `SELECT ${columns} FROM scripts s WHERE owner = coalesce(?, owner)
       AND version = (SELECT max(version) FROM scripts WHERE script = s.script) ORDER BY script`,
  );
  const text = database.prepare('SELECT sealed FROM scripts WHERE script = ? AND version = ?');
  const count = database.prepare('SELECT count(DISTINCT script) AS n FROM scripts');
  const give = database.prepare('UPDATE scripts SET owner = ? WHERE owner = ?');
  const list = (owner?: string) => last.all(owner ?? null).map(savedOf);

  return {
    save({ script, version, owner, at, yaml }: SavedScript & { yaml: string }, most: ScriptLimits): ScriptSaved {
      const name = keptAsOf(script);
      if (keys.isBuried(name) || !isHere(owner)) return 'gone';
      const known = versions.all(script).map(savedOf).at(-1);
      if (known && (version !== known.version + 1 || owner !== known.owner)) return 'changed';
      if (!known && list(owner).length >= most.scripts) return 'tooMany';
      if (!known && Number(count.get()?.['n']) >= most.ofAll) return 'full';
      const { sealed } = seal(keys.create(name), versionPlaceOf({ script, version }), yaml.toWellFormed());
      insert.run(script, version, owner, at, sealed);
      trim.run(script, most.versions);
      return 'saved';
    },
    list,
    versions: (script: string) => versions.all(script).map(savedOf),
    text(script: string, version: number): string | undefined {
      const row = text.get(script, version)?.['sealed'];
      const key = keys.of(keptAsOf(script));
      if (!key || !(row instanceof Uint8Array)) return undefined;
      return unseal(key, versionPlaceOf({ script, version }), row).words;
    },
    give: (from: string, to: string) => void give.run(to, from),
  };
}
