/** The letters of a PDF: the house's faces first, then those that hold what they lack. All are embedded, none is asked of the reader. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkit';

const { resolve } = createRequire(import.meta.url);

/** The tool speaks in sans, people speak in serif. */
export type Style = 'ui' | 'uiBold' | 'voice';
export type Face = { name: string; bytes: Buffer; font: Font };

const family = (name: string, weight: number, ...subsets: string[]): string[] =>
  subsets.map((subset) => `@fontsource/${name}/files/${name}-${subset}-${weight}-normal.woff`);
const atkinson = (weight: number) => family('atkinson-hyperlegible-next', weight, 'latin', 'latin-ext');
const literata = (weight: number) =>
  family('literata', weight, ...['latin', 'latin-ext', 'vietnamese', 'greek', 'greek-ext', 'cyrillic', 'cyrillic-ext']);
const others = [
  ...family('noto-sans-hebrew', 400, 'hebrew'),
  ...family('noto-sans-arabic', 400, 'arabic'),
  ...family('noto-sans-symbols-2', 400, 'symbols', 'math', 'braille'),
  ...family('noto-emoji', 400, 'emoji'),
];
const filesOf: Record<Style, readonly string[]> = {
  ui: [...atkinson(400), ...literata(400), ...others],
  uiBold: [...atkinson(700), ...literata(700), ...others],
  voice: [...literata(400), ...others],
};

const opened = new Map<string, Face>();

function open(file: string): Face {
  const known = opened.get(file);
  if (known) return known;
  const bytes = readFileSync(resolve(file));
  const font = create(bytes);
  if (!('layout' in font)) throw new Error('a collection of fonts');
  const face = { name: file.replace(/^.*\/|\.woff$/g, ''), bytes, font };
  opened.set(file, face);
  return face;
}

/** Signs that are heard or that steer, never seen. */
const unseen = /\p{Default_Ignorable_Code_Point}|\p{Cc}/u;
export const seenIn = (text: string): string[] => [...text].filter((character) => !unseen.test(character));

const chosen = new Map<string, Face | null>();

/** The first face that has all that can be seen of these characters; null where none has. */
export function faceFor(style: Style, characters: string): Face | null {
  const key = `${style} ${characters}`;
  const known = chosen.get(key);
  if (known !== undefined) return known;
  const points = seenIn(characters).map((character) => character.codePointAt(0) ?? 0);
  const file = filesOf[style].find((one) => points.every((point) => open(one).font.hasGlyphForCodePoint(point)));
  const face = file === undefined ? null : open(file);
  if (chosen.size > 20_000) chosen.clear();
  chosen.set(key, face);
  return face;
}
