/** What was asked, word for word: two sessions may stand in one row only where it is equal. */
import type { Item, ItemSet, Language, Prompt, Script } from '../../script.ts';
import { say, scaleOf } from '../../script-queries.ts';
import { titleOfItem } from '../summary/items.ts';
import type { Variant, Wording } from './compare-form.ts';

/** Spaces and line ends are no words; nor is how a letter is composed. */
export const plain = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim();

function linesOf(item: Item, language: Language): string[] {
  const sections = item.sections ?? [];
  const texts = [
    item.title && item.text,
    ...(item.points ?? []),
    ...sections.flatMap(({ label, intro, points }) => [label, intro, ...points]),
  ];
  return texts.flatMap((text) => plain(say(text ?? undefined, language)) || []);
}

/** `set` and `item`: null where a question is about nothing in particular, or (`item`) about the whole list. */
export function wordingOf(
  script: Script,
  { set, item, prompt }: { set: ItemSet | null; item: Item | null; prompt: Prompt },
  language: Language,
): Wording {
  const words = (text: Parameters<typeof say>[0]) => plain(say(text, language));
  const whole = (set?.items ?? []).flatMap((one) => [words(titleOfItem(one)), ...linesOf(one, language)]);
  return {
    item: item ? [words(titleOfItem(item))] : [words(set?.title)],
    text: item ? linesOf(item, language) : whole,
    prompt: [words(prompt.title)],
    questions: prompt.fields.flatMap(({ label }) => words(label) || []),
    answers: prompt.fields.flatMap((field) => {
      const options = field.kind === 'choice' ? field.options : scaleOf(script, field);
      return options.map(({ label }) => words(label));
    }),
  };
}

/** Equal where the words are: compared whole, so that no two texts ever meet in one short number. */
export const keyOf = (wording: Wording): string => JSON.stringify(Object.values(wording));

const parts = ['item', 'text', 'prompt', 'questions', 'answers'] as const;

/** Of each wording the lines that not all of them have, part by part. */
export function differencesOf(wordings: readonly Wording[]): Variant['parts'][] {
  const shared = parts.map(
    (part) => new Set(wordings[0]?.[part].filter((line) => wordings.every((one) => one[part].includes(line)))),
  );
  return wordings.map((wording) =>
    parts
      .map((part, i) => ({ part, lines: wording[part].filter((line) => !shared[i]?.has(line)) }))
      .filter(({ lines }) => lines.length > 0),
  );
}
