/** What the schema finds wrong, said in plain sentences that say what to do. */
import type * as z from 'zod/mini';
import { formSentence } from './form-sentences.ts';
import { knownWords } from './known-words.ts';
import { asId, meant } from './meant.ts';
import { type Finding, finding, mostShown, type Path, shown } from './problem.ts';

type Issue = z.core.$ZodIssue;

/** Keys whose value is words in one or more languages. */
const wordKeys = [
  'title',
  'subtitle',
  'text',
  'label',
  'help',
  'intro',
  'citation',
  'instruction',
  'phone',
  'consent',
  'tip',
  'purpose',
  'rights',
];
const wordLists = ['content', 'hints', 'points'];

const examples: Record<string, string> = {
  format: 'format: in-gesprek/script@1',
  version: 'version: 1.0.0',
  languages: 'languages: [nl, en]',
  minutes: 'minutes: 5',
  form: 'form: pair',
  kind: 'kind: answering',
  scale: 'scale: three',
  shape: 'shape: full',
  max: 'max: 400',
  set: 'set: definitie',
  steps: 'steps: …',
};

/** What the issues of the schema about this value come down to. A word that was written otherwise is not missing too. */
export function findingsOf(issues: readonly Issue[], value: unknown): Finding[] {
  const first = issues.slice(0, mostShown);
  const unknown = first.flatMap((issue) => (issue.code === 'unrecognized_keys' ? unknownKeys(issue, value) : []));
  const meantThere = new Set(unknown.map(({ path, proposal }) => addressOf([...path.slice(0, -1), proposal() ?? ''])));
  const isMeant = ({ code, path }: Issue) =>
    code !== 'unrecognized_keys' && meantThere.has(addressOf(path)) && valueAt(value, path) === undefined;
  return [
    ...first.filter((issue) => !isMeant(issue)).flatMap((issue) => saidTwice(issue, value)),
    ...namesPassedOver(value),
  ];
}

/** The schema never looks at what has this name, for it is the way into every object. */
export function namesPassedOver(value: unknown): Finding[] {
  const path = ['scales', '__proto__'];
  return valueAt(value, path) === undefined ? [] : [{ ...wrongForm(path, nameOf(path), null), isKey: true }];
}

const addressOf = (path: Path) => JSON.stringify(path);

/** In the words of the file, and in those of the form. */
function saidTwice(issue: Issue, value: unknown): Finding[] {
  const atForm = formSentence(issue, valueAt(value, issue.path));
  return findingsOfOne(issue, value).map((found) => (atForm ? { ...found, atForm } : found));
}

function findingsOfOne(issue: Issue, value: unknown): Finding[] {
  const { path } = issue;
  const name = nameOf(path);
  const got = valueAt(value, path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return unknownKeys(issue, value);
    case 'invalid_type':
      return [wrongType(path, name, issue.expected, got)];
    case 'invalid_value':
      return [chooseFrom(path, name, issue.values.map(String), got)];
    case 'invalid_union':
      return [union(issue, path, name, got)];
    case 'too_small':
    case 'too_big':
      // What no whole number can be; the rule's own limit is said beside it.
      if (issue.code === 'too_big' && issue.maximum === Number.MAX_SAFE_INTEGER) return [];
      return [wrongSize(issue, path, name)];
    case 'invalid_key':
    case 'invalid_format':
      return [wrongForm(path, name, issue.code === 'invalid_key' ? path.at(-1) : got)];
    case 'custom':
      return [
        finding(path, `${name} heeft nog geen woorden. Voeg toe: nl: "…"`, `${name} has no words yet. Add: en: "…"`),
      ];
    default:
      return [
        finding(
          path,
          `${name} klopt niet. Kijk in sessions/README.md hoe het moet.`,
          `${name} is not right. See sessions/README.md.`,
        ),
      ];
  }
}

function unknownKeys({ path, keys }: Issue & { code: 'unrecognized_keys' }, value: unknown): Finding[] {
  const words = knownWords(value, path);
  const written = Object.keys(valueAt(value, path) ?? {});
  const free = words.filter((word) => !written.includes(word));
  return keys.slice(0, mostShown).map((key) => {
    const said = finding(
      [...path, key],
      `"${shown(key)}" kennen we hier niet. Verbeter het woord of haal het weg. De woorden staan in sessions/README.md.`,
      `"${shown(key)}" is not known here. Correct the word or remove it. The words are in sessions/README.md.`,
      () => meant(key, free),
    );
    return { ...said, isKey: true } as const;
  });
}

function wrongType(path: Path, name: string, expected: string, got: unknown): Finding {
  const key = String(path.at(-1) ?? '');
  const inWords = wordKeys.includes(key) || wordLists.includes(String(path.at(-2)));
  if (path.length === 0)
    return finding(
      path,
      'Dit is geen draaiboek. Begin met: format: in-gesprek/script@1',
      'This is not a script. Begin with: format: in-gesprek/script@1',
    );
  if (got === undefined) {
    const example = examples[key] ?? (wordKeys.includes(key) ? `${key}: { nl: "…", en: "…" }` : `${key}: …`);
    return finding(path, `Hier ontbreekt ${name}. Voeg toe: ${example}`, `${name} is missing here. Add: ${example}`);
  }
  if (got === null)
    return finding(path, `${name} is leeg. Vul iets in of haal het weg.`, `${name} is empty. Fill it in or remove it.`);
  if (inWords && typeof got === 'string')
    return finding(
      path,
      `Zet de taal bij ${name}: { nl: "…", en: "…" }`,
      `Say the language of ${name}: { nl: "…", en: "…" }`,
      () => (got.length > mostProposed ? null : `{ nl: ${JSON.stringify(got)} }`),
    );
  const [nl, en] = wanted[expected] ?? wanted['object'];
  return finding(path, `${name} ${nl}`, `${name} ${en}`, () => asWanted(expected, got));
}

