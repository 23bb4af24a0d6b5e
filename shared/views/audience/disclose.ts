/** Earlier events, told anew to a stream that may know them only now. */

import { type EventOf, type Logged, textIdsOf } from '../../events.ts';
import { groupBy } from '../../group-by.ts';
import type { StreamName } from '../../protocol.ts';
import { answeredStepOf, promptOf, stepOf } from '../../script-queries.ts';
import { type Mask, readValues } from '../../session/masks.ts';
import { answersOf, currentStep, isOnWall, isOpen, subgroupOf } from '../../session/selectors.ts';
import type { Agreement, Answer, Seat, SessionState, Unit } from '../../session/state.ts';
import { get, valuesOf } from '../../session/table.ts';
import type { Told } from './telling.ts';

function withTexts<E extends Logged>(state: SessionState, event: E): E {
  const texts: Record<string, string> = {};
  for (const id of textIdsOf(event)) {
    const words = get(state.texts, id);
    if (words !== undefined) texts[id] = words;
  }
  return { ...event, texts };
}

/** The stream of those who wrote it. */
const writersOf = (state: SessionState, answer: Answer): StreamName =>
  get(state.units, answer.unit) ? `unit:${answer.unit}` : `seat:${answer.unit}`;

const maskedAgain = (state: SessionState, { answer, seq, at }: Answer, mask: Mask): Logged<EventOf<'AnswerMasked'>> =>
  withTexts(state, { type: 'AnswerMasked', answer, ...mask, forGood: false, erased: [], seq, at, by: '' });

/** Its latest version, without who typed; as everybody reads it, or in its writers' own words. */
function submittedAgain(
  state: SessionState,
  answer: Answer,
  values = readValues(answer),
): Logged<EventOf<'AnswerSubmitted'>> {
  const { answer: id, unit, step, item, prompt, turn, number, people, version, held, firstSeq, seq, at } = answer;
  return withTexts(state, {
    type: 'AnswerSubmitted',
    ...{ answer: id, unit, step, item, prompt, number, version, values, firstSeq, seat: null, late: false },
    ...(people !== null && { people }),
    ...(turn !== null && { turn }),
    ...(held && { held }),
    ...{ seq, at, by: '' },
  });
}

/** An answer as others may know it: its latest version, who released, starred and recognised it; never who typed. */
export function answerEvents(state: SessionState, answer: Answer): Logged[] {
  const { answer: id, seq, at, released, movedTo } = answer;
  const stamp = { seq, at, by: '' };
  return [
    submittedAgain(state, answer),
    ...(released ? [{ type: 'AnswerReleased', answer: id, released, ...stamp } as const] : []),
    ...(movedTo ? [{ type: 'AnswerMoved', answer: id, item: movedTo, ...stamp } as const] : []),
    ...Object.entries(answer.stars).map(
      ([star, subgroup]) => ({ type: 'AnswerStarred', answer: id, star, subgroup, starred: true, ...stamp }) as const,
    ),
    ...answer.recognised.map(
      (by) => ({ type: 'AnswerRecognised', answer: id, unit: by, recognised: true, ...stamp }) as const,
    ),
  ];
}

/**
 * For a wall: the themes in which these answers are, with their names. Others are not told: they follow what the wall
 * shows by the spotlight alone.
 */
export function themesTold(state: SessionState, answers: readonly Answer[]): Logged[] {
  const byTheme = groupBy(answers, ({ theme }) => theme);
  return [...byTheme].flatMap(([id, grouped]): Logged[] => {
    const theme = id === null ? undefined : get(state.themes, id);
    if (!theme) return [];
    const { step, number, name } = theme;
    const stamp = { seq: Math.max(...grouped.map(({ seq }) => seq)), at: 0, by: '' };
    const ids = grouped.map(({ answer }) => answer);
    return [
      { type: 'AnswersGrouped', step, theme: theme.theme, number, answers: ids, ...stamp },
      withTexts(state, { type: 'ThemeNamed', theme: theme.theme, name, ...stamp }),
    ];
  });
}

const inLogOrder = (events: Logged[]) => events.sort((a, b) => a.seq - b.seq);

const answersTold = (state: SessionState, answers: readonly Answer[]): Logged[] =>
  inLogOrder(answers.flatMap((answer) => answerEvents(state, answer)));

/** What a wall is told of answers that it may show. */
export const wallTold = (state: SessionState, answers: readonly Answer[]): Logged[] => [
  ...answersTold(state, answers),
  ...themesTold(state, answers),
];

function seatEvent(state: SessionState, { perspectives, guest, joinedAt, ...known }: Seat): Logged {
  const { seat, people, phone, name } = known;
  return withTexts(state, {
    type: 'ParticipantJoined',
    ...{ seat, people, perspectives: [...perspectives], guest: guest && [...guest], phone, name, number: null },
    ...{ seq: 0, at: joinedAt, by: '' },
  });
}

export function unitEvent(state: SessionState, units: readonly Unit[], at: number, withSeats: boolean): Logged {
  return {
    type: 'UnitsFormed',
    step: null,
    size: state.unitSize,
    units: units.map(({ unit, number, seats, people, subgroup }) => ({
      ...{ unit, number, people, subgroup },
      seats: withSeats ? [...seats] : [],
    })),
    ...{ seq: state.seq, at, by: '' },
  };
}

/** A unit's own stream learns who sits in it now, and what they want to be called. */
export function unitTold(state: SessionState, unit: Unit, at: number): Told {
  const seats = unit.seats.flatMap((seat) => get(state.seats, seat) ?? []);
  return {
    to: `unit:${unit.unit}`,
    events: [...seats.map((seat) => seatEvent(state, seat)), unitEvent(state, [unit], at, true)],
  };
}

