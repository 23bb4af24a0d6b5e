/**
 * The archive: the whole log but the erased words, names included; the only file that goes back in.
 * Byte-stable: exporting what was imported gives the same file. It has no epoch: a restored log starts a new one (S4).
 */
import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import { type Event, type EventOf, eventSchema, type Logged, textIdsOf } from '../../shared/events.ts';
import { evolve } from '../../shared/session/evolve.ts';
import { initialState } from '../../shared/session/initial-state.ts';
import { conclusionOf, ownOf, textsOfAnswer } from '../../shared/session/selectors.ts';
import type { SessionState } from '../../shared/session/state.ts';
import { get } from '../../shared/session/table.ts';
import { inTurns } from '../in-turns.ts';
import { UnknownSession } from '../store/errors.ts';
import type { Store } from '../store/store.ts';
import { currentForm, lift, type StoredBody } from '../store/upcasters.ts';
import { hashOfScript } from './script-hash.ts';
import { sortedJson } from './sorted-json.ts';

const format = 'in-gesprek/archive@1';
const maxText = 12_000;

const archiveSchema = z.strictObject({
  format: z.literal(format),
  form: z.int().check(z.gte(1)),
  session: z.string().check(z.regex(/^[A-Za-z0-9_-]{1,64}$/)),
  events: z.array(z.unknown()).check(z.minLength(1)),
  sha256: z.string(),
});
const bodySchema = z.record(z.string(), z.unknown());
const stamp = z.object({
  seq: z.int(),
  at: z.int().check(z.gte(0), z.lte(Date.UTC(2100, 0, 1))),
  by: z.string().check(z.maxLength(128)),
  texts: z.optional(z.record(z.string().check(z.maxLength(64)), z.string().check(z.maxLength(maxText)))),
});

/** An event whose words are all erased has no `texts`, whoever read it. */
function withoutEmptyTexts(event: Logged): Logged {
  const { texts, ...rest } = event;
  return texts && Object.keys(texts).length > 0 ? event : (rest as Logged);
}

const hashOf = (lines: readonly string[]) => createHash('sha256').update(lines.join('\n')).digest('hex');

export function archiveOf(log: readonly Logged[]): string {
  const session = log[0]?.type === 'SessionPlanned' ? log[0].session : '';
  const lines = log.map(withoutEmptyTexts).map((event) => sortedJson(event));
  const head = `"format":"${format}","form":${currentForm},"session":${JSON.stringify(session)}`;
  return `{${head},"events":[\n${lines.join(',\n')}\n],"sha256":"${hashOf(lines)}"}\n`;
}

/** Why a file does not go back in. */
const archiveProblems = [
  'notAnArchive',
  /** Made by a newer version of the program. */
  'newerArchive',
  /** Its events are not those that were exported. */
  'changedArchive',
  /** An event is missing, out of its place, or not one of ours. */
  'badEvent',
  'sessionExists',
  /** It was deleted here; it never comes back under its id (P2). */
  'sessionDeleted',
] as const;
type ArchiveProblem = (typeof archiveProblems)[number];

export type ReadArchive =
  | { ok: true; session: string; events: Logged[] }
  | { ok: false; reason: ArchiveProblem; seq: number | null };

const no = (reason: ArchiveProblem, seq: number | null = null) => ({ ok: false, reason, seq }) as const;

/** The event as this program knows it, with only the words that it names; undefined where it is not one of ours. */
function eventFrom(raw: StoredBody, form: number, seq: number): Logged | undefined {
  const stamped = stamp.safeParse(raw);
  if (!stamped.success || stamped.data.seq !== seq) return undefined;
  const { at, by, texts } = stamped.data;
  const { seq: _, at: _at, by: _by, texts: _texts, ...body } = raw;
  const parsed = eventSchema.safeParse(lift(body, form));
  if (!parsed.success) return undefined;
  const event: Event = parsed.data;
  if (event.type === 'TakenBack' || (event.type === 'SessionPlanned') !== (seq === 1)) return undefined;
  const named = textIdsOf(event);
  if (Object.keys(texts ?? {}).some((text) => !named.includes(text))) return undefined;
  return { ...event, seq, at, by, ...(texts && { texts }) } as Logged;
}

