import { stepOf } from '../../script-queries.ts';
import { clockLeft, isOpen, runOf, unitOf } from '../selectors.ts';
import { turnOf } from '../turns.ts';
import { accept, type Decisions, refuse } from './decision.ts';

/** The next turn is begun by anyone in the unit, or by the desk for all; back is the same with the turn before. */
export const turnDecisions: Decisions<'BeginTurn'> = {
  BeginTurn: (state, { step: stepId, unit: id, turn }, actor, { now }) => {
    const step = stepOf(state.script, stepId);
    if (!step) return refuse('noSuchStep');
    if (!step.turns) return refuse('doesNotFit');
    if (!isOpen(state, stepId)) return refuse('stepClosed');
    const unit = id === null ? null : (unitOf(state, id) ?? null);
    const isOwn = actor.role === 'desk' || (actor.role === 'seat' && unit?.seats.includes(actor.seat));
    if (!isOwn || (id !== null && !unit?.people)) return refuse('noSuchUnit');
    const known = turnOf(state, step, unit);
    if (turn > known.count) return refuse('doesNotFit');
    if (turn === known.turn && unit) return refuse('nothingToDo');
    // Begun before, it goes on with the time that it had: back is undo.
    const left =
      known.lefts[turn - 1] ?? (turn === 1 ? null : clockLeft(runOf(state, stepId), now, unit?.subgroup ?? null));
    return accept({ type: 'TurnBegan', step: stepId, unit: id, turn, left });
  },
};
