/** Oefensessie: a session in the memory of one server, with people whom the program plays; nobody really takes part. */
import * as z from 'zod/mini';
import type { DraftProblem } from './own-scripts.ts';
import { type Language, languages, type Text } from './script.ts';

const fewestPeople = 2;
const mostPeople = 60;
/** How many times faster than the room's clock; 0: it stands. */
const mostSpeed = 60;

const id = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,64}$/));
/** As the largest file of a script. */
const yaml = z.string().check(z.maxLength(512 * 1024));

/** POST /api/rehearsals (a facilitator's cookie): what is rehearsed is one of the first three, a draft as YAML, a script of the library (or of one's own, by its id there) or that of a session. */
export const rehearsalRequest = z
  .strictObject({
    script: z.optional(yaml),
    library: z.optional(id),
    session: z.optional(id),
    people: z.int().check(z.gte(fewestPeople), z.lte(mostPeople)),
    speed: z.number().check(z.gte(0), z.lte(mostSpeed)),
    /** Begins with this step, with everybody there, and with answers where it talks about those of another step. */
    step: z.optional(id),
    language: z.optional(z.enum(languages)),
  })
  .check(z.refine(({ script, library, session }) => [script, library, session].filter(Boolean).length === 1));

/** Why none begins now: this facilitator has as many as one may, the server has, the last place is for somebody else, or it is one of several nodes. */
export type RehearsalRefusal = 'ofYou' | 'ofAll' | 'lastPlace' | 'severalNodes';
export type RehearsalStarted =
  | { session: string }
  /** Of a draft, each with its place. */
  | { problems: DraftProblem[] }
  | { refused: RehearsalRefusal };

/** POST /api/rehearsals/:id/speed */
export const rehearsalSpeed = z.strictObject({ speed: z.number().check(z.gte(0), z.lte(mostSpeed)) });

/** Somebody who is played; `ticket` opens their phone, and there is none for who has no phone. */
export type PlayedPerson = {
  seat: string;
  number: number;
  ticket: string | null;
  isSlow: boolean;
  /** With whom they sit, or nothing. */
  unit: string;
  isGone: boolean;
};

/** GET /api/rehearsals/:id */
export type Rehearsal = {
  session: string;
  language: Language;
  speed: number;
  /** The step at which it is. */
  step: string;
  people: PlayedPerson[];
  report: RehearsalReport;
  /** The script of one's own that is rehearsed, by its id there; null for another's, which is not changed here. */
  ownScript: string | null;
};

/** Duo 7, by how many they are; one person by the name they were given. */
export type Late = { number: number; people: number } | { name: string };

/** What one step asked of the people who were played. */
export type RehearsedStep = {
  step: string;
  title: Text;
  /** Minutes: as planned; and until the last who had something to do is done, null where nobody had, or it was not played. */
  planned: number;
  needed: number | null;
  /** Who had something to do, and who of them were not done within the planned minutes. */
  asked: number;
  /** They answer on their own. */
  alone: boolean;
  late: Late[];
  /** Items that nobody answered anything about. */
  empty: { id: string; title: Text }[];
  /** It was opened. */
  played: boolean;
};

/** Verslag van de oefening. `minutes`: what there is, what the steps plan, and what they need. */
export type RehearsalReport = {
  steps: RehearsedStep[];
  minutes: { available: number; planned: number; needed: number };
};