/** The streams that keep it as their own: the unit's, and of each writer, who may have heard it there while elsewhere. */
export const keepersOf = (state: SessionState, answer: Answer): StreamName[] => [
  writersOf(state, answer),
  ...answer.writers.map((seat): StreamName => `seat:${seat}`),
];

/** The streams of those whose words it is: their unit's, and of its writers who sit elsewhere each their own. */
export function ownStreamsOf(state: SessionState, answer: Answer): StreamName[] {
  const here = get(state.units, answer.unit)?.seats ?? [answer.unit];
  const elsewhere = answer.writers.filter((seat) => !here.includes(seat));
  return [writersOf(state, answer), ...elsewhere.map((seat): StreamName => `seat:${seat}`)];
}

/**
 * Told to one of its writers who sits elsewhere: it stays theirs to read and to withdraw. Also that it is not shown or
 * hidden any more: of that their unit heard, maybe, while they sat there.
 */
export function ownAnswerTold(state: SessionState, seat: string, unit: string): Told[] {
  const answers = [...valuesOf(state.answers)].filter(
    (answer) => answer.unit === unit && answer.writers.includes(seat),
  );
  const events = answers.flatMap((answer): Logged[] => {
    const { answer: id, late, seq, at, released, hidden, movedTo, values } = answer;
    const stamp = { seq, at, by: '' };
    // Withdrawn while this seat heard of it by the unit's stream: by its own it may have it still.
    if (answer.withdrawn) return [{ type: 'AnswerWithdrawn', answer: id, seat: answer.seat ?? seat, ...stamp }];
    return [
      { ...submittedAgain(state, answer, values), seat, late, writers: [seat] },
      ...(released || !isOnWall(state, answer)
        ? [{ type: 'AnswerReleased', answer: id, released, ...stamp } as const]
        : []),
      { type: 'AnswerHidden', answer: id, hidden, ...stamp },
      ...(movedTo ? [{ type: 'AnswerMoved', answer: id, item: movedTo, ...stamp } as const] : []),
      ...answer.masks.map((mask) => maskedAgain(state, answer, mask)),
    ];
  });
  return events.length ? [{ to: `seat:${seat}`, events: inLogOrder(events) }] : [];
}

/** A boundary situation goes no further than its unit before it is released. */
function isCarried(state: SessionState, answer: Answer): boolean {
  const isAsked = state.script.steps.some((step) => step.carry === answer.step);
  return isAsked && (answer.released || !isBoundarySituation(state, answer));
}

function isBoundarySituation(state: SessionState, { step, prompt }: Answer): boolean {
  const known = stepOf(state.script, step);
  return Boolean(known && promptOf(known, prompt)?.about === 'boundarySituation');
}

/** The streams of the units into which its writers bring it along. */
export function carriersOf(state: SessionState, answer: Answer): StreamName[] {
  if (!isCarried(state, answer)) return [];
  const units = answer.writers.flatMap((seat) => get(state.seats, seat)?.unit ?? []);
  return [...new Set(units)].map((unit): StreamName => `unit:${unit}`);
}

/** Whether the open step shows to each unit what its people answered in this one before. */
export function isCarrying(state: SessionState, step: string): boolean {
  const current = currentStep(state);
  return current?.carry === step && isOpen(state, current.id);
}

/** What people bring along into their units in the open step (V2), for the units asked about. */
export function carriedTold(state: SessionState, isMeant: (unit: StreamName) => boolean = () => true): Told[] {
  const carry = currentStep(state)?.carry;
  if (!carry || !isCarrying(state, carry)) return [];
  const byUnit = new Map<StreamName, Answer[]>();
  for (const answer of answersOf(state, carry)) {
    if (answer.withdrawn || answer.hidden) continue;
    for (const to of carriersOf(state, answer).filter(isMeant)) byUnit.set(to, [...(byUnit.get(to) ?? []), answer]);
  }
  return [...byUnit].map(([to, answers]) => ({ to, events: answersTold(state, answers) }));
}

/** The streams of phones that talk about this answer now, with stars to give: all of them, or those of its subgroup. */
export function starringStream(state: SessionState, answer: Answer): StreamName | undefined {
  const step = currentStep(state);
  if (!step?.stars || !isOpen(state, step.id)) return undefined;
  if (answeredStepOf(state.script, step)?.id !== answer.step || !isOnWall(state, answer)) return undefined;
  const subgroup = step.form === 'subgroup' ? subgroupOf(state, answer) : null;
  return subgroup ? `subgroup:${subgroup}` : 'phones';
}

/** Answers that phones get to talk about and star, by stream. */
export function toStarring(state: SessionState, answers: readonly Answer[]): Told[] {
  const byStream = new Map<StreamName, Answer[]>();
  for (const answer of answers) {
    const stream = starringStream(state, answer);
    if (stream) byStream.set(stream, [...(byStream.get(stream) ?? []), answer]);
  }
  return [...byStream].map(([to, list]) => ({ to, events: answersTold(state, list) }));
}

/** The notes that the wall may show in a harvest. */
export function notesTold(state: SessionState): Logged<EventOf<'NoteAdded'>>[] {
  const step = stepOf(state.script, state.step);
  if (step?.kind !== 'harvest') return [];
  return Object.values(state.notes)
    .filter((note) => !note.removed)
    .map(({ removed: _, seq, ...note }) => withTexts(state, { type: 'NoteAdded', ...note, seq, at: 0, by: '' }));
}

/** An agreement in its words of now. */
export const agreementTold = (state: SessionState, { agreement, step, values, seq }: Agreement): Logged =>
  withTexts(state, { type: 'AgreementMade', agreement, step, values: { ...values }, seq, at: 0, by: '' });
