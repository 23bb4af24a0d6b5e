import type { EventOf } from '../../events.ts';
import { promptOf, stepOf } from '../../script-queries.ts';
import { isWatched } from '../masks.ts';
import { answersOf, isOnWall, isUndone, revealPolicyOf } from '../selectors.ts';
import { type Answer, contrastKey, type SessionState } from '../state.ts';
import { get, remove, set } from '../table.ts';
import type { Evolutions } from './evolution.ts';

export function withAnswer(state: SessionState, answer: string, change: (answer: Answer) => Answer): SessionState {
  const known = get(state.answers, answer);
  return known ? { ...state, answers: set(state.answers, answer, change(known)) } : state;
}

function counted(state: SessionState, step: string, unit: string, change: number): SessionState {
  const key = `${step}/${unit}`;
  const count = (get(state.submitted, key) ?? 0) + change;
  return { ...state, submitted: count > 0 ? set(state.submitted, key, count) : remove(state.submitted, key) };
}

/**
 * A screen without what others wrote, and did with it; its own words it keeps. Of what was withdrawn before (`seq`), and
 * others wrote anew since, nothing is left: who was told of that and who was not hold the same (S3).
 */
export function withoutAnswer(state: SessionState, answer: string, seq: number): SessionState {
  const known = get(state.answers, answer);
  if (!known) return state;
  if (known.seat !== null && !(known.withdrawn && known.seq < seq))
    return withAnswer(state, answer, (a) => ({ ...a, stars: {}, recognised: [] }));
  const changed = { ...state, answers: remove(state.answers, answer) };
  return known.withdrawn ? changed : counted(changed, known.step, known.unit, -1);
}

/** A step that is opened again: what the spotlight showed of it waits with the others; what is released one by one stays. */
export function withoutReleases(state: SessionState, step: string): SessionState {
  const shown = answersOf(state, step).filter((answer) => answer.released && !waitsForRelease(state, answer));
  return shown.reduce((next, { answer }) => withAnswer(next, answer, (a) => ({ ...a, released: false })), state);
}

/** Out of every light: the room's, and that of a subgroup. */
export function outOfSpotlight(state: SessionState, answer: string): SessionState {
  const dark = state.spotlight === answer ? { ...state, spotlight: null } : state;
  if (!Object.values(state.walls).some(({ spotlight }) => spotlight === answer)) return dark;
  const walls = Object.entries(state.walls).map(([id, own]) => [
    id,
    own.spotlight === answer ? { ...own, spotlight: null } : own,
  ]);
  return { ...dark, walls: Object.fromEntries(walls) };
}

/** A step that is shown no more: what leaves the wall with it leaves every light. */
export const withoutLights = (state: SessionState, step: string): SessionState =>
  answersOf(state, step)
    .filter((answer) => !isOnWall(state, answer))
    .reduce((next, { answer }) => outOfSpotlight(next, answer), state);

/** Counted by perspective, it is so no more (V4): no figures stand that hold what the room may not read. */
export function uncompared(state: SessionState, answer: string): SessionState {
  const [step, , item, prompt] = answer.split('/');
  return state.contrast && contrastKey(state.contrast) === `${step}/${item}/${prompt}`
    ? { ...state, contrast: null }
    : state;
}

/** Out of every light; where it left the wall, out of every figure too. */
function outOfSight(before: SessionState, after: SessionState, answer: string): SessionState {
  const [was, now] = [before, after].map((state) => {
    const known = get(state.answers, answer);
    return known !== undefined && isOnWall(state, known);
  });
  const dark = outOfSpotlight(after, answer);
  return was && !now ? uncompared(dark, answer) : dark;
}

/** A desk did something with it: the other desks see who. */
export const actedOn = (state: SessionState, answer: string, by: string): SessionState =>
  by.startsWith('desk:') ? withAnswer(state, answer, (a) => ({ ...a, actedBy: by })) : state;

/** Released one by one: what was released was that text, not the next one. */
function waitsForRelease(state: SessionState, answer: Answer): boolean {
  const step = stepOf(state.script, answer.step);
  const prompt = step && promptOf(step, answer.prompt);
  return Boolean(step && prompt && (answer.held || revealPolicyOf(step, prompt) === 'afterRelease'));
}

const union = (a: readonly string[], b: readonly string[]) => [...new Set([...a, ...b])];

type Marks = Pick<Answer, 'released' | 'hidden' | 'movedTo' | 'kept' | 'stars' | 'recognised' | 'theme' | 'actedBy'>;

const unmarked: Marks = {
  ...{ released: false, hidden: false, movedTo: null, kept: false },
  ...{ stars: {}, recognised: [], theme: null, actedBy: '' },
};
const marksOf = ({ released, hidden, movedTo, kept, stars, recognised, theme, actedBy }: Answer): Marks => ({
  ...{ released, hidden, movedTo, kept, stars, recognised, theme, actedBy },
});

/**
 * A version that this reader has already. Without its writer it is disclosed anew, as it is read now, and its marks follow:
 * what this reader was not told of meanwhile counts no more. With its writer it is the reader's own.
 */
