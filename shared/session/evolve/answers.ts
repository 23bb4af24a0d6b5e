import type { Answer, SessionState } from '../state.ts';
import { get, set } from '../table.ts';
import type { Evolutions } from './evolution.ts';

function withAnswer(state: SessionState, answer: string, change: (answer: Answer) => Answer): SessionState {
  const known = get(state.answers, answer);
  return known ? { ...state, answers: set(state.answers, answer, change(known)) } : state;
}

function counted(state: SessionState, step: string, unit: string, change: number): SessionState {
  const key = `${step}/${unit}`;
  return { ...state, submitted: set(state.submitted, key, Math.max(0, (get(state.submitted, key) ?? 0) + change)) };
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
    if (known && known.version >= event.version) return state;
    const { answer, unit, step, item, prompt, seat, number, version, values, seq, at } = event;
    const next: Answer = {
      answer,
      unit,
      step,
      item,
      prompt,
      seat,
      number,
      version,
      values,
      earlier: known ? [...known.earlier, known.values] : [],
      firstSeq: event.firstSeq ?? known?.firstSeq ?? seq,
      seq,
      at,
      withdrawn: false,
      released: known?.released ?? false,
      hidden: known?.hidden ?? false,
      kept: known?.kept ?? false,
      stars: known?.stars ?? {},
      recognised: known?.recognised ?? [],
    };
    const changed = { ...state, answers: set(state.answers, answer, next) };
    return known && !known.withdrawn ? changed : counted(changed, step, unit, 1);
  },
  AnswerWithdrawn: (state, event) => {
    const known = get(state.answers, event.answer);
    if (!known || known.withdrawn) return state;
    const changed = withAnswer(state, event.answer, (a) => ({
      ...a,
      withdrawn: true,
      values: {},
      earlier: [],
      stars: {},
      recognised: [],
    }));
    const spotlight = state.spotlight === event.answer ? null : state.spotlight;
    return counted({ ...changed, spotlight }, known.step, known.unit, -1);
  },
  UnclearMarked: (state, { step, item, seat, phrases }) => ({
    ...state,
    unclear: set(state.unclear, `${step}/${item}/${seat}`, phrases),
  }),
  AnswerReleased: (state, { answer, released }) => withAnswer(state, answer, (a) => ({ ...a, released })),
  AnswerHidden: (state, { answer, hidden }) => {
    const changed = withAnswer(state, answer, (a) => ({ ...a, hidden }));
    return hidden && state.spotlight === answer ? { ...changed, spotlight: null } : changed;
  },
  AnswerKept: (state, { answer, kept }) => withAnswer(state, answer, (a) => ({ ...a, kept })),
  AnswerStarred: (state, { answer, star, subgroup, starred }) =>
    withAnswer(state, answer, (a) => {
      const { [star]: _, ...others } = a.stars;
      return { ...a, stars: starred ? { ...others, [star]: subgroup } : others };
    }),
  AnswerRecognised: (state, { answer, unit, recognised }) =>
    withAnswer(state, answer, (a) => {
      const others = a.recognised.filter((u) => u !== unit);
      return { ...a, recognised: recognised ? [...others, unit] : others };
    }),
};
