// Who may import whom, written once and checked over every source file; and a few rules of the house beside it.
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { expect, test } from 'vitest';
import manifest from '../package.json' with { type: 'json' };

const screens = ['phone', 'desk', 'wall', 'summary', 'informed', 'about'].map((name) => `client/${name}/`);
const serverPackages = Object.keys(manifest.dependencies);
const clientPackages = [
  'svelte',
  'socket.io-client',
  'nanoid',
  'uqr',
  'lucide-static',
  '@fontsource-variable',
  '@simplewebauthn/browser',
];

type Layer = { of: string; may: string[]; never?: string[] };
/** The first layer whose `of` begins the path counts. A name ending in `/` is a folder, `node:` any part of Node, else a package. */
const layers: Layer[] = [
  // What happened and what may is reckoned without how it is shown.
  { of: 'shared/session/', may: ['shared/', 'zod/mini'], never: ['shared/views/', 'shared/words/'] },
  // Geometry knows nothing of a session: the smallest parts of a screen may draw with it, and so may a document.
  { of: 'shared/figure/', may: ['shared/figure/'] },
  { of: 'shared/', may: ['shared/', 'zod/mini'] },
  { of: 'server/build.ts', may: ['node:', 'vite'] },
  { of: 'server/store/', may: ['shared/', 'server/store/', 'server/in-turns.ts', 'node:', ...serverPackages] },
  { of: 'server/', may: ['shared/', 'server/', 'node:', ...serverPackages] },
  { of: 'client/ui/', may: ['client/ui/', 'client/styles/', 'shared/figure/', 'svelte', 'uqr'] },
  ...screens.map((own) => ({
    of: own,
    may: ['shared/', 'client/', ...clientPackages],
    never: screens.filter((screen) => screen !== own),
  })),
  { of: 'client/', may: ['shared/', 'client/', ...clientPackages], never: screens },
];
/** The phone never loads a schema: types of these may cross to the client, values may not, by any road. */
const schemas = ['shared/script.ts', 'shared/commands.ts', 'shared/events.ts', 'shared/protocol.ts', 'zod', 'zod/mini'];

/** Source by its path from the root, with `/` on every system. */
type Sources = Map<string, string>;
type Import = { target: string; typeOnly: boolean };

