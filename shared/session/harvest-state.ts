/** What is taken along, as it is folded. */
import type { StoredValues } from '../events/values.ts';
import type { ConclusionKind, ProposalDecision } from '../harvest.ts';
import type { NoteKind } from '../script.ts';

export type Note = {
  note: string;
  kind: NoteKind;
  text: string;
  step: string | null;
  item: string | null;
  subgroup: string | null;
  removed: boolean;
  seq: number;
  /** Who wrote it, for the desks; empty on other screens. */
  by: string;
};

/** What one phone thinks of a conclusion; `note`: a text id, of a minority. */
export type Opinion = { agrees: boolean; note: string | null; hidden: boolean };

/** conclusie, or voorstel: it points to the answers that it rests on. */
export type Conclusion = {
  conclusion: string;
  kind: ConclusionKind;
  text: string;
  item: string | null;
  answers: readonly string[];
  /** The notes that it was made of. */
  notes: readonly string[];
  removed: boolean;
  /** The room has seen it. */
  shown: boolean;
  /** The phones that were here whenever the room was asked, once for each time. */
  asked: readonly string[];
  /** By seat. */
  opinions: Readonly<Record<string, Opinion>>;
  decision: ProposalDecision | null;
  /** Text id. */
  reason: string | null;
  seq: number;
  /** Who drew it last, for the desks; empty on other screens. */
  by: string;
};

/** verslagcheck: a session of its own, open until then; `upTo`: how far its log is part of the summary. */
export type Check = { check: string; until: number; upTo: number | null };

/** afspraak: `values` by the fields of its step; a text by its id. */
export type Agreement = {
  agreement: string;
  step: string;
  values: StoredValues;
  removed: boolean;
  /** Of when it was made: their order. */
  seq: number;
  /** Who made or changed it last, for the desks; empty on other screens. */
  by: string;
};
