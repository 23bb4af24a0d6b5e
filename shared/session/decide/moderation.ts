import type { Span } from '../../commands.ts';
import type { NewEvent } from '../../events.ts';
import { answerableItems, stepOf } from '../../script-queries.ts';
import { areSound, coverWords, maskOf, readValues, spansAsText } from '../masks.ts';
import { ownOf, runOf, textOf, textsIn } from '../selectors.ts';
import type { Answer, SessionState } from '../state.ts';
import { get } from '../table.ts';
import { accept, type Decision, type Decisions, refuse } from './decision.ts';

/** The longest that a text may be. */
const maxText = 12_000;

/** Of earlier versions: every text in which one of these words stands, however it was written. */
function earlierWith(state: SessionState, answer: Answer, words: readonly string[]): string[] {
  const wanted = [...new Set(words.map((word) => word.trim().toLocaleLowerCase()))];
  const before = answer.masks.filter(({ version }) => version < answer.version);
  const holds = (text: string) => {
    const said = textOf(state, text).toLocaleLowerCase();
    return wanted.some((word) => said.includes(word));
  };
  return [
    ...answer.earlier.flatMap(textsIn).filter(holds),
    ...before.filter(({ text }) => holds(text)).flatMap(({ text, spans }) => [text, spans]),
  ];
}

/** Covers these words of one field, in the place of what was covered there before. */
function cover(
  state: SessionState,
  answer: Answer,
  field: string,
  own: string,
  spans: readonly Span[],
  forGood: boolean,
  newId: () => string,
): Decision {
  const words = textOf(state, own);
  const before = maskOf(answer, field);
  const earlier = before ? [before.text, before.spans] : [];
  const event = { type: 'AnswerMasked', answer: answer.answer, version: answer.version, field, forGood } as const;
  const decided = (event: NewEvent & { erased: string[] }): Decision => ({
    ok: true,
    events: [event],
    erase: event.erased,
  });
  if (spans.length === 0) {
    if (forGood) return refuse('doesNotFit');
    return before ? decided({ ...event, text: null, spans: null, erased: earlier }) : accept();
  }
  if (!areSound(words, spans)) return refuse('doesNotFit');
  const covered = coverWords(words, spans);
  if (covered.length > maxText) return refuse('textTooLong');
  const text = newId();
  if (forGood) {
    const covering = spans.map(({ from, to }) => words.slice(from, to));
    const erased = [own, ...earlier, ...earlierWith(state, answer, covering)];
    return decided({ ...event, text, spans: null, erased: [...new Set(erased)], texts: { [text]: covered } });
  }
  if (before && textOf(state, before.spans) === spansAsText(spans)) return accept();
  const places = newId();
  const texts = { [text]: covered, [places]: spansAsText(spans) };
  return decided({ ...event, text, spans: places, erased: earlier, texts });
}

export const moderationDecisions: Decisions<'MaskAnswer' | 'MoveAnswer' | 'HoldAnswers'> = {
  MaskAnswer: (state, { answer: id, field, seen, spans, forGood }, _actor, { newId }) => {
    const answer = get(state.answers, id);
    if (!answer) return refuse('noSuchAnswer');
    if (answer.withdrawn) return refuse('withdrawn');
    const value = ownOf(answer.values, field);
    if (value?.kind !== 'text') return refuse('doesNotFit');
    const read = ownOf(readValues(answer), field);
    if (read?.kind !== 'text' || read.text !== seen) return refuse('answerChanged');
    return cover(state, answer, field, value.text, spans, forGood, newId);
  },
  MoveAnswer: (state, { answer: id, item }) => {
    const answer = get(state.answers, id);
    if (!answer) return refuse('noSuchAnswer');
    if (answer.withdrawn) return refuse('withdrawn');
    const step = stepOf(state.script, answer.step);
    if (item !== null && !(step && answerableItems(state.script, step).includes(item))) return refuse('noSuchItem');
    const movedTo = item === answer.item ? null : item;
    return movedTo === answer.movedTo ? accept() : accept({ type: 'AnswerMoved', answer: id, item: movedTo });
  },
  HoldAnswers: (state, { step, held }) => {
    const run = runOf(state, step);
    if (!run) return refuse('noSuchStep');
    return run.held === held ? accept() : accept({ type: 'AnswersHeld', step, held });
  },
};
