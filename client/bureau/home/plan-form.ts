import type { Home } from '../../../shared/api.ts';
import { graphemesOf } from '../../../shared/text.ts';
import { wording } from './wording.svelte.ts';

export type ScriptChoice = Home['scripts'][number];

/** One line, one item; empty lines are none. */
export const linesOf = (text = ''): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** What is wrong with each typed-in set, by its id; nothing where all is well. */
export function fillInProblems(script: ScriptChoice, texts: Readonly<Record<string, string>>): Record<string, string> {
  const { plan } = wording.words;
  const problems: Record<string, string> = {};
  for (const { set, min, max, maxLength } of script.fillIns) {
    const lines = linesOf(texts[set]);
    if (lines.length < min || lines.length > max) problems[set] = plan.fillInCount(min, max, lines.length);
    else if (lines.some((line) => graphemesOf(line) > maxLength)) problems[set] = plan.fillInLong(maxLength);
  }
  return problems;
}
