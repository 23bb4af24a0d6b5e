import type { Prompt, Script, Step, Text } from '../script.ts';
import { judgementFieldOf, say } from '../script-queries.ts';

/** What a question asked, as its answers are told: where the same is asked before and after, with the name of its step. */
export function askedWords({ steps, languages }: Script, step: Step, prompt: Prompt): Text {
  const asked = judgementFieldOf(prompt.fields)?.label ?? prompt.title;
  if (!steps.some((one) => one.compareWith && (one.id === step.id || one.compareWith === step.id))) return asked;
  return Object.fromEntries(languages.map((one) => [one, `${say(asked, one)} · ${say(step.title, one)}`]));
}
