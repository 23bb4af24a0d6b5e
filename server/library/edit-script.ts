/** Edits in a script's text: its comments, its order, and the lines that nobody changed stay as they were written. */
import { type Document, Lexer } from 'yaml';
import type { Edit } from '../../shared/own-scripts.ts';
import { applyEdit } from './edit-nodes.ts';
import { changedLines } from './keep-lines.ts';
import { readYaml } from './read-yaml.ts';

/** The text with the edits made, or null: it cannot be read, or a place is not there. */
export function editedText(source: string, edits: readonly Edit[]): string | null {
  if (edits.length === 0) return source;
  const mark = source.startsWith('\uFEFF') ? '\uFEFF' : '';
  const isDos = source.includes('\r\n');
  const written = source.slice(mark.length).replaceAll('\r\n', '\n');
  const read = readYaml(written);
  if (!read.ok) return null;
  const { doc } = read;
  const way = wayOf(written);
  const before = doc.toString(way);
  if (!edits.every((edit) => applyEdit(doc, edit))) return null;
  const after = doc.toString(way);
  const text = chosen(changedLines(written, before, after), after, doc);
  return text === null ? null : mark + (isDos ? text.replaceAll('\n', '\r\n') : text);
}

/** The one that says what the nodes say, with all their comments. */
function chosen(kept: string, after: string, doc: Document): string | null {
  const wanted = JSON.stringify(doc.toJS());
  const says = (text: string) => {
    const read = readYaml(text);
    return read.ok && JSON.stringify(read.value) === wanted;
  };
  if (says(kept) && commentsIn(kept).join('\n') === commentsIn(after).join('\n')) return kept;
  return says(after) ? after : null;
}

/** The comments of a text, in the order of the alphabet. */
export const commentsIn = (text: string): string[] =>
  [...new Lexer().lex(text)].filter((token) => token.startsWith('#')).sort();

/** As this text was written: how far lists and blocks are indented, and whether brackets have room. */
function wayOf(text: string) {
  const [, indent = '  '] = /^( +)\S/m.exec(text) ?? [];
  return {
    lineWidth: 0,
    indent: Math.min(Math.max(indent.length, 2), 8),
    indentSeq: !/^[\w-]+:[ \t]*(?:#.*)?\n(?:[ \t]*(?:#.*)?\n)*- /m.test(text),
    flowCollectionPadding: count(text, /\{ /g) >= count(text, /\{["\w]/g),
  };
}
const count = (text: string, what: RegExp): number => text.match(what)?.length ?? 0;
