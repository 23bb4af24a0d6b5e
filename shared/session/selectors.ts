/** What rules and screens ask of the state. */
import type { Field, Prompt, RevealPolicy, Step } from '../script.ts';
import { promptOf, stepOf, unitSize } from '../script-queries.ts';
import type { Agreement, Answer, Conclusion, Note, Seat, SessionState, StepRun, Unit } from './state.ts';
import { get, sumOf, valuesOf } from './table.ts';

export const textOf = (state: SessionState, textId: string | null): string =>
  (textId && get(state.texts, textId)) || '';

/** By own keys alone: an id from outside may be a word that every object knows. */
export const ownOf = <V>(record: Readonly<Record<string, V>>, key: string): V | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;

/** Answers that have a star of this person's own. */
export const starredBy = (state: SessionState, seat: string): Answer[] =>
  [...valuesOf(state.answers)].filter(({ stars }) => Object.hasOwn(stars, seat));

export const runOf = (state: SessionState, stepId: string): StepRun | undefined => ownOf(state.runs, stepId);
export const noteOf = (state: SessionState, note: string): Note | undefined => ownOf(state.notes, note);
export const agreementOf = (state: SessionState, agreement: string): Agreement | undefined =>
  ownOf(state.agreements, agreement);
export const conclusionOf = (state: SessionState, conclusion: string): Conclusion | undefined =>
  ownOf(state.conclusions, conclusion);

/** How many phones were asked whether it is right, and said nothing; of who is in the session still, or went home. */
export const silentOn = (state: SessionState, { asked, opinions }: Conclusion): number =>
  [...new Set(asked)].filter((id) => {
    const seat = seatOf(state, id);
    return !ownOf(opinions, id) && seat && !isTakenOut(seat);
  }).length;

export const currentStep = (state: SessionState): Step | undefined => stepOf(state.script, state.step);

/** The steps that are done, in their order, but for what comes before the clock; of those passed over, only what was opened. */
export const countedSteps = (state: SessionState): Step[] =>
  state.script.steps.filter(({ id, before }) => !before && (!state.skipped.includes(id) || runOf(state, id)));

/** "Stap n van N"; 0 for what is not counted: before the clock, and questions that are not in the script. */
export function stepNumber(state: SessionState, stepId: string): { number: number; total: number } {
  const counted = countedSteps(state).filter(({ id }) => !state.added.includes(id));
  return { number: counted.findIndex(({ id }) => id === stepId) + 1, total: counted.length };
}

export const isOpen = (state: SessionState, stepId: string): boolean => {
  const run = runOf(state, stepId);
  return Boolean(run && run.closedAt === null && state.closedAt === null);
};

export const seatOf = (state: SessionState, seat: string): Seat | undefined => get(state.seats, seat);
export const unitOf = (state: SessionState, unit: string): Unit | undefined => get(state.units, unit);

/** No more part of the session: by the desk, or because nothing of them is left. */
export const isTakenOut = ({ gone }: Pick<Seat, 'gone'>): boolean => gone === 'removed' || gone === 'erased';

/** Of all who sit at this phone. */
export const perspectivesAt = ({ perspectives, guest }: Seat): readonly string[] => [
  ...new Set([...perspectives, ...(guest ?? [])]),
];

export const presentSeats = (state: SessionState): Seat[] =>
  [...valuesOf(state.seats)].filter((seat) => !seat.gone).sort(byJoining);

const byJoining = (a: Seat, b: Seat) => a.joinedAt - b.joinedAt || (a.seat < b.seat ? -1 : 1);

/** Whether people find each other now: those without a partner show their number and type a neighbour's. */
export function isFinding(state: SessionState): boolean {
  return state.pairing === 'self' && currentStep(state)?.form === 'pair' && isOpen(state, state.step);
}

/** In a step in units or subgroups everyone has a place; while people find each other, only two on one phone. */
export function mayBeUnseated(state: SessionState, { people }: Seat): boolean {
  const step = currentStep(state);
  if (!step || !isOpen(state, step.id)) return true;
  return isFinding(state) ? people < 2 : unitSize(step) < 2 && !wantsSubgroups(step);
}

export const wantsSubgroups = (step: Step): boolean =>
  step.kind === 'grouping' || step.form === 'subgroup' || step.items?.deal?.across === 'subgroup';

/** Who looks for a partner by number now: two at least, or the one who is left over and sits with others in one tap. */
export const seekingSeats = (state: SessionState): Seat[] =>
  isFinding(state) ? presentSeats(state).filter(({ unit }) => !unit) : [];

/** Who is here without anybody to talk with. */
export const lonelySeats = (state: SessionState): Seat[] =>
  presentSeats(state).filter(({ unit }) => !unit || unitOf(state, unit)?.people === 1);

/** The units that still have somebody in them, by number. */
export const activeUnits = (state: SessionState): Unit[] =>
  [...valuesOf(state.units)].filter((unit) => unit.people > 0).sort((a, b) => a.number - b.number);

/** People in the session: a phone may seat two. */
export const peopleCount = (state: SessionState): number =>
  sumOf(state.seats, ({ gone, people }) => (gone ? 0 : people));

/** Who a seat answers as in a step: its unit, or itself where the step asks each person. */
export function actingUnit(state: SessionState, step: Step, seat: string): string | null {
  return unitSize(step) === 1 ? seat : (seatOf(state, seat)?.unit ?? null);
}

