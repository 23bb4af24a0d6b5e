import type { Command } from '../../../shared/commands.ts';
import { groupBy } from '../../../shared/group-by.ts';
import type { SessionState } from '../../../shared/session/state.ts';
import { themeOf } from '../../../shared/views/desk.ts';
import { wording } from '../wording.svelte.ts';
import type { Desk } from './desk.svelte.ts';

/** One command holds no more answers than this. */
const most = 200;

function inParts(answers: readonly string[]): string[][] {
  const parts: string[][] = [];
  for (let i = 0; i < answers.length; i += most) parts.push(answers.slice(i, i + most));
  return parts;
}

/** Brings answers into a theme, or (null) out of any. */
const moving = (step: string, theme: string | null, answers: readonly string[]): Command[] =>
  inParts(answers).map((part) =>
    theme === null
      ? { type: 'UngroupAnswers', step, answers: part }
      : { type: 'GroupAnswers', step, theme, answers: part },
  );

/** Brings these answers, and no others, back to where each was: what somebody else did meanwhile stays. */
function whereTheyWere(before: SessionState, step: string, answers: readonly string[]): Command[] {
  const places = groupBy(answers, (answer) => themeOf(before, { answer }));
  return [...places].flatMap(([theme, own]) => moving(step, theme, own));
}

/** Puts answers together in a new theme, or in this one; gives the theme in which they are now. */
export async function group(
  desk: Desk,
  step: string,
  answers: readonly string[],
  theme: string | null,
): Promise<string | null> {
  const before = desk.state;
  const [first = [], ...rest] = inParts(answers);
  const words = wording.words.themes;
  const [answer = ''] = first;
  const one: Command = { type: 'GroupAnswers', step, theme, answers: first };
  const done = await desk.act(one, words.grouped(answers.length), () => whereTheyWere(before, step, answers));
  if (!done) return null;
  const now = themeOf(desk.state, { answer });
  if (now) await desk.give(rest.map((part) => ({ type: 'GroupAnswers', step, theme: now, answers: part })));
  return now;
}

export async function ungroup(desk: Desk, step: string, answers: readonly string[]): Promise<void> {
  const before = desk.state;
  await desk.act(moving(step, null, answers), wording.words.themes.ungrouped(answers.length), () =>
    whereTheyWere(before, step, answers),
  );
}

export async function nameTheme(desk: Desk, theme: string, name: string, before: string): Promise<void> {
  if (name === before) return;
  await desk.act({ type: 'NameTheme', theme, name }, wording.words.themes.named, () => [
    { type: 'NameTheme', theme, name: before },
  ]);
}
