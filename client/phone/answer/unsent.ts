import { promptOf, stepOf } from '../../../shared/script-queries.ts';
import { answerIdOf } from '../../../shared/session/state.ts';
import { get } from '../../../shared/session/table.ts';
import type { Room } from '../room.ts';
import { allDrafts } from './drafts.ts';
import { areSame, isWithin, sendable, valuesOfAnswer } from './values.ts';

export type Unsent = { id: string; step: string; texts: string[] };

/** What this seat typed on another phone, or on this one before it forgot: the server still has it. */
function draftsElsewhere({ live, keep, seat }: Room): ReturnType<typeof allDrafts> {
  const here = new Set(allDrafts(keep, seat).map(answerIdOf));
  return Object.values(live.drafts).filter((draft) => {
    const answer = get(live.state.answers, answerIdOf(draft));
    return draft.seat === seat.seat && !here.has(answerIdOf(draft)) && draft.at > (answer?.at ?? 0);
  });
}

/** The texts of this seat that were written, and are neither sent nor under way. */
export function unsentTexts(room: Room): Unsent[] {
  const { live, keep, seat } = room;
  // Read before the drafts, which are not reactive: what depends on this looks again at each change of the session.
  const { state, outbox } = live;
  return [...allDrafts(keep, seat), ...draftsElsewhere(room)].flatMap((draft) => {
    const step = stepOf(state.script, draft.step);
    const prompt = step && promptOf(step, draft.prompt);
    const id = answerIdOf(draft);
    const values = prompt ? sendable(prompt, draft.values) : draft.values;
    const sent = valuesOfAnswer(state, get(state.answers, id));
    const isUnderWay = outbox.pending.some(
      ({ command }) => command.type === 'SubmitAnswer' && answerIdOf(command) === id && areSame(command.values, values),
    );
    const texts = Object.values(values).flatMap((value) => (value.kind === 'text' ? [value.text] : []));
    return texts.length === 0 || isUnderWay || (sent && isWithin(values, sent))
      ? []
      : [{ id, step: draft.step, texts }];
  });
}
