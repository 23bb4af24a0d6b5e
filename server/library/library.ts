import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Script } from '../../shared/script.ts';
import { textIn } from '../../shared/text-in.ts';
import { findingsIn } from './check-script.ts';
import { type ReadScript, readScript } from './parse-script.ts';
import { atStart, type Problem, problemsOf, type Sentence } from './problem.ts';
import { maxBytes } from './read-yaml.ts';
import { takeOver } from './take-over.ts';
import { tooLarge } from './yaml-sentences.ts';

/** The scripts that may be chosen, and why the other files were refused. */
export type Library = {
  scripts: Script[];
  refused: Problem[];
  find: (id: string) => Script | undefined;
  /** As it stands in its file. */
  textOf: (id: string) => string | undefined;
};
type Good = { file: string; text: string; script: Script };

/** A file by its name as people are told it, and where it is. */
export type Found = { file: string; path: string };

type Accepted = { file: string; text: string } & Extract<ReadScript, { ok: true }>;

/** Reads the `.yaml` and `.yml` files of these folders once; a file that cannot be used is refused, never thrown. */
export function openLibrary(folders: readonly string[]): Library {
  const listed = folders.map(scriptsIn);
  const { good, refused } = readScripts(listed.flatMap(({ files }) => files));
  const scripts = good.map(({ script }) => script);
  const all = [...listed.flatMap((each) => each.refused), ...refused];
  const found = (id: string) => good.find(({ script }) => script.id === id);
  return { scripts, refused: all, find: (id) => found(id)?.script, textOf: (id) => found(id)?.text };
}

/** The scripts in these files; a file that cannot be used is refused. They take sets over from one another, and from `others`. */
export function readScripts(
  files: readonly Found[],
  others: (id: string) => Script | undefined = () => undefined,
): { good: Good[]; refused: Problem[] } {
  const refused: Problem[] = [];
  const accepted = new Map<string, Accepted>();
  for (const { file, path } of files) {
    const text = textOf(path);
    if (typeof text !== 'string') {
      refused.push(ofWhole(file, text));
      continue;
    }
    const read = readScript(file, text);
    if (!read.ok) refused.push(...read.problems);
    else {
      const first = accepted.get(read.script.id);
      const again = { message: takenId(read.script.id, first?.file ?? ''), proposal: null };
      if (first) refused.push({ file, ...read.placeOf(['id']), ...again });
      else accepted.set(read.script.id, { ...read, file, text });
    }
  }
  const find = (id: string) => accepted.get(id)?.script ?? others(id);
  return { good: [...accepted.values()].flatMap((each) => complete(each, find, refused)), refused };
}

/** The script with its references filled in; refused when that fails, or when it no longer fits together. */
function complete(
  { file, text, script, placeOf }: Accepted,
  find: (id: string) => Script | undefined,
  refused: Problem[],
): Good[] {
  const taken = takeOver(script, find);
  const findings = taken.findings.length > 0 ? taken.findings : findingsIn(taken.script);
  refused.push(...problemsOf(file, findings, placeOf));
  return findings.length > 0 ? [] : [{ file, text, script: taken.script }];
}

/** The files of a folder that are scripts by their names. */
export function scriptsIn(folder: string): { files: Found[]; refused: Problem[] } {
  try {
    const names = readdirSync(folder).filter((name) => /^[^.].*\.ya?ml$/i.test(name));
    const files = names.sort().map((name) => ({ file: `${basename(folder)}/${name}`, path: join(folder, name) }));
    return { files, refused: [] };
  } catch {
    return { files: [], refused: [ofWhole(folder, unreadable)] };
  }
}

/** A problem of a whole file. */
export const ofWhole = (file: string, message: Sentence): Problem => ({ file, ...atStart, message, proposal: null });

/** The text of a file, or why it cannot be read. */
function textOf(path: string): string | Sentence {
  try {
    const about = statSync(path);
    if (!about.isFile()) return unreadable;
    if (about.size > maxBytes) return tooLarge('512 kB');
    return textIn(readFileSync(path));
  } catch {
    return unreadable;
  }
}

const takenId = (id: string, file: string): Sentence => ({
  nl: `Het id "${id}" is al van ${file}. Geef dit draaiboek een eigen id.`,
  en: `The id "${id}" belongs to ${file} already. Give this script an id of its own.`,
});

const unreadable: Sentence = {
  nl: 'Dit is niet te lezen. Kijk of het er is, en of de server het mag lezen.',
  en: 'This cannot be read. See whether it is there, and whether the server may read it.',
};
