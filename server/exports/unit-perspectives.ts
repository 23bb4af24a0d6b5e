import type { Language } from '../../shared/script.ts';
import { say } from '../../shared/script-queries.ts';
import type { SessionState } from '../../shared/session/state.ts';
import { rolesInUnits } from '../../shared/views/summary/told-roles.ts';

/** The perspectives in a unit by their labels, as far as they are told at all. */
export function unitPerspectives(state: SessionState, language: Language, others: string): (unit: string) => string[] {
  const rolesOf = rolesInUnits(state);
  const { options } = state.script.perspectives;
  return (unit) => {
    const told = rolesOf(unit);
    const named = options.filter(({ id }) => told.named.includes(id)).map(({ label }) => say(label, language));
    return told.others ? [...named, others] : named;
  };
}
