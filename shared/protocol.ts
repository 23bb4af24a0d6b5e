/** What travels between a screen and the server; pinned by a test, told to others in docs/protocol.md. */
import * as z from 'zod/mini';
import { fieldValues } from './commands/parts.ts';
import { commandSchema } from './commands.ts';
import type { Logged } from './events.ts';
import type { Refusal } from './refusals.ts';

const id = z.string().check(z.maxLength(64), z.regex(/^[A-Za-z0-9_-]+$/));
const ticket = z.string().check(z.minLength(22), z.maxLength(128));

/** Where a screen was: the log's epoch and its last seq in each of its streams. Opaque to others than server and fold. */
const cursor = z.strictObject({
  epoch: z.string().check(z.maxLength(64)),
  heads: z.record(z.string().check(z.maxLength(80)), z.int().check(z.gte(0))),
});

/** Joining and rejoining are one message. */
export const helloSchema = z.strictObject({
  protocol: z.int(),
  ticket,
  cursor: z.nullable(cursor),
});

export const commandMessage = z.strictObject({
  /** 128 random bits; the same id sent again counts once and gets the first result. */
  commandId: z.string().check(z.regex(/^[A-Za-z0-9_-]{16,64}$/)),
  command: commandSchema,
});

/**
 * A signal beside the log: what a phone has typed so far. The latest is kept until it is submitted or the session ends.
 * `at`: when that was, by the server's clock: offline it may be a while ago. `grewFrom`: texts of others that were passed
 * on with the pen and live on in this one, as `seat@at`.
 */
export const draftMessage = z.strictObject({
  unit: id,
  step: id,
  item: id,
  prompt: id,
  turn: z.optional(z.int().check(z.gte(1), z.lte(1000))),
  values: fieldValues,
  at: z.number().check(z.gte(0)),
  grewFrom: z.array(z.string().check(z.maxLength(96))).check(z.maxLength(12)),
});

/** A signal of a wall: on how many pages its picture stands now. */
export const pagesMessage = z.strictObject({ pages: z.int().check(z.gte(1), z.lte(1000)) });

export type Cursor = z.infer<typeof cursor>;
export type Hello = z.infer<typeof helloSchema>;
export type CommandMessage = z.infer<typeof commandMessage>;
export type DraftMessage = z.infer<typeof draftMessage>;
/** A draft as others in the unit get it. */
export type Draft = DraftMessage & { seat: string };

/** For the phones of one unit: whose phones are here now. */
export type Beside = { unit: string; here: string[] };

/** Who a screen is told for. */
export type StreamName =
  | 'desk'
  | 'wall'
  | `wall:${string}`
  | 'phones'
  | `unit:${string}`
  | `seat:${string}`
  | `subgroup:${string}`;

/** A screen whose own last seq in the stream is not `after` says hello again. */
export type Frame = { stream: StreamName; after: number; seq: number; events: Logged[] };

export type Role = 'seat' | 'desk' | 'wall';
/** Who the server takes this screen for. */
export type You = {
  role: Role;
  session: string;
  seat: string | null;
  facilitator: string | null;
  /** Of a wall: the one subgroup that it shows. */
  subgroup: string | null;
};

export type Welcome = {
  ok: true;
  you: You;
  epoch: string;
  /** The server's clock, ms since 1970: countdowns are counted by it. */
  now: number;
  /** In a rehearsal: how many times faster that clock runs. */
  speed?: number;
  /** For a desk: the session's log was found without its end; it ended at `seq`, and had reached `reached`. */
  lost: { seq: number; reached: number; at: number } | null;
  /** true: forget what was folded before; `events` is all that this screen may know. */
  fresh: boolean;
  events: Logged[];
  heads: Record<string, number>;
  drafts: Draft[];
};
export type Refused = { ok: false; refusal: Refusal };
export type HelloResult = Welcome | Refused;
export type CommandResult = { ok: true; seq: number } | Refused;

/** Throttled counts for phones and wall: at most one a second; `seeking`: people who look for a partner by number now. */
export type Counts = {
  people: number;
  online: number;
  units: number;
  seeking: number;
  submitted: Record<string, number>;
};
/**
 * For the desk only: who is connected, who wrote within the last seconds, and on how many pages the wall's picture stands
 * (0: no wall has told), also that of each subgroup.
 */
export type Presence = {
  online: string[];
  writing: string[];
  walls: number;
  desks: number;
  pages: number;
  subgroupPages: Record<string, number>;
};

/** For desks and walls only: how people come in now. `letters`: what whoever is new types too, where that is asked. */
export type DoorSign = { code: string; joinUrl: string; letters: string | null };

export type ServerToClient = {
  frame: (frame: Frame) => void;
  /** The screen's streams changed: say hello again, without a cursor. */
  fresh: () => void;
  draft: (draft: Draft) => void;
  beside: (beside: Beside) => void;
  counts: (counts: Counts) => void;
  presence: (presence: Presence) => void;
  door: (sign: DoorSign) => void;
  /** The ticket no longer counts: taken out, signed off, or the session was deleted. */
  goodbye: (reason: 'removed' | 'signedOff' | 'deleted' | 'left') => void;
};
export type ClientToServer = {
  hello: (hello: Hello, acknowledge: (result: HelloResult) => void) => void;
  command: (message: CommandMessage, acknowledge: (result: CommandResult) => void) => void;
  draft: (draft: DraftMessage, acknowledge: (result: { ok: boolean }) => void) => void;
  pages: (message: z.infer<typeof pagesMessage>, acknowledge: (result: { ok: boolean }) => void) => void;
};
