import type { Span } from '../../commands.ts';
import type { Prompt, RevealPolicy, Step, Text } from '../../script.ts';
import { promptOf, stepOf } from '../../script-queries.ts';
import { maskOf, readValues, spansIn } from '../../session/masks.ts';
import {
  answersOf,
  isChanged,
  isFromPaper,
  isOnWall,
  isUndone,
  ownOf,
  revealPolicyOf,
  runOf,
  textOf,
} from '../../session/selectors.ts';
import type { Answer, SessionState } from '../../session/state.ts';
import { type Card, cardOf } from '../wall/cards.ts';
import { answeredHere } from '../wall/scene.ts';

/** The piles on the desk: neither shown, kept nor hidden; on the wall; kept for later; taken away. */
export const deskPiles = ['new', 'wall', 'kept', 'away'] as const;
export type DeskPile = (typeof deskPiles)[number];

/** One text of an answer, with what others read instead (a text id), and the places in it that they do not read. */
export type Written = { field: string; label: Text; text: string; seen: string; spans: Span[] };

/** An answer with words in it, and what the facilitator did with it. */
export type DeskCard = Card & {
  step: string;
  unit: string;
  seat: string | null;
  at: number;
  /** Changed after it was first sent. */
  isChanged: boolean;
  isLate: boolean;
  isFromPaper: boolean;
  isBoundary: boolean;
  isOnWall: boolean;
  isReleased: boolean;
  /** Its own release decides whether the room may read it: neither its step nor its policy does. */
  isReleasable: boolean;
  isHidden: boolean;
  /** What they wrote, field by field, in their own words: only desks and writers read those. */
  written: Written[];
  version: number;
  /** Some of its words are covered now. */
  isMasked: boolean;
  /** Words were covered, and its people wrote it anew: it waits for a look. */
  isWatched: boolean;
  isKept: boolean;
  isStarred: boolean;
  policy: RevealPolicy;
  /** The desk that last did something with it. */
  actedBy: string;
};

/** The text (its id) that others read in a field: a new one with each version, and with each covering. */
export function readTextOf(answer: Answer, field: string): string | null {
  const value = ownOf(readValues(answer), field);
  return value?.kind === 'text' ? value.text : null;
}

function writtenIn(state: SessionState, answer: Answer, prompt: Prompt): Written[] {
  return prompt.fields.flatMap(({ id: field, label = prompt.title }) => {
    const value = answer.values[field];
    const text = value?.kind === 'text' ? textOf(state, value.text) : '';
    const mask = maskOf(answer, field);
    return text
      ? [
          {
            field,
            label,
            text,
            seen: readTextOf(answer, field) ?? '',
            spans: mask ? spansIn(textOf(state, mask.spans)) : [],
          },
        ]
      : [];
  });
}

function deskCardOf(state: SessionState, step: Step, answer: Answer): DeskCard | undefined {
  const card = cardOf(state, step, answer);
  const prompt = promptOf(step, answer.prompt);
  if (!card || !prompt) return undefined;
  return {
    ...card,
    step: step.id,
    unit: answer.unit,
    seat: answer.number === null ? answer.unit : null,
    at: answer.at,
    isChanged: isChanged(answer),
    isLate: answer.late,
    isFromPaper: isFromPaper(answer),
    isBoundary: prompt.about === 'boundarySituation',
    isOnWall: isOnWall(state, answer),
    isReleased: answer.released,
    isReleasable:
      !answer.hidden && revealPolicyOf(step, prompt) !== 'never' && !isOnWall(state, { ...answer, released: false }),
    isHidden: answer.hidden,
    written: writtenIn(state, answer, prompt),
    version: answer.version,
    isMasked: answer.masks.some(({ version }) => version === answer.version),
    isWatched: answer.watched && answer.hidden,
    isKept: answer.kept,
    isStarred: 'desk' in answer.stars,
    policy: revealPolicyOf(step, prompt),
    actedBy: answer.actedBy,
  };
}

/** A step's answers with words, newest first; withdrawn ones have none left, and are counted. */
export function deskCardsOf(
  state: SessionState,
  step: Step,
): { cards: DeskCard[]; wordless: number; withdrawn: number } {
  const answers = answersOf(state, step.id).filter((answer) => !isUndone(answer));
  const standing = answers.filter((answer) => !answer.withdrawn);
  const cards = standing
    .flatMap((answer) => deskCardOf(state, step, answer) ?? [])
    .filter((card) => card.text !== '')
    .sort((a, b) => b.firstSeq - a.firstSeq);
  return { cards, wordless: standing.length - cards.length, withdrawn: answers.length - standing.length };
}

export function isInPile(card: DeskCard, pile: DeskPile): boolean {
  if (pile === 'away') return card.isHidden;
  if (pile === 'kept') return card.isKept && !card.isHidden;
  if (pile === 'wall') return card.isOnWall;
  return !card.isHidden && !card.isOnWall && !card.isKept;
}

/** The steps that hold answers, in the script's order. */
export const answeredSteps = (state: SessionState): Step[] =>
  state.script.steps.filter((step) => step.prompts.length > 0 && answersOf(state, step.id).length > 0);

/** The step whose answers lie on the desk now: that of the current step, else the last that was answered. */
export function deskStep(state: SessionState): Step | undefined {
  const here = answeredHere(state);
  if (here) return here;
  const opened = state.script.steps
    .filter((step) => step.prompts.length > 0 && state.runs[step.id])
    .sort((a, b) => (state.runs[b.id]?.openedAt ?? 0) - (state.runs[a.id]?.openedAt ?? 0));
  return opened[0] && stepOf(state.script, opened[0].id);
}

/**
 * Whether what comes into this step now is on the wall at once, or waits for a look; null where all of it is shown later by
 * itself (everybody is done, the step is closed), undefined where it never is.
 */
export function showsAtOnce(state: SessionState, step: Step): boolean | null | undefined {
  const run = runOf(state, step.id);
  if (!run || step.wall.reveal === 'never') return undefined;
  const isAfter = step.wall.reveal === 'afterClosing' && run.closedAt !== null;
  if (run.held) return false;
  if (step.wall.reveal === 'atOnce' || run.revealed || isAfter) return true;
  return step.wall.reveal === 'afterRelease' ? false : null;
}

/** Whether showing a step, or taking it off the wall, does something: not where its answers are there, or never, by themselves. */
export function mayReveal(state: SessionState, step: Step): boolean {
  const { reveal } = step.wall;
  const run = runOf(state, step.id);
  return (
    run !== undefined &&
    reveal !== 'never' &&
    reveal !== 'atOnce' &&
    !(reveal === 'afterClosing' && run.closedAt !== null)
  );
}

/** How many answers showing a step brings to the wall: boundary situations wait for their own release. */
export const revealCount = (state: SessionState, step: Step): number =>
  answersOf(state, step.id).filter(
    (answer) => !answer.withdrawn && !answer.hidden && promptOf(step, answer.prompt)?.about !== 'boundarySituation',
  ).length;
