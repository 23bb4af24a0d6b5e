/**
 * Which answers may say the same: by the words that they share, weighed by how rare these are among the answers
 * (tf-idf and cosine, Salton & Buckley 1988). Plain and local; it only ever proposes.
 */

/** Words that say nothing about what an answer is about. */
const empty = new Set(
  (
    'de het een en of maar want dus als dan dat die dit deze er hier daar is zijn was waren wordt worden werd werden ' +
    'heeft hebben had hebt heb kan kunnen mag mogen moet moeten wil willen zal zou gaat gaan doen doe doet komt komen ' +
    'ik je jij jullie we wij ze zij hij hun hen ons onze mijn jouw haar u men wie wat waar hoe ' +
    'in op aan van voor met bij door naar om te tot uit over onder tussen na tijdens zonder ' +
    'ook nog wel al alleen heel erg meer minder vaak soms altijd nooit bijna zo te veel weinig ' +
    'iets iemand iedereen elk elke alle alles ander andere eigen pas net echt vooral steeds zodra daarvan hierbij ' +
    'the a an and or but is are was were be been to of in on at for with by from it this that these those we you they our'
  ).split(' '),
);
/** Without these a sentence says the opposite. */
const denials = new Set([
  'niet',
  'geen',
  'niemand',
  'nergens',
  'niets',
  'zonder',
  'ontbreekt',
  'ontbreken',
  'mist',
  'missen',
]);

const endings = ['heden', 'heid', 'ingen', 'ing', 'eren', 'ende', 'end', 'ers', 'er', 'en', 'es', 'te', 'e', 's', 't'];

/** "studenten" and "student", "begeleider" and "begeleiding": enough of a stem to compare, no more. */
function stemOf(word: string): string {
  let stem = word;
  for (const ending of endings) {
    if (stem.endsWith(ending) && stem.length - ending.length >= 4) {
      stem = stem.slice(0, -ending.length);
      break;
    }
  }
  return stem
    .replace(/(.)\1$/, '$1')
    .replace(/([aeou])\1([^aeiou])$/, '$1$2')
    .replace(/z$/, 's')
    .replace(/v$/, 'f');
}

/** What an answer is about: the stems of its words that say something. */
function stemsOf(text: string): Set<string> {
  const words = text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .split(/[^\p{L}\p{N}]+/u);
  return new Set(words.filter((word) => word.length > 2 && !empty.has(word) && !denials.has(word)).map(stemOf));
}

type Weighed = Map<string, number>;
export type Measured = { id: string; text: string };

function weigh(answers: readonly Measured[]): Map<string, Weighed> {
  const stems = new Map(answers.map(({ id, text }) => [id, stemsOf(text)]));
  const found = new Map<string, number>();
  for (const own of stems.values()) for (const stem of own) found.set(stem, (found.get(stem) ?? 0) + 1);
  const weightOf = (stem: string) => Math.log(1 + answers.length / (found.get(stem) ?? 1));
  return new Map(
    [...stems].map(([id, own]) => {
      const length = Math.hypot(...[...own].map(weightOf)) || 1;
      return [id, new Map([...own].map((stem) => [stem, weightOf(stem) / length]))];
    }),
  );
}

function cosine(one: Weighed, other: Weighed): { likeness: number; shared: number } {
  let likeness = 0;
  let shared = 0;
  for (const [stem, weight] of one) {
    const match = other.get(stem);
    if (match === undefined) continue;
    likeness += weight * match;
    shared += 1;
  }
  return { likeness, shared };
}

/** Set on the sixty pairs of test/support/alike.ts: below it, what is proposed is too often wrong. */
const enough = 0.5;

/** Pairs of answers that may say the same, most alike first. */
export function alikeAmong(answers: readonly Measured[]): { one: string; other: string; likeness: number }[] {
  const weighed = weigh(answers);
  const byStem = new Map<string, string[]>();
  const pairs: { one: string; other: string; likeness: number }[] = [];
  for (const { id } of answers) {
    const own = weighed.get(id) as Weighed;
    const near = new Set([...own.keys()].flatMap((stem) => byStem.get(stem) ?? []));
    for (const other of near) {
      const { likeness, shared } = cosine(own, weighed.get(other) as Weighed);
      if (shared >= 2 && likeness >= enough) pairs.push({ one: other, other: id, likeness });
    }
    for (const stem of own.keys()) byStem.set(stem, [...(byStem.get(stem) ?? []), id]);
  }
  return pairs.sort((a, b) => b.likeness - a.likeness);
}
