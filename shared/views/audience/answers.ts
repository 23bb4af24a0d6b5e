import type { EventOf, Logged } from '../../events.ts';
import type { StreamName } from '../../protocol.ts';
import { isOnWall, ownOf, starredBy, subgroupOf, textsOfAnswer } from '../../session/selectors.ts';
import type { Answer, SessionState } from '../../session/state.ts';
import { get } from '../../session/table.ts';
import {
  answerEvents,
  carriersOf,
  isCarrying,
  keepersOf,
  ownStreamsOf,
  starringStream,
  themesTold,
  toStarring,
} from './disclose.ts';
import { wallOf } from './subgroup-walls.ts';
import { nobody, type Telling, type Tellings, type Told, tell, unsigned } from './telling.ts';

/** The wall, and the phones that talk about it, learn an answer that they may know now, and then the event itself. */
export function shown(state: SessionState, answer: Answer, event?: Logged): Told[] {
  const events = [...answerEvents(state, answer), ...(event ? [unsigned(event)] : [])];
  return [
    { to: 'wall', events: [...events, ...themesTold(state, [answer])] },
    ...toStarring(state, [answer]).map(({ to }) => ({ to, events })),
  ];
}

/** An answer that only the desk, its writers and who is named beside them keep. */
const takenBack = (
  state: SessionState,
  answer: Answer,
  others: readonly StreamName[] = [],
): NonNullable<Telling['takenBack']> => ({
  texts: textsOfAnswer(answer),
  answers: [answer.answer],
  keep: ['desk', ...keepersOf(state, answer), ...others],
});

const hiddenStill = ({ answer, seq, at }: Logged<EventOf<'AnswerSubmitted'>>): Logged => ({
  ...{ type: 'AnswerHidden', answer, hidden: true, seq, at, by: '' },
});

/** For whoever holds an answer that is shown: every phone may know it from the spotlight or from a talk before. */
export const toHolders = (event: Logged, before: SessionState, answer: Answer): Told[] =>
  isOnWall(before, answer) ? tell(event, 'wall', 'phones').told : [];

/** The phones on which it stands in the light now: all, or those of the subgroup whose wall shows it. */
export function litFor(state: SessionState, known: Answer): StreamName[] {
  const { answer } = known;
  const own = subgroupOf(state, known);
  const isOwn = own !== null && ownOf(state.walls, own)?.spotlight === answer;
  return [...(state.spotlight === answer ? (['phones'] as const) : []), ...(isOwn ? [`subgroup:${own}` as const] : [])];
}

/** An event about an answer, for those who know that answer already. */
function aboutShown(event: Logged, before: SessionState, answer: Answer): Told[] {
  if (!isOnWall(before, answer)) return [];
  const starring = starringStream(before, answer);
  const phones = new Set([...litFor(before, answer), ...(starring ? [starring] : [])]);
  return [...(phones.has('phones') ? tell(event, 'wall', 'phones') : tell(event, 'wall', ...phones)).told];
}

/** Whose star was erased with them: for whoever holds the answer, also from a talk before. */
export const unstarred = ({ seq, at }: Logged, before: SessionState, seat: string): Told[] =>
  starredBy(before, seat).flatMap((answer) => {
    const taken = { answer: answer.answer, star: seat, subgroup: null, starred: false } as const;
    return toHolders({ type: 'AnswerStarred', ...taken, seq, at, by: '' }, before, answer);
  });

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
  AnswerSubmitted: (event, before, after) => {
    const answer = get(after.answers, event.answer);
    const known = get(before.answers, event.answer);
    if (!answer) return nobody;
    const { told } = tell(event, ...ownStreamsOf(after, answer));
    // Who sits elsewhere may have it for the first time, or again: hidden it is for them too (A4).
    if (answer.hidden) for (const own of told) own.events.push(hiddenStill(event));
    // Shown before, and written anew: what was released was another text.
    if (known && isOnWall(before, known) && !isOnWall(after, answer))
      return { told, takenBack: takenBack(after, answer) };
    if (isOnWall(after, answer)) told.push(...shown(after, answer));
    // Also from paper, for a step that people carried from already.
    const carriers = isCarrying(after, answer.step) && !answer.hidden ? carriersOf(after, answer) : [];
    for (const to of [...litFor(after, answer), ...carriers]) told.push({ to, events: answerEvents(after, answer) });
    // Words that were replaced stay with the desk, those who wrote them, and who brought them along.
    const keep: StreamName[] = ['desk', ...keepersOf(after, answer), ...carriersOf(after, answer)];
    return { told, ...(known && { takenBack: { texts: textsOfAnswer(known), keep } }) };
  },
  AnswerWithdrawn: (event, before) => {
    const answer = get(before.answers, event.answer);
    if (!answer) return nobody;
    const { told } = tell(event, ...ownStreamsOf(before, answer));
    return { told, takenBack: { texts: textsOfAnswer(answer), answers: [answer.answer], keep: [] } };
  },
  UnclearMarked: (event) => ({ told: [{ to: `seat:${event.seat}`, events: [unsigned(event)] }] }),
  AnswerReleased: (event, before, after) => {
    const answer = get(after.answers, event.answer);
    const known = get(before.answers, event.answer);
    if (!answer || !known) return nobody;
    const writers = tell(event, ...ownStreamsOf(after, answer)).told;
    if (!isOnWall(after, answer)) {
      return { told: writers, takenBack: takenBack(after, answer, carriersOf(after, answer)) };
    }
    // Into the units of its writers a boundary situation goes only now.
    const carriers =
      isCarrying(after, answer.step) && carriersOf(before, known).length === 0 ? carriersOf(after, answer) : [];
    const carried = carriers.map((to) => ({ to, events: answerEvents(after, answer) }));
    if (!event.released) return { told: [...writers, ...carried, ...toHolders(event, before, known)] };
    // Where it is in the light already, it stays there from now on, whatever else leaves with its step.
    const lit = tell(event, ...litFor(after, answer)).told;
    return { told: [...writers, ...carried, ...shown(after, answer, event), ...lit] };
  },
  AnswerHidden: (event, _before, after) => {
    const answer = get(after.answers, event.answer);
    if (!answer) return nobody;
    const writers = tell(event, ...ownStreamsOf(after, answer)).told;
    if (event.hidden) return { told: writers, takenBack: takenBack(after, answer) };
    const carriers = isCarrying(after, answer.step) && !answer.withdrawn ? carriersOf(after, answer) : [];
    const carried = carriers.map((to) => ({ to, events: answerEvents(after, answer) }));
    return { told: [...writers, ...carried, ...(isOnWall(after, answer) ? shown(after, answer, event) : [])] };
  },
  AnswerKept: () => nobody,
  AnswerSpotlighted: (event, _before, after) => {
    const answer = event.answer === null ? undefined : get(after.answers, event.answer);
    const shown = answer && isOnWall(after, answer) ? answer : undefined;
    const events = shown ? answerEvents(after, shown) : [];
    const { subgroup } = event;
    const wall = { to: subgroup === null ? ('wall' as const) : wallOf(subgroup) };
    const phones = { to: subgroup === null ? ('phones' as const) : (`subgroup:${subgroup}` as const) };
    // A subgroup's own wall knows no other; its phones hear of the room's as well, and tell them apart.
    const own = unsigned({ ...event, subgroup: null });
    return {
      told: [
        { ...wall, events: [...events, own, ...(shown ? themesTold(after, [shown]) : [])] },
        { ...phones, events: [...events, unsigned(event)] },
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