const quoted = /'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`/;
const commentOrQuoted = new RegExp(`//.*|/\\*[\\s\\S]*?\\*/|<!--[\\s\\S]*?-->|${quoted.source}`, 'g');
const withoutComments = (source: string) =>
  source.replace(commentOrQuoted, (found) => (/^['"`]/.test(found) ? found : ' '));
/** Code alone: texts are emptied, but for what a template computes. */
const withoutTexts = (source: string) =>
  withoutComments(source).replace(new RegExp(quoted, 'g'), (text) =>
    text.startsWith('`') ? (text.match(/\$\{[^}]*\}/g) ?? []).join(' ') : "''",
  );

/** A `.svelte` file's scripts; the markup's apostrophes would pass for quotes. */
const scriptOf = (path: string, source: string) =>
  path.endsWith('.svelte')
    ? [...source.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map(([, body]) => body).join('\n')
    : source;

function importsOf(path: string, source: string): Import[] {
  const code = withoutComments(scriptOf(path, source));
  const stated = code.matchAll(
    /(?:^|[;}\s])(?:import|export)\b\s*(type\b(?!\s*(?:,|from\b)))?[\w\s{},*$]*?\bfrom\s*['"]([^'"]+)['"]/g,
  );
  const bare = code.matchAll(/(?:^|[;}\s])import\s*['"]([^'"]+)['"]/g);
  const dynamic = (path.endsWith('.svelte') ? source : code).matchAll(/\bimport\s*\(\s*['"`]([^'"`]+)['"`]/g);
  const found = [
    ...[...stated].map(([, type, target = '']) => ({ target, typeOnly: Boolean(type) })),
    ...[...bare, ...dynamic].map(([, target = '']) => ({ target, typeOnly: false })),
  ];
  return found.map(({ target, typeOnly }) => ({
    target: target.startsWith('.') ? posix.join(posix.dirname(path), target) : target,
    typeOnly,
  }));
}

const matches = (target: string, name: string) =>
  name.endsWith('/') || name.endsWith(':') ? target.startsWith(name) : target === name || target.startsWith(`${name}/`);

function forbiddenImports(sources: Sources): string[] {
  return [...sources].flatMap(([path, source]) => {
    const layer = layers.find(({ of }) => path.startsWith(of));
    if (!layer) return [`${path}: in no layer of the table`];
    return importsOf(path, source)
      .filter(
        ({ target }) =>
          !layer.may.some((name) => matches(target, name)) || layer.never?.some((name) => matches(target, name)),
      )
      .map(({ target }) => `${path} -> ${target}`);
  });
}

/** The road by which a client file loads a schema, for each that does. */
function roadsToSchemas(sources: Sources): string[] {
  const targetsOf = new Map(
    [...sources].map(([path, source]) => [
      path,
      importsOf(path, source)
        .filter(({ typeOnly }) => !typeOnly)
        .map(({ target }) => target),
    ]),
  );
  const seen = new Set<string>();
  function follow(path: string, road: string[]): string[] {
    if (schemas.includes(path)) return [[...road, path].join(' -> ')];
    if (seen.has(path)) return [];
    seen.add(path);
    return (targetsOf.get(path) ?? []).flatMap((target) => follow(target, [...road, path]));
  }
  return [...sources.keys()].filter((path) => path.startsWith('client/')).flatMap((path) => follow(path, []));
}

const impure =
  /(?<![.\w$])(?:Date\.now|Math\.random|new Date\(\s*\)|new Date\b(?!\s*\()|Date\(\s*\)|(?:fetch|setTimeout|setInterval)\s*\(|(?:process|window|document|globalThis)\s*[.[])/g;

function impureWords(sources: Sources): string[] {
  return [...sources]
    .filter(([path]) => path.startsWith('shared/'))
    .flatMap(([path, source]) => (withoutTexts(source).match(impure) ?? []).map((word) => `${path}: ${word}`));
}

/** What the content security policy would refuse, or what would put unchecked HTML on a page. */
function unsafeMarkup(sources: Sources): string[] {
  const unsafe = /\{@html|\sstyle=(?:"[^"{]*"|'[^'{]*'|[^\s"'{>]+)/g;
  const inline = /<style|<script(?![^>]*\ssrc=)|\son\w+=["'][^"']*["']/g;
  return [...sources].flatMap(([path, source]) => {
    const markup = source.replace(/<!--[\s\S]*?-->/g, '');
    const ownScripts = markup.replace(/<(script|style)\b[\s\S]*?<\/\1>/g, '');
    const found = path.endsWith('.svelte')
      ? ownScripts.match(unsafe)
      : path.endsWith('.html') && [...(markup.match(unsafe) ?? []), ...(markup.match(inline) ?? [])];
    return (found || []).map((text) => `${path}: ${text.trim()}`);
  });
}

/** Words of the dialogue that the product was born for: data of `sessions/`, of which the engine knows none. */
const dialogueWords =
  /herkenba\w*|bruikba\w*|volledig(?:heid)?\b|recogni[sz]able|kenmerk\w*|characteristic\w*|werkplaats\w*|workplace\w*|grenswerk\w*|professionele\w*|\bWIN\b/gi;
/** Sentences of a screen may explain by an example; the demonstration plays that dialogue; what a writer of a script may have meant, and a list of poor passphrases, hold all sorts of words. */
const mayNameThem = [
  'shared/words/',
  'server/library/meant.ts',
  'server/demo/',
  'server/facilitators/common-passphrases.ts',
];

function wordsOfOneDialogue(sources: Sources): string[] {
  return [...sources]
    .filter(([path]) => !mayNameThem.some((own) => path.startsWith(own)))
    .flatMap(([path, source]) =>
      (withoutComments(source).match(dialogueWords) ?? []).map((word) => `${path}: ${word}`),
    );
}

const root = join(import.meta.dirname, '..');
function readSources(): Sources {
  const sources: Sources = new Map();
  for (const folder of ['shared', 'server', 'client']) {
    for (const name of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })) {
      const path = `${folder}/${name.replaceAll('\\', '/')}`;
      if (!/\.(ts|svelte|css|html)$/.test(path) || /^client\/dist[./]/.test(path)) continue;
      sources.set(path, readFileSync(join(root, path), 'utf8'));
    }
  }
  return sources;
}
const all = readSources();
/** But for what the build writes in place of parts of libraries: their imports, in texts. */
const code: Sources = new Map(
  [...all].filter(([path]) => /\.(ts|svelte)$/.test(path) && path !== 'client/left-out.ts'),
);

test('every import is one that the table allows', () => expect(forbiddenImports(code)).toEqual([]));

test('no screen loads a schema, only its types', () => expect(roadsToSchemas(code)).toEqual([]));

test('the meaning knows no clock, chance, network, process or page', () => expect(impureWords(code)).toEqual([]));

test('no screen asks for what Safari 17.0 lacks', () => {
  const lacking =
    /\b(Map|Object)\.groupBy\b|\bPromise\.(withResolvers|try)\b|\bArray\.fromAsync\b|\.(isSubsetOf|isDisjointFrom)\(/;
  const asking = [...code].filter(([path]) => /^(shared|client)\//.test(path));
  expect(asking.length).toBeGreaterThan(300);
  expect(asking.filter(([, source]) => lacking.test(withoutTexts(source))).map(([path]) => path)).toEqual([]);
});

test('no screen listens by a browser’s speech recognition: that sends what is said to its maker (P3)', () => {
  expect([...code].filter(([, source]) => /SpeechRecognition/.test(source)).map(([path]) => path)).toEqual([]);
});

test('no file is longer than 300 lines', () => {
  const long = [...all].map(([path, source]) => [path, source.split('\n').length - 1] as const);
  expect(long.filter(([, lines]) => lines > 300)).toEqual([]);
});

test('no markup has a static style, raw HTML or an inline script', () => expect(unsafeMarkup(all)).toEqual([]));

/** State of a list or an object that would have to be watched inside: the build of these pages has no such thing. */
const deepState = (sources: Sources): string[] =>
  [...sources].flatMap(([path, source]) =>
    /^client\/(phone|summary|fields|ui|live)\//.test(path)
      ? (
          source.match(/\$state(<[^>]*(\[\]|[{<]|Map|Set)[^(]*)?\((?=\s*[[{])|\$state<[^>(]*(\[\]|[{<])[^(]*\(/g) ?? []
        ).map((found) => `${path}: ${found}`)
      : [],
  );

test('what the phone and the summary keep is replaced, never changed inside (client/left-out.ts)', () => {
  expect(deepState(code)).toEqual([]);
  for (const planted of ['let a = $state([])', 'let a = $state({ b: 1 })', 'let a = $state<string[]>(kept)'])
    expect(deepState(new Map([['client/phone/A.svelte', planted]])), planted).toHaveLength(1);
});

const planted = (files: Record<string, string>): Sources => new Map(Object.entries(files));

test('a planted import against the table is seen, in each way of writing it', () => {
  const ways = [
    "import { decide } from '../../server/live.ts';",
    "import type { Store } from '../../server/live.ts';",
    "import {\n  a,\n  type B,\n} from '../../server/live.ts';",
    "import '../../server/live.ts';",
    "export * from '../../server/live.ts';",
    "export type { A } from '../../server/live.ts';",
    "const live = await import('../../server/live.ts');",
  ];
  for (const way of ways) {
    expect(forbiddenImports(planted({ 'client/phone/a.ts': way }))).toEqual(['client/phone/a.ts -> server/live.ts']);
    const svelte = `<p>foto's</p><script lang="ts">${way}</script>`;
    expect(forbiddenImports(planted({ 'client/wall/A.svelte': svelte }))).toHaveLength(1);
  }
});

test.each([
  ['shared/a.ts', 'node:fs'],
  ['shared/a.ts', 'zod'],
  ['server/store/a.ts', '../live/session-host.ts'],
  ['server/a.ts', '../client/a.ts'],
  ['server/a.ts', 'svelte'],
  ['client/desk/a.ts', '../phone/a.ts'],
  ['client/live/a.ts', '../phone/a.ts'],
  ['client/ui/a.ts', '../../shared/text.ts'],
  ['shared/figure/a.ts', '../script.ts'],
  ['client/ui/a.ts', '../live/outbox.ts'],
  ['server/a.ts', '../test/support/a.ts'],
  ['other/a.ts', './b.ts'],
])('%s may not import %s', (path, target) => {
  expect(forbiddenImports(planted({ [path]: `import { a } from '${target}';` }))).toHaveLength(1);
});

test('a schema that comes by way of another file is seen, its type is not', () => {
  const shared = { 'shared/field.ts': "import { script } from './script.ts';", 'shared/script.ts': '' };
  const value = planted({ ...shared, 'client/live/a.ts': "import { a } from '../../shared/field.ts';" });
  const type = planted({ ...shared, 'client/live/a.ts': "import type { A } from '../../shared/field.ts';" });
  expect(roadsToSchemas(value)).toEqual(['client/live/a.ts -> shared/field.ts -> shared/script.ts']);
  expect(roadsToSchemas(type)).toEqual([]);
});

test('an impure word is seen in code, not in a comment or a sentence', () => {
  const seen = ['Date.now()', 'new Date()', 'Math.random()', 'process.env', 'window.name', '`$' + '{document.title}`'];
  for (const word of seen) expect(impureWords(planted({ 'shared/a.ts': `const a = ${word};` }))).toHaveLength(1);
  const unseen = ['// Date.now()', "'Sla het document. Klaar'", 'new Date(at)', 'step.process.name', 'prefetch(a)'];
  for (const word of unseen) expect(impureWords(planted({ 'shared/a.ts': `${word}\n` }))).toEqual([]);
});

test('unsafe markup is seen, a computed style is not', () => {
  const seen = ['<p style="color: red">', '{@html text}'];
  for (const markup of seen) expect(unsafeMarkup(planted({ 'client/ui/A.svelte': markup }))).toHaveLength(1);
  const unseen = [
    '<p style={css}>',
    '<p style="width: {n}%">',
    '<p style:width={n}>',
    '<style>p { color: red }</style>',
  ];
  for (const markup of unseen) expect(unsafeMarkup(planted({ 'client/ui/A.svelte': markup }))).toEqual([]);
  expect(unsafeMarkup(planted({ 'client/a.html': '<script>a()</script>' }))).toHaveLength(1);
});

test('the engine knows no word of one dialogue: what is talked about is data in sessions/', () => {
  expect(wordsOfOneDialogue(new Map([['shared/a.ts', "const asked = 'herkenbaar'; // herkenbaar"]]))).toHaveLength(1);
  expect(wordsOfOneDialogue(readSources())).toEqual([]);
});
