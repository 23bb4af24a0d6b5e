import { type Script, scriptSchema } from '../../shared/script.ts';
import { normaliseDeep } from '../../shared/text.ts';
import { findingsIn } from './check-script.ts';
import { withMinutes } from './minutes-of.ts';
import { type Finding, type PlaceOf, type Problem, problemsOf } from './problem.ts';
import { readYaml } from './read-yaml.ts';
import { findingsOf, namesPassedOver } from './schema-sentences.ts';
import { withCards } from './with-cards.ts';

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
  const { script, findings } = examined(normaliseDeep(read.value));
  if (script && findings.length === 0) return { ok: true, script, placeOf: read.placeOf };
  return { ok: false, problems: problemsOf(file, findings, read.placeOf) };
}

/** What is wrong with the value of a script, and where; the script itself where it has the form of one. */
export function examined(value: unknown): { script: Script | null; findings: Finding[] } {
  const parsed = scriptSchema.safeParse(withMinutes(value));
  if (parsed.success)
    return { script: withCards(parsed.data), findings: [...namesPassedOver(value), ...findingsIn(parsed.data)] };
  return { script: null, findings: findingsOf(parsed.error.issues, value) };
}
