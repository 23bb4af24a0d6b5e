/** `npm run script -- check FILES`: what is wrong with scripts, each with its place and what to do. Ends with 1 where something is. */
import { statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Problem, Sentence } from '../../shared/problem.ts';
import type { Script } from '../../shared/script.ts';
import { stopWith } from '../stop-with.ts';
import { type Found, ofWhole, readScripts, scriptsIn } from './library.ts';
import { mostShown } from './problem.ts';

/** What was asked, or undefined where that is not understood. */
function asked() {
  try {
    const options = { json: { type: 'boolean' }, language: { type: 'string' } } as const;
    return parseArgs({ allowPositionals: true, options });
  } catch {
    return undefined;
  }
}

// Whoever reads only the first lines closes the pipe.
process.stdout.on('error', () => process.exit(1));
const read = asked();
const system = process.env['LC_ALL'] || process.env['LC_MESSAGES'] || process.env['LANG'] || '';
const chosen = read?.values.language;
const language = (chosen ?? system).toLowerCase().startsWith('nl') ? 'nl' : 'en';
const { scriptCheck: words } = await (language === 'nl'
  ? import('../../shared/words/script-check.nl.ts')
  : import('../../shared/words/script-check.en.ts'));
const [verb, ...names] = read?.positionals ?? [];
const isKnown = chosen === undefined || chosen === 'nl' || chosen === 'en';
if (!read || verb !== 'check' || names.length === 0 || !isKnown) stopWith(words.usage);

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

const noScripts: Sentence = {
  nl: 'In deze map staat geen draaiboek. Een draaiboek eindigt op .yaml',
  en: 'There is no script in this folder. A script ends in .yaml',
};

/** The files by these names; of a folder the scripts in it. Each once, and named as it was typed, so that a terminal can lead there. */
function filesBy(typed: readonly string[]): { files: Found[]; refused: Problem[] } {
  const refused: Problem[] = [];
  const files = typed.flatMap((name): Found[] => {
    if (!isFolder(name)) return [{ file: name, path: name }];
    const found = scriptsIn(name);
    const none = found.files.length === 0 && found.refused.length === 0;
    refused.push(...found.refused, ...(none ? [ofWhole(name, noScripts)] : []));
    return found.files.map(({ path }) => ({ file: path, path }));
  });
  return { files: [...new Map(files.map((each) => [resolve(each.path), each])).values()], refused };
}

const { files, refused: missing } = filesBy(names);

let others: Script[] | undefined;
/** Sets may be taken over from the scripts that come with the program, and from those that lie beside these. */
function besideThese(id: string): Script | undefined {
  const folders = [join(import.meta.dirname, '../../sessions'), ...files.map(({ path }) => dirname(path))];
  const beside = [...new Set(folders.map((folder) => resolve(folder)))].flatMap((folder) => scriptsIn(folder).files);
  others ??= readScripts(beside).good.map(({ script }) => script);
  return others.find((script) => script.id === id);
}

const { good, refused } = readScripts(files, besideThese);
const problems = [...missing, ...refused];

/** Words from a file never steer the terminal, nor turn round what is read there. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is the point
const steers = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;
const print = (line: string): void => console.log(line.replace(steers, '\ufffd'));
/** JSON has its own line ends; the rest of it is written as JSON writes signs. */
const printJson = (value: unknown): void =>
  console.log(
    JSON.stringify(value, null, 1).replace(steers, (sign) =>
      sign === '\n' ? sign : `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
    ),
  );

if (read.values.json) printJson({ ok: problems.length === 0, good: good.map(({ file }) => file), problems });
else {
  for (const { file, line, column, message, proposal } of problems) {
    print(`${file}:${line}:${column}: ${message[language]}`);
    if (proposal !== null) print(`    ${words.meant(proposal)}`);
  }
  for (const { file, script } of good) {
    const before = script.steps.filter((step) => step.before).length;
    print(`${file}: ${words.good(script.minutes, script.steps.length - before, before)}`);
  }
  const byFile = Map.groupBy(problems, ({ file }) => file);
  if ([...byFile.values()].some((list) => list.length >= mostShown)) print(words.more);
  print(words.counts(problems.length, byFile.size, byFile.size + good.length));
}
process.exitCode = problems.length > 0 ? 1 : 0;
