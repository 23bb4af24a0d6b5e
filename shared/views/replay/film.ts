/** A replay, folded: what the wall showed at each of its moments, and where these stand on a time line. */
import type { EventOf, Logged } from '../../events.ts';
import type { Counts } from '../../protocol.ts';
import type { Script, Text } from '../../script.ts';
import { unitSize } from '../../script-queries.ts';
import { evolve } from '../../session/evolve.ts';
import { initialState } from '../../session/initial-state.ts';
import { isOnWall, stepNumber } from '../../session/selectors.ts';
import type { SessionState } from '../../session/state.ts';
import { get } from '../../session/table.ts';
import type { Moment } from '../replay.ts';
import { answeredHere, visibleAnswers } from '../wall.ts';

/** Between two of these a state is at most so many moments of folding away. */
const between = 32;
/** On the time line a silence is never longer than this (ms). */
const longestSilence = 60_000;
/** Cards that came together; of more at once an outline says nothing. */
const mostFresh = 3;

/** From the opening of a step to that of the next; `step` is null before the first and after the session was closed. */
export type Stretch = { step: string | null; title: Text | null; number: number; from: number; to: number };

export type Film = ReturnType<typeof buildFilm>;

const noCounts: Counts = { people: 0, online: 0, units: 0, seeking: 0, submitted: {} };

/** What was written before the version of now cannot be read any more: these words stand for it. */
function withStandIn(event: Logged<EventOf<'AnswerSubmitted'>>, changed: string): Logged {
  const texts = { ...event.texts };
  for (const value of Object.values(event.values)) if (value.kind === 'text') texts[value.text] ??= changed;
  return { ...event, texts };
}

function folded(from: SessionState, { events }: Moment, script: Script, changed: string): SessionState {
  return events.reduce((state, event) => {
    if (event.type === 'SessionPlanned' && !event.script) return evolve(state, { ...event, script });
    return evolve(state, event.type === 'AnswerSubmitted' ? withStandIn(event, changed) : event);
  }, from);
}

const placeIn = (state: SessionState): string | null => (state.closedAt === null && state.step ? state.step : null);

/** `changed`: what stands where words were replaced since. Costs one fold of all; each moment after that a few events. */
export function buildFilm(moments: readonly Moment[], script: Script, changed: string) {
  const states: SessionState[] = [];
  const counts: Counts[] = [];
  /** Where each moment stands on the time line, in ms from its begin. */
  const places: number[] = [];
  const stretches: Stretch[] = [];
  /** Moments at which cards came on the wall, with how many. */
  const marks: { at: number; cards: number }[] = [];
  /** Moments at which the picture became another one. */
  const turns: number[] = [];

  let state = initialState();
  for (const [i, moment] of moments.entries()) {
    const before = state;
    state = folded(before, moment, script, changed);
    if (i % between === 0) states.push(state);
    counts.push(moment.counts ?? counts.at(-1) ?? noCounts);
    const since = moment.at - (moments[i - 1]?.at ?? moment.at);
    places.push((places.at(-1) ?? 0) + Math.max(0, Math.min(longestSilence, since)));
    const step = placeIn(state);
    const last = stretches.at(-1);
    const isOpened = moment.events.some((event) => event.type === 'StepOpened');
    if (!last || last.step !== step || isOpened) {
      stretches.push({ step, title: null, number: 0, from: i, to: i });
    } else last.to = i;
    const cards = before.answers === state.answers ? 0 : cameIn(before, state, moment).length;
    if (cards > 0) marks.push({ at: i, cards });
    if (cards > 0 || step !== last?.step || before.wall !== state.wall || before.spotlight !== state.spotlight) {
      turns.push(i);
    }
  }
  const end = state;
  for (const stretch of stretches) {
    const known = stretch.step === null ? undefined : end.script.steps.find(({ id }) => id === stretch.step);
    stretch.title = known?.title ?? null;
    stretch.number = stretch.step === null ? 0 : stepNumber(end, stretch.step).number;
  }

  function stateAt(i: number): SessionState {
    let at = Math.floor(i / between);
    let found = states[at] ?? initialState();
    for (at = at * between + 1; at <= i; at++) found = folded(found, moments[at] as Moment, script, changed);
    return found;
  }

  return {
    moments,
    counts,
    places,
    stretches,
    marks,
    turns,
    last: moments.length - 1,
    length: places.at(-1) ?? 0,
    stateAt,
    stretchAt: (i: number): number => stretches.findLastIndex(({ from }) => from <= i),
    /** The last moment at or before a place on the time line. */
    momentAt: (place: number): number => lastAtOrBefore(places, place),
    /** The cards that came at this moment, where they are few. */
    freshAt(i: number): ReadonlySet<string> {
      if (i === 0) return new Set();
      const came = cameIn(stateAt(i - 1), stateAt(i), moments[i] as Moment);
      return new Set(came.length <= mostFresh ? came : []);
    },
  };
}

/** The answers that came on the wall with this moment. */
const cameIn = (before: SessionState, after: SessionState, { events }: Moment): string[] => [
  ...new Set(
    events.flatMap((event) => {
      if (event.type !== 'AnswerSubmitted') return [];
      const [was, is] = [before, after].map((state) => get(state.answers, event.answer));
      return is && isOnWall(after, is) && !(was && isOnWall(before, was)) ? [event.answer] : [];
    }),
  ),
];

function lastAtOrBefore(places: readonly number[], place: number): number {
  let [low, high] = [0, places.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((places[middle] as number) <= place) low = middle;
    else high = middle - 1;
  }
  return Math.max(0, low);
}

/** What the wall was about at a moment: how many answers it showed, or, before any, how many of all were done. */
export type Heard = { shown: number } | { done: number; total: number; size: number };

export function heardAt(state: SessionState, counts: Counts): Heard | null {
  const step = answeredHere(state);
  if (!step?.prompts.length) return null;
  const shown = visibleAnswers(state, step).length;
  if (shown > 0) return { shown };
  const size = unitSize(step);
  const total = size === 1 ? counts.people : counts.units;
  const done = Math.min(total, counts.submitted[step.id] ?? 0);
  return done > 0 ? { done, total, size } : null;
}
