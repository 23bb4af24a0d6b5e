/** What the house asks of a store (A1, A2, S1): one exam for all, test/server/store-contract.ts. */
import type { Logged, NewEvent } from '../../shared/events.ts';
import type { DatabaseFacts } from './postgres/facts.ts';
import type { ChangeInterest, Interest, InterestPlace } from './session-rules.ts';
import type { StoreFiles } from './sqlite/files.ts';

/** One command's outcome, to be stored as a whole or not at all. */
export type Entry = {
  /** The sender's own id; null for what the program does itself. */
  commandId: string | null;
  /** What a repeat of this command is answered with, beside its seq: small, no words of people. */
  data: Record<string, string> | null;
  events: (NewEvent & { at: number; by: string })[];
  /** Texts whose words are destroyed in the same transaction. */
  erase: readonly string[];
  /** Marks that stay known where the log loses its end. */
  remember?: readonly string[];
};

export type StoredResult = { seq: number; data: Record<string, string> | null };

export type Appended =
  | { ok: true; events: Logged[] }
  /**
   * Nothing of this was stored. `tail`: what somebody else appended and this caller had not seen. `repeated`: those of
   * its commands that were stored before (A1): ask `resultOf`, and append the others again.
   */
  | { ok: false; tail: Logged[]; repeated: string[] };

/**
 * `summary`: a team's link to it; `reader`: who gave the right password of such a link; `facilitator`: a cookie;
 * `welcome`: by which somebody becomes a facilitator, or gets a new passphrase; `device`: a browser in which one signed in;
 * `begun`: a way of signing in that is not finished; `asked`: a wall that waits for a desk.
 */
type GrantKind =
  | ('seat' | 'recovery' | 'desk' | 'wall' | 'join' | 'code')
  | ('invitation' | 'summary' | 'reader' | 'facilitator' | 'startKey' | 'welcome' | 'device')
  | ('begun' | 'asked');

/** A short-lived or long-lived right, kept as a hash: who holds the secret may act as `subject` in `session`. */
export type Grant = {
  /** Names the grant without giving it away: for lists and revoking. */
  id: string;
  kind: GrantKind;
  session: string | null;
  /** A seat, a facilitator, … */
  subject: string;
  createdAt: number;
  expiresAt: number;
  /** Under which terms it may be used, as the house writes them down. */
  terms: string | null;
};

export type StoredDraft = {
  unit: string;
  step: string;
  item: string;
  prompt: string;
  seat: string;
  at: number;
  words: string;
};

/** Begeleider: who may sign in at the desk. */
export type Facilitator = {
  id: string;
  /** As others see it; empty until it was chosen. */
  name: string;
  /** What two may not have alike. */
  nameKey: string;
  /** A hash with its parameters; null: none was chosen. */
  passphrase: string | null;
  administrator: boolean;
  createdAt: number;
};

/** What may be another of who is here. */
export type FacilitatorChange = Partial<Omit<Facilitator, 'id' | 'createdAt'>>;

/** Another way in than a passphrase: a passkey, or an account at the facilitator's own organisation. */
export type Credential = {
  /** A hash of what names it there. */
  id: string;
  kind: 'passkey' | 'organisation';
  facilitator: string;
  /** As its owner calls it. */
  name: string;
  createdAt: number;
  usedAt: number | null;
  /** What it is checked by, as the house writes it down. */
  facts: string;
};
export type CredentialFilter = Partial<Pick<Credential, 'id' | 'kind' | 'facilitator'>>;

/** A session that its owner lets another facilitator of this server work in. */
export type Share = { session: string; facilitator: string; at: number };

/** A script of a facilitator's own (eigen draaiboek): each time that it is saved is a version, counted from 1. */
export type SavedScript = { script: string; version: number; owner: string; at: number };
/** How many one facilitator may have and all together, and how many versions of each are kept: the oldest go. */
export type ScriptLimits = { scripts: number; ofAll: number; versions: number };
/** `changed`: this is not the version after the last one; `full`: all together have as many; `gone`: the script was deleted, or its owner is not here. */
export type ScriptSaved = 'saved' | 'changed' | 'tooMany' | 'full' | 'gone';

/** Something that a facilitator did, for who looks back at it: ids and kinds, no words of people. */
export type Act = {
  /** The same id again counts up, and moves it to then. */
  id: string;
  at: number;
  /** null: nobody that is known here. */
  who: string | null;
  act: string;
  session: string | null;
  about: string | null;
  expiresAt: number;
};

export type SessionEntry = {
  session: string;
  seq: number;
  epoch: string;
  owner: string;
  createdAt: number;
  /** Its log was opened without its end: it ended at `seq`, and had reached `reached`. */
  lost: { seq: number; reached: number; at: number } | null;
};

/**
 * Texts and drafts lie sealed with the session's own key, so that deleting the key shreds old backups; addresses with a
 * key of their own.
 * Errors (./errors.ts), of any call: CannotStore (try again later: nothing was stored, or a commit's answer was lost, and
 * then its command is told as repeated), CorruptLog (this session's log is damaged), UnknownSession (never there, or deleted).
 */