const mostProposed = 80;

/** What was written, as the kind of thing that belongs there. */
function asWanted(expected: string, got: unknown): string | null {
  if (typeof got === 'object') return null;
  const word = String(got).trim();
  if (word.length > mostProposed) return null;
  // What 1.0 was before it was read as a number is not known any more.
  if (expected === 'string') return null;
  if (expected === 'array') return `[${word}]`;
  if (expected === 'boolean') return meant(word, ['true', 'false']);
  // Also with a unit behind it: 10 min.
  const [, digits] = /^(-?\d{1,9}(?:[.,]\d{1,9})?)\s*[a-z.']*$/i.exec(word) ?? [];
  if (digits === undefined) return null;
  const amount = Number(digits.replace(',', '.'));
  return String(expected === 'int' ? Math.round(amount) : amount);
}

const number = ['is een getal, zonder aanhalingstekens: 5', 'is a number, without quotation marks: 5'] as const;
const block = [
  'hoort regels onder zich te hebben, elk als woord: waarde',
  'should have lines below it, each as word: value',
] as const;
const wanted: Record<string, readonly [nl: string, en: string]> & { object: typeof block } = {
  string: ['is gewone tekst. Zet er aanhalingstekens omheen: "…"', 'is plain text. Put quotation marks around it: "…"'],
  number,
  int: ['is een heel getal, zonder aanhalingstekens: 5', 'is a whole number, without quotation marks: 5'],
  boolean: ['is true of false, zonder aanhalingstekens', 'is true or false, without quotation marks'],
  array: [
    'is een lijst. Begin elke regel eronder met een streepje (-)',
    'is a list. Start each line below it with a dash (-)',
  ],
  object: block,
};

function chooseFrom(path: Path, name: string, values: string[], got: unknown): Finding {
  const list = values.join(', ');
  const [nl, en] =
    values.length > 1
      ? [`Kies uit: ${list}`, `Choose from: ${list}`]
      : [`Schrijf: ${String(path.at(-1))}: ${list}`, `Write: ${String(path.at(-1))}: ${list}`];
  return got === undefined
    ? finding(path, `Hier ontbreekt ${name}. ${nl}`, `${name} is missing here. ${en}`)
    : finding(path, `${name} kan dit niet zijn. ${nl}`, `${name} cannot be this. ${en}`, () =>
        values.length > 1 ? meant(got, values) : (values[0] ?? null),
      );
}

function union(issue: Issue & { code: 'invalid_union' }, path: Path, name: string, got: unknown): Finding {
  if ('options' in issue && Array.isArray(issue.options)) return chooseFrom(path, name, issue.options.map(String), got);
  const forms = ['everyone', 'individual', 'pair', 'subgroup', '{ group: 4 }'];
  if (path.at(-1) === 'form') return chooseFrom(path, name, forms, got);
  return finding(
    path,
    `${name} klopt niet. Kijk in sessions/README.md hoe het moet.`,
    `${name} is not right. See sessions/README.md.`,
  );
}

function wrongSize(issue: Issue & { code: 'too_small' | 'too_big' }, path: Path, name: string): Finding {
  const few = issue.code === 'too_small';
  const limit = String(few ? issue.minimum : issue.maximum);
  if (issue.origin === 'string')
    return few
      ? finding(
          path,
          `${name} is leeg. Schrijf er tekst of haal het weg.`,
          `${name} is empty. Write text or remove it.`,
        )
      : finding(
          path,
          `${name} is langer dan ${limit} tekens. Maak het korter.`,
          `${name} is longer than ${limit} characters. Make it shorter.`,
        );
  if (issue.origin === 'array')
    return few
      ? finding(
          path,
          `${name} heeft er minstens ${limit} nodig. Voeg een regel met een streepje toe.`,
          `${name} needs at least ${limit}. Add a line with a dash.`,
        )
      : finding(
          path,
          `${name} heeft er hoogstens ${limit}. Haal er een paar weg.`,
          `${name} has at most ${limit}. Remove some.`,
        );
  return few
    ? finding(path, `${name} is minstens ${limit}.`, `${name} is at least ${limit}.`, () => limit)
    : finding(path, `${name} is hoogstens ${limit}.`, `${name} is at most ${limit}.`, () => limit);
}

const wrongForm = (path: Path, name: string, got: unknown) =>
  path.at(-1) === 'from'
    ? finding(
        path,
        `${name} is het id van een draaiboek, een schuine streep en het id van een set: terugblik/kolommen`,
        `${name} is the id of a script, a slash and the id of a set: terugblik/kolommen`,
      )
    : finding(
        path,
        `${name} heeft alleen kleine letters, cijfers en streepjes: mijn-stap-2`,
        `${name} has small letters, digits and dashes only: my-step-2`,
        () => (got === null ? null : asId(got)),
      );

/** The key as people see it in the file; the list's name and a number for a line in a list. */
function nameOf(path: Path): string {
  const last = path.at(-1);
  if (typeof last !== 'number') return `"${String(last ?? 'script')}"`;
  return `"${String(path.at(-2))}" ${last + 1}`;
}

function valueAt(value: unknown, path: Path): unknown {
  let at = value;
  for (const key of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return undefined;
    at = (at as Record<PropertyKey, unknown>)[key];
  }
  return at;
}
