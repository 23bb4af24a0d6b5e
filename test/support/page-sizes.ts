/** What a page weighs, gzipped: its first load (HTML, static imports and the words of one language), and all that a phone ever loads. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const dist = join(import.meta.dirname, '../../client/dist');
const weigh = (file: string) => gzipSync(readFileSync(join(dist, file)), { level: 9 }).length;

/** The files that a script imports before it runs; what it fetches later by `import()` is not among them. */
const staticImports = (source: string) =>
  [...source.matchAll(/(?:^|[;}])\s*(?:import|export)\s*(?:[^'"()]*?from\s*)?["']\.\/([^"']+)["']/g)].map(
    ([, file = '']) => `assets/${file}`,
  );

/** The files that come with an `import()` of this part, its styles too, as the build wrote them beside it. */
function fetchedWith(part: string): string[] {
  const files = readdirSync(join(dist, 'assets')).filter((file) => file.endsWith('.js'));
  for (const source of files.map((file) => readFileSync(join(dist, 'assets', file), 'utf8'))) {
    const listed = JSON.parse(`[${/m\.f=\[([^\]]*)\]/.exec(source)?.[1] ?? ''}]`) as string[];
    const asked = new RegExp(`import\\(.\\./(${part}-[\\w-]+\\.js).\\)(?:,__vite__mapDeps\\(\\[([\\d,]*)\\]\\))?`).exec(
      source,
    );
    if (!asked) continue;
    const beside = (asked[2] ?? '').split(',').flatMap((at) => (at ? (listed[Number(at)] ?? []) : []));
    return [`assets/${asked[1]}`, ...beside];
  }
  throw new Error(`The build fetches no part ${part}.`);
}

/** The words that a page begins with, the refusals among them. */
const wordsOf = (page: string) => (page === 'phone' ? ['first'] : [page, 'refusals']);

export type PageSize = { page: string; script: number; style: number };

export const pageSize = (page: string): PageSize => sizeWith(page, []);

/** Somebody who comes back to a room: before it stands there in its lobby, or with questions to answer. */
export const returningPhone = (): PageSize => ({
  ...sizeWith('phone', ['Room', 'room\\.nl']),
  page: 'phone, back in a room',
});

/** And with what else is fetched before there is something to do. */
function sizeWith(page: string, parts: readonly string[]): PageSize {
  const html = readFileSync(join(dist, `${page}.html`), 'utf8');
  const asked = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.(?:js|css))"/g)].map(([, file = '']) => file);
  const files = new Set<string>();
  const add = (file: string): void => {
    if (files.has(file) || !existsSync(join(dist, file))) return;
    files.add(file);
    if (file.endsWith('.js')) for (const next of staticImports(readFileSync(join(dist, file), 'utf8'))) add(next);
  };
  for (const file of [...asked, ...parts.flatMap(fetchedWith)]) add(file);
  for (const file of readdirSync(join(dist, 'assets'))) {
    if (file.endsWith('.js') && wordsOf(page).some((words) => file.startsWith(`${words}.nl-`))) add(`assets/${file}`);
  }
  const sum = (ending: string) =>
    [...files].filter((file) => file.endsWith(ending)).reduce((total, file) => total + weigh(file), 0);
  return { page, script: sum('.js'), style: sum('.css') };
}

/** Everything that a participant's phone ever loads in one language, up to the last step. */
export function wholePhone(): PageSize {
  const files = new Set<string>();
  const add = (file: string): void => {
    if (files.has(file) || !existsSync(join(dist, file)) || /\.en-/.test(file)) return;
    files.add(file);
    if (!file.endsWith('.js')) return;
    for (const [, next = ''] of readFileSync(join(dist, file), 'utf8').matchAll(
      /["'`](?:\.\/|assets\/)([\w.-]+\.(?:js|css))["'`]/g,
    )) {
      add(`assets/${next}`);
    }
  };
  for (const [, file = ''] of readFileSync(join(dist, 'phone.html'), 'utf8').matchAll(
    /(?:src|href)="\/(assets\/[^"]+)"/g,
  ))
    add(file);
  const sum = (ending: string) =>
    [...files].filter((file) => file.endsWith(ending)).reduce((total, file) => total + weigh(file), 0);
  return { page: 'phone, all of it', script: sum('.js'), style: sum('.css') };
}

export const pageSizes = (): PageSize[] => [
  ...['phone', 'desk', 'wall', 'summary'].map(pageSize),
  returningPhone(),
  wholePhone(),
];
