import type { CommandOf } from '../../commands.ts';
import type { NewEvent } from '../../events.ts';
import { checkValues } from '../../fields/register.ts';
import type { RefusalReason } from '../../refusals.ts';
import type { Prompt, Step } from '../../script.ts';
import { answerableItems, answeredStepOf, itemsOf, promptOf, stepOf, unitSize } from '../../script-queries.ts';
import type { Actor } from '../actor.ts';
import { isWatched } from '../masks.ts';
import {
  actingUnit,
  answersOf,
  currentStep,
  isFromPaper,
  isLate,
  isOnWall,
  isOpen,
  isWriter,
  ownOf,
  paper,
  runOf,
  seatOf,
  subgroupOf,
  textsOfAnswer,
  unitOf,
} from '../selectors.ts';
import { type Answer, answerIdOf, type SessionState } from '../state.ts';
import { ownWallOf } from '../subgroups.ts';
import { get } from '../table.ts';
import { hasTurns, isTurn, rolesOf } from '../turns.ts';
import { accept, type Decision, type Decisions, refuse } from './decision.ts';
import { stored } from './stored.ts';

/** Who sits there, or left since the step was opened last: what was written then may come late. */
function maySpeakFor(state: SessionState, step: Step, id: string, seat: string): boolean {
  const unit = unitOf(state, id);
  if (!unit || unit.seats.includes(seat)) return Boolean(unit);
  return (ownOf(unit.leftAt, seat) ?? Number.NEGATIVE_INFINITY) >= (runOf(state, step.id)?.reopenedAt ?? 0);
}

/** Why this phone may not write in this unit's name now. */
function phoneProblem(state: SessionState, step: Step, unit: string, seat: string): RefusalReason | undefined {
  if (state.closedAt !== null) return 'sessionClosed';
  if (!isOpen(state, step.id)) return 'stepClosed';
  if (!actingUnit(state, step, seat)) return 'noUnit';
  const isWriting = step.form === 'individual' ? unit === seat : maySpeakFor(state, step, unit, seat);
  return isWriting ? undefined : 'noSuchUnit';
}

/**
 * Why the desk may not enter a paper here: a unit's (one person's by their seat), in any step that was open once, and
 * never in the place of what the people sent or withdrew themselves.
 */
function paperProblem(state: SessionState, step: Step, unit: string, known?: Answer): RefusalReason | undefined {
  if (!runOf(state, step.id)) return 'noSuchStep';
  const seat = seatOf(state, unit);
  if (step.form === 'individual' ? !seat || seat.gone === 'erased' : !unitOf(state, unit)) return 'noSuchUnit';
  if (!known || isFromPaper(known)) return undefined;
  return known.withdrawn ? 'withdrawn' : 'answeredThemselves';
}

/** Whose words they are: who sits there; of a paper who sat there in that step, also when the room sits otherwise now. */
function writersIn(state: SessionState, step: Step, unit: string, writer: string): string[] {
  const then = runOf(state, step.id)?.seated?.units.find((one) => one.unit === unit)?.seats;
  const now = unitOf(state, unit)?.seats ?? [unit];
  return writer === paper ? [...(then ?? now)] : [...new Set([...now, writer])];
}

/** How many answer as one here, where its step asked for another number; who is left alone is called by what it asked. */
function otherThanAsked(state: SessionState, step: Step, unit: string, writers: readonly string[]): number | null {
  const people = writers.reduce((sum, seat) => sum + (seatOf(state, seat)?.people ?? 0), 0);
  return unitOf(state, unit) && people > 1 && people !== unitSize(step) ? people : null;
}

/** More voices than there ever were people to have them. */
function hasTooManyVoices(state: SessionState, { unit, values }: CommandOf<'SubmitAnswer'>): boolean {
  const seats = unitOf(state, unit)?.everSeats ?? [unit];
  const people = seats.reduce((sum, seat) => sum + (seatOf(state, seat)?.people ?? 0), 0);
  return Object.values(values).some(
    (value) => value.kind === 'judgement' && (value.voices ?? []).reduce((sum, one) => sum + one, 0) > people,
  );
}

