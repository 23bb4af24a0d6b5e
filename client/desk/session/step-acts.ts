import type { Command } from '../../../shared/commands.ts';
import type { Step, WallMode } from '../../../shared/script.ts';
import { isOpen, runOf } from '../../../shared/session/selectors.ts';
import { backTo, nextStep, previousStep, revealAgain } from '../../../shared/views/desk.ts';
import { wording } from '../wording.svelte.ts';
import type { Desk } from './desk.svelte.ts';
import { tellsProgress } from './wall-acts.ts';

/** Opens a step from the one that is on this desk now: two presses, here or at another desk, advance once. */
export function openStep(desk: Desk, step: Step, said?: string): Promise<boolean> {
  const { state } = desk;
  const undo = backTo(state, desk.live.now(), step.id);
  const { words } = wording;
  return desk.act(
    [{ type: 'OpenStep', step: step.id, from: state.step }, ...clockGoesOn(desk, step)],
    said ?? words.script.opened(wording.say(step.title)),
    undo.length ? () => undo : null,
  );
}

/** A step that was open before goes on with the time that it had left, and with at least a little. */
function clockGoesOn({ state }: Desk, step: Step): Command[] {
  const run = runOf(state, step.id);
  if (!run?.endsAt || run.closedAt === null) return [];
  const left = run.pausedLeft ?? run.endsAt - run.closedAt;
  const seconds = Math.round(Math.max(left, state.script.clock.extendMinutes * 60_000) / 1000) - step.minutes * 60;
  return seconds < 0 ? [{ type: 'ExtendClock', step: step.id, seconds }] : [];
}

/** The key of a presenter: it goes on to the next step, and never closes the session by one press too many. */
export async function goOn(desk: Desk): Promise<void> {
  if (desk.state.closedAt !== null) return;
  if (nextStep(desk.state)) await goNext(desk);
  else desk.toasts.say(wording.words.next.last);
}

/** The one large button: the next step, or the end of the session. */
export async function goNext(desk: Desk): Promise<void> {
  if (desk.state.closedAt !== null) return;
  if (desk.isJustMoved(performance.now())) {
    desk.toasts.say(wording.refusal('stepMoved'));
    return;
  }
  const next = nextStep(desk.state);
  if (next) await openStep(desk, next);
  else await closeSession(desk);
}

export async function goBack(desk: Desk): Promise<void> {
  const previous = previousStep(desk.state);
  if (desk.state.closedAt !== null) await reopenSession(desk);
  else if (previous) await openStep(desk, previous, wording.words.script.backTo(wording.say(previous.title)));
}

export async function toggleStep(desk: Desk, step: Step): Promise<void> {
  const { state } = desk;
  if (!isOpen(state, step.id)) {
    await openStep(desk, step);
    return;
  }
  const undo = backTo(state, desk.live.now(), step.id);
  const said = wording.words.step.closing(wording.say(step.title));
  await desk.act({ type: 'CloseStep', step: step.id }, said, () => undo);
}

export async function moveClock(desk: Desk, step: string, minutes: number): Promise<void> {
  const { words } = wording;
  const seconds = minutes * 60;
  await desk.act(
    { type: 'ExtendClock', step, seconds },
    minutes > 0 ? words.step.extended(minutes) : words.step.shortened,
    () => [{ type: 'ExtendClock', step, seconds: -seconds }],
  );
}

/** Stops or starts the clock; the same button undoes it. */
export async function togglePause(desk: Desk, step: string): Promise<void> {
  const run = runOf(desk.state, step);
  if (run?.endsAt) await desk.act({ type: 'PauseClock', step, paused: run.pausedLeft === null }, null);
}

/** Shown is seen: a wall that tells only how many are done turns to the cards with it. */
export async function reveal(desk: Desk, step: string, revealed: boolean, count: number): Promise<void> {
  const { words } = wording;
  const before = desk.state;
  const turns = revealed && tellsProgress(before);
  const turn = (mode: WallMode): Command[] => (turns ? [{ type: 'SetWall', wall: { ...before.wall, mode } }] : []);
  await desk.act(
    [{ type: 'RevealStep', step, revealed }, ...turn('cards')],
    revealed ? words.step.revealed(count) : words.step.unrevealed,
    () =>
      revealed
        ? [{ type: 'RevealStep', step, revealed: false }, ...turn(before.wall.mode)]
        : revealAgain(before, desk.state, step),
  );
}

export async function closeSession(desk: Desk): Promise<void> {
  const undo = backTo(desk.state, desk.live.now(), desk.state.step);
  await desk.act({ type: 'CloseSession' }, wording.words.next.closed, () => [{ type: 'ReopenSession' }, ...undo]);
}

export async function reopenSession(desk: Desk): Promise<void> {
  const { step } = desk.state;
  const open = step ? [{ type: 'OpenStep', step, from: step } as const] : [];
  await desk.act([{ type: 'ReopenSession' }, ...open], wording.words.next.reopened, () => [{ type: 'CloseSession' }]);
}
