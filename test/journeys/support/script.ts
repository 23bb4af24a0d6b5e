import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseScript } from '../../../server/library/parse-script.ts';
import type { Script } from '../../../shared/script.ts';

/** A script of the library, as the program reads it. */
export function readScript(id: string): Script {
  const file = `${id}.yaml`;
  const parsed = parseScript(file, readFileSync(join(import.meta.dirname, '../../../sessions', file), 'utf8'));
  if (!parsed.ok) throw new Error(`sessions/${file} cannot be read`);
  return parsed.script;
}
