import type { FieldValues } from '../../../shared/commands.ts';
import type { Pen } from '../../../shared/session/state.ts';
import { areSame, hasContent, isWithin } from './values.ts';

/** What somebody of the unit wrote at one place. `grewFrom`: as in a draft's message. */
export type Written = { seat: string; at: number; values: FieldValues; grewFrom: readonly string[] };
/** A text beside the one in the form: kept, and one tap away (A3). */
export type Version = Pick<Written, 'seat' | 'values'>;

export const nameOfWritten = ({ seat, at }: Pick<Written, 'seat' | 'at'>): string => `${seat}@${at}`;

/**
 * The text that counts now: what was written last, where whoever gave up the pen wrote before that moment. So it is the
 * same on every phone of the unit, in whatever order they come back, and never changes under the hands of who writes.
 */
export function latestOf(written: readonly Written[], { seat: holder, at: since }: Pen): Written | undefined {
  const when = ({ seat, at }: Written) => (holder === null || seat === holder ? at : Math.min(at, since));
  const order = (a: Written, b: Written) =>
    when(b) - when(a) ||
    Number(b.seat === holder) - Number(a.seat === holder) ||
    b.at - a.at ||
    (a.seat < b.seat ? -1 : 1);
  return [...written].sort(order)[0];
}

/** What nobody would find back in the text that counts, each once. */
export function versionsOf(written: readonly Written[], more: readonly Version[], shown: FieldValues): Version[] {
  const livesOn = new Set(written.flatMap(({ grewFrom }) => grewFrom));
  const all = [...written.filter((one) => !livesOn.has(nameOfWritten(one))), ...more];
  const beside = all.filter(({ values }) => hasContent(values) && !isWithin(values, shown));
  return beside.filter(({ values }, i) => !beside.slice(i + 1).some((later) => areSame(later.values, values)));
}
