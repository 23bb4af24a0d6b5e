import type { NewEvent } from '../../events.ts';
import { stepOf, unitSize } from '../../script-queries.ts';
import { isTooLong } from '../../text.ts';
import { activeUnits, clockLeft, isOpen, ownOf, runOf } from '../selectors.ts';
import type { SessionState } from '../state.ts';
import { accept, type Decisions, refuse } from './decision.ts';
import { foldProposed, stepDecisions } from './steps.ts';

const maxQuestion = 200;
/** So many questions that are not in the script make another script. */
const mostAdded = 50;

/** How many answer together: as the room sits, in pairs where it does not yet; the step that is open says so first. */
function sizeTogether(state: SessionState): number {
  const step = stepOf(state.script, state.step);
  const own = step ? unitSize(step) : 0;
  if (own > 1) return own;
  return activeUnits(state).length > 0 ? Math.max(2, state.unitSize) : 2;
}

/** A script may use the name as well. */
function freeId({ script, added }: SessionState): string {
  for (let n = added.length + 1; ; n++) {
    if (!stepOf(script, `question-${n}`)) return `question-${n}`;
  }
}

export const planDecisions: Decisions<'AskQuestion' | 'SkipStep' | 'MoveStep' | 'PauseSession'> = {
  AskQuestion: (state, { question: words, together, scale, from }, actor, context) => {
    if (state.closedAt !== null) return refuse('sessionClosed');
    if (!words) return refuse('nothingWritten');
    if (isTooLong(words, maxQuestion)) return refuse('textTooLong');
    if (scale !== null && !ownOf(state.script.scales, scale)) return refuse('doesNotFit');
    if (state.added.length >= mostAdded) return refuse('tooManyQuestions');
    const [step, question] = [freeId(state), context.newId()];
    const size = together ? sizeTogether(state) : 1;
    const added: NewEvent = {
      type: 'StepAdded',
      step,
      after: from,
      question,
      size,
      scale,
      texts: { [question]: words },
    };
    // Refused where the room went on meanwhile.
    const opened = stepDecisions.OpenStep(
      foldProposed(context)(state, [added]),
      { type: 'OpenStep', step, from },
      actor,
      context,
    );
    return opened.ok ? { ...opened, events: [added, ...opened.events] } : opened;
  },
  /** Who comes early is let in by the first step, whatever is planned. */
  SkipStep: (state, { step, skipped }) => {
    const steps = state.script.steps.map(({ id }) => id);
    if (!steps.includes(step)) return refuse('noSuchStep');
    if (step === steps[0]) return refuse('doesNotFit');
    if (state.skipped.includes(step) === skipped) return refuse('nothingToDo');
    const passed = steps.filter((id) => (id === step ? skipped : state.skipped.includes(id)));
    return accept({ type: 'StepsPlanned', steps, skipped: passed });
  },
  MoveStep: (state, { step, before }) => {
    const known = state.script.steps.map(({ id }) => id);
    if (!known.includes(step) || (before !== null && !known.includes(before))) return refuse('noSuchStep');
    if (step === known[0] || before === known[0]) return refuse('doesNotFit');
    const others = known.filter((id) => id !== step);
    const at = before === null ? others.length : others.indexOf(before);
    const steps = at < 0 ? known : others.toSpliced(at, 0, step);
    if (steps.join() === known.join()) return refuse('nothingToDo');
    return accept({ type: 'StepsPlanned', steps, skipped: known.filter((id) => state.skipped.includes(id)) });
  },
  PauseSession: (state, { paused }, _actor, context) => {
    if (state.closedAt !== null) return refuse('sessionClosed');
    if (paused === (state.paused !== null)) return refuse('nothingToDo');
    const run = runOf(state, state.step);
    const left = clockLeft(run, context.now);
    const events: NewEvent[] = [{ type: 'SessionPaused', paused }];
    if (left === null || !run || !isOpen(state, state.step)) return accept(...events);
    if (paused && run.pausedLeft === null)
      events.push({ type: 'ClockPaused', step: state.step, left: Math.max(0, left) });
    if (!paused && run.pausedLeft !== null && state.paused?.clock)
      events.push({ type: 'ClockResumed', step: state.step, endsAt: context.now + left });
    return accept(...events);
  },
};
