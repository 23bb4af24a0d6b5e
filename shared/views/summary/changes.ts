import type { Changes, Summary } from './summary-form.ts';

type Texts = Map<string, string>;

/** What people wrote and readers read, by its key. */
function textsOf({ sections }: Summary): Texts {
  const prompts = sections.flatMap(({ items }) => items.flatMap((item) => item.prompts));
  const told = prompts.flatMap(({ quotes, missing, situations }) => [
    ...[...quotes, ...missing].map((quote) => ({ ...quote, more: [] })),
    ...situations,
  ]);
  const shown = told.filter(({ state }) => state === 'shown');
  return new Map(shown.map(({ key, text, more }) => [key, [text, ...more.map((one) => one.text)].join('\n')]));
}
const wordsOf = (told: readonly { key: string; text: string }[]): Texts =>
  new Map(told.map(({ key, text }) => [key, text]));

function compared(before: Texts, now: Texts): Changes['texts'] {
  const keys = [...now.keys()];
  return {
    added: keys.filter((key) => !before.has(key)).length,
    changed: keys.filter((key) => before.has(key) && before.get(key) !== now.get(key)).length,
    gone: [...before.keys()].filter((key) => !now.has(key)).length,
  };
}

/** An agreement as it is read: what, who and when. */
const agreedIn = ({ agreements }: Summary): Texts =>
  new Map(agreements.flatMap(({ rows }) => rows.map(({ key, cells }) => [key, cells.join('\n')])));

/** What another publication would bring: how many texts, notes, conclusions and agreements are new, other or gone. */
export const changesOf = (before: Summary, now: Summary): Changes => ({
  texts: compared(textsOf(before), textsOf(now)),
  notes: compared(wordsOf(before.notes), wordsOf(now.notes)),
  conclusions: compared(
    wordsOf([...before.conclusions, ...before.proposals]),
    wordsOf([...now.conclusions, ...now.proposals]),
  ),
  agreements: compared(agreedIn(before), agreedIn(now)),
});
