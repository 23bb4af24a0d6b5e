/** Words as a PDF can draw them: pieces in one face each, with their widths. */
import { mark } from '../../../shared/session/masks.ts';
import { isRightToLeft } from '../document/direction.ts';
import { type Face, faceFor, type Style, seenIn } from './faces.ts';

/** `face` is null for what no face has: an empty box stands there; a covered word is a full one. */
type Run = { text: string; face: Face | null; width: number; covered: boolean };
export type Word = {
  /** With the spaces after it. */
  text: string;
  runs: Run[];
  /** Of the letters, then of the spaces after them. */
  width: number;
  space: number;
  /** Null where nothing in it has a side of its own. */
  side: 'left' | 'right' | null;
  /** What is drawn is what was written, letter by letter. */
  plain: boolean;
};

/** The width of a box, in parts of the letters' size. */
export const boxWidth = 0.62;
const covered = mark[0] ?? '';
const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
export const lettersOf = (text: string): string[] => Array.from(segmenter.segment(text), ({ segment }) => segment);

/** Letters with the face of each; what no face has as a whole is tried sign by sign. */
function* faced(text: string, style: Style): Generator<{ text: string; face: Face | null }> {
  for (const letter of lettersOf(text)) {
    const face = faceFor(style, letter);
    const signs = [...letter];
    if (face || signs.length === 1) yield { text: letter, face };
    else for (const sign of signs) if (seenIn(sign).length) yield { text: sign, face: faceFor(style, sign) };
  }
}

const isEmoji = (face: Face | null) => face?.name.startsWith('noto-emoji') ?? false;
/** Joiners make one picture of several; elsewhere nothing is drawn of them. */
const drawable = (text: string, face: Face | null): string => (isEmoji(face) ? text : seenIn(text).join(''));

function runsOf(text: string, style: Style): Run[] {
  const runs: Run[] = [];
  for (const letter of faced(text, style)) {
    const drawn = drawable(letter.text, letter.face);
    if (drawn === '') continue;
    const isCovered = letter.text === covered;
    const face = isCovered ? null : letter.face;
    const last = runs.at(-1);
    if (last && face && last.face === face) last.text += drawn;
    else runs.push({ text: drawn, face, width: 0, covered: isCovered });
  }
  for (const run of runs) {
    const { face } = run;
    run.width = face ? face.font.layout(run.text).advanceWidth / face.font.unitsPerEm : boxWidth;
  }
  return runs;
}

function sideOf(text: string): Word['side'] {
  if ([...text].some(isRightToLeft)) return 'right';
  return /\p{L}/u.test(text) ? 'left' : null;
}

const known = new Map<string, Word>();

/** A word at size 1. */
export function wordOf(text: string, style: Style): Word {
  const key = `${style} ${text}`;
  const found = known.get(key);
  if (found) return found;
  const letters = text.trimEnd();
  const runs = runsOf(letters, style);
  const blank = text.slice(letters.length).replaceAll('\t', '    ');
  const space = blank === '' ? 0 : runsOf(blank, style).reduce((sum, run) => sum + run.width, 0);
  const side = sideOf(letters);
  const drawn = runs.every(({ face }) => face !== null && !isEmoji(face)) && runs.map((run) => run.text).join('');
  const word: Word = {
    ...{ text, runs, space, side, width: runs.reduce((sum, run) => sum + run.width, 0) },
    plain: side !== 'right' && drawn === letters && !/[^ ]/.test(text.slice(letters.length)),
  };
  if (known.size > 50_000) known.clear();
  known.set(key, word);
  return word;
}
