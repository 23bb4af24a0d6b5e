import type { FieldValues } from '../../shared/commands.ts';
import type { Field, Prompt } from '../../shared/script.ts';

/** "Wat mist er?" is asked at partly and no: a field with `askedAt` waits for such a judgement. */
export function isAsked(field: Field, prompt: Prompt, values: FieldValues): boolean {
  if (field.kind !== 'text' || !field.askedAt?.length) return true;
  const judged = prompt.fields.flatMap((other) => {
    const value = values[other.id];
    return value?.kind === 'judgement' ? value.choices : [];
  });
  return judged.some((choice) => field.askedAt?.includes(choice));
}
