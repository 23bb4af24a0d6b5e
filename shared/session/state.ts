/** What a session is now: folded from its log, on the server and, as far as it may know, on every screen. */
import type { Pairing, WallSetting } from '../commands.ts';
import type { Arrangement, StoredValues } from '../events.ts';
import type { Language, Script } from '../script.ts';
import type { Consent, Notice } from './consent-state.ts';
import type { Compared, Contrast } from './contrast.ts';
import type { Agreement, Check, Conclusion, Note } from './harvest-state.ts';
import type { Mask } from './masks.ts';
import type { Shift, Shifted } from './shift.ts';
import type { Arranged, Comment, Kept } from './summary-state.ts';
import type { Table } from './table.ts';
import type { Act } from './trail.ts';

/** plek: one phone, with one or two people; the id is their pseudonym. */
export type Seat = {
  seat: string;
  people: number;
  perspectives: readonly string[];
  /** Where they come from, if the script asks and they say so. */
  organisation: string | null;
  /** The perspectives of somebody without a phone who sits at this one; null: nobody. */
  guest: readonly string[] | null;
  /** False: people without a phone, added at the desk. */
  phone: boolean;
  /** Text id; null for "liever niet". */
  name: string | null;
  /** The desk changed the name. */
  renamed: boolean;
  /** By which a neighbour finds this phone; null on others' phones. */
  number: number | null;
  unit: string | null;
  /** Left by themselves, taken out by the desk, or nothing of them is left. */
  gone: 'left' | 'removed' | 'erased' | null;
  joinedAt: number;
  /** Whether their words may be used in research. */
  consent: Consent;
};

/** duo, drietal, viertal: who answers together. */
export type Unit = {
  unit: string;
  number: number;
  seats: readonly string[];
  /** All who ever sat here: their late answers still belong here. */
  everSeats: readonly string[];
  /** When who sits elsewhere now left, by seat. */
  leftAt: Readonly<Record<string, number>>;
  /** When each who ever sat here did so last, by seat; of who came back to a place in the turns, before that. */
  satAt: Readonly<Record<string, number>>;
  people: number;
  subgroup: string | null;
  formedAt: number;
};

/** Who of a unit types now. */
export type Pen = {
  /** null: it lies on the table, for whoever writes first. */
  seat: string | null;
  /** When it came there. */
  at: number;
  /** Who passed it on; null where it was taken. */
  from: string | null;
  /** Who asked for it since. */
  asked: string | null;
};

/** beurt: where a unit is, and what the step's clock had left (ms) when each of its turns began; null: as it was opened. */
export type Turn = {
  turn: number;
  lefts: readonly (number | null)[];
  /** When each turn but the first was begun for the first time. */
  begun: readonly number[];
};

/** medebegeleider: who was invited to a desk, for everything or in one subgroup. */
export type InvitedDesk = {
  facilitator: string;
  subgroup: string | null;
  /** Text id. */
  name: string | null;
  /** "Medebegeleider 2" */
  number: number;
};

/** What the desk calls a subgroup, and where it sits: text ids. */
type SubgroupWords = { name: string | null; place: string | null };

export type StepRun = {
  openedAt: number;
  /** When it was opened last. */
  reopenedAt: number;
  closedAt: number | null;
  /** When it was closed last before it was opened again. */
  closedBefore: number | null;
  endsAt: number | null;
  /** Milliseconds left when paused; null while it runs. */
  pausedLeft: number | null;
  revealed: boolean;
  /** What comes now waits for its own release, whatever the policy. */
  held: boolean;
  /** By subgroup: milliseconds that it has more than the others. */
  extra: Readonly<Record<string, number>>;
  /** Who sat together in it, since the room was brought together otherwise; null while they sit so. */
  seated: Arrangement | null;
};

export type Answer = {
  answer: string;
  unit: string;
  step: string;
  item: string;
  prompt: string;
  /** In which of the unit's turns; null where the step has none. */
  turn: number | null;
  /** Who wrote (or withdrew) it; `desk`: from paper; null where this reader may not know. */
  seat: string | null;
  /** Whose words they are, as far as this screen may know: who sat there when it was sent, now or before. */
  writers: readonly string[];
  /** "Duo 7"; null where each person answers. */
  number: number | null;
  /** So many answered as one; null: as many as its step asked for. */
  people: number | null;
  version: number;
  values: StoredValues;
  /** Earlier versions, oldest first: nothing that was written is lost. */
  earlier: readonly StoredValues[];
  /** The version before it, where another of the unit wrote that and the writer of this one had not seen it. */
  unseen: { seat: string; values: StoredValues } | null;
  firstSeq: number;
  /** Of this version, or of its withdrawal. */
  seq: number;
  at: number;
  /** This version was sent after the step had been closed. */
  late: boolean;
  withdrawn: boolean;
  released: boolean;
  /** Sent while the step's answers were held. */
  held: boolean;
  hidden: boolean;
  /** Under which other item of its step its words are read; null: where they were given. */
  movedTo: string | null;
  /** Covered words, of this version and those before it. */
  masks: readonly Mask[];
  /** Words of an earlier version, or for good, were covered: what is written anew waits for the desk. */
  watched: boolean;
  kept: boolean;
  /** Who starred it (a seat, or `desk`), with the subgroup whose budget it used. */
  stars: Readonly<Record<string, string | null>>;
  /** The units that said "dit herkennen wij ook". */
  recognised: readonly string[];
  /** The theme that the desk put it in. */
  theme: string | null;
  /** Which desk last showed, hid, kept or lit it; empty on other screens. */
  actedBy: string;
};