/** Its own session, and a script that is what its hash says: phones keep a script for a year under that hash. */
const isPlanOf = (event: EventOf<'SessionPlanned'>, session: string): boolean =>
  event.session === session && event.script !== null && event.scriptHash === hashOfScript(event.script);

/** Texts that had to leave the log with this event, for their writers took them back or wrote others (P2). */
function erasedBy(event: Logged, state: SessionState): (string | null | undefined)[] {
  switch (event.type) {
    case 'AnswerWithdrawn': {
      const answer = get(state.answers, event.answer);
      return answer ? textsOfAnswer(answer) : [];
    }
    case 'AnswerMasked':
      return event.erased;
    case 'ConclusionDrawn':
      return [conclusionOf(state, event.conclusion)?.text];
    case 'ConclusionJudged':
      return [ownOf(conclusionOf(state, event.conclusion)?.opinions ?? {}, event.seat)?.note];
    case 'ProposalDecided':
      return [conclusionOf(state, event.conclusion)?.reason];
    case 'CommentWithdrawn': {
      const comment = get(state.comments, event.comment);
      return [comment?.text, comment?.signature];
    }
    default:
      return [];
  }
}

/** Undefined where something lies deeper in something else than can be followed: no event of ours does. */
function lineOf(body: StoredBody): string | undefined {
  try {
    return sortedJson(body);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** The bodies, where their hash is the one that the file says. */
function* bodiesInSteps(
  json: string,
): Generator<undefined, { session: string; form: number; bodies: StoredBody[] } | ArchiveProblem> {
  let raw: unknown;
  try {
    raw = JSON.parse(json);
  } catch {
    return 'notAnArchive';
  }
  const parsed = archiveSchema.safeParse(raw);
  if (!parsed.success) return 'notAnArchive';
  const { session, form, events, sha256 } = parsed.data;
  const bodies: StoredBody[] = [];
  for (const one of events) {
    const body = bodySchema.safeParse(one);
    if (!body.success) return 'notAnArchive';
    bodies.push(body.data);
    yield;
  }
  if (form > currentForm) return 'newerArchive';
  const hash = createHash('sha256');
  for (const [i, body] of bodies.entries()) {
    const line = lineOf(body);
    if (line === undefined) return 'notAnArchive';
    hash.update(i === 0 ? line : `\n${line}`);
    yield;
  }
  return hash.digest('hex') === sha256 ? { session, form, bodies } : 'changedArchive';
}

function* readInSteps(json: string): Generator<undefined, ReadArchive> {
  const found = yield* bodiesInSteps(json);
  if (typeof found === 'string') return no(found);
  const { session, form, bodies } = found;
  const events: Logged[] = [];
  const used = new Set<string>();
  let state = initialState();
  for (const [i, body] of bodies.entries()) {
    const event = eventFrom(body, form, i + 1);
    if (!event || (event.type === 'SessionPlanned' && !isPlanOf(event, session))) {
      return no('badEvent', i + 1);
    }
    for (const text of Object.keys(event.texts ?? {})) {
      if (used.has(text)) return no('badEvent', i + 1);
      used.add(text);
    }
    if (erasedBy(event, state).some((text) => text && used.has(text))) return no('badEvent', i + 1);
    state = evolve(state, event);
    events.push(event);
    yield;
  }
  return { ok: true, session, events };
}

/** Checks a file: form, hash, every event, and that no text that was taken back still has its words; a long one in turns. */
export const readArchive = (json: string): Promise<ReadArchive> => inTurns(readInSteps(json));

export type Imported = { ok: true; session: string } | { ok: false; reason: ArchiveProblem; seq: number | null };

/** Puts an archive back under its own id, event for event, for this owner. */
export async function importArchive(house: { store: Store }, json: string, owner: string): Promise<Imported> {
  const archive = await readArchive(json);
  if (!archive.ok) return archive;
  const { session } = archive;
  if ((await house.store.sessions()).some((known) => known.session === session)) return no('sessionExists');
  const events = archive.events.map(({ seq: _, ...event }) => event);
  try {
    const appended = await house.store.append(session, 0, [{ commandId: null, data: null, events, erase: [] }], owner);
    return appended.ok ? { ok: true, session } : no('sessionExists');
  } catch (error) {
    if (error instanceof UnknownSession) return no('sessionDeleted');
    throw error;
  }
}
