/** What the schema finds wrong, in the words of the editor's form: it stands beside its field there, so it need not name it. */
import type * as z from 'zod/mini';
import type { Path, Sentence } from './problem.ts';

/** What the editor has fields for; the rest is mended in the text, and said in its words. */
const withField = new Set(
  `about across agenda agreement askedAt breakdownFrom cards carry choose citation cluster compareWith consent content count days
  fields fillIn form fromUnits group groupBy help hints hue instruction items itemSets keepDays kind label languages max
  maxLength min minutes mode names notes optional options order organisations per perspectives perUnit phone place points
  prompts purpose reveal role roles scale scales set shape split stars steps subgroup subgroups subject subtitle text tip
  title turns units writer`.split(/\s+/),
);
const inTextAlone = ['clock', 'contentValidity', 'explorations', 'phrases', 'rights', 'sections', 'variant'];
const languages = ['nl', 'en'];

function hasField(path: Path): boolean {
  const names = path.filter((key) => typeof key === 'string' && !languages.includes(key));
  // The name of a scale is whatever somebody called it.
  const last = names[0] === 'scales' && names.length === 2 ? 'scales' : names.at(-1);
  return withField.has(String(last)) && !names.some((name) => inTextAlone.includes(String(name)));
}

const say = (nl: string, en: string): Sentence => ({ nl, en });
const nothing = say('Hier staat nog niets.', 'There is nothing here yet.');
const choose = say('Kies hier iets.', 'Choose something here.');
const strange = say('Wat hier staat, kan niet. Kijk bij Tekst.', 'What stands here cannot be. See Text.');

/** Null: it has no field. `got`: what stands there. */
export function formSentence(issue: z.core.$ZodIssue, got: unknown): Sentence | null {
  if (!hasField(issue.path)) return null;
  switch (issue.code) {
    case 'invalid_type':
      if (got === undefined || got === null) return nothing;
      if (issue.expected === 'int') return say('Dit is een heel getal.', 'This is a whole number.');
      return issue.expected === 'number' ? say('Dit is een getal.', 'This is a number.') : strange;
    case 'invalid_value':
    case 'invalid_union':
      return choose;
    case 'too_small':
    case 'too_big':
      return sizeSentence(issue);
    case 'custom':
      return say('Hier staan nog geen woorden.', 'There are no words here yet.');
    default:
      return null;
  }
}

function sizeSentence(issue: z.core.$ZodIssue & { code: 'too_small' | 'too_big' }): Sentence {
  const few = issue.code === 'too_small';
  const limit = String(few ? issue.minimum : issue.maximum);
  if (issue.origin === 'string')
    return few
      ? nothing
      : say(
          `Dit is langer dan ${limit} tekens. Maak het korter.`,
          `This is longer than ${limit} characters. Make it shorter.`,
        );
  if (issue.origin === 'array')
    return few
      ? say(
          `Hier zijn er minstens ${limit} nodig. Voeg toe wat ontbreekt.`,
          `At least ${limit} needed here. Add what is missing.`,
        )
      : say(`Hier zijn er hoogstens ${limit}. Haal er een paar weg.`, `At most ${limit} here. Remove some.`);
  return few
    ? say(`Dit is minstens ${limit}.`, `This is at least ${limit}.`)
    : say(`Dit is hoogstens ${limit}.`, `This is at most ${limit}.`);
}