/** The subgroup in which an answer is talked about: its unit's, or that of the unit in which its one writer sits. */
export function subgroupOf(state: SessionState, answer: Answer): string | null {
  const unit = unitOf(state, answer.unit) ?? unitOf(state, seatOf(state, answer.unit)?.unit ?? '');
  return unit?.subgroup ?? null;
}

/** The answers of a step, in the order in which they first came. */
export const answersOf = (state: SessionState, stepId: string): Answer[] =>
  [...valuesOf(state.answers)].filter((answer) => answer.step === stepId).sort((a, b) => a.firstSeq - b.firstSeq);

/** When this prompt's answers may be on the wall: boundary situations only one by one. */
export function revealPolicyOf(step: Step, prompt: Prompt): RevealPolicy {
  if (step.wall.reveal === 'never') return 'never';
  return prompt.about === 'boundarySituation' ? 'afterRelease' : step.wall.reveal;
}

/** Whether the room may read this answer on the wall: the one rule behind V3. */
export function isOnWall(state: SessionState, answer: Answer): boolean {
  if (answer.withdrawn || answer.hidden) return false;
  const step = stepOf(state.script, answer.step);
  const prompt = step && promptOf(step, answer.prompt);
  const run = runOf(state, answer.step);
  if (!step || !prompt) return false;
  const policy = revealPolicyOf(step, prompt);
  if (answer.held && !answer.released) return false;
  switch (policy) {
    case 'never':
      return false;
    case 'atOnce':
      return true;
    case 'afterClosing':
      return answer.released || Boolean(run?.revealed) || Boolean(run && run.closedAt !== null);
    case 'whenAllSubmitted':
      return answer.released || Boolean(run?.revealed);
    case 'afterRelease':
      return answer.released || (prompt.about !== 'boundarySituation' && Boolean(run?.revealed));
  }
}

/** It may come on the wall, and waits for the desk to let it: hidden, held, or a boundary situation. */
export function waitsForDesk(state: SessionState, answer: Answer): boolean {
  const step = stepOf(state.script, answer.step);
  const prompt = step && promptOf(step, answer.prompt);
  if (!prompt || answer.withdrawn || isOnWall(state, answer) || revealPolicyOf(step, prompt) === 'never') return false;
  return answer.hidden || answer.held || prompt.about === 'boundarySituation';
}

export const dealtItems = (state: SessionState, step: string, unit: string): readonly string[] =>
  get(state.deals, `${step}/${unit}`) ?? [];

/** Stands for a seat where the desk entered an answer from paper. */
export const paper = 'desk';
export const isFromPaper = (answer: Answer): boolean => answer.seat === paper;

/** Their first own answer is no change of a paper that was taken away. */
export const isChanged = (answer: Answer): boolean => answer.earlier.length > 0;

/** Entered from paper and taken away at the desk: nobody said it. */
export const isUndone = (answer: Answer): boolean => answer.withdrawn && isFromPaper(answer);

/** Sent now, it comes after the step was closed, and its writers could have sent it before. */
export function isLate(state: SessionState, stepId: string, unit: string): boolean {
  const closed = runOf(state, stepId)?.closedBefore ?? null;
  const since = unitOf(state, unit)?.formedAt ?? seatOf(state, unit)?.joinedAt ?? 0;
  return closed !== null && since <= closed;
}

/** The judgement in an answer's values: one option id, more where the writers differ, none where nothing was chosen. */
export function judgementsIn(values: Answer['values'], field: Field): readonly string[] {
  const value = values[field.id];
  return value?.kind === 'judgement' ? value.choices : [];
}

/** The texts of all versions of an answer, and of what covers them. */
export const textsOfAnswer = (answer: Answer): string[] => [
  ...[answer.values, ...answer.earlier].flatMap(textsIn),
  ...answer.masks.flatMap(({ text, spans }) => [text, spans]),
];

export const textsIn = (values: Answer['values']): string[] =>
  Object.values(values).flatMap((value) => (value.kind === 'text' ? [value.text] : []));

/** Whether phones offer it a star: it is on the wall, and has words to take along. */
export const isToStar = (state: SessionState, answer: Answer): boolean =>
  isOnWall(state, answer) && textsIn(answer.values).length > 0;

/** Under which item its words are read; what it judges is counted where it was asked. */
export const readItemOf = ({ movedTo, item }: Answer): string => movedTo ?? item;

/** Whether somebody may call it their own: alone, or by sitting in the unit when it was sent. */
export const isWriter = (answer: Answer, seat: string): boolean =>
  answer.unit === seat || answer.writers.includes(seat);

/** verdeeld: differing judgements in one answer. */
export const isSplit = (answer: Answer): boolean =>
  Object.values(answer.values).some((value) => value.kind === 'judgement' && value.choices.length > 1);

/** Milliseconds left on a step's clock, for everyone or in one subgroup; null where it has none. */
export function clockLeft(run: StepRun | undefined, now: number, subgroup: string | null = null): number | null {
  if (!run) return null;
  const left = run.pausedLeft ?? (run.endsAt === null ? null : run.endsAt - now);
  return left === null || subgroup === null ? left : left + (ownOf(run.extra, subgroup) ?? 0);
}

/** So many days after it was last held it is deleted. */
export const keepDaysOf = ({ keeping, script }: SessionState): number => keeping?.days ?? script.privacy.keepDays;
