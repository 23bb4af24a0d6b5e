import type { FieldValues } from '../../../shared/commands.ts';
import { answerIdOf } from '../../../shared/session/state.ts';
import type { Pending } from '../../live/outbox.svelte.ts';
import type { Keep } from '../../live/storage.ts';
import type { Room } from '../room.ts';
import { type KeptSeat, keyFor } from '../seat.ts';

/** What somebody wrote on this phone and did not send yet: when, and on from which version of the answer (`base`). */
export type LocalDraft = { values: FieldValues; base: number; at: number; grewFrom: string[] };
export type Place = { unit: string; step: string; item: string; turn?: number | undefined };

const parse = <T>(json: string | null): T | undefined => {
  try {
    return json ? (JSON.parse(json) as T) : undefined;
  } catch {
    return undefined;
  }
};

const draftPart = 'draft.';
const pathOf = (place: Place, prompt: string) => answerIdOf({ ...place, prompt });

export const draftKey = (seat: KeptSeat, place: Place, prompt: string) =>
  keyFor(seat, draftPart + pathOf(place, prompt));
const ownKey = (seat: KeptSeat, place: Place, prompt: string) => keyFor(seat, `own.${pathOf(place, prompt)}`);

export const parseDraft = (json: string | null) => parse<LocalDraft>(json);

export const readDraft = (keep: Keep, seat: KeptSeat, place: Place, prompt: string) =>
  parseDraft(keep.get(draftKey(seat, place, prompt)));

export function writeDraft(keep: Keep, seat: KeptSeat, place: Place, prompt: string, draft: LocalDraft | undefined) {
  const key = draftKey(seat, place, prompt);
  if (draft) keep.set(key, JSON.stringify(draft));
  else keep.remove(key);
}

/** Versions of one's own that a partner's text took the place of. */
export const readOwn = (keep: Keep, seat: KeptSeat, place: Place, prompt: string) =>
  parse<FieldValues[]>(keep.get(ownKey(seat, place, prompt))) ?? [];

export function writeOwn(keep: Keep, seat: KeptSeat, place: Place, prompt: string, versions: readonly FieldValues[]) {
  const key = ownKey(seat, place, prompt);
  if (versions.length) keep.set(key, JSON.stringify(versions));
  else keep.remove(key);
}

/** What one wrote for another unit, before one was moved, here or on a phone that is not: it goes along. */
export function readElsewhere({ keep, live, seat }: Room, place: Place, prompt: string): FieldValues[] {
  const told = Object.values(live.drafts).filter((draft) => draft.seat === seat.seat);
  const here = pathOf(place, prompt);
  return [...allDrafts(keep, seat), ...told].flatMap((draft) =>
    draft.unit !== place.unit && pathOf({ ...draft, unit: place.unit }, draft.prompt) === here ? [draft.values] : [],
  );
}

/** Everything written here that was not sent. */
export function allDrafts(
  keep: Keep,
  seat: KeptSeat,
): (Place & { prompt: string; values: FieldValues; base?: number; at: number })[] {
  const prefix = keyFor(seat, draftPart);
  return keep.keys(prefix).flatMap((key) => {
    const [step = '', unit = '', item = '', prompt = '', turn] = key.slice(prefix.length).split('/');
    const draft = parseDraft(keep.get(key));
    return draft ? [{ ...draft, step, unit, item, prompt, ...(turn && { turn: Number(turn) }) }] : [];
  });
}

/** Put back, and refused where its step is not open now: it stays here as written and not sent, the latest in the form (A3). */
export function keepRefused(keep: Keep, seat: KeptSeat, { command, at }: Pending): void {
  if (command.type !== 'SubmitAnswer') return;
  const { prompt, values, seen = 0 } = command;
  const mine: LocalDraft = { values, base: seen, at, grewFrom: [] };
  const other = readDraft(keep, seat, command, prompt);
  if (other)
    writeOwn(keep, seat, command, prompt, [
      ...readOwn(keep, seat, command, prompt),
      (at < other.at ? mine : other).values,
    ]);
  if (!other || at >= other.at) writeDraft(keep, seat, command, prompt, mine);
}
