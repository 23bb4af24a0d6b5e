import type { EventOf, Logged } from '../../events.ts';
import type { Field, Step } from '../../script.ts';
import type { SessionState } from '../state.ts';
import type { Evolutions } from './evolution.ts';

/** As long as an explanation may be where the script says nothing. */
const maxAnswer = 400;

/** A question of the moment as a step like the script's: shown when all have answered, or when the desk says so. */
function stepOfQuestion(
  state: SessionState,
  { step, question, size, scale, texts }: Logged<EventOf<'StepAdded'>>,
): Step {
  const title = { [state.language]: texts?.[question] ?? '' };
  const words: Field = { id: 'text', kind: 'text', max: maxAnswer, optional: scale !== null };
  const judged: Field[] = scale === null ? [] : [{ id: 'judgement', kind: 'judgement', scale, optional: false }];
  return {
    id: step,
    kind: 'answering',
    minutes: 0,
    before: false,
    form: size === 1 ? 'individual' : size === 2 ? 'pair' : { group: size },
    title,
    prompts: [{ id: 'question', title, fields: [...judged, words] }],
    split: size > 1 && scale !== null,
    cluster: false,
    notes: [],
    content: [],
    wall: { reveal: 'whenAllSubmitted', groupBy: 'item', order: 'script' },
    hints: [],
  };
}

/** The steps of the session's own copy of the script are its plan: their order is that in which they are done. */
export const planEvolutions: Evolutions<'StepAdded' | 'StepsPlanned' | 'SessionPaused'> = {
  StepAdded: (state, event) => {
    const { steps } = state.script;
    const at = steps.findIndex(({ id }) => id === event.after);
    const added = [...steps.slice(0, at + 1), stepOfQuestion(state, event), ...steps.slice(at + 1)];
    return { ...state, script: { ...state.script, steps: added }, added: [...state.added, event.step] };
  },
  StepsPlanned: (state, { steps: order, skipped }) => {
    const place = new Map(order.map((id, i) => [id, i]));
    const steps = [...state.script.steps].sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0));
    return { ...state, script: { ...state.script, steps }, skipped };
  },
  SessionPaused: (state, { paused }) => ({ ...state, paused: paused ? { clock: hasRunningClock(state) } : null }),
};

const hasRunningClock = ({ runs, step }: SessionState): boolean => {
  const run = runs[step];
  return run !== undefined && run.closedAt === null && run.endsAt !== null && run.pausedLeft === null;
};
