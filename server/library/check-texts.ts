import type { Item, Language, Script, Text } from '../../shared/script.ts';
import { unfilled } from '../../shared/words/editor/in-scripts.ts';
import { meant } from './meant.ts';
import { type Finding, finding, type Path, shown, withForm } from './problem.ts';

/** Words that are missing in a language of the script, and words that could never be shown. */
export function textFaults(script: Script): Finding[] {
  return [
    ...textsIn(script).flatMap(({ text, path }) =>
      script.languages.filter((language) => !speaks(text, language)).map((language) => untranslated(path, language)),
    ),
    ...textsIn(script).flatMap(({ text, path }) =>
      (['nl', 'en', 'quote'] as const).flatMap((key) =>
        text[key]?.trim() === unfilled ? [stillUnfilled([...path, key])] : [],
      ),
    ),
    ...script.itemSets.flatMap((set, at) =>
      set.items.flatMap((item, of) => phraseFaults(item, ['itemSets', at, 'items', of])),
    ),
    ...script.steps.flatMap((step, at) => (step.phone ? placeholderFaults(step.phone, ['steps', at, 'phone']) : [])),
  ];
}

/** Every text of a script, and where it stands: whatever has words under `nl`, `en` or `quote`. */
function textsIn(value: unknown, path: Path = []): { text: Text; path: Path }[] {
  if (typeof value !== 'object' || value === null) return [];
  if (['nl', 'en', 'quote'].some((key) => typeof (value as Record<string, unknown>)[key] === 'string'))
    return [{ text: value as Text, path }];
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return entries.flatMap(([key, inner]: [PropertyKey, unknown]) => textsIn(inner, [...path, key]));
}

const speaks = (text: Text, language: Language) =>
  Boolean(text[language] || (text.quote && (text.language ?? 'nl') === language));

const untranslated = (path: Path, language: Language) =>
  language === 'nl'
    ? withForm(
        finding(path, 'Hier ontbreekt het Nederlands. Voeg toe: nl: "…"', 'The Dutch is missing here. Add: nl: "…"'),
        'Hier ontbreekt het Nederlands.',
        'The Dutch is missing here.',
      )
    : withForm(
        finding(path, 'Hier ontbreekt het Engels. Voeg toe: en: "…"', 'The English is missing here. Add: en: "…"'),
        'Hier ontbreekt het Engels.',
        'The English is missing here.',
      );

const stillUnfilled = (path: Path) =>
  withForm(
    finding(
      path,
      'Hier staat alleen "…". Zet hier de woorden neer, of haal dit weg.',
      'There is only "…" here. Put the words here, or remove this.',
    ),
    'Hier staan nog geen woorden.',
    'There are no words here yet.',
  );

function phraseFaults({ text, phrases }: Item, path: Path): Finding[] {
  return (['nl', 'en'] as const).flatMap((language) => {
    const words = text?.[language] ?? (text && speaks(text, language) ? text.quote : undefined) ?? '';
    return (phrases?.[language] ?? []).flatMap((phrase, at) =>
      words.includes(phrase)
        ? []
        : [
            finding(
              [...path, 'phrases', language, at],
              `"${shown(phrase)}" staat niet in de tekst. Neem de woorden letter voor letter over.`,
              `"${shown(phrase)}" is not in the text. Copy the words letter for letter.`,
            ),
          ],
    );
  });
}

/** What a phone fills in itself. */
const placeholders = ['{subgroup}', '{names}'];

function placeholderFaults(text: Text, path: Path): Finding[] {
  return (['nl', 'en', 'quote'] as const).flatMap((key) =>
    (text[key]?.match(/\{[^{}]*\}/g) ?? [])
      .filter((word) => !placeholders.includes(word))
      .map((word) => {
        const nl = `De telefoon kan ${shown(word)} niet invullen. Dit kan wel: ${placeholders.join(', ')}`;
        const en = `The phone cannot fill in ${shown(word)}. It can fill in: ${placeholders.join(', ')}`;
        return withForm(
          finding([...path, key], nl, en, () => meant(word, placeholders)),
          nl,
          en,
        );
      }),
  );
}
