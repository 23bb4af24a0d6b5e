/** Sessions beside one another, as plain data: counts with their n, quotes, themes; nothing that says how a session did. */
import type { Language, Text } from '../../script.ts';
import type { Figures, Quote, Situation, Summary, Tally } from '../summary/summary-form.ts';

/** What a question was, word for word, in the language of its session: rows are told apart by it. */
export type Wording = {
  item: string[];
  /** Of the item; of a whole list: that of all its items. */
  text: string[];
  prompt: string[];
  /** What was asked with each field. */
  questions: string[];
  /** Options of the scale and of choices. */
  answers: string[];
};

/** One of several wordings of one place in the script: who asked it so, and what of it the others have in other words. */
export type Variant = {
  /** Places in `sessions`. */
  sessions: number[];
  language: Language;
  parts: { part: keyof Wording; lines: string[] }[];
};

export type Told = {
  /** The label of the texts ("Waarom?"); null for boundary situations. */
  asked: Text | null;
  quotes: (Quote | Situation)[];
};

type CompareCount = { label: Text; n: number; options: Tally[] };

export type CompareCell =
  | {
      state: 'answered';
      /** What n counts: 1 for people, 2 for pairs; 0 where it is not said. */
      size: number;
      figures: Figures | null;
      /** Of choices and marks: equal places in each cell of a row are the same question. */
      counts: CompareCount[];
      told: Told[];
    }
  /** The step was open; nobody wrote here. */
  | { state: 'silent' }
  /** The step never opened, or nobody was dealt this item: no zero. */
  | { state: 'notDiscussed' }
  /** Left out of that session's summary. */
  | { state: 'hidden' }
  /** Asked there in other words: in a row beside this one. */
  | { state: 'otherWording' }
  /** No question of that session. */
  | { state: 'notAsked' };

export type CompareRow = {
  key: string;
  /** Of the item, where it differs from the heading of its group. */
  item: Text;
  question: Text;
  /** Set where the same place of the script was asked in other words too; `language`: those of its translation. */
  changed: { kind: 'wording' | 'language'; texts: Variant[] } | null;
  /** One a session, in their order. */
  cells: CompareCell[];
};

export type CompareItem = { key: string; title: Text; hue: number | null; whole: boolean; rows: CompareRow[] };
export type CompareSection = { key: string; title: Text; items: CompareItem[] };

/** A theme is new where no earlier session of this comparison has one of that name; null for the first session. */
export type CompareTheme = { key: string; name: string; answers: number; isNew: boolean | null };

export type CompareSession = {
  session: string;
  head: Pick<
    Summary['head'],
    | 'title'
    | 'date'
    | 'place'
    | 'partner'
    | 'collaboration'
    | 'language'
    | 'scriptVersion'
    | 'people'
    | 'units'
    | 'answers'
  >;
  themes: CompareTheme[];
  /** Themes without a name cannot be compared: how many. */
  unnamed: number;
};

/** GET /api/compare */
export type SessionComparison = {
  format: 'in-gesprek/comparison@1';
  script: Text;
  /** In order of date. */
  sessions: CompareSession[];
  sections: CompareSection[];
};