/** thema: answers of a step that the desk put together; which, the answers say. `name`: a text id. */
export type Theme = { theme: string; step: string; number: number; name: string | null };

/** The wall of one subgroup. */
export type OwnWall = { wall: WallSetting; spotlight: string | null };

/** Of a picture on a wall, and of the last row that reads it; metres. */
export type RoomSize = { width: number; distance: number };

type Publication = { version: number; introduction: string; at: number; seq: number };

export type { Agreement, Conclusion, Note, Opinion } from './harvest-state.ts';

export type SessionState = {
  session: string;
  /** The seq of the last event folded. */
  seq: number;
  script: Script;
  scriptHash: string;
  language: Language;
  title: string;
  date: string;
  place: string;
  partner: string;
  collaboration: string;
  notice: Notice;
  /** The words that were shown where somebody ticked, by their hash; for the desks. */
  consentTexts: Table<string>;
  plannedAt: number;
  /** The words that this reader may know, by text id. */
  texts: Table<string>;
  /** The step that is, or was last, open. */
  step: string;
  /** Who opens and closes the steps; null before the first desk did. */
  lead: string | null;
  desks: Readonly<Record<string, InvitedDesk>>;
  runs: Readonly<Record<string, StepRun>>;
  /** Steps that the script does not have: questions of the moment (losse vraag). */
  added: readonly string[];
  /** Steps that will not be done, as it was planned last. */
  skipped: readonly string[];
  /** Everyone has a break; `clock`: it stopped the step's. */
  paused: { clock: boolean } | null;
  seats: Table<Seat>;
  /** Seats by the number on their phone. */
  numbers: Table<string>;
  units: Table<Unit>;
  subgroups: Readonly<Record<string, SubgroupWords>>;
  /** By `step/unit`, or `step/` for all: ask `turnOf`. */
  turns: Table<Turn>;
  /** By unit, once somebody has written: ask `penOf`. */
  pens: Table<Pen>;
  /** How many units were ever numbered. */
  unitCount: number;
  /** Who makes the pairs: the people themselves, by their numbers, or the program. */
  pairing: Pairing;
  /** People per unit that the last forming aimed at; 0 before the first. */
  unitSize: number;
  /** Item ids in order, by `step/unit`. */
  deals: Table<readonly string[]>;
  answers: Table<Answer>;
  themes: Table<Theme>;
  /** By `step/unit`: how many answers that are not withdrawn. */
  submitted: Table<number>;
  /** Phrase indexes, by `step/item/seat`. */
  unclear: Table<readonly number[]>;
  wall: WallSetting;
  spotlight: string | null;
  /** What the wall compares by perspective, as it was reckoned when it was shown; gone with that picture. */
  contrast: Contrast | null;
  /** By step, item and prompt (`contrastKey`): the figures that the room saw last, and those of small groups beside them. */
  compared: Table<Compared>;
  /** How people moved, as the wall shows it; gone with that picture. */
  shift: Shifted | null;
  /** By `step/item/prompt`: what the room saw of it last. */
  shifts: Readonly<Record<string, Shift>>;
  /** Where a subgroup's own desk turned its own wall: until the next step, it follows the other no more. */
  walls: Readonly<Record<string, OwnWall>>;
  /** Where its wall hangs, by subgroup; `''` for the wall of all. */
  rooms: Readonly<Record<string, RoomSize>>;
  notes: Readonly<Record<string, Note>>;
  conclusions: Readonly<Record<string, Conclusion>>;
  agreements: Readonly<Record<string, Agreement>>;
  checks: Readonly<Record<string, Check>>;
  /** The conclusion that the room is asked about now. */
  asked: string | null;
  /** Nobody new comes in. */
  locked: boolean;
  closedAt: number | null;
  /** When it was last planned, opened, closed or opened again. */
  heldAt: number;
  archived: boolean;
  keeping: Kept | null;
  publication: Publication | null;
  publications: number;
  /** Of the summary, for the desks; as it began on other screens. */
  arranged: Arranged;
  /** Of readers by a team's link, for the desks; empty on other screens. */
  comments: Table<Comment>;
  /** By seq: what was done with answers, for the desks; empty on other screens. */
  trail: Table<Act>;
};

export type AnswerPlace = {
  step: string;
  unit: string;
  item: string;
  prompt: string;
  turn?: number | null | undefined;
};

/** An answer's id says where it belongs, so that a pair's answer to a prompt is one answer however often it is sent. */
export const answerIdOf = (parts: AnswerPlace): string =>
  [parts.step, parts.unit, parts.item, parts.prompt, ...(parts.turn ? [parts.turn] : [])].join('/');

/** Under which a comparison is remembered: of one step, item and prompt. */
export const contrastKey = ({ step, item, prompt }: Pick<Contrast, 'step' | 'item' | 'prompt'>): string =>
  `${step}/${item}/${prompt}`;
