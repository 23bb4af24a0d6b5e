/** A log's rows as they are stored, checked along the chain when they are read: the same in every store that keeps rows. */
import type { KeyObject } from 'node:crypto';
import type { Logged } from '../../shared/events.ts';
import { chainAfter, isSameChain, type Link } from './chain.ts';
import { CorruptLog } from './errors.ts';
import { unseal } from './sealing.ts';
import { loggedOf, type Words } from './stored-form.ts';

/** Where a log ends, or where reading begins. */
export type Head = { seq: number; chain: Uint8Array };
export type LogRow = Link & { chain: Uint8Array };
/** An event just written, with the words it brought. */
export type Written = { seq: number; body: string; texts: Words[] };
/** Which texts an event brought, each with its salted hash: part of the chain. */
export type Hashes = [text: string, hash: string][];
type Step = { event: Logged; seq: number; chain: Uint8Array };

/** Event for event along the chain; throws CorruptLog where a row is missing or changed, or its words cannot be read. */
export function* walk(
  session: string,
  from: Head,
  rows: Iterable<LogRow>,
  wordsOf: (seq: number, hashes: Hashes) => Words[],
): Generator<Step, void> {
  let { seq, chain } = from;
  for (const row of rows) {
    seq += 1;
    if (row.seq !== seq) throw new CorruptLog(session, seq, 'this event is missing');
    chain = chainAfter(chain, row);
    if (!isSameChain(chain, row.chain)) throw new CorruptLog(session, seq, 'this event was changed on the disk');
    const hashes: Hashes = JSON.parse(row.hashes);
    yield { event: loggedOf(seq, row.form, row.body, wordsOf(seq, hashes)), seq, chain };
  }
}

/** The events of these steps, one at a time; throws CorruptLog where they do not lead to the stored end. */
export function* eventsUpTo(
  session: string,
  from: Head,
  end: Head,
  steps: Iterable<Step>,
): Generator<undefined, Logged[]> {
  const events: Logged[] = [];
  let { seq, chain } = from;
  for (const step of steps) {
    events.push(step.event);
    ({ seq, chain } = step);
    yield;
  }
  if (seq < end.seq) throw new CorruptLog(session, seq + 1, `the log ends at ${seq}, expected ${end.seq}`);
  if (seq > end.seq || !isSameChain(chain, end.chain)) {
    throw new CorruptLog(session, seq, `the log's end is not the one that was stored (${end.seq})`);
  }
  return events;
}

/** What the words of a text are bound to. */
export const textPlaceOf = (session: string, text: string): string => `text/${session}/${text}`;

/** The words of one text, unless they were erased (null); throws CorruptLog where they are missing or others. */
export function wordsIn(
  { session, seq, key }: { session: string; seq: number; key: KeyObject },
  [text, hash]: Hashes[number],
  sealed: Uint8Array | null | undefined,
): Words[] {
  if (sealed === undefined) throw new CorruptLog(session, seq, 'a text is missing');
  if (sealed === null) return [];
  let found: ReturnType<typeof unseal>;
  try {
    found = unseal(key, textPlaceOf(session, text), sealed);
  } catch {
    throw new CorruptLog(session, seq, 'a text cannot be opened');
  }
  if (found.hash !== hash) throw new CorruptLog(session, seq, 'a text is not the one that was logged');
  return [[text, found.words]];
}
