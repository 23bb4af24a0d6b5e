/** A long afternoon with a full room: so many events, most of them on the wall. */
import { isOnWall } from '../../shared/session/selectors.ts';
import { valuesOf } from '../../shared/session/table.ts';
import { playSession, winScript } from '../shared/summary-session.ts';

const people = 160;

/** Played to its end; the facilitator turns the wall, and lights and stars answers, until there are so many events. */
export function longSession(events: number) {
  const script = winScript();
  const played = playSession(script);
  const roles = script.perspectives.options.map(({ id }) => id);
  for (let i = 0; i < people; i++) played.join(1, [roles[i % roles.length] ?? ''], `naam-${i}`);
  const steps = script.steps.slice(1);
  const turns = Math.ceil(events / steps.length / 3);
  for (const step of steps) {
    played.open(step.id);
    if (step.prompts.length) played.answer();
    played.releaseAll(step.id);
    const shown = [...valuesOf(played.state.answers)].filter((answer) => isOnWall(played.state, answer));
    for (let i = 0; i < turns && played.log.length < events; i++) {
      const answer = shown[(i * 7) % Math.max(1, shown.length)]?.answer ?? null;
      played.must({ type: 'SpotlightAnswer', answer });
      if (answer) played.give({ type: 'StarAnswer', answer, starred: i % 2 === 0 });
      const wall = { mode: step.wall.mode ?? 'cards', item: null, prompt: null, page: i % 5, blank: false };
      played.must({ type: 'SetWall', wall });
    }
  }
  return played;
}
