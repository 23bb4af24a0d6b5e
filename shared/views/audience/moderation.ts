import type { StreamName } from '../../protocol.ts';
import { isOnWall, textsOfAnswer } from '../../session/selectors.ts';
import type { Answer, SessionState } from '../../session/state.ts';
import { get } from '../../session/table.ts';
import { litFor, shown, toHolders } from './answers.ts';
import { answerEvents, carriersOf, isCarrying, keepersOf, ownStreamsOf } from './disclose.ts';
import { nobody, type Tellings, type Told, tell } from './telling.ts';

/** The units into which its writers bring it along now. */
const carriersNow = (state: SessionState, answer: Answer): StreamName[] =>
  isCarrying(state, answer.step) && !answer.hidden && !answer.withdrawn ? carriersOf(state, answer) : [];

/** Who reads it now, as everybody reads it. */
function readers(state: SessionState, answer: Answer): Told[] {
  const onPhones = new Set([...litFor(state, answer), ...carriersNow(state, answer)]);
  const events = () => answerEvents(state, answer);
  return [
    ...(isOnWall(state, answer) ? shown(state, answer) : []),
    ...[...onPhones].map((to) => ({ to, events: events() })),
  ];
}

export const moderationTellings: Tellings<'AnswerMasked' | 'AnswerMoved' | 'AnswersHeld'> = {
  /** Who reads it gets it anew; everywhere else its words go; they stay with the desk and their writers. */
  AnswerMasked: (event, before, after) => {
    const [known, answer] = [get(before.answers, event.answer), get(after.answers, event.answer)];
    if (!known || !answer) return nobody;
    const { told } = tell(event, ...ownStreamsOf(after, answer));
    const texts = textsOfAnswer(known).filter((text) => !event.erased.includes(text));
    const keep: StreamName[] = ['desk', ...keepersOf(after, answer)];
    return {
      told: [...told, ...readers(after, answer)],
      takenBack: { texts, keep },
      erased: event.erased,
    };
  },
  AnswerMoved: (event, before, after) => {
    const answer = get(before.answers, event.answer);
    if (!answer) return nobody;
    const own = new Set([...ownStreamsOf(after, answer), ...carriersNow(after, answer)]);
    return { told: [...tell(event, ...own).told, ...toHolders(event, before, answer)] };
  },
  AnswersHeld: (event) => tell(event, 'phones'),
};
