import type { Language, Step } from '../../shared/script.ts';
import { say } from '../../shared/script-queries.ts';
import { actingUnit, isWriter, ownOf, seatOf, textOf, unitOf } from '../../shared/session/selectors.ts';
import type { Answer, Seat, SessionState, Unit } from '../../shared/session/state.ts';
import { get } from '../../shared/session/table.ts';

/** The unit that this seat sits in now. */
export function myUnit(state: SessionState, seat: string): Unit | undefined {
  const unit = seatOf(state, seat)?.unit;
  return unit ? unitOf(state, unit) : undefined;
}

/** What stands in the light on the wall that its people see, the room's or that of their subgroup (A4). */
export function litAnswer(state: SessionState, seat: string): Answer | undefined {
  const { wall, spotlight } = ownOf(state.walls, myUnit(state, seat)?.subgroup ?? '') ?? state;
  const answer = wall.mode === 'spotlight' && !wall.blank && spotlight ? get(state.answers, spotlight) : undefined;
  return answer && !answer.hidden && !answer.withdrawn ? answer : undefined;
}

export const partnersOf = (state: SessionState, seat: string): Seat[] =>
  (myUnit(state, seat)?.seats ?? []).filter((other) => other !== seat).flatMap((other) => seatOf(state, other) ?? []);

export const nameOf = (state: SessionState, seat: Seat | undefined): string => textOf(state, seat?.name ?? null);

type Speech = { language: Language; words: { paired: { partner: string } } };

/** What a partner wants to be called; who gave no name is "je partner", with their role where there are several. */
export function partnerName(state: SessionState, partner: Seat | undefined, { language, words }: Speech): string {
  const { partner: nameless } = words.paired;
  const name = nameOf(state, partner);
  if (name) return name;
  const isOneOfMany = (myUnit(state, partner?.seat ?? '')?.seats.length ?? 0) > 2;
  const role = isOneOfMany ? perspectivesOf(state, partner, language) : '';
  return role ? `${nameless} (${role})` : nameless;
}

/** "student, docent" */
export const perspectivesOf = (state: SessionState, seat: Seat | undefined, language: Language): string =>
  rolesOf(state, seat?.perspectives ?? [], language);

function rolesOf(state: SessionState, perspectives: readonly string[], language: Language): string {
  const options = state.script.perspectives.options;
  return perspectives
    .map((id) => say(options.find((option) => option.id === id)?.label, language))
    .filter(Boolean)
    .join(', ');
}

/** Who sits at this phone without one of their own. */
export function guestsOf(state: SessionState, seat: Seat | undefined, language: Language) {
  if (!seat || seat.people < 2) return [];
  return [{ name: '+1', about: rolesOf(state, seat.guest ?? [], language) }];
}

/** People who answer together in this step, on however many phones. */
export function peopleActing(state: SessionState, step: Step, seat: string): number {
  const own = seatOf(state, seat)?.people ?? 1;
  return actingUnit(state, step, seat) === seat ? own : (myUnit(state, seat)?.people ?? own);
}

/** Whether this seat may call it its own: it wrote it, alone or in a unit. */
export const isMine = (state: SessionState, answer: Answer, seat: string): boolean =>
  isWriter(answer, seat) || answer.unit === myUnit(state, seat)?.unit;
