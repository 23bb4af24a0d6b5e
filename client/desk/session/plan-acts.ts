import type { CommandOf } from '../../../shared/commands.ts';
import { backTo, withSkipped } from '../../../shared/views/desk.ts';
import { wording } from '../wording.svelte.ts';
import type { Desk } from './desk.svelte.ts';

/** Asks everyone at once; undone, the room is back where it was, and the question is passed over. */
export async function askQuestion(
  desk: Desk,
  question: string,
  together: boolean,
  scale: string | null,
): Promise<boolean> {
  const { state: before } = desk;
  const pressed = desk.live.now();
  return desk.act(
    { type: 'AskQuestion', question, together, scale, from: before.step },
    wording.words.question.asked,
    () => {
      const { added } = desk.state;
      const step = added.at(-1);
      if (!step || before.added.includes(step)) return [];
      return [...backTo(before, pressed, step), { type: 'PlanSteps', ...withSkipped(desk.state, step, true) }];
    },
  );
}

/** Changes what comes next; undone, the plan is as it was, with whatever was asked between. */
export async function planSteps(
  desk: Desk,
  plan: Pick<CommandOf<'PlanSteps'>, 'steps' | 'skipped'>,
  said: string,
): Promise<void> {
  const { script, skipped } = desk.state;
  const before = { steps: script.steps.map(({ id }) => id), skipped: [...skipped] };
  await desk.act({ type: 'PlanSteps', ...plan }, said, () => [{ type: 'PlanSteps', ...before }]);
}

export async function pauseSession(desk: Desk, paused: boolean): Promise<void> {
  const words = wording.words.pause;
  await desk.act({ type: 'PauseSession', paused }, paused ? words.started : words.ended, () => [
    { type: 'PauseSession', paused: !paused },
  ]);
}
