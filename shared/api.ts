/** What travels over HTTP: requests are checked by these schemas, answers are plain types. */
import * as z from 'zod/mini';
import { pairing } from './commands.ts';
import { type Notices, noticeVersion } from './own.ts';
import type { Problem } from './problem.ts';
import type { RefusalReason } from './refusals.ts';
import type { Language, Script } from './script.ts';
import { linkDays } from './team-link.ts';

const words = z.string().check(z.maxLength(2000));
const id = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,64}$/));
const day = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));
const commandId = z.string().check(z.regex(/^[A-Za-z0-9_-]{16,64}$/));
/**
 * The typed code (six letters, any case, spaces ignored) or the secret of the QR code; where the wall's letters are asked,
 * followed by `+` and those.
 */
const entry = z.string().check(z.minLength(1), z.maxLength(64));

/** POST /api/look-up -> LookedUp: what a phone shows before "Doe mee". */
export const lookUpRequest = z.strictObject({ entry });
export type LookedUp = {
  session: string;
  title: string;
  place: string;
  date: string;
  language: Language;
  /** Its phone part: GET /api/scripts/<hash> */
  scriptHash: string;
  notice: Notices;
  /** Where a second step was asked and taken: the entry to join with, for a quarter of an hour. */
  entry?: string;
};

/** POST /api/join -> Joined. The same commandId gives the same seat. */
export const joinRequest = z.strictObject({
  entry,
  commandId,
  people: z.int().check(z.gte(1), z.lte(2)),
  perspectives: z.array(id).check(z.maxLength(8)),
  /** Of the second person at this phone. */
  guest: z.optional(z.array(id).check(z.maxLength(8))),
  organisation: z.optional(z.nullable(id)),
  name: words,
  /** Ticked that their words may be used in research: the version of the notice that was shown. */
  consent: z.optional(noticeVersion),
});
export type Joined = {
  session: string;
  seat: string;
  ticket: string /** Ten letters that bring this seat to another phone. */;
  recovery: string;
};

/** POST /api/recover -> Joined (with a fresh recovery code): one's own seat on another phone. */
export const recoverRequest = z.strictObject({ recovery: z.string().check(z.minLength(1), z.maxLength(64)) });

/** POST /api/invitations/accept -> { session }: a co-facilitator's link; sets a cookie for that session's desk alone. */
export const acceptRequest = z.strictObject({ invitation: z.string().check(z.minLength(22), z.maxLength(128)) });

/** POST /api/walls -> WallAsked. The wall shows `number`; a desk confirms it; the wall asks /api/walls/claim until it gets a ticket. */
export const wallRequest = z.strictObject({ entry });
export type WallAsked = { request: string; number: string };
/** POST /api/walls/claim -> { ticket, session } or 202 while nobody has confirmed. */
export const wallClaim = z.strictObject({ request: z.string().check(z.minLength(22), z.maxLength(128)) });
/** POST /api/sessions/:id/walls -> {}: a desk confirms a wall by its number. */
export const wallConfirm = z.strictObject({
  number: z.string().check(z.regex(/^\d{4}$/)),
  /** The wall of one subgroup; null for the room's. */
  subgroup: z.nullable(id),
});

/** POST /api/sessions -> { session }: a new session from a script; `fillIns` are the items typed in, per item set. */
export const planRequest = z.strictObject({
  script: id,
  language: z.enum(['nl', 'en']),
  title: words,
  date: day,
  place: words,
  partner: words,
  collaboration: words,
  pairing,
  /** What phones say before anybody joins; empty or absent: the program's own words. */
  purpose: z.optional(words),
  contact: z.optional(words),
  /** Phones ask whether answers may be used in research. */
  research: z.optional(z.boolean()),
  fillIns: z.record(id, z.array(words).check(z.maxLength(30))),
});

/**
 * POST /api/sessions/:id/checks (its owner) -> { check }: a session in which participants say whether the summary is right.
 * GET -> CheckRow[], or null where the library has no script for it. POST .../checks/:check/taken -> {}.
 */
