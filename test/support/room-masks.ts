/** Which words are covered, noted by hand for the oracle: nobody but the desk and their writers may hold those. */
import type { EventOf } from '../../shared/events.ts';
import type { Told } from './room-facts.ts';

export type Covers = {
  /** By field: the text of the version that counts. */
  fields: Map<string, string>;
  /** By text: what others read instead. */
  instead: Map<string, string>;
  /** What no one else may hold any more. */
  barred: Set<string>;
  /** Covered once and not uncovered since, in whatever version: what is written anew waits. */
  watched: boolean;
  /** Of an earlier version, or erased: that is never taken back. */
  forEver: boolean;
};

export const noCovers = (): Covers => ({
  ...{ fields: new Map(), instead: new Map(), barred: new Set(), watched: false, forEver: false },
});

/** What others read of it now. */
export const readNow = ({ now, covers }: Told): string[] => now.map((text) => covers.instead.get(text) ?? text);

/** What others may have read of it ever, and may hold still. */
export function readEver(told: Told): string[] {
  const now = readNow(told);
  return [...told.ever.filter((text) => !told.covers.barred.has(text)), ...now];
}

/** A new version: what covers the one before it says nothing about this one. */
export function writtenAnew(known: Told | undefined, fields: Map<string, string>): Covers {
  const before = known?.covers ?? noCovers();
  const { watched } = before;
  if (known && watched && !known.hidden)
    throw new Error(`V4: ${known.answer} was covered, and its new words do not wait`);
  return { fields, instead: new Map(), barred: before.barred, watched, forEver: watched };
}

export function maskedFact(told: Told, event: EventOf<'AnswerMasked'>): void {
  const { covers } = told;
  const own = covers.fields.get(event.field) ?? '';
  const added = [event.text, event.spans].flatMap((text) => text ?? []);
  if (event.text === null) covers.instead.delete(own);
  else covers.instead.set(own, event.text);
  told.ever = [...told.ever, ...added];
  for (const [seat, texts] of told.kept) told.kept.set(seat, { ...texts, ever: [...texts.ever, ...added] });
  if (event.forGood && event.text !== null) {
    covers.forEver = true;
    const replaced = (texts: string[]) => texts.map((text) => (text === own ? (event.text ?? text) : text));
    told.now = replaced(told.now);
    covers.fields.set(event.field, event.text);
    covers.instead.delete(own);
  }
  covers.watched = covers.instead.size > 0 || covers.forEver;
  covers.barred = new Set(told.ever).difference(new Set(readNow(told)));
}
