import type { NewEvent } from '../../events.ts';
import { answeredStepOf, stepOf } from '../../script-queries.ts';
import { isTooLong } from '../../text.ts';
import { evolve } from '../evolve.ts';
import { clockLeft, currentStep, isOpen, keepDaysOf, runOf } from '../selectors.ts';
import type { SessionState } from '../state.ts';
import { actorSubgroup, invitedDesk, isSubgroup } from '../subgroups.ts';
import { dealItems } from './deal-items.ts';
import { accept, type Context, type Decisions, refuse } from './decision.ts';
import { prepareUnits } from './seating.ts';

/** The state as it would be after proposed events; their place in the log does not matter for seating. */
export const foldProposed =
  (context: Context) =>
  (state: SessionState, events: NewEvent[]): SessionState =>
    events.reduce((s, event) => evolve(s, { ...event, seq: s.seq, at: context.now, by: 'system' }), state);

/** Deals to units that a change made new, in the step that is open. */
export function thenDeal(state: SessionState, events: NewEvent[], context: Context): NewEvent[] {
  const step = currentStep(state);
  return step ? [...events, ...dealItems(foldProposed(context)(state, events), step)] : events;
}

/** As long as a participant's. */
const maxName = 40;
/** Why it is kept longer: a line. */
const maxReason = 200;

const endOf = (minutes: number, now: number) => (minutes > 0 ? now + minutes * 60_000 : null);

export const stepDecisions: Decisions<
  | 'TakeLead'
  | 'InviteDesk'
  | 'OpenStep'
  | 'CloseStep'
  | 'ExtendClock'
  | 'PauseClock'
  | 'RevealStep'
  | 'CloseSession'
  | 'ReopenSession'
  | 'ArchiveSession'
  | 'KeepSession'
> = {
  TakeLead: (state, _command, actor) => {
    if (actor.role !== 'desk') return refuse('notAllowed');
    const { facilitator } = actor;
    return state.lead === facilitator ? refuse('nothingToDo') : accept({ type: 'LeadTaken', facilitator });
  },
  InviteDesk: (state, { facilitator, subgroup, name: words }, _actor, context) => {
    if (subgroup !== null && !isSubgroup(state, subgroup)) return refuse('noSuchSubgroup');
    if (isTooLong(words, maxName)) return refuse('textTooLong');
    if (invitedDesk(state, facilitator)) return refuse('nothingToDo');
    const name = words ? context.newId() : null;
    return accept({ type: 'DeskInvited', facilitator, subgroup, name, ...(name && { texts: { [name]: words } }) });
  },
  OpenStep: (state, command, _actor, context) => {
    const step = stepOf(state.script, command.step);
    if (!step) return refuse('noSuchStep');
    if (state.closedAt !== null) return refuse('sessionClosed');
    if (command.from !== null && command.from !== state.step) return refuse('stepMoved');
    if (command.step === state.step && isOpen(state, step.id)) return refuse('nothingToDo');
    const events: NewEvent[] = [];
    if (isOpen(state, state.step)) events.push({ type: 'StepClosed', step: state.step });
    const fold = foldProposed(context);
    const minutes = step.before ? 0 : step.minutes;
    const opened: NewEvent = { type: 'StepOpened', step: step.id, endsAt: endOf(minutes, context.now) };
    events.push(...prepareUnits(fold(state, events), step, context, fold), opened);
    // Talking about answers means seeing them; boundary situations still wait for their own release.
    const about = step.prompts.length === 0 ? answeredStepOf(state.script, step) : undefined;
    if (about?.wall.reveal === 'whenAllSubmitted' && runOf(state, about.id) && !runOf(state, about.id)?.revealed) {
      events.push({ type: 'StepRevealed', step: about.id, revealed: true });
    }
    return accept(...events);
  },
  CloseStep: (state, { step }) => {
    if (!stepOf(state.script, step)) return refuse('noSuchStep');
    return isOpen(state, step) ? accept({ type: 'StepClosed', step }) : refuse('nothingToDo');
  },
  /** Everyone's clock; from the desk of a subgroup, that subgroup's. */
  ExtendClock: (state, { step, seconds }, actor) => {
    const run = runOf(state, step);
    if (!run) return refuse('noSuchStep');
    if (run.endsAt === null) return refuse('nothingToDo');
    return accept({ type: 'ClockExtended', step, seconds, subgroup: actorSubgroup(state, actor) });
  },
  PauseClock: (state, { step, paused }, _actor, context) => {
    const run = runOf(state, step);
    if (!run) return refuse('noSuchStep');
    const left = clockLeft(run, context.now);
    if (left === null || paused === (run.pausedLeft !== null)) return refuse('nothingToDo');
    return paused
      ? accept({ type: 'ClockPaused', step, left: Math.max(0, left) })
      : accept({ type: 'ClockResumed', step, endsAt: context.now + left });
  },
  RevealStep: (state, { step, revealed }) => {
    const run = runOf(state, step);
    if (!run) return refuse('noSuchStep');
    return run.revealed === revealed ? refuse('nothingToDo') : accept({ type: 'StepRevealed', step, revealed });
  },
  CloseSession: (state) => {
    if (state.closedAt !== null) return refuse('nothingToDo');
    const events: NewEvent[] = isOpen(state, state.step) ? [{ type: 'StepClosed', step: state.step }] : [];
    return accept(...events, { type: 'SessionClosed' });
  },
  ReopenSession: (state) => (state.closedAt === null ? refuse('nothingToDo') : accept({ type: 'SessionReopened' })),
  ArchiveSession: (state, { archived }) =>
    state.archived === archived ? refuse('nothingToDo') : accept({ type: 'SessionArchived', archived }),
  /** Longer than it was promised needs a reason; the date itself is the program's to check. */
  KeepSession: (state, { days, reason: words }, _actor, context) => {
    if (days === keepDaysOf(state)) return refuse('nothingToDo');
    if (days > keepDaysOf(state) && !words) return refuse('nothingWritten');
    if (isTooLong(words, maxReason)) return refuse('textTooLong');
    const reason = words ? context.newId() : null;
    return accept({ type: 'KeepingSet', days, reason, ...(reason && { texts: { [reason]: words } }) });
  },
};
