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