/** In a step with turns an answer says of which; a question for one role is answered by who has it then, and kept by them. */
function turnProblem(
  state: SessionState,
  step: Step,
  { role }: Prompt,
  { unit: id, turn }: CommandOf<'SubmitAnswer'>,
  seat: string,
  known: Answer | undefined,
): RefusalReason | undefined {
  const unit = unitOf(state, id);
  if (!isTurn(state, step, unit, turn)) return 'doesNotFit';
  if (!hasTurns(step) || !unit || turn === undefined || !role || seat === paper) return undefined;
  const isTheirs = known && !known.withdrawn && !isFromPaper(known);
  const may = isTheirs ? known.seat === seat : rolesOf(state, step, unit, turn).get(seat)?.includes(role);
  return may ? undefined : 'notYourRole';
}

/** The budget that a star uses: the subgroup's, the person's, or the desk's own, which has no limit. */
function starOf(
  state: SessionState,
  actor: Actor,
): { star: string; subgroup: string | null; budget: number } | undefined {
  if (actor.role !== 'seat') return { star: 'desk', subgroup: null, budget: Number.POSITIVE_INFINITY };
  const step = currentStep(state);
  if (!step?.stars || !isOpen(state, step.id) || seatOf(state, actor.seat)?.gone) return undefined;
  if (step.stars.per === 'person') return { star: actor.seat, subgroup: null, budget: step.stars.count };
  const seat = seatOf(state, actor.seat);
  const subgroup = (seat?.unit && unitOf(state, seat.unit)?.subgroup) || null;
  return { star: subgroup ?? 'everyone', subgroup, budget: step.stars.count };
}

/** Whether this seat's phone talks about the answer now, and may star it. */
function isTalkedAbout(state: SessionState, answer: Answer, seat: string): boolean {
  const step = currentStep(state);
  if (!step || answeredStepOf(state.script, step)?.id !== answer.step || !isOnWall(state, answer)) return false;
  const subgroup = step.form === 'subgroup' ? subgroupOf(state, answer) : null;
  return subgroup === null || unitOf(state, seatOf(state, seat)?.unit ?? '')?.subgroup === subgroup;
}

function star(state: SessionState, answer: Answer, starred: boolean, actor: Actor): Decision {
  const mine = starOf(state, actor);
  if (!mine) return refuse('stepClosed');
  if (actor.role === 'seat' && !isTalkedAbout(state, answer, actor.seat)) return refuse('notShown');
  const isMine = (a: Answer) => Object.hasOwn(a.stars, mine.star);
  if (starred === isMine(answer)) return accept();
  const { star, subgroup, budget } = mine;
  const give = ({ answer }: Answer, starred: boolean): NewEvent => ({
    ...{ type: 'AnswerStarred', answer, star, subgroup, starred },
  });
  if (!starred) return accept(give(answer, false));
  const given = answersOf(state, answer.step).filter(isMine);
  const unseen = given.filter((a) => !isOnWall(state, a));
  if (given.length - unseen.length >= budget) return refuse('tooManyStars');
  // On what was hidden since it cannot be taken back by hand: it goes over to this one, and is not there twice later.
  const freed = unseen.slice(0, Math.max(0, given.length + 1 - budget));
  return accept(...freed.map((a) => give(a, false)), give(answer, true));
}

/** In the room's light, or in that of the subgroup in which this unit sits. */
function isLitFor(state: SessionState, answer: string, unit: string): boolean {
  const subgroup = unitOf(state, unit)?.subgroup;
  return state.spotlight === answer || Boolean(subgroup && ownWallOf(state, subgroup).spotlight === answer);
}

export const answerDecisions: Decisions<
  'SubmitAnswer' | 'WithdrawAnswer' | 'MarkUnclear' | 'StarAnswer' | 'RecogniseAnswer'
