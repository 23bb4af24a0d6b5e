import type { Language, Script } from '../../shared/script.ts';
import { say } from '../../shared/script-queries.ts';
import { perspectivesAt, textOf } from '../../shared/session/selectors.ts';
import type { Seat, SessionState } from '../../shared/session/state.ts';

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

export const listOf = (parts: readonly string[], language: Language): string =>
  new Intl.ListFormat(language, { type: 'conjunction' }).format(parts);
