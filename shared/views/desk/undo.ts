import type { Command } from '../../commands.ts';
import { answeredStepOf, stepOf } from '../../script-queries.ts';
import { activeUnits, clockLeft, isOpen, runOf, unitOf } from '../../session/selectors.ts';
import type { SessionState } from '../../session/state.ts';
import { get } from '../../session/table.ts';
import { turnOf } from '../../session/turns.ts';
import { isInLight } from '../wall/scene.ts';

/** An hour is the most that one command moves a clock. */
const limit = 3_600;

/**
 * The commands that bring the desk back to where it was from the step that it went to, while that is the step: step, clock,
 * what was shown, wall and spotlight. `before`: the state when the button was pressed, at `now`.
 */
export function backTo(before: SessionState, now: number, from: string): Command[] {
  const { step, wall, spotlight } = before;
  if (!step) return [];
  const run = runOf(before, step);
  const left = clockLeft(run, now);
  const commands: Command[] = [{ type: 'OpenStep', step, from }];
  const minutes = stepOf(before.script, step)?.minutes ?? 0;
  if (left !== null && minutes > 0) {
    const seconds = Math.round(left / 1000) - minutes * 60;
    if (seconds !== 0) {
      commands.push({ type: 'ExtendClock', step, seconds: Math.max(-limit, Math.min(limit, seconds)) });
    }
    if (run?.pausedLeft !== null && !before.paused?.clock) commands.push({ type: 'PauseClock', step, paused: true });
  }
  if (!isOpen(before, step) && before.closedAt === null) commands.push({ type: 'CloseStep', step });
  if (run?.revealed) commands.push({ type: 'RevealStep', step, revealed: true });
  const went = stepOf(before.script, from);
  const about = went && answeredStepOf(before.script, went);
  // Shown by going there.
  if (about && about.id !== step && runOf(before, about.id)?.revealed === false)
    commands.push({ type: 'RevealStep', step: about.id, revealed: false });
  if (spotlight) commands.push({ type: 'SpotlightAnswer', answer: spotlight });
  commands.push({ type: 'SetWall', wall });
  if (before.paused && before.closedAt === null) commands.push({ type: 'PauseSession', paused: true });
  return [...commands, ...turnsBack(before, step)];
}

/** Each unit in the turn in which it was; those that no longer sit together begin anew. */
function turnsBack(before: SessionState, id: string): Command[] {
  const step = stepOf(before.script, id);
  if (!step?.turns || !isOpen(before, id)) return [];
  const all = turnOf(before, step, null).turn;
  const begin = (unit: string | null, turn: number): Command => ({ type: 'BeginTurn', step: id, unit, turn });
  const ahead = activeUnits(before).flatMap((unit) => {
    const { turn, count } = turnOf(before, step, unit);
    return turn === Math.min(all, count) ? [] : [begin(unit.unit, turn)];
  });
  return [...(all > 1 ? [begin(null, all)] : []), ...ahead];
}

/** In the light again where it was, while nothing else is and the step is the same. */
export function relight(before: SessionState, now: SessionState, answer: string): Command[] {
  const wasLit = before.spotlight === answer && now.spotlight === null && now.step === before.step;
  return wasLit
    ? [
        { type: 'SpotlightAnswer', answer },
        { type: 'SetWall', wall: before.wall },
      ]
    : [];
}

/** Shows what was hidden. */
export const unhide = (before: SessionState, now: SessionState, answer: string): Command[] => [
  { type: 'HideAnswer', answer, hidden: false },
  ...relight(before, now, answer),
];

/** Shows the answers of a step again; what went out of the light with them is in it again. */
export function revealAgain(before: SessionState, now: SessionState, step: string): Command[] {
  const lit = get(before.answers, before.spotlight ?? '');
  const leftWithThem = lit?.step === step && !lit.released;
  return [{ type: 'RevealStep', step, revealed: true }, ...(leftWithThem ? relight(before, now, lit.answer) : [])];
}

/**
 * Takes what was put in the light out of it, and brings back what the wall showed; another picture, or another answer, that
 * came since stays. What the light released waits again, unless the step is another by now.
 */
export function unlight(before: SessionState, now: SessionState, answer: string): Command[] {
  if (now.step !== before.step) return [];
  const wasReleased = get(before.answers, answer)?.released ?? true;
  const back: Command[] = [
    { type: 'SpotlightAnswer', answer: before.spotlight },
    { type: 'SetWall', wall: before.wall },
  ];
  return [
    ...(isInLight(now, answer) ? back : []),
    ...(wasReleased ? [] : [{ type: 'ReleaseAnswer', answer, released: false } as const]),
  ];
}

/** Takes back in who was taken out of this unit: there, while others of it still sit there; else with others. */
export function backIn(now: SessionState, seat: string, unit: string | null): Command[] {
  const isThere = unit !== null && (unitOf(now, unit)?.people ?? 0) > 0;
  return [
    { type: 'RemoveSeat', seat, removed: false },
    ...(isThere ? [{ type: 'MoveSeat', seat, unit } as const] : []),
  ];
}
