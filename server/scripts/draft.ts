import type { Draft, DraftProblem, Edit } from '../../shared/own-scripts.ts';
import type { Script } from '../../shared/script.ts';
import { normaliseDeep } from '../../shared/text.ts';
import { findingsIn } from '../library/check-script.ts';
import { editedText } from '../library/edit-script.ts';
import type { Library } from '../library/library.ts';
import { examined } from '../library/parse-script.ts';
import { type Finding, mostShown } from '../library/problem.ts';
import { readYaml } from '../library/read-yaml.ts';
import { takeOver } from '../library/take-over.ts';

export type Looked = { value: unknown; script: Script | null; problems: DraftProblem[] };

/** The same look at a text as when the library takes it in; `script` is there where nothing is wrong with it. */
export function lookAt(yaml: string, library: Pick<Library, 'find'>): Looked {
  const read = readYaml(yaml);
  if (!read.ok) {
    const { place, message } = read;
    return { value: null, script: null, problems: [{ path: [], ...place, message, atForm: null, proposal: null }] };
  }
  const { script, findings } = complete(normaliseDeep(read.value), library);
  const problems = findings.slice(0, mostShown).map(
    ({ path, message, proposal, isKey, atForm = null }): DraftProblem => ({
      path: path.map((key) => (typeof key === 'number' ? key : String(key))),
      ...read.placeOf(path, isKey),
      ...{ message, atForm, proposal: proposal() },
    }),
  );
  return { value: read.value, script: problems.length === 0 ? script : null, problems };
}

function complete(value: unknown, { find }: Pick<Library, 'find'>): { script: Script | null; findings: Finding[] } {
  const own = examined(value);
  if (!own.script || own.findings.length > 0) return own;
  const taken = takeOver(own.script, find);
  return { script: taken.script, findings: taken.findings.length > 0 ? taken.findings : findingsIn(taken.script) };
}

/** A text with these edits made, and what is to be said of it. */
export function draftOf(source: string, edits: readonly Edit[], library: Pick<Library, 'find'>): Draft {
  const edited = editedText(source, normaliseDeep(edits));
  const yaml = edited ?? source;
  const { value, problems } = lookAt(yaml, library);
  return { yaml, value, problems, refused: edited === null };
}
