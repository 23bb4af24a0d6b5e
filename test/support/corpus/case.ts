/** Bad input as it lies in test/corpus/<kind>/*.json: what is sent, why, and what has to come of it. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const kinds = [
  ...(['frames', 'http', 'schema', 'size', 'unicode', 'markup', 'injection', 'paths', 'scripts', 'logs'] as const),
];
export type Kind = (typeof kinds)[number];

/** Text, or how it is made: what is large stays small in its file. */
export type Recipe = string | { repeat: [what: Recipe, times: number] } | { join: Recipe[] } | { hex: string };

/** One frame as it goes over the wire; a plain recipe is a text message. `claims`: the length that its head says. */
export type Frame =
  | Recipe
  | {
      op?: number;
      fin?: boolean;
      rsv?: number;
      masked?: boolean;
      claims?: number;
      wide?: boolean;
      data: Recipe;
      times?: number;
    };

/** `hello`: after it said who it is. */
export type FrameInput = { after: 'open' | 'connected' | 'hello'; frames: Frame[] };
export type HttpInput = {
  method?: string;
  path: Recipe;
  as?: 'facilitator';
  headers?: Record<string, Recipe>;
  /** A value is sent as JSON; a recipe under `raw` as it is. */
  body?: unknown;
  raw?: Recipe;
  /** Says that nothing more will come, and reads on. */
  hangsUp?: true;
  /** The whole request, byte for byte, in place of all the others. */
  bytes?: Recipe;
};
export const stages = ['lobby', 'pairs', 'talk', 'over'] as const;
export type Stage = (typeof stages)[number];
export type By = 'desk' | 'seat' | 'wall' | 'co-desk' | 'stranger';
/** Words that stand for ids of the running session, such as `$unit`, are filled in. */
type CommandInput = { stage: Stage; by: By; command: unknown };
/** Where people can put words. */
export type Field =
  | 'name'
  | 'answer'
  | 'note'
  | 'theme'
  | 'conclusion'
  | 'reason'
  | 'minority'
  | 'title'
  | 'place'
  | 'partner'
  | 'collaboration'
  | 'subgroup'
  | 'seatPlace'
  | 'question'
  | 'introduction'
  | 'section'
  | 'comment'
  | 'signature'
  | 'invited'
  | 'fillIn';
type WordsInput = { field: Field; text: Recipe };
/**
 * A piece of the good script becomes another; or a text of its own; or in the script with every key one value becomes
 * another, a text, its first line many times, or is gone.
 */
export type ScriptInput =
  | { piece: string; by: Recipe }
  | { text: Recipe }
  | ({ at: (string | number)[] } & ({ put: unknown } | { word: Recipe } | { times: number } | { drop: true }));
/** In the order given; `of`: the n-th event of this type. `stale`: the file's hash is not made again. */
export type LogChange =
  | { of: string; nth?: number; set: Record<string, unknown> }
  | { of: string; nth?: number; drop: string[] }
  | { of: string; nth?: number; do: 'remove' | 'twice' | 'swap' | 'last' | 'first' }
  | { file: Record<string, unknown> }
  | { cut: number }
  | { text: Recipe };
export type LogInput = { changes: LogChange[]; stale?: true };

export type Input =
  | { road: 'frames'; input: FrameInput }
  | { road: 'http'; input: HttpInput }
  | { road: 'command'; input: CommandInput }
  | { road: 'words'; input: WordsInput }
  | { road: 'script'; input: ScriptInput }
  | { road: 'log'; input: LogInput };
type Road = Input['road'];

/** `becomes`: of words, what readers get. */
export type Case = Input & { why: string; expect: string; becomes?: Recipe };
export type Filed = Case & { kind: Kind; name: string };
export type CaseOn<R extends Road> = Extract<Filed, { road: R }>;

const corpusFolder = join(import.meta.dirname, '../../corpus');

export function readCorpus(): Filed[] {
  return kinds.flatMap((kind) =>
    readdirSync(join(corpusFolder, kind))
      .filter((file) => file.endsWith('.json'))
      .sort()
      .map((file) => {
        const found = JSON.parse(readFileSync(join(corpusFolder, kind, file), 'utf8')) as Case;
        return { ...found, kind, name: file.slice(0, -'.json'.length) };
      }),
  );
}

/** Puts a kind's made cases in place of those that were made before; what was added by hand stays. */
export function writeMade(kind: Kind, made: readonly Filed[]): void {
  const folder = join(corpusFolder, kind);
  mkdirSync(folder, { recursive: true });
  for (const file of readdirSync(folder)) if (!file.startsWith('hand-')) rmSync(join(folder, file));
  const taken = new Set<string>();
  for (const { kind: _, name, ...one } of made) {
    const free = taken.has(name) ? `${name}-${taken.size}` : name;
    taken.add(free);
    writeFileSync(join(folder, `${free}.json`), `${JSON.stringify(one, null, 1)}\n`);
  }
}

/** The bytes that a recipe stands for. Half a character goes as its three bytes, as careless programs send it. */
export function bytesOf(recipe: Recipe): Buffer {
  if (typeof recipe === 'string') return loneAsBytes(recipe);
  if ('hex' in recipe) return Buffer.from(recipe.hex, 'hex');
  if ('join' in recipe) return Buffer.concat(recipe.join.map(bytesOf));
  const [what, times] = recipe.repeat;
  const one = bytesOf(what);
  return Buffer.alloc(one.length * times, one);
}

function loneAsBytes(text: string): Buffer {
  if (text.isWellFormed()) return Buffer.from(text);
  const parts = [...text].map((sign) => {
    const code = sign.codePointAt(0) ?? 0;
    const isLone = code >= 0xd800 && code <= 0xdfff;
    return isLone
      ? Buffer.from([0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63)])
      : Buffer.from(sign);
  });
  return Buffer.concat(parts);
}

/** As a text of JavaScript, with half characters as they are. */
export function textOf(recipe: Recipe): string {
  if (typeof recipe === 'string') return recipe;
  if ('hex' in recipe) return Buffer.from(recipe.hex, 'hex').toString('utf8');
  if ('join' in recipe) return recipe.join.map(textOf).join('');
  return textOf(recipe.repeat[0]).repeat(recipe.repeat[1]);
}
