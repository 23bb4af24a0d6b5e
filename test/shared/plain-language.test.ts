// What people who take part read: plain, in both languages, nothing forgotten.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { type Script, scriptSchema, type Text } from '../../shared/script.ts';
import { catalogueNames, catalogueOf, sentencesIn } from '../support/catalogues.ts';
import { readingEase, sentencesOf, syllablesOf, wordsOf } from '../support/reading-ease.ts';

/** What participants read on a phone, on the big screen and in their mail. */
const forParticipants = catalogueNames.filter((name) =>
  /^(phone\/(?!first)|fields|notice|informed|own|refusals|mail|wall|help\/phone|paper-sheets|about$)/.test(name),
);
/** Words that are the same in both languages, names of keys and of programs, and a title. */
const sameInBoth = [
  'Begin Code Computer Ctrl Database English Filter Later Machine Menu Model Moment Nederlands Open PDF PageDown PageUp',
  'Passkeys Print Shift Stop half later open partner status',
].flatMap((line) => line.split(' '));
sameInBoth.push(
  'Download (YAML)',
  'I-CVI',
  'icvi_n',
  'In gesprek',
  'npm run build',
  'npm run key',
  'Akkerman & Bakker (2011), Boundary crossing and boundary objects.',
);
const most = 12;
const least = 70;

test.each([
  ['je', 1],
  ['nee', 1],
  ['tekst', 1],
  ['schrijft', 1],
  ['nieuw', 1],
  ['draai', 1],
  ['jouw', 1],
  ['leeuw', 1],
  ['één', 1],
  ['mening', 2],
  ['scherm', 1],
  ['duo', 2],
  ['oké', 2],
  ['tweeën', 2],
  ['cliënt', 2],
  ['code', 2],
  ['sessie', 2],
  ['antwoord', 2],
  ['beantwoord', 3],
  ['idee', 2],
  ['ideeën', 3],
  ['account', 2],
  ['deelnemer', 3],
  ['bewaard', 2],
  ['begeleider', 4],
  ['privacy', 3],
  ['onderdeel', 3],
  ['e-mailadres', 4],
  ['QR-code', 4],
  ['telefoon', 3],
  ['wifi', 2],
  ['organisatie', 5],
  ['situatie', 4],
  ['actueel', 3],
  ['beïnvloeden', 4],
  ['kopieer', 3],
  ['financieel', 4],
  ['z’n', 1],
  ['verstuurd', 2],
  ['foto’s', 2],
  ['video', 3],
  ['begeleiders', 4],
  ['samenvatting', 4],
  ['bijeenkomst', 3],
  ['12', 1],
])('%s has %i syllables', (word, count) => expect(syllablesOf(word)).toBe(count));

test('the ease of reading is Douma’s: one short word a sentence is easiest, long words weigh most', () => {
  expect(readingEase(['Ga.'])).toBeCloseTo(206.84 - 77 - 0.93);
  expect(readingEase(['Jij leest dit nu. Wij ook.'])).toBeCloseTo(206.84 - 77 * (6 / 6) - 0.93 * 3);
  expect(readingEase(['Organisatie.'])).toBeCloseTo(206.84 - 77 * 5 - 0.93);
});

test('every catalogue says the same in both languages: no key is missing in one', async () => {
  expect(catalogueNames.length).toBeGreaterThan(30);
  for (const name of catalogueNames) {
    const [nl, en] = [await catalogueOf(name, 'nl'), await catalogueOf(name, 'en')];
    expect([...en.keys()].sort(), name).toEqual([...nl.keys()].sort());
    expect(
      [...nl, ...en].filter(([path, said]) => said === '' && path !== 'words.cards.order.script'),
      name,
    ).toEqual([]);
  }
});

test('what is the same in both languages is so on purpose', async () => {
  const found: string[] = [];
  for (const name of catalogueNames) {
    const [nl, en] = [await catalogueOf(name, 'nl'), await catalogueOf(name, 'en')];
    for (const [path, said] of nl)
      if (typeof said === 'string' && /\p{L}{2}/u.test(said) && en.get(path) === said) found.push(said);
  }
  expect([...new Set(found)].sort()).toEqual([...sameInBoth].sort());
});

test('no sentence that a participant can be told has more than twelve words, in Dutch and in English', async () => {
  const long: string[] = [];
  for (const name of forParticipants)
    for (const language of ['nl', 'en'] as const)
      for (const { path, text } of sentencesIn(await catalogueOf(name, language)))
        for (const sentence of sentencesOf(text))
          if (wordsOf(sentence).length > most) long.push(`${name}.${language} ${path}: ${sentence}`);
  expect([...new Set(long)]).toEqual([]);
});

test('what participants read in Dutch has a Flesch-Douma score of 70 or more, each catalogue by itself', async () => {
  const scores: Record<string, number> = {};
  for (const name of forParticipants)
    scores[name] = readingEase(sentencesIn(await catalogueOf(name, 'nl')).map(({ text }) => text));
  if (process.env['FIGURES']) console.log(scores);
  expect(Object.entries(scores).filter(([, score]) => score < least)).toEqual([]);
});

const folder = join(import.meta.dirname, '../../sessions');
const scripts = readdirSync(folder)
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => [file, scriptSchema.parse(parse(readFileSync(join(folder, file), 'utf8')))] as const);

/** What a script asks of people and tells them, in our own words: what it quotes is the material. */
function toldBy({ steps, privacy }: Script): Text[] {
  const asked = steps.flatMap(({ prompts }) =>
    prompts.flatMap(({ title, help, fields }) => [title, help, ...fields.map(({ label }) => label)]),
  );
  const told = steps.flatMap(({ phone, wall, stayInformed }) => [phone, wall.text, stayInformed?.consent]);
  return [...asked, ...told, privacy.tip, privacy.purpose].filter((text) => text !== undefined);
}

test.each(scripts)('%s asks and tells people things in sentences of twelve words or fewer', (_, script) => {
  const long = toldBy(script)
    .flatMap(({ nl, en, quote }) => [nl, quote ? undefined : en])
    .flatMap((text) => sentencesOf(text ?? ''))
    .filter((sentence) => wordsOf(sentence).length > most);
  expect(long).toEqual([]);
});

test('what the scripts ask and tell people in Dutch has a Flesch-Douma score of 70 or more', () => {
  const own = (script: Script) => toldBy(script).flatMap(({ nl }) => nl ?? []);
  // The formula is about a hundred words or more: a script with fewer counts with the others.
  const long = scripts.filter(([, script]) => own(script).flatMap(wordsOf).length >= 100);
  const scores = [
    ...long.map(([name, script]) => [name, own(script)] as const),
    ['all', scripts.flatMap(([, one]) => own(one))] as const,
  ].map(([name, texts]) => [name, readingEase(texts)] as const);
  if (process.env['FIGURES']) console.log(scores);
  expect(scores.filter(([, score]) => score < least)).toEqual([]);
});
