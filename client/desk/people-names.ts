import type { Language, Script } from '../../shared/script.ts';
import { say } from '../../shared/script-queries.ts';
import { perspectivesAt, seatOf, textOf } from '../../shared/session/selectors.ts';
import type { Seat, SessionState } from '../../shared/session/state.ts';
import type { DeskCard } from '../../shared/views/desk.ts';
import type { words } from '../../shared/words/desk.nl.ts';

/** "docent en student": the perspectives of some seats, each once, in the script's words. */
export function perspectivesOf(script: Script, seats: readonly Seat[], language: Language): string[] {
  const ids = [...new Set(seats.flatMap(perspectivesAt))];
  return ids.flatMap((id) => {
    const option = script.perspectives.options.find((one) => one.id === id);
    return option ? [say(option.label, language)] : [];
  });
}

/** The names that people gave; whoever gave none is not in it. */
export const namesOf = (state: SessionState, seats: readonly Seat[]): string[] =>
  seats.flatMap((seat) => textOf(state, seat.name) || []);

/** "Drietal 7", by how many they are; who is left alone, or not there yet, by how many the step asks for. */
export const unitName = (
  { number, people }: { number: number; people: number },
  size: number,
  room: typeof words.room,
): string => room.unit(number, people > 1 ? people : size);

/** Who gave an answer: a unit by its number, a person by the name that they gave. */
export function writerOf(
  state: SessionState,
  { number, people, seat }: Pick<DeskCard, 'number' | 'people' | 'seat'>,
  room: typeof words.room,
): string {
  if (number !== null) return room.unit(number, people);
  return textOf(state, seatOf(state, seat ?? '')?.name ?? null) || room.person;
}

export const listOf = (parts: readonly string[], language: Language): string =>
  new Intl.ListFormat(language, { type: 'conjunction' }).format(parts);
