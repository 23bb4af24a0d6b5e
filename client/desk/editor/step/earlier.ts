import type { Editing } from '../editing.svelte.ts';
import { at, idsAt, listAt, textAt } from '../places.ts';

/** Something is asked there, or will be: a step for answers may still wait for its questions. */
function asks(value: unknown, step: number): boolean {
  const path = ['steps', step];
  const isForAnswers = textAt(value, [...path, 'kind']) === 'answering' && at(value, [...path, 'stars']) === undefined;
  return isForAnswers || listAt(value, [...path, 'prompts']).length > 0;
}

/** Whether it talks about answers, as `answeredStepOf` says of a script: by way of other talks. */
function talks(value: unknown, step: number, hops: number): boolean {
  if (asks(value, step)) return true;
  const about = idsAt(value, ['steps']).indexOf(textAt(value, ['steps', step, 'about']));
  return about >= 0 && hops > 0 && talks(value, about, hops - 1);
}

/** The earlier steps of which this one can use the answers; what was chosen before is among them. */
export function earlierOf(editing: Editing, step: number, key: 'about' | 'carry' | 'compareWith') {
  const { value } = editing;
  const chosen = textAt(value, ['steps', step, key]);
  return editing
    .named(['steps'])
    .slice(0, step)
    .filter((one, n) => one.value === chosen || (key === 'about' ? talks(value, n, step) : asks(value, n)));
}
