import type { Prompt, Step } from '../../../shared/script.ts';
import { unitOf } from '../../../shared/session/selectors.ts';
import { hasTurns, rolesOf } from '../../../shared/session/turns.ts';
import type { Room } from '../room.ts';
import type { Place } from './drafts.ts';

/** The roles of this seat in the turn that the place is about. */
export function rolesHere({ live, seat }: Room, step: Step, { unit, turn }: Place): readonly string[] {
  const known = unitOf(live.state, unit);
  return (hasTurns(step) && known && rolesOf(live.state, step, known, turn ?? 1).get(seat.seat)) || [];
}

/** In turns a question can be for one role: "klopt dit zo?", once there is something to say that of. */
export function askedOf(step: Step, roles: readonly string[], isSent: (prompt: string) => boolean): readonly Prompt[] {
  const isWritten = step.prompts.some(({ role, id }) => !role && isSent(id));
  return step.prompts.filter(({ role, id }) => !role || isSent(id) || (roles.includes(role) && isWritten));
}

/** One more card stands there once the one before it has words. */
export const cardsShown = (cards: readonly Prompt[], isBegun: (card: Prompt) => boolean): readonly Prompt[] =>
  cards.filter((card, n) => n === 0 || [card, ...cards.slice(n - 1, n)].some(isBegun));
