import type { EventOf, StoredValues } from '../../events.ts';
import { runOf } from '../selectors.ts';
import type { Answer } from '../state.ts';
import { actedOn, withAnswer } from './answers.ts';
import type { Evolutions } from './evolution.ts';

const without = (values: StoredValues, gone: readonly string[]): StoredValues =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value.kind !== 'text' || !gone.includes(value.text)));

/** For good, the covered words are the only ones from now on; else they lie over what was written. */
function masked(answer: Answer, event: EventOf<'AnswerMasked'>): Answer {
  const { version, field, text, spans, forGood, erased } = event;
  const others = answer.masks.filter(
    (mask) => !erased.includes(mask.text) && (mask.field !== field || mask.version !== version),
  );
  const earlier = answer.earlier.map((values) => without(values, erased));
  const unseen = answer.unseen && { ...answer.unseen, values: without(answer.unseen.values, erased) };
  const changed = { ...answer, earlier, unseen, masks: others, watched: answer.watched || forGood };
  if (text === null) return changed;
  // Of a later version than this one, which a published summary froze: it stays out whole.
  const isWhole = forGood && version === answer.version;
  return isWhole
    ? { ...changed, values: { ...answer.values, [field]: { kind: 'text', text } } }
    : { ...changed, masks: [...others, { version, field, text, spans: spans ?? text }] };
}

export const moderationEvolutions: Evolutions<'AnswerMasked' | 'AnswerMoved' | 'AnswersHeld'> = {
  AnswerMasked: (state, event) =>
    withAnswer(actedOn(state, event.answer, event.by), event.answer, (answer) => masked(answer, event)),
  AnswerMoved: (state, { answer, item, by }) =>
    withAnswer(actedOn(state, answer, by), answer, (a) => ({ ...a, movedTo: item })),
  AnswersHeld: (state, { step, held }) => {
    const run = runOf(state, step);
    return run ? { ...state, runs: { ...state.runs, [step]: { ...run, held } } } : state;
  },
};
