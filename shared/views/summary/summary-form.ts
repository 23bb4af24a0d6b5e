/** The summary as plain data: what a reader may know, and nothing else. Texts of the script stay in both languages. */
import type { ProposalDecision } from '../../harvest.ts';
import type { NoteKind, ScaleShape, Text } from '../../script.ts';
import type { Quote, Situation } from './told-form.ts';

export type { Judged, Quote, Situation } from './told-form.ts';

export type Figures = {
  options: { id: string; label: Text; shape: ScaleShape; counted: boolean; count: number }[];
  /** Answers with one judgement that counts (D3): the sum of the counted options. */
  n: number;
  unknown: number;
  split: number;
  withdrawn: number;
  /** Hidden by the facilitator: how many, and no more. */
  hidden: number;
  /** Boundary situations that the facilitator did not release. */
  unreleased: number;
  /** Those that could have answered and did not. */
  notAnswered: number;
};

/** Counts beside one another for subgroups; null where there is nothing to compare. */
export type Comparison =
  | { shown: true; groups: { label: Text; figures: Figures }[] }
  | { shown: false; reason: 'tooFewUnits'; from: number }
  | null;

/**
 * Why perspectives are not put beside each other: nobody was asked for one, most answered together with another one, there
 * are too few of one, so few changed since they were told that new figures would tell of them, or the step is still open.
 */
export type NoPerspectives = 'notAsked' | 'mixed' | 'tooFew' | 'changed' | 'open';
/** Counts beside one another for perspectives, of who answered alone or with their own; null where nothing was judged. */
export type PerspectiveComparison =
  /** `later`: answers came since that these do not count. */
  | { shown: true; groups: { label: Text; figures: Figures }[]; later: boolean }
  | { shown: false; reason: NoPerspectives; from: number }
  | null;

/** Between two steps that asked the same: `rows[before][after]` of n who rated both times, `same` of them alike, `once`: one of the two times alone. */
export type ShiftView =
  | {
      shown: true;
      /** The titles of the two steps. */
      before: Text;
      after: Text;
      options: { id: string; label: Text; shape: ScaleShape }[];
      rows: number[][];
      n: number;
      same: number;
      once: number;
      later: boolean;
    }
  | { shown: false; reason: 'open' | 'tooFew' | 'changed'; from: number }
  | null;

/** I-CVI: `agree` of n raters in expert roles found it relevant; `needed`: how many it takes at this n. */
export type ValidityView =
  | { shown: true; agree: number; n: number; needed: number; roles: Text[]; later: boolean }
  | { shown: false; reason: 'open' | 'tooFew' | 'changed'; from: number }
  | null;

/** afspraken of one step: a column for each of its fields; a date as ISO 8601. */
export type AgreementsView = {
  step: string;
  title: Text;
  columns: { id: string; label: Text; kind: string }[];
  rows: { key: string; cells: string[] }[];
};

export type Tally = { id: string; label: Text; count: number };

export type PromptView = {
  id: string;
  step: string;
  title: Text;
  /** What was asked with the judgement, where that is more than the title; with its step where it was asked twice. */
  question: Text;
  individual: boolean;
  /** How many people were to answer as one; 0 where it is not said. */
  size: number;
  boundary: boolean;
  /** Null where no judgement was asked. */
  figures: Figures | null;
  comparison: Comparison;
  perspectives: PerspectiveComparison;
  shift: ShiftView;
  validity: ValidityView;
  /** The label of the texts ("Waarom?"). */
  quotesAsked: Text | null;
  quotes: Quote[];
  /** Texts asked only of those who were not convinced ("Wat mist er?"). */
  missingAsked: Text | null;
  missing: Quote[];
  situations: Situation[];
  /** `many`: one answer may count under several. Of a boundary situation pages tell them situation by situation, and lists count them. */
  choices: { label: Text; n: number; many: boolean; options: Tally[] }[];
  marks: { label: Text; n: number; items: Tally[] }[];
};

export type Phrase = { text: Text; count: number };

export type ItemView = {
  id: string;
  title: Text;
  text: Text | null;
  icon: string | null;
  hue: number | null;
  place: string | null;
  citation: Text | null;
  /** The rest of what was judged, part by part. */
  parts: { label: Text | null; points: Text[] }[];
  /** Where not everybody was given it: how many of the units that were there (`size`: people in each). */
  dealt: { units: number; of: number; size: number } | null;
  /** Marked for the facilitator: readers do not get it. */
  hidden: boolean;
  prompts: PromptView[];
  /** Phrases that readers tapped as not clear, of n readers. */
  unclear: { n: number; phrases: Phrase[] } | null;
};

/** k of n units were partly or not convinced, or split. */
export type Rank = {
  item: string;
  title: Text;
  against: number;
  n: number;
  /** What n counts: 1 for people, 2 for pairs; 0: units of several sizes. */
  size: number;
};

/** thema: answers of one step that the desk put together under a name, counted as readers may. */
export type ThemeView = { key: string; name: string; answers: number; step: Text };

