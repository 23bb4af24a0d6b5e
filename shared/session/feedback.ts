import type { Step } from '../script.ts';

/** Personal closing questions ("wat neem je mee?"): about nothing on the table, and never on the wall; the facilitator's alone. */
export const isFeedback = (step: Step): boolean =>
  step.form === 'individual' && !step.items && step.wall.reveal === 'never';