export const checkRequest = z.strictObject({
  findings: z.array(words).check(z.minLength(1), z.maxLength(30)),
  days: z.int().check(z.gte(1), z.lte(60)),
});
export const checkTakenRequest = z.strictObject({ taken: z.boolean() });
export type CheckRow = {
  check: string;
  /** Where people say it. */
  url: string;
  until: number;
  people: number;
  isOpen: boolean;
  /** Part of the summary. */
  isTaken: boolean;
};

/**
 * POST /api/sessions/:id/again -> { session }: the same script, place and partner on a new date; not the people.
 * DELETE /api/sessions/:id -> {}; POST /api/import (an archive as it was exported) -> { session }.
 */
export const againRequest = z.strictObject({ date: day });
/** POST /api/sessions/:id/archive -> {}: out of sight on the start page, or back. */
export const archiveRequest = z.strictObject({ archived: z.boolean() });

/** POST /api/sessions/:id/keeping (its owner) -> Keeping: so many days after it was last held; longer needs a reason. */
export const keepingRequest = z.strictObject({ days: z.int().check(z.gte(1), z.lte(3660)), reason: words });
/** GET /api/sessions/:id/keeping (its desks): until when it is kept (ms since 1970), as that was set, and what could be. */
export type Keeping = {
  until: number;
  days: number;
  /** Why, in the words of who set it; empty as long as nobody did. */
  reason: string;
  /** The most days that the operator allows. */
  most: number;
  /** Who reads this may change it. */
  owner: boolean;
};

const secret = z.string().check(z.minLength(22), z.maxLength(128));

/**
 * POST /api/summary/read -> SummaryPage, POST /api/replay/read -> ReplayPage: by a team's link token or a participant's
 * ticket. `reader`: got by the link's
 * password. `wait`: where nothing is new (`if-none-match`), the answer comes as soon as something is, or after a while.
 */
export const readRequest = z.strictObject({
  token: secret,
  reader: z.optional(secret),
  wait: z.optional(z.boolean()),
  /** An earlier publication; where it may not be read (any more), the newest. */
  version: z.optional(z.int().check(z.gte(1), z.lte(100_000))),
});
/**
 * POST /api/summary/comments -> { comment }: by a team's link that allows it; `key` is the writer's own (128 random bits or
 * more), and the same one again counts once. `section` null: about the whole.
 */
export const commentRequest = z.strictObject({
  ...{ token: secret, reader: z.optional(secret), key: secret },
  section: z.nullable(id),
  text: z.string().check(z.maxLength(12_000)),
  signature: words,
});
/** POST /api/summary/comments/withdraw -> {}: by who has its key; its words are gone from the log. */
export const withdrawRequest = z.strictObject({ token: secret, reader: z.optional(secret), key: secret });
/** POST /api/summary/unlock -> { reader }: the password of a team's link; a wrong one is refused with `noTicket`. */
export const unlockRequest = z.strictObject({ token: secret, password: z.string().check(z.maxLength(400)) });

/**
 * GET /api/compare?script=<id>&sessions=<id>,<id> (a facilitator who owns them, or with whom they were shared) -> SessionComparison: 2 to 12
 * sessions of one script beside one another.
 */
export const compareRequest = z.strictObject({
  script: id,
  sessions: z.array(id).check(z.minLength(2), z.maxLength(12)),
});

export type SessionRow = {
  session: string;
  script: string;
  scriptTitle: { nl: string; en: string };
  language: Language;
  title: string;
  date: string;
  place: string;
  partner: string;
  collaboration: string;
  phase: 'planned' | 'running' | 'past';
  archived: boolean;
  published: boolean;
  people: number;
  answers: number;
  /** When the program deletes it by itself, ms since 1970. */
  keptUntil: number;
  /** Of a session that another shares: their name. */
  sharedBy: string | null;
};

/** A session whose log is damaged at `seq` (its event): what is before that opens at the desk, to read only. */
export type DamagedRow = {
  session: string;
  seq: number;
  /** Empty where nothing of it can be read: then it does not open at all. */
  title: string;
  createdAt: number;
};