> = {
  SubmitAnswer: (state, command, actor, context) => {
    const { unit, item } = command;
    const step = stepOf(state.script, command.step);
    if (!step) return refuse('noSuchStep');
    const prompt = promptOf(step, command.prompt);
    if (!prompt) return refuse('noSuchPrompt');
    if (!answerableItems(state.script, step).includes(command.item)) return refuse('noSuchItem');
    const answer = answerIdOf(command);
    const known = get(state.answers, answer);
    const writer = actor.role === 'seat' ? actor.seat : paper;
    const reason =
      turnProblem(state, step, prompt, command, writer, known) ??
      (writer === paper ? paperProblem(state, step, unit, known) : phoneProblem(state, step, unit, writer)) ??
      checkValues(command.values, prompt, { script: state.script, step }) ??
      (hasTooManyVoices(state, command) ? 'doesNotFit' : undefined);
    if (reason) return refuse(reason);
    const version = (known?.version ?? 0) + 1;
    const isUnseen = Boolean(
      known && !known.withdrawn && known.seat !== writer && known.version > (command.seen ?? Number.POSITIVE_INFINITY),
    );
    const late = writer !== paper && isLate(state, step.id, unit);
    const writers = writersIn(state, step, unit, writer);
    const people = otherThanAsked(state, step, unit, writers);
    const event: NewEvent = {
      type: 'AnswerSubmitted',
      ...{ answer, unit, step: step.id, item, prompt: prompt.id, seat: writer, version, late },
      number: unitOf(state, unit)?.number ?? null,
      firstSeq: known?.firstSeq ?? null,
      ...(command.turn && { turn: command.turn }),
      ...(isUnseen && { unseen: true as const }),
      ...((runOf(state, step.id)?.held || command.held) && { held: true as const }),
      ...(people !== null && { people }),
      writers,
      ...stored(command.values, context),
    };
    // The new words may name again who was covered: the desk looks first.
    const waits = known !== undefined && isWatched(known) && !known.hidden;
    return waits ? accept({ type: 'AnswerHidden', answer, hidden: true }, event) : accept(event);
  },
  WithdrawAnswer: (state, { answer: id }, actor) => {
    const answer = get(state.answers, id);
    // The desk takes away only what it entered itself.
    const mayWithdraw = answer && (actor.role === 'seat' ? isWriter(answer, actor.seat) : isFromPaper(answer));
    if (!mayWithdraw) return refuse('noSuchAnswer');
    if (answer.withdrawn) return refuse('nothingToDo');
    const seat = actor.role === 'seat' ? actor.seat : paper;
    return { ok: true, events: [{ type: 'AnswerWithdrawn', answer: id, seat }], erase: textsOfAnswer(answer) };
  },
  MarkUnclear: (state, { step: stepId, item, phrases }, actor) => {
    const step = stepOf(state.script, stepId);
    if (actor.role !== 'seat') return refuse('notAllowed');
    if (!step) return refuse('noSuchStep');
    if (!isOpen(state, stepId)) return refuse('stepClosed');
    if (!itemsOf(state.script, step).some((known) => known.id === item)) return refuse('noSuchItem');
    return accept({
      type: 'UnclearMarked',
      seat: actor.seat,
      step: stepId,
      item,
      phrases: [...new Set(phrases)].sort((a, b) => a - b),
    });
  },
  StarAnswer: (state, { answer: id, starred }, actor) => {
    const answer = get(state.answers, id);
    // A phone is not told whether others answered at all (V2).
    if (actor.role === 'seat' && (!answer || answer.withdrawn)) return refuse('notShown');
    if (!answer) return refuse('noSuchAnswer');
    return answer.withdrawn ? refuse('withdrawn') : star(state, answer, starred, actor);
  },
  RecogniseAnswer: (state, { answer: id, recognised }, actor) => {
    const answer = get(state.answers, id);
    const me = actor.role === 'seat' ? seatOf(state, actor.seat) : undefined;
    const unit = me?.unit;
    if (!unit) return refuse('noUnit');
    if (!answer || !isLitFor(state, id, unit)) return refuse('notShown');
    if (answer.unit === unit || isWriter(answer, me.seat)) return refuse('notShown');
    if (recognised === answer.recognised.includes(unit)) return accept();
    return accept({ type: 'AnswerRecognised', answer: id, unit, recognised });
  },
};