export interface Store {
  /**
   * Appends whole entries after `expectedSeq`; resolves when they are on disk, with the events as `read` will give them.
   * Creates the session at 0 with `owner`. A text id is used once, and not again after its words are erased.
   * `again`: asked, while nobody else can write, what is to be appended instead after what others appended meanwhile; who
   * writes much would else always be ahead of who writes little. A store that one program has to itself never asks.
   */
  append(
    session: string,
    expectedSeq: number,
    entries: Entry[],
    owner?: string,
    again?: (tail: readonly Logged[]) => Entry[],
  ): Promise<Appended>;
  /** All events after a seq, with the words that are left; none of an unknown session. */
  read(session: string, after?: number): Promise<Logged[]>;
  /** Of a session whose log is damaged (`read` throws CorruptLog): its beginning, up to the damage. For looking only. */
  readIntact(session: string): Promise<Logged[]>;
  /** What an earlier command with this id led to. */
  resultOf(session: string, commandId: string): Promise<StoredResult | undefined>;
  /** What entries of this session asked to remember, also those in an end of its log that was lost; other ids may be among them. */
  remembered(session: string): Promise<string[]>;
  sessions(): Promise<SessionEntry[]>;
  ownerOf(session: string): Promise<string | undefined>;
  /** Gives it to another owner; UnknownSession. */
  giveTo(session: string, owner: string): Promise<void>;
  /** Rows, words and key: nothing readable is left in any file. Its id stays, and is never used again. */
  deleteSession(session: string): Promise<void>;

  /** The last one saved for its place counts. */
  saveDraft(session: string, draft: StoredDraft): Promise<void>;
  drafts(session: string, unit: string): Promise<StoredDraft[]>;
  /** `forGood`: when it resolves, not even its sealed bytes are left. */
  dropDraft(
    session: string,
    key: { unit: string; step: string; item: string; prompt: string; seat: string },
    forGood?: boolean,
  ): Promise<void>;

  /** Throws SecretTaken when a live grant has this secret. Expired grants are never returned. */
  addGrant(secretHash: string, grant: Grant): Promise<void>;
  grantByHash(secretHash: string): Promise<Grant | undefined>;
  grants(filter: { id?: string; session?: string; kind?: Grant['kind']; subject?: string }): Promise<Grant[]>;
  /** Another end and other terms for a live grant; none of an unknown id. */
  renewGrant(id: string, to: { expiresAt: number; terms: string | null }): Promise<void>;
  /** How many there were; an empty filter is an error. */
  revokeGrants(filter: { id?: string; session?: string; kind?: Grant['kind']; subject?: string }): Promise<number>;

  /** In the order of their making. */
  facilitators(): Promise<Facilitator[]>;
  facilitator(id: string): Promise<Facilitator | undefined>;
  /** New, or in the place of the one with this id; NameTaken where another has its `nameKey`. */
  saveFacilitator(facilitator: Facilitator): Promise<void>;
  /** Of who is here now, and the rest as it is now; undefined: of nobody. Throws NameTaken. */
  changeFacilitator(id: string, changed: FacilitatorChange): Promise<Facilitator | undefined>;
  /** With what was shared with them, their credentials and their scripts; nothing readable of it is left in any file. */
  removeFacilitator(id: string): Promise<void>;

  /** Whether it was added: not where its id is taken, nor for a facilitator who is not here. */
  addCredential(credential: Credential): Promise<boolean>;
  /** In the order of their making. */
  credentials(filter: CredentialFilter): Promise<Credential[]>;
  /** Whether it was still there. */
  renewCredential(id: string, to: Pick<Credential, 'usedAt' | 'facts'>): Promise<boolean>;
  /** Whether this facilitator had it; nothing readable of it is left in any file. */
  removeCredential(id: string, facilitator: string): Promise<boolean>;

  /** Once, however often it is asked; UnknownSession. */
  addShare(share: Share): Promise<void>;
  shares(filter: { session?: string; facilitator?: string }): Promise<Share[]>;
  /** Whether there was one. */
  removeShare(session: string, facilitator: string): Promise<boolean>;

  /** The YAML as it is, after the last version; a script that is not here yet may begin at any version. */
  saveScript(saved: SavedScript & { yaml: string }, most: ScriptLimits): Promise<ScriptSaved>;
  /** Of each the last version, in the order of their ids. */
  scripts(filter: { owner?: string }): Promise<SavedScript[]>;
  /** Of one script, the first that is kept first. */
  scriptVersions(script: string): Promise<SavedScript[]>;
  scriptText(script: string, version: number): Promise<string | undefined>;
  /** All its versions, for good, as a session is deleted. */
  removeScript(script: string): Promise<void>;
  /** Those of one facilitator are another's from now on. */
  giveScripts(from: string, to: string): Promise<void>;

  addAct(act: Act): Promise<void>;
  /** Newest first, each with how often it was; expired ones never. */
  acts(): Promise<(Act & { count: number })[]>;

  /**
   * E-mail addresses to keep informed: no session id, only the month and the script. Reads, changes and writes at once;
   * `change` may be called more than once.
   */
  changeInterest(place: InterestPlace, change: ChangeInterest): Promise<void>;
  /** Those whose time is not over, in an order that tells nothing. */
  interests(): Promise<Interest[]>;
  /** Deletes those whose time is over. */
  sweepInterests(): Promise<void>;

  /** Resolves when a row can be written and synced; rejects when not (for /healthz). */
  probe(): Promise<void>;
  /** For backups: absent where the store keeps nothing in files. */
  files?: StoreFiles;
  /** For the self-check: absent where the store is no database. */
  database?: () => Promise<DatabaseFacts>;
  close(): Promise<void>;
}
