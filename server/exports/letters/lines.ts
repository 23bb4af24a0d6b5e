/** Text broken into lines of a width. */
import { runsFromRight } from '../document/direction.ts';
import type { Style } from './faces.ts';
import { lettersOf, type Word, wordOf } from './runs.ts';

export type Look = { style: Style; size: number; leading: number; colour: string };
export type Line = { text: string; words: Word[]; width: number };
export type Text = { look: Look; lines: Line[]; fromRight: boolean; height: number; plain: boolean; text: string };

const plainEnds = /\r\n|[\r\n\u2028\u2029]/;
/** A line may end after a space, after a hyphen or slash within a word, and between signs that fill a square. */
const parts =
  /[\u2e80-\u9fff\uac00-\ud7af\uff00-\uffef]|[^\s\u2e80-\u9fff\uac00-\ud7af\uff00-\uffef]+?(?:[-–—/](?=\p{L})|(?=[\s\u2e80-\u9fff\uac00-\ud7af\uff00-\uffef])|$)\s*|\s+/gu;

/** A word that fits on no line, cut where it must be. */
function cut(text: string, style: Style, most: number): Word[] {
  const words: Word[] = [];
  let part = '';
  let width = 0;
  for (const letter of lettersOf(text)) {
    const more = wordOf(letter, style).width;
    if (part && width + more > most) {
      words.push(wordOf(part, style));
      [part, width] = ['', 0];
    }
    part += letter;
    width += more;
  }
  return [...words, wordOf(part, style)];
}

function linesOf(paragraph: string, style: Style, most: number): Line[] {
  const words = (paragraph.match(parts) ?? []).flatMap((part) => {
    const word = wordOf(part, style);
    return word.width > most ? cut(part, style, most * 0.97) : [word];
  });
  const lines: Line[] = [{ text: '', words: [], width: 0 }];
  let reach = 0;
  for (const word of words) {
    let line = lines.at(-1) as Line;
    if (line.words.length > 0 && reach + word.width > most) {
      line = { text: '', words: [], width: 0 };
      lines.push(line);
      reach = 0;
    }
    line.words.push(word);
    line.text += word.text;
    line.width = reach + word.width;
    reach += word.width + word.space;
  }
  return lines;
}

export function textIn(raw: string, look: Look, width: number): Text {
  const text = raw.toWellFormed();
  const lines = text.split(plainEnds).flatMap((paragraph) => linesOf(paragraph, look.style, width / look.size));
  return {
    ...{ look, lines, text, fromRight: runsFromRight(text), height: lines.length * look.leading },
    plain: !plainEnds.test(text) && lines.every((line) => line.words.every(({ plain }) => plain)),
  };
}