export type SectionView = {
  id: string;
  kind: 'definition' | 'list' | 'model' | 'context' | 'columns' | 'questions';
  title: Text;
  /** Where the facilitator gave it a title of its own: the script's. */
  scriptTitle: Text | null;
  /** Marked for the facilitator: readers do not get it. */
  hidden: boolean;
  citation: Text | null;
  /** Steps that never opened: "niet behandeld". */
  skipped: Text[];
  items: ItemView[];
  /** All items of the set, for the figure and the list. */
  members: Omit<ItemView, 'prompts' | 'unclear' | 'hidden' | 'dealt'>[];
  /** Most doubt first; empty where there is nothing to order. */
  order: Rank[];
  /** What came to order those that are equal: the difference between subgroups, the place in the script. */
  orderedBy: { difference: boolean; script: boolean };
  themes: ThemeView[];
};

export type Perspectives = {
  shown: Tally[];
  /** The small groups together; null where that would give one away. */
  others: number | null;
  n: number;
  from: number;
  /** Some chose two, and count under both. */
  doubled: boolean;
  reason: 'shown' | 'notAsked' | 'tooFewPeople' | 'tooSmall';
};

export type NoteView = {
  key: string;
  kind: NoteKind;
  text: string;
  item: Text | null;
  subgroup: Text | null;
};

type DrawnView = {
  key: string;
  text: string;
  item: Text | null;
  /** What it rests on; empty words where an answer was withdrawn. */
  quotes: Quote[];
  /** Who gave all those answers; `size`: people in each (0: units of several sizes). */
  units: { count: number; size: number };
  /** How many more of its answers readers do not get: hidden, or never released. */
  unread: number;
  /** The keys of the notes that it was made of. */
  notes: string[];
  /** What the room said to "Klopt dit?", by phone (n); `silent` were here and said nothing; null where nobody did. */
  checked: { agree: number; differ: number; n: number; silent: number; minority: Opinion[] } | null;
};
/** What a phone saw otherwise; `seat` is the facilitator's alone, to hide or show it. */
type Opinion = { key: string; text: string; hidden: boolean; seat: string | null };

export type ConclusionView = DrawnView;
/** What is missing, as a proposal for the text; what became of it, and why. */
export type ProposalView = DrawnView & { decision: ProposalDecision | null; reason: string };

/** verslagcheck: what participants said of the summary itself, as far as it was taken over. */
export type CheckView = { key: string; until: number; people: number; sections: SectionView[] };

/** Units of the size that was asked for (2 for pairs), and those of them that hold more people. */
export type UnitKind = { size: number; count: number; larger: { size: number; count: number }[] };

export type Summary = {
  format: 'in-gesprek/summary@1';
  head: {
    title: string;
    date: string;
    place: string;
    partner: string;
    collaboration: string;
    language: 'nl' | 'en';
    script: Text;
    scriptVersion: string;
    people: number;
    units: UnitKind[];
    subgroups: number;
    answers: number;
    situations: number;
  };
  publication: { version: number; at: number; introduction: string } | null;
  perspectives: Perspectives;
  /** Starred or kept answers: what the room takes along. */
  taken: Quote[];
  notes: NoteView[];
  /** What the room concluded, in the order in which it was drawn. */
  conclusions: ConclusionView[];
  proposals: ProposalView[];
  agreements: AgreementsView[];
  checks: CheckView[];
  sections: SectionView[];
  /** Personal closing questions: the facilitator's alone, so empty for readers. */
  feedback: { title: Text; texts: { key: string; text: string }[] }[];
  /** Hidden answers: counted for the facilitator alone, 0 for readers. */
  hidden: number;
  /** Boundary situations that wait for their release; as above. */
  unreleased: number;
  sources: string[];
  rights: Text | null;
};

/** A publication that may be read. */
export type Version = { version: number; at: number };

/** reactie: what a reader wrote by a team's link; `section` null: about the whole, `signature` empty: unsigned. */
export type CommentView = {
  key: string;
  version: number;
  section: string | null;
  text: string;
  signature: string;
  at: number;
  /** Marked for the facilitator: the team does not get it. */
  hidden: boolean;
};

/** POST /api/summary/read */
export type SummaryPage = {
  /** A participant's ticket is for one person; a team's link may be passed on. */
  by: 'seat' | 'link';
  language: 'nl' | 'en';
  /** When all of it is deleted, ms since 1970. */
  keptUntil?: number;
  /** The link asks for a password first. */
  locked?: true;
  /** All that may be read, oldest first; `summary` is one of them, the newest where no other was asked for. */
  versions: Version[];
  /** What was written by this link; null where it may not be. */
  comments: CommentView[] | null;
  /** Null as long as nothing is published. */
  summary: Summary | null;
};

/** Own titles, order and what is hidden: as `ArrangeSummary` gives them; `seq`: of this form. */
export type Arranged = {
  titles: { section: string; title: string }[];
  order: readonly string[];
  hidden: readonly string[];
  seq: number;
};

type Changed = { added: number; changed: number; gone: number };
/** Since the newest publication. */
export type Changes = { texts: Changed; notes: Changed; conclusions: Changed; agreements: Changed };

/** GET /api/sessions/:id/summary: the draft as it is now, and what readers have. */
export type SummaryDraft = {
  draft: Summary;
  published: { version: number; at: number; introduction: string } | null;
  versions: Version[];
  /** Of all links. */
  comments: CommentView[];
  /** The form of its sections, with the words of the titles. */
  arranged: Arranged;
  /** The draft holds something that readers do not have. */
  changed: boolean;
  /** What that is, as far as it can be counted; null where nothing is published. */
  since: Changes | null;
};
