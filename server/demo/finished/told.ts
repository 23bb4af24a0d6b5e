/**
 * How a finished session is written down: what was judged and said, pair by pair, in the order in which the script asks.
 * All of it is invented; the places and partners are the examples of the script.
 */
import type { NoteKind } from '../../../shared/script.ts';

type Option = 'ja' | 'deels' | 'nee' | 'weet-niet';
/** Two options where a pair differs (verdeeld). */
export type Judged = Option | `${Option}|${Option}`;

/** `name`: by which a theme, a star or a conclusion points to it. */
export type Said = readonly [judged: Judged, words?: string, name?: string];
export type Marked = readonly [judged: Judged, items: readonly string[]];

export type OnDefinition = { recognisable: Said; usable: Said; complete: Said };
export type OnList = { recognisable: Marked; usable: Marked; complete: Said };
/** A boundary situation (grenssituatie). */
export type Situation = {
  story: string;
  which: readonly ('organisatie' | 'afdeling' | 'beroep' | 'persoonlijk')[];
  between: readonly ('onderwijs' | 'onderzoek' | 'beroepspraktijk' | 'client')[];
  judged: Judged;
  why?: string;
  name?: string;
};
export type OnComponent = { clear: readonly Said[]; situations: readonly Situation[] };

export type Person = { perspective: string; guest?: string };
/** `subgroup`: null for the whole room. */
export type Noted = readonly [kind: NoteKind, subgroup: string | null, item: string | null, words: string];
/** `differs`: by the place of the phone. */
export type Concluded = {
  text: string;
  item: string | null;
  rests: readonly string[];
  /** The first words of notes that it was made of. */
  notes: readonly string[];
  differs: readonly (readonly [phone: number, words: string])[];
  /** Phones that do not react. */
  silent: readonly number[];
};
export type Proposed = {
  text: string;
  item: string | null;
  rests: readonly string[];
  decision: 'taken' | 'not' | 'later';
  reason: string;
};

export type Told = {
  details: { title: string; place: string; partner: string; collaboration: string };
  people: readonly Person[];
  /** Of each phone the phrases that are not clear. */
  unclear: readonly (readonly number[])[];
  definition: readonly OnDefinition[];
  list: readonly OnList[];
  /** By component. */
  model: Readonly<Record<string, OnComponent>>;
  /** Answers that are kept, that stand in the light, that get a subgroup's stars, that are hidden or taken back. */
  kept: readonly string[];
  lit: readonly string[];
  stars: readonly string[];
  hidden: readonly string[];
  withdrawn: readonly string[];
  /** Boundary situations that nobody let go. */
  unreleased: readonly string[];
  notes: Readonly<Record<string, readonly Noted[]>>;
  themes: readonly (readonly [name: string, answers: readonly string[]])[];
  conclusions: readonly Concluded[];
  proposals: readonly Proposed[];
  takeaways: readonly string[];
  better: readonly string[];
  /** Null: it stays a draft. */
  introduction: string | null;
};
