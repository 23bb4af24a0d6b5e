import { playSession } from '../shared/summary-session.ts';
import { hostileTexts } from './hostile-texts.ts';

/** An afternoon in which every hostile text was said in answer to the definition. */
export function playHostileSession() {
  const texts = Object.values(hostileTexts);
  let next = 0;
  const played = playSession();
  played.wholeAfternoon((step, prompt) =>
    Object.fromEntries(
      prompt.fields.flatMap((field) => {
        if (field.kind === 'judgement') return [[field.id, { kind: 'judgement' as const, choices: ['ja'] }]];
        if (field.kind !== 'text' || field.askedAt) return [];
        const text = step.id === 'def-duo' ? (texts[next++ % texts.length] ?? '') : 'een gewoon antwoord';
        return [[field.id, { kind: 'text' as const, text }]];
      }),
    ),
  );
  return played;
}
