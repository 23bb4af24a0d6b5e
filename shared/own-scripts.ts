/** Scripts of a facilitator's own (eigen draaiboeken), over HTTP: the YAML text is the truth, and is edited by these acts. */
import * as z from 'zod/mini';
import type { Problem, Sentence } from './problem.ts';
import type { Language } from './script.ts';

/** The most bytes that a script of one's own may have: half of what the library takes, since each version is kept whole. */
export const maxScriptBytes = 256 * 1024;

const key = z.union([z.string().check(z.minLength(1), z.maxLength(64)), z.int().check(z.gte(0), z.lte(10_000))]);
const path = z.array(key).check(z.maxLength(20));
const place = z.int().check(z.gte(0), z.lte(10_000));

/** So deep is no script. */
const mostLevels = 40;
const isDeeperThan = (levels: number, value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (levels === 0 || Object.values(value).some((part) => isDeeperThan(levels - 1, part)));
const value = z.unknown().check(z.refine((given) => !isDeeperThan(mostLevels, given)));

/** One change of the text, at a place in its data: `['steps', 3, 'title', 'nl']`. */
const edit = z.discriminatedUnion('do', [
  /** This value, in its place; what is not there yet is made. What stays of it keeps its comments. */
  z.strictObject({ do: z.literal('set'), path, value }),
  /** Gone; and with it whatever holds nothing by that. */
  z.strictObject({ do: z.literal('remove'), path }),
  /** Into the list at `path`, which is made where it is not there. */
  z.strictObject({ do: z.literal('insert'), path, at: place, value }),
  /** Once more, with its comments. */
  z.strictObject({ do: z.literal('copy'), path, from: place, to: place }),
  z.strictObject({ do: z.literal('move'), path, from: place, to: place }),
]);
export type Edit = z.infer<typeof edit>;

const yaml = z.string().check(z.maxLength(maxScriptBytes));

/** POST /api/own-scripts/edit -> Draft: a text with these edits made (the desk sends a few at once); nothing is kept. */
export const editRequest = z.strictObject({ yaml, edits: z.array(edit).check(z.maxLength(40)) });

/**
 * Something wrong, at its place in the data and in the text. `message` speaks the words of the file, `atForm` those of the
 * form; null where a form has no place for it.
 */
export type DraftProblem = Omit<Problem, 'file'> & { path: (string | number)[]; atForm: Sentence | null };

export type Draft = {
  yaml: string;
  /** What the text stands for, whether or not that is a script; null where it is no YAML. */
  value: unknown;
  problems: DraftProblem[];
  /** The edits could not be made: `yaml` is as it came. */
  refused: boolean;
};

/**
 * POST /api/own-scripts -> OwnScriptAnswer: from the library (`library`, with an id of its own), from another of one's own
 * (`own`), from a text (`yaml`, kept byte for byte), or empty in these languages.
 */
const id = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,64}$/));
export const newScriptRequest = z.union([
  z.strictObject({ library: id }),
  z.strictObject({ own: id }),
  z.strictObject({ yaml }),
  z.strictObject({ empty: z.array(z.enum(['nl', 'en'])).check(z.minLength(1), z.maxLength(2)), title: z.string() }),
]);

/** POST /api/own-scripts/:script -> OwnScriptAnswer: `after` is the version that was changed. */
export const saveScriptRequest = z.strictObject({ yaml, after: z.int().check(z.gte(1)) });

/** `changed`: saved elsewhere meanwhile, `version` is the last; `tooMany`: as many as one may have; `full`: as many as the server keeps; `gone`: deleted. */
export type OwnScriptAnswer =
  | { problem: null; script: string; version: number }
  | { problem: 'changed'; version: number }
  | { problem: 'tooMany' | 'full' | 'tooLarge' | 'gone' };

/** GET /api/own-scripts -> OwnScriptRow[], last saved first. DELETE /api/own-scripts/:script -> {}. */
export type OwnScriptRow = {
  script: string;
  version: number;
  at: number;
  /** Empty where there is none to read. */
  title: Record<Language, string>;
  problems: number;
};

/** GET /api/own-scripts/:script -> OwnScript, or `?version=3`: that one. */
export type OwnScript = {
  script: string;
  version: number;
  draft: Draft;
  /** The kept ones, the last first. */
  versions: { version: number; at: number }[];
};
