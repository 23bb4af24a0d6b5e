/**
 * The session as research may have it: as if who did not say yes had never been there. The log itself is cut, before a
 * file is made of it, so that no count, label or denominator knows of them.
 */
import type { EventOf, EventType, Logged } from '../../shared/events.ts';
import { isAnswerForResearch, isForResearch } from '../../shared/session/consent.ts';
import { evolve } from '../../shared/session/evolve.ts';
import { initialState } from '../../shared/session/initial-state.ts';
import { paper } from '../../shared/session/selectors.ts';
import type { SessionState } from '../../shared/session/state.ts';
import { get, valuesOf } from '../../shared/session/table.ts';
import { answersToRead } from '../../shared/views/summary.ts';

/** How many of all answers that may be read are not for research. */
export type LeftOut = { leftOut: number; of: number };

/** What is left of an event: nothing, itself or less of it. */
type Cut = { [K in EventType]?: (event: Logged<EventOf<K>>) => Logged | Logged[] | null };

/**
 * Words of a facilitator in which anybody's may be told again, and figures that were reckoned with everybody's. Whose words
 * a note, an introduction or a comment repeats, nobody can say.
 */
const never: ReadonlySet<EventType> = new Set([
  ...(['NoteAdded', 'NoteChanged', 'NoteRemoved', 'ContrastShown', 'CheckPlanned', 'CheckTaken'] as const),
  ...(['ShiftShown', 'AgreementMade', 'AgreementRemoved'] as const),
  ...(['SummaryPublished', 'SummaryWithdrawn', 'SummaryCommented', 'CommentHidden', 'CommentWithdrawn'] as const),
  ...(['DeskInvited', 'ConsentSet'] as const),
]);

/** Who may be counted: seats and units of which everybody said yes, and the answers that they alone wrote. */
function allowedIn(state: SessionState) {
  const seat = (id: string): boolean => isForResearch(state, id);
  const unit = (id: string): boolean => {
    const known = get(state.units, id);
    return known ? known.everSeats.every(seat) : seat(id);
  };
  const answer = (id: string): boolean => {
    const known = get(state.answers, id);
    return known !== undefined && isAnswerForResearch(state, known);
  };
  const isWhole = (theme: string): boolean =>
    [...valuesOf(state.answers)].every((one) => one.theme !== theme || answer(one.answer));
  /** Drawn from what others wrote too, it may say what they said. */
  const conclusion = (id: string): boolean => state.conclusions[id]?.answers.every(answer) ?? false;
  /** Who pressed: a seat, a desk, or the program. */
  const hand = (by: string): boolean => !by.startsWith('seat:') || seat(by.slice('seat:'.length));
  return { seat, unit, answer, isWhole, conclusion, hand };
}

function cutsFor(state: SessionState): Cut {
  const may = allowedIn(state);
  const ofSeat = <E extends Logged & { seat: string }>(event: E) => (may.seat(event.seat) ? event : null);
  const ofUnit = <E extends Logged & { unit: string }>(event: E) => (may.unit(event.unit) ? event : null);
  const ofConclusion = <E extends Logged & { conclusion: string }>(event: E) =>
    may.conclusion(event.conclusion) ? event : null;
  const ofOpinion = <E extends Logged & { conclusion: string; seat: string }>(event: E) =>
    may.seat(event.seat) ? ofConclusion(event) : null;
  const kept = <T>(record: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(record).filter(([unit]) => may.unit(unit)));
  /** Who sits with somebody that is not there sits nowhere: out, and back in without a unit. */
  const stoodUp = ({ seq, at, by }: Logged, seats: readonly string[]): Logged[] =>
    seats.filter(may.seat).map((seat) => ({ type: 'SeatRemoved', seat, removed: false, seq, at, by }));
  const ofAnswer = <E extends Logged & { answer: string }>(event: E) => (may.answer(event.answer) ? event : null);

  return {
    ParticipantJoined: ofSeat,
    SeatShared: ofSeat,
    SeatRenamed: ofSeat,
    ParticipantLeft: ofSeat,
    SeatRemoved: ofSeat,
    PersonErased: ofSeat,
    UnclearMarked: ofSeat,
    UnitsFormed: ({ before: _, ...event }) => [
      { ...event, units: event.units.filter(({ unit }) => may.unit(unit)) },
      ...event.units.filter(({ unit }) => !may.unit(unit)).flatMap(({ seats }) => stoodUp(event, seats)),
    ],
    SeatMoved: (event) => (may.unit(event.unit) ? ofSeat(event) : stoodUp(event, [event.seat])),
    SubgroupsFormed: (event) => ({ ...event, units: kept(event.units) }),
    UnitMoved: ofUnit,
    ItemsDealt: (event) => ({ ...event, deals: kept(event.deals) }),
    PenTaken: ofUnit,
    PenAsked: ofUnit,
    TurnBegan: (event) => (event.unit === null || may.unit(event.unit) ? event : null),
    AnswersGrouped: (event) => ({ ...event, answers: event.answers.filter(may.answer) }),
    AnswerSpotlighted: (event) => (event.answer === null || may.answer(event.answer) ? event : null),
    AnswerStarred: (event) => (may.hand(event.by) ? ofAnswer(event) : null),
    AnswerRecognised: (event) => (may.unit(event.unit) ? ofAnswer(event) : null),
    ThemeNamed: (event) => (may.isWhole(event.theme) ? event : null),
    ConclusionDrawn: (event) => (may.conclusion(event.conclusion) ? { ...event, notes: [] } : null),
    ConclusionRemoved: ofConclusion,
    ConclusionAsked: (event) => (event.conclusion === null || may.conclusion(event.conclusion) ? event : null),
    ConclusionJudged: ofOpinion,
    MinorityHidden: ofOpinion,
    ProposalDecided: ofConclusion,
  };
}

/** The log without them. */
export function researchLog(log: readonly Logged[]): Logged[] {
  const state = log.reduce(evolve, initialState());
  const may = allowedIn(state);
  const cuts = cutsFor(state);
  return log.flatMap((event) => {
    if (never.has(event.type)) return [];
    const cut = cuts[event.type] as ((one: Logged) => Logged | Logged[] | null) | undefined;
    if (cut) return cut(event) ?? [];
    return 'answer' in event && !may.answer(event.answer ?? paper) ? [] : [event];
  });
}

export function leftOutOf(log: readonly Logged[], research: readonly Logged[]): LeftOut {
  const [of, left] = [log, research].map((one) => answersToRead(one.reduce(evolve, initialState())));
  return { leftOut: (of ?? 0) - (left ?? 0), of: of ?? 0 };
}
