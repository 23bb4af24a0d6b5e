import { seal, unseal } from '../sealing.ts';
import { keptAsOf, versionPlaceOf } from '../session-rules.ts';
import type { SavedScript, ScriptLimits, ScriptSaved } from '../store.ts';
import type { Run } from './database.ts';
import { facilitatorRows } from './facilitators.ts';
import type { Keys } from './keys.ts';

const columns = 'script, version, owner, at';

/** Facilitators' own scripts, each sealed with a key of its own; what writes runs under the lock of facilitators. */
export function buildScripts(keys: Keys) {
  const list = (run: Run, owner?: string) =>
    run<SavedScript>(
      `SELECT DISTINCT ON (script COLLATE "C") ${columns} FROM scripts WHERE $1::text IS NULL OR owner = $1
       ORDER BY script COLLATE "C", version DESC`,
      [owner ?? null],
    );
  const versions = (run: Run, script: string) =>
    run<SavedScript>(`SELECT ${columns} FROM scripts WHERE script = $1 ORDER BY version`, [script]);

  return {
    async save(
      run: Run,
      { script, version, owner, at, yaml }: SavedScript & { yaml: string },
      most: ScriptLimits,
    ): Promise<ScriptSaved> {
      const name = keptAsOf(script);
      const gone = await run('SELECT 1 FROM deleted WHERE session = $1', [name]);
      if (gone.length > 0 || !(await facilitatorRows.byId(run, owner))) return 'gone';
      const known = (await versions(run, script)).at(-1);
      if (known && (version !== known.version + 1 || owner !== known.owner)) return 'changed';
      if (!known && (await list(run, owner)).length >= most.scripts) return 'tooMany';
      if (!known && (await list(run)).length >= most.ofAll) return 'full';
      const { sealed } = seal(await keys.create(name), versionPlaceOf({ script, version }), yaml.toWellFormed());
      await run('INSERT INTO scripts (script, version, owner, at, sealed) VALUES ($1, $2, $3, $4, $5)', [
        ...[script, version, owner, at, sealed],
      ]);
      await run(
        `DELETE FROM scripts WHERE script = $1 AND version NOT IN
           (SELECT version FROM scripts WHERE script = $1 ORDER BY version DESC LIMIT $2)`,
        [script, most.versions],
      );
      return 'saved';
    },
    list,
    versions,
    async text(run: Run, script: string, version: number): Promise<string | undefined> {
      const [row] = await run<{ sealed: Buffer }>('SELECT sealed FROM scripts WHERE script = $1 AND version = $2', [
        script,
        version,
      ]);
      const key = row && (await keys.of(keptAsOf(script)));
      return key && unseal(key, versionPlaceOf({ script, version }), row.sealed).words;
    },
    give: async (run: Run, from: string, to: string): Promise<void> =>
      void (await run('UPDATE scripts SET owner = $1 WHERE owner = $2', [to, from])),
  };
}
