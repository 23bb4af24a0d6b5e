import type { Command } from '../../commands.ts';
import { clockLeft, isOpen, runOf } from '../../session/selectors.ts';
import type { SessionState } from '../../session/state.ts';

/** An hour is the most that one command moves a clock. */
const limit = 3_600;

/**
 * The commands that bring the desk back from a later step to where it was: step, clock, wall and spotlight.
 * `before`: the state when the button was pressed, at `now`.
 */
export function backTo(before: SessionState, now: number): Command[] {
  const { step, wall, spotlight } = before;
  if (!step) return [];
  const run = runOf(before, step);
  const left = clockLeft(run, now);
  const commands: Command[] = [{ type: 'OpenStep', step, from: null }];
  const minutes = before.script.steps.find(({ id }) => id === step)?.minutes ?? 0;
  if (left !== null && minutes > 0) {
    const seconds = Math.round(left / 1000) - minutes * 60;
    if (seconds !== 0) {
      commands.push({ type: 'ExtendClock', step, seconds: Math.max(-limit, Math.min(limit, seconds)) });
    }
    if (run?.pausedLeft !== null) commands.push({ type: 'PauseClock', step, paused: true });
  }
  if (!isOpen(before, step) && before.closedAt === null) commands.push({ type: 'CloseStep', step });
  if (spotlight) commands.push({ type: 'SpotlightAnswer', answer: spotlight });
  commands.push({ type: 'SetWall', wall });
  return commands;
}
