import type { Logged } from '../../events.ts';
import { isOnWall } from '../../session/selectors.ts';
import type { Answer, SessionState } from '../../session/state.ts';
import { get } from '../../session/table.ts';
import { answerEvents, starringStream, textsOfValues, toStarring, writersOf } from './disclose.ts';
import { nobody, type Telling, type Tellings, type Told, unsigned } from './telling.ts';

/** The wall, and the phones that talk about it, learn an answer that they may know now, and then the event itself. */
function shown(state: SessionState, answer: Answer, event?: Logged): Told[] {
  const events = [...answerEvents(state, answer), ...(event ? [unsigned(event)] : [])];
  return [{ to: 'wall', events }, ...toStarring(state, [answer]).map(({ to }) => ({ to, events }))];
}

/** Words that only the desk and their writers keep. */
const takenBack = (state: SessionState, answer: Answer): NonNullable<Telling['takenBack']> => ({
  texts: textsOfValues(answer),
  keep: ['desk', writersOf(state, answer)],
});

/** An event about an answer, for those who know that answer already. */
function aboutShown(event: Logged, before: SessionState, answer: Answer): Told[] {
  if (!isOnWall(before, answer)) return [];
  const stream = starringStream(before, answer);
  const phones = before.spotlight === answer.answer ? 'phones' : stream;
  return [{ to: 'wall', events: [unsigned(event)] }, ...(phones ? [{ to: phones, events: [unsigned(event)] }] : [])];
}

export const answerTellings: Tellings<
  | 'AnswerSubmitted'
  | 'AnswerWithdrawn'
  | 'UnclearMarked'
  | 'AnswerReleased'
  | 'AnswerHidden'
  | 'AnswerKept'
  | 'AnswerSpotlighted'
  | 'AnswerStarred'
  | 'AnswerRecognised'
> = {
  AnswerSubmitted: (event, _before, after) => {
    const answer = get(after.answers, event.answer);
    if (!answer) return nobody;
    const told: Told[] = [{ to: writersOf(after, answer), events: [unsigned(event)] }];
    if (isOnWall(after, answer)) told.push(...shown(after, answer));
    if (after.spotlight === event.answer) told.push({ to: 'phones', events: answerEvents(after, answer) });
    return { told };
  },
  AnswerWithdrawn: (event, before) => {
    const answer = get(before.answers, event.answer);
    if (!answer) return nobody;
    const told = [{ to: writersOf(before, answer), events: [unsigned(event)] }, ...aboutShown(event, before, answer)];
    return { told, takenBack: { texts: textsOfValues(answer), keep: [] } };
  },
  UnclearMarked: (event) => ({ told: [{ to: `seat:${event.seat}`, events: [unsigned(event)] }] }),
  AnswerReleased: (event, before, after) => {
    const answer = get(after.answers, event.answer);
    if (!answer) return nobody;
    const told: Told[] = [{ to: writersOf(after, answer), events: [unsigned(event)] }];
    if (isOnWall(after, answer)) return { told: [...told, ...shown(after, answer, event)] };
    return { told: [...told, ...aboutShown(event, before, answer)], takenBack: takenBack(after, answer) };
  },
  AnswerHidden: (event, before, after) => {
    const answer = get(after.answers, event.answer);
    const known = get(before.answers, event.answer);
    if (!answer || !known) return nobody;
    if (event.hidden) return { told: aboutShown(event, before, known), takenBack: takenBack(after, answer) };
    return { told: isOnWall(after, answer) ? shown(after, answer, event) : [] };
  },
  AnswerKept: () => nobody,
  AnswerSpotlighted: (event, _before, after) => {
    const answer = event.answer === null ? undefined : get(after.answers, event.answer);
    const events = [...(answer && isOnWall(after, answer) ? answerEvents(after, answer) : []), unsigned(event)];
    return {
      told: [
        { to: 'wall', events },
        { to: 'phones', events },
      ],
    };
  },
  AnswerStarred: (event, before) => {
    const answer = get(before.answers, event.answer);
    return answer ? { told: aboutShown(event, before, answer) } : nobody;
  },
  AnswerRecognised: (event, before) => {
    const answer = get(before.answers, event.answer);
    return answer
      ? { told: [...aboutShown(event, before, answer), { to: `unit:${event.unit}`, events: [unsigned(event)] }] }
      : nobody;
  },
};
