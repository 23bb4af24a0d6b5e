import type { Command } from '../../../shared/commands.ts';
import { groupBy } from '../../../shared/group-by.ts';
import type { SessionState } from '../../../shared/session/state.ts';
import { get } from '../../../shared/session/table.ts';
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

/**
 * Brings these answers back to where each was: those, and no others, that are still where this act brought them. What
 * somebody else did meanwhile stays, and what was withdrawn stays out.
 */
function whereTheyWere(
  before: SessionState,
  now: SessionState,
  step: string,
  answers: readonly string[],
  theme: string | null,
): Command[] {
  const still = answers.filter(
    (answer) => get(now.answers, answer)?.withdrawn === false && themeOf(now, { answer }) === theme,
  );
  const places = groupBy(still, (answer) => themeOf(before, { answer }));
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
  const one: Command = { type: 'GroupAnswers', step, theme, answers: first };
  let now: string | null = null;
  const done = await desk.act(one, words.grouped(answers.length), () =>
    whereTheyWere(before, desk.state, step, answers, now),
  );
  if (!done) return null;
  now = first.map((answer) => themeOf(desk.state, { answer })).find((own) => own !== null) ?? null;
  if (now) for (const part of rest) await desk.give([{ type: 'GroupAnswers', step, theme: now, answers: part }]);
  return now;
}

export async function ungroup(desk: Desk, step: string, answers: readonly string[]): Promise<void> {
  const before = desk.state;
  await desk.act(moving(step, null, answers), wording.words.themes.ungrouped(answers.length), () =>
    whereTheyWere(before, desk.state, step, answers, null),
  );
}

export async function nameTheme(desk: Desk, theme: string, name: string, before: string): Promise<void> {
  if (name === before) return;
  await desk.act({ type: 'NameTheme', theme, name }, wording.words.themes.named, () => [
    { type: 'NameTheme', theme, name: before },
  ]);
}
