/** Words of the matrix: each text of its session is a word that stands nowhere else, with where it may be read. */

/** What an output is, for who may read what in it. */
export type ColumnKind =
  | 'desk'
  | 'archive'
  | 'draft'
  /** What readers have: the newest version, by a team's link or their own seat. */
  | 'summary'
  | 'earlier version'
  /** By the link of the team that wrote beside it. */
  | 'own link'
  /** Files with all that the summary says, and files with the answers alone, or with no words of anybody. */
  | 'document'
  | 'answers'
  | 'wordless'
  | 'comparison'
  | 'replay'
  | 'wall'
  | 'wall of a subgroup'
  | 'own phone'
  | 'other phones'
  | 'log lines'
  | 'rows'
  | 'addresses';

/** must: it stands there. may: it is no matter. What is not named must not. */
export type Rule = Partial<Record<ColumnKind, 'must' | 'may'>>;

const kept = { desk: 'must', archive: 'must' } as const;
const everywhere = {
  ...kept,
  draft: 'must',
  summary: 'must',
  'earlier version': 'must',
  'own link': 'must',
  document: 'must',
} as const;
const onScreens = { wall: 'may', 'wall of a subgroup': 'may', 'own phone': 'may', 'other phones': 'may' } as const;

/** Where a text of this kind may be read. */
export const rules = {
  shown: {
    ...everywhere,
    ...onScreens,
    ...{ answers: 'must', comparison: 'must', replay: 'may', wall: 'must', 'own phone': 'must' },
  },
  /** Hidden by the facilitator, or never released: the desk's, and its writers'. */
  hidden: { ...kept, draft: 'must', 'own phone': 'must' },
  /** Its words are covered: its writers and the desk read them still. */
  covered: { ...kept, 'own phone': 'must' },
  /** Withdrawn, replaced or covered for good. */
  gone: {},
  /** An answer in the words before: the writers', and in what was published then. */
  before: { ...kept, 'own phone': 'may', 'earlier version': 'may' },
  /** What was asked, also in a section that the facilitator keeps from readers. */
  asked: {
    ...{ ...kept, ...onScreens, draft: 'must', document: 'may', answers: 'may', wordless: 'may', replay: 'may' },
    ...{ comparison: 'may', rows: 'may' },
  },
  /** What stands in a section that the facilitator keeps from readers: lists of answers have it. */
  kept: { ...kept, ...onScreens, draft: 'must', document: 'may', answers: 'may', replay: 'may' },
  feedback: { ...kept, draft: 'must', 'own phone': 'must' },
  noted: { ...everywhere, wall: 'may', 'wall of a subgroup': 'may', replay: 'may' },
  concluded: { ...everywhere, ...onScreens, replay: 'may' },
  /** What one phone saw otherwise: never on a wall, nor on others' phones. */
  minority: { ...everywhere, 'own phone': 'must' },
  minorityHidden: { ...kept, draft: 'must', 'own phone': 'must' },
  /** Taken away at the desk: the desk can bring it back. */
  removed: { ...kept, 'own phone': 'may' },
  comment: { ...kept, draft: 'must', 'own link': 'must', document: 'may' },
  signature: { ...kept, draft: 'must', 'own link': 'must' },
  commentHidden: { ...kept, draft: 'must' },
  otherComment: { ...kept, draft: 'must', document: 'may' },
  /** Of a person: themselves and who sits with them. */
  name: { ...kept, 'own phone': 'must' },
  coFacilitator: { ...kept },
  address: { addresses: 'must' },
  /** Of the session, its subgroups and themes, as they are called now. */
  heading: {
    ...{ ...kept, ...onScreens, draft: 'may', summary: 'may', 'earlier version': 'may', 'own link': 'may' },
    ...{ document: 'may', answers: 'may', wordless: 'may', comparison: 'may', replay: 'may', rows: 'may' },
  },
  /** Of a subgroup in which a note was made. */
  called: {
    ...everywhere,
    ...onScreens,
    answers: 'may',
    wordless: 'may',
    comparison: 'may',
    replay: 'may',
    rows: 'may',
  },
  /** Of a version that was published. */
  version: { ...kept, draft: 'may', 'earlier version': 'must' },
  /** A perspective of so few that it would say who they are; the script has it for who joins. */
  fewRole: { ...onScreens, desk: 'must', archive: 'must', replay: 'may', rows: 'may' },
  seat: { ...onScreens, desk: 'must', archive: 'must', draft: 'may' },
  /** Said in a check of the summary. */
  checkTaken: { draft: 'must', summary: 'must', 'own link': 'must', comparison: 'may' },
  checkLater: { comparison: 'may' },
} as const satisfies Record<string, Rule>;

export type Row = { name: string; word: string; rule: Rule; owners: readonly string[] };

/** Begins a list of what is said; `say` gives the word to say it with. */
export function buildSaid() {
  const rows = new Map<string, Row>();
  return {
    rows: () => [...rows.values()],
    /** `owners`: the seats whose own it is. */
    say(name: string, rule: keyof typeof rules, ...owners: string[]): string {
      if (rows.has(name)) throw new Error(`${name} is said already`);
      const word = `Q${name}Z`;
      rows.set(name, { name, word, rule: rules[rule], owners });
      return word;
    },
    /** What is there under a name of its own. */
    note(name: string, word: string, rule: keyof typeof rules, ...owners: string[]): void {
      rows.set(name, { name, word, rule: rules[rule], owners });
    },
    own(name: string, ...owners: string[]): void {
      const row = rows.get(name);
      if (row) rows.set(name, { ...row, owners });
    },
  };
}
export type Said = ReturnType<typeof buildSaid>;
