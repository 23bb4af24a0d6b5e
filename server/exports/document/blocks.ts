/** A document as what it says, block by block: every paper form is drawn from this and nothing else. Texts are as they were written: whoever draws, escapes. */
import type { Language } from '../../../shared/script.ts';
import type { Drawing } from '../figure/drawing.ts';

export type Level = 1 | 2 | 3 | 4;

export type Heading = { kind: 'heading'; level: Level; text: string };
/** `fine`: beside the matter; `label`: names what follows; `said`: in somebody's own words. */
export type Paragraph = { kind: 'paragraph'; tone: 'plain' | 'fine' | 'label' | 'said'; text: string };
/** `after`: where it was noted. */
export type List = { kind: 'list'; ordered: boolean; said: boolean; items: { text: string; after: string }[] };
/** Somebody's words with who said them; `text` is null where they were withdrawn. */
export type Quote = { kind: 'quote'; text: string | null; by: string };
/** A number column is narrow and set to the right; `said` holds people's own words. The first column names its row. */
export type Column = { title: string; kind: 'text' | 'number' | 'said' };
export type Table = { kind: 'table'; title: string; columns: Column[]; rows: string[][] };
export type Facts = { kind: 'facts'; title: string; facts: { count: number; name: string }[] };

/** `alt`: the same in words, for who cannot see it. */
export type Figure = { kind: 'figure'; title: string; alt: string; drawing: Drawing };

export type Block = Heading | Paragraph | List | Quote | Table | Facts | Figure;

export type Outline = {
  title: string;
  /** What kind of document it is. */
  subject: string;
  language: Language;
  /** Of the last event: the document is of that moment, whenever it is made. */
  at: number;
  blocks: Block[];
};

/** Whether a paragraph stands with what comes after it: what it is about, or what it names. */
export const staysWith = ({ tone }: Paragraph, next: Block | undefined): boolean =>
  tone === 'label' || next?.kind === 'table' || next?.kind === 'figure';

export const heading = (level: Level, text: string): Heading => ({ kind: 'heading', level, text });
export const paragraph = (tone: Paragraph['tone'], text: string): Paragraph[] =>
  text.trim() ? [{ kind: 'paragraph', tone, text }] : [];
