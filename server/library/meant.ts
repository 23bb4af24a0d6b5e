/** "Did you mean": the known word that is nearest to what was written, or what it is called where people write Dutch. */

/** What people call it → how it is written in a script. */
const called: Record<string, string[]> = {
  title: ['titel', 'naam', 'name', 'kop'],
  subtitle: ['ondertitel'],
  text: ['tekst'],
  label: ['opschrift'],
  minutes: ['minuten', 'duur', 'tijd', 'duration'],
  languages: ['talen', 'taal', 'language'],
  version: ['versie'],
  authors: ['auteurs', 'auteur', 'author', 'makers'],
  sources: ['bronnen'],
  source: ['bron'],
  steps: ['stappen', 'stap', 'step'],
  prompts: ['vragen', 'vraag', 'questions', 'question', 'prompt'],
  fields: ['velden', 'veld', 'field'],
  items: ['onderdelen', 'kenmerken', 'onderdeel', 'item'],
  itemSets: ['sets', 'lijsten', 'items'],
  options: ['opties', 'keuzes', 'choices'],
  scales: ['schalen', 'schaal'],
  scale: ['schaal'],
  subgroups: ['subgroepen'],
  perspectives: ['perspectieven', 'rollen'],
  organisations: ['organisaties', 'organizations'],
  kind: ['soort', 'type'],
  form: ['vorm', 'werkvorm'],
  help: ['hulp', 'uitleg'],
  hints: ['tips', 'aanwijzingen'],
  instruction: ['instructie', 'opdracht'],
  content: ['inhoud'],
  phone: ['telefoon'],
  wall: ['wand', 'scherm'],
  notes: ['notities'],
  about: ['over'],
  from: ['van', 'uit'],
  optional: ['optioneel', 'mag'],
  everyone: ['iedereen', 'allen', 'plenair', 'all'],
  individual: ['individueel', 'alleen', 'alone'],
  pair: ['duo', 'duos', "duo's", 'tweetal', 'pairs'],
  subgroup: ['subgroep'],
  arrival: ['inloop', 'ontvangst'],
  presentation: ['presentatie', 'uitleg'],
  reading: ['lezen'],
  grouping: ['indelen', 'groeperen'],
  answering: ['antwoorden', 'vragen', 'beantwoorden', 'questions'],
  discussion: ['gesprek', 'bespreken', 'nabespreking', 'dialoog'],
  harvest: ['oogst'],
  closing: ['afsluiting', 'slot'],
  judgement: ['oordeel', 'judgment'],
  choice: ['keuze', 'meerkeuze'],
  marks: ['vinkje', 'aantikken', 'marks'],
  date: ['datum'],
  definition: ['definitie'],
  list: ['lijst'],
  true: ['ja', 'yes', 'on', 'aan', 'waar'],
  false: ['nee', 'no', 'off', 'uit', 'onwaar'],
};

const longest = 40;

/** Undefined among thousands, or for a long word: looking for it would take long, and nobody reads it. */
export function meant(written: unknown, known: readonly string[]): string | null {
  const word = String(written).trim().toLowerCase();
  if (word === '' || word.length > longest || known.length > 200) return null;
  const byName = known.find((each) => each.toLowerCase() === word || called[each]?.includes(word));
  if (byName !== undefined) return byName;
  const near = known.map((each) => ({ each, far: distance(word, each.toLowerCase()) }));
  const [best] = near
    .filter(({ each, far }) => far <= Math.max(1, Math.min(word.length, each.length) / 3))
    .sort((a, b) => a.far - b.far);
  return best && best.each.length <= longest ? best.each : null;
}

/** How many letters to add, drop, replace, or turn round with their neighbour. */
function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > longest / 3) return longest;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      const turned = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const least = Math.min((next[j - 1] ?? 0) + 1, (row[j] ?? 0) + 1, (row[j - 1] ?? 0) + same);
      next.push(turned ? Math.min(least, (before[j - 2] ?? 0) + 1) : least);
    }
    [before, row] = [row, next];
  }
  return row[b.length] ?? longest;
}

/** What was written as an id can be: small letters, digits and dashes. */
export function asId(written: unknown): string | null {
  const id = String(written)
    .slice(0, 200)
    .normalize('NFD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 64);
  return id || null;
}

/** The id with the first number behind it that is free. */
export function freeId(id: string, taken: ReadonlySet<string>): string {
  let at = 2;
  const short = id.slice(0, 60);
  while (taken.has(`${short}-${at}`)) at += 1;
  return `${short}-${at}`;
}
