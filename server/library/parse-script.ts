import { type Script, scriptSchema } from '../../shared/script.ts';
import { normaliseDeep } from '../../shared/text.ts';
import { findingsIn } from './check-script.ts';
import { type PlaceOf, type Problem, problemsOf } from './problem.ts';
import { readYaml } from './read-yaml.ts';
import { findingsOf } from './schema-sentences.ts';

export type ParsedScript = { ok: true; script: Script } | { ok: false; problems: Problem[] };

/** A script with the way back from its data to the places in its file. */
export type ReadScript = { ok: true; script: Script; placeOf: PlaceOf } | { ok: false; problems: Problem[] };

/** The script that a file's text holds, or why not: each problem with its place. References to other scripts stay as they are. */
export function parseScript(file: string, yaml: string): ParsedScript {
  const read = readScript(file, yaml);
  return read.ok ? { ok: true, script: read.script } : read;
}

export function readScript(file: string, yaml: string): ReadScript {
  const read = readYaml(yaml);
  if (!read.ok) return { ok: false, problems: [{ file, ...read.place, message: read.message, proposal: null }] };
  const value = normaliseDeep(read.value);
  const parsed = scriptSchema.safeParse(value);
  const findings = parsed.success ? findingsIn(parsed.data) : findingsOf(parsed.error.issues, value);
  if (parsed.success && findings.length === 0) return { ok: true, script: parsed.data, placeOf: read.placeOf };
  return { ok: false, problems: problemsOf(file, findings, read.placeOf) };
}