/** GET /api/home (facilitator): one's own sessions, and what others share. */
export type Home = {
  sessions: SessionRow[];
  damaged: DamagedRow[];
  scripts: {
    id: string;
    title: { nl: string; en: string };
    minutes: number;
    /** "Stap n van N" counts them; what comes before the clock stands apart. */
    steps: number;
    before: number;
    /** What the answers are for, where the script says it itself. */
    purpose: { nl: string; en: string } | null;
    /** Nobody leads: open for this many days; null where somebody does. */
    days: number | null;
    languages: Language[];
    /** Of a script of one's own: the version with which a session would begin. */
    own?: number;
    /** Whether it has a step in pairs. */
    pairs: boolean;
    fillIns: { set: string; title: { nl: string; en: string }; min: number; max: number; maxLength: number }[];
  }[];
  refused: Problem[];
};

/** GET /api/sessions/:id/desk (facilitator or co-facilitator): all that a desk needs beside the log. */
export type DeskAccess = {
  session: string;
  ticket: string;
  /** The code to type, and the secret of the QR code. */
  code: string;
  secret: string;
  /** Where phones go, as the wall prints it ("192.168.1.5:3000"), and for the QR code the whole: `<origin>/#<secret>`. */
  address: string;
  joinUrl: string;
  /** A ticket for a wall opened on this machine; of a desk of one subgroup, for that subgroup's. */
  wallTicket: string;
  /** A ticket for this desk's own miniature of the wall, which does not count as a wall. */
  miniTicket: string;
  /** Tickets for the walls of the subgroups; none for a desk of one. */
  subgroupWalls: Record<string, string>;
  script: Script;
  /** A co-facilitator may do everything in this session but delete it. */
  owner: boolean;
  /** How the log names who sits here. */
  facilitator: string;
  /** The event at which the log is damaged: this desk then only shows what is before it. */
  damagedAt: number | null;
};

/**
 * POST and GET /api/sessions/:id/invitations (its facilitator) -> Link, LinkRow[]: `<origin>/bureau#uitnodiging=<secret>`.
 * POST and GET /api/sessions/:id/summary-links (its desks) -> Link, LinkRow[]: `<origin>/samenvatting#<secret>`.
 * DELETE .../:link revokes.
 */
/** For a link to the summary: without `days` three months, without a password (or with an empty one) it asks none. */
export const linkRequest = z.strictObject({
  days: z.optional(z.union(linkDays.map((days) => z.literal(days)))),
  password: z.optional(z.string().check(z.maxLength(400))),
  comments: z.optional(z.boolean()),
});
/** A co-facilitator's name may be left empty; with a subgroup, the desk has rights in that one only. */
export const inviteRequest = z.strictObject({ name: words, subgroup: z.nullable(id) });
export type Link = {
  link: string;
  url: string;
  createdAt: number;
  expiresAt: number;
  /** Of an invitation: how the log names who comes by it. */
  facilitator?: string;
  /** Of a link to the summary: whether it asks for a password. */
  locked?: boolean;
  /** Of a link to the summary: whether its readers may comment. */
  comments?: boolean;
};
export type LinkRow = Omit<Link, 'url'>;

/**
 * POST /api/sessions/:id/door (a desk of the whole session) -> {}: another code and QR secret, the old ones end; or whether
 * whoever is new also types the three letters that the wall shows. Desks and walls hear of it over their sockets.
 */
export const doorRequest = z.union([
  z.strictObject({ change: z.literal(true) }),
  z.strictObject({ lettersAsked: z.boolean() }),
]);

/** GET /api/sessions/:id/wall (a wall's ticket as bearer): what the welcome screen shows. */
export type WallAccess = {
  session: string;
  code: string;
  address: string;
  joinUrl: string;
  language: Language;
  script: Script;
  /** The one subgroup that this wall shows; null for the room's. */
  subgroup: string | null;
};

/** Every error of the API: `reason` is for the screen's words. */
export type ApiError = { reason: RefusalReason };
