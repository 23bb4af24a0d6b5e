/** reactie: of a reader of a team's link on the summary; `text` and `signature` by text id. */
export type Comment = {
  comment: string;
  link: string;
  /** Of the summary, when it was written. */
  version: number;
  /** Null: on the whole. */
  section: string | null;
  text: string;
  signature: string | null;
  at: number;
  hidden: boolean;
};

/** How the facilitator arranged the summary's sections; `titles` by text id, `seq` of the form: 0 before the first. */
export type Arranged = {
  titles: readonly { section: string; title: string }[];
  order: readonly string[];
  hidden: readonly string[];
  seq: number;
};

/** bewaartermijn: for how many days after it was last held a session is kept, where its owner set that, and why (text id); ask `keepDaysOf`. */
export type Kept = { days: number; reason: string | null };
