import type { FieldValues } from '../../shared/commands.ts';
import { playSession } from '../shared/summary-session.ts';
import { hostileTexts } from './hostile-texts.ts';

/** An afternoon in which every hostile text was said in answer to the definition. */
export function playHostileSession() {
  const texts = Object.values(hostileTexts);
  let next = 0;
  const played = playSession();
  played.wholeAfternoon((step, prompt) => {
    const values: FieldValues = {};
    for (const field of prompt.fields) {
      if (field.kind === 'judgement') values[field.id] = { kind: 'judgement', choices: ['ja'] };
      else if (field.kind === 'text' && !field.askedAt) {
        const text = step.id === 'def-duo' ? (texts[next++ % texts.length] ?? '') : 'een gewoon antwoord';
        values[field.id] = { kind: 'text', text };
      }
    }
    return values;
  });
  return played;
}
