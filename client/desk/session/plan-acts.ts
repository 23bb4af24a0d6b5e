import type { CommandOf } from '../../../shared/commands.ts';
import { backTo, movedBack } from '../../../shared/views/desk.ts';
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
      return [...backTo(before, pressed, step), { type: 'SkipStep', step, skipped: true }];
    },
  );
}

export async function skipStep(desk: Desk, step: string, skipped: boolean, said: string): Promise<void> {
  await desk.act({ type: 'SkipStep', step, skipped }, said, () => [{ type: 'SkipStep', step, skipped: !skipped }]);
}

/** Changes what comes next; undone, it stands again before what came after it, whatever was asked or moved between. */
export async function moveStep(desk: Desk, move: CommandOf<'MoveStep'>, said: string): Promise<void> {
  const back = movedBack(desk.state, move.step);
  await desk.act(move, said, () => [back]);
}

export async function pauseSession(desk: Desk, paused: boolean): Promise<void> {
  const words = wording.words.pause;
  await desk.act({ type: 'PauseSession', paused }, paused ? words.started : words.ended, () => [
    { type: 'PauseSession', paused: !paused },
  ]);
}