function toldAgain(state: SessionState, event: EventOf<'AnswerSubmitted'>): SessionState {
  const { answer, seat, late, values, held = false, writers = [] } = event;
  return withAnswer(state, answer, (a) => {
    if (seat === null) return { ...a, ...unmarked, values: a.seat === null ? values : a.values };
    // Others were told first, who may not know that its writer had not seen the one before.
    const before = a.seat !== seat && a.earlier.at(-1);
    const unseen = before ? unseenBy(event, { ...a, values: before }) : a.unseen;
    // Where it stands, and what is covered in it, follows.
    const own = { seat, late, values, held, movedTo: null, masks: [] };
    return { ...a, ...own, unseen, writers: union(a.writers, writers) };
  });
}

/** The version that its writer lost, until that writer writes again, or all of it is withdrawn. */
function unseenBy(event: EventOf<'AnswerSubmitted'>, known: Answer | undefined): Answer['unseen'] {
  if (event.unseen && known?.seat) return { seat: known.seat, values: known.values };
  return known?.unseen && known.unseen.seat !== event.seat ? known.unseen : null;
}

export const answerEvolutions: Evolutions<
  | 'AnswerSubmitted'
  | 'AnswerWithdrawn'
  | 'UnclearMarked'
  | 'AnswerReleased'
  | 'AnswerHidden'
  | 'AnswerKept'
  | 'AnswerStarred'
  | 'AnswerRecognised'
> = {
  AnswerSubmitted: (state, event) => {
    const known = get(state.answers, event.answer);
    // A screen may be told an older version after a newer one, when its stream is put together anew.
    if (known && known.version > event.version) return state;
    if (known?.version === event.version) return toldAgain(state, event);
    const { answer, unit, step, item, prompt, seat, number, version, late, values, seq, at } = event;
    const next: Answer = {
      answer,
      unit,
      step,
      item,
      prompt,
      turn: event.turn ?? null,
      // One's own stays one's own, also where others are told first; withdrawn, it is nobody's any more.
      seat: seat ?? (known && !known.withdrawn ? known.seat : null),
      number,
      people: event.people ?? null,
      version,
      values,
      // Of others' answers a screen keeps what they are now.
      earlier: known && !isUndone(known) && known.seat !== null ? [...known.earlier, known.values] : [],
      unseen: unseenBy(event, known),
      // What is written after a withdrawal is theirs who write it.
      writers: union(known && !known.withdrawn ? known.writers : [], event.writers ?? []),
      firstSeq: event.firstSeq ?? known?.firstSeq ?? seq,
      seq,
      at,
      late,
      held: event.held ?? false,
      masks: known?.masks ?? [],
      watched: known !== undefined && isWatched(known),
      withdrawn: false,
      ...(known && seat !== null ? marksOf(known) : unmarked),
    };
    if (next.released && waitsForRelease(state, next)) next.released = false;
    const written = { ...state, answers: set(state.answers, answer, next) };
    // Told to others, it is shown: its release follows.
    const changed = seat === null || isOnWall(written, next) ? written : outOfSight(state, written, answer);
    return known && !known.withdrawn ? changed : counted(changed, step, unit, 1);
  },
  AnswerWithdrawn: (state, event) => {
    const known = get(state.answers, event.answer);
    // Told late, of a version before this one: it was written again since.
    if (!known || known.withdrawn || event.seq < known.seq) return state;
    const changed = withAnswer(state, event.answer, (a) => ({
      ...a,
      seat: event.seat,
      withdrawn: true,
      seq: event.seq,
      at: event.at,
      values: {},
      earlier: [],
      unseen: null,
      masks: [],
      watched: isWatched(a),
      movedTo: null,
      // What is written after this is another text: it waits for a release of its own.
      released: false,
      stars: {},
      recognised: [],
      theme: null,
    }));
    return counted(outOfSight(state, changed, event.answer), known.step, known.unit, -1);
  },
  UnclearMarked: (state, { step, item, seat, phrases }) => ({
    ...state,
    unclear: set(state.unclear, `${step}/${item}/${seat}`, phrases),
  }),
  AnswerReleased: (state, { answer, released, by }) => {
    const changed = withAnswer(actedOn(state, answer, by), answer, (a) => ({ ...a, released }));
    return released ? changed : outOfSight(state, changed, answer);
  },
  AnswerHidden: (state, { answer, hidden, by }) => {
    const changed = withAnswer(actedOn(state, answer, by), answer, (a) => ({ ...a, hidden }));
    return hidden ? outOfSight(state, changed, answer) : changed;
  },
  AnswerKept: (state, { answer, kept, by }) => withAnswer(actedOn(state, answer, by), answer, (a) => ({ ...a, kept })),
  AnswerStarred: (state, { answer, star, subgroup, starred, by }) =>
    withAnswer(actedOn(state, answer, by), answer, (a) => {
      const { [star]: _, ...others } = a.stars;
      return { ...a, stars: starred ? { ...others, [star]: subgroup } : others };
    }),
  AnswerRecognised: (state, { answer, unit, recognised }) =>
    withAnswer(state, answer, (a) => {
      const others = a.recognised.filter((u) => u !== unit);
      return { ...a, recognised: recognised ? [...others, unit] : others };
    }),
};
