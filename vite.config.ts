import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import type { Plugin } from 'vite';
import { defineConfig, type ViteUserConfig } from 'vitest/config';
import { leftOut, leftOutForReaders } from './client/left-out.ts';
import { iconNames } from './client/ui/icon-names.ts';

const root = import.meta.dirname;
const client = join(root, 'client');
const sveltePlugin = () => {
  const styled = new Map<string, string>();
  /** Short, as it stands at each element on the screen and in each rule; the same for other styles, it stops the build. */
  const scopeOf = (hash: string, css: string): string => {
    const scope = `s${hash.slice(-4)}`;
    if (styled.has(scope) && styled.get(scope) !== css)
      throw new Error(`Two components have the scope ${scope}: take more of the hash.`);
    styled.set(scope, css);
    return scope;
  };
  return svelte({
    configFile: false,
    compilerOptions: { runes: true, cssHash: ({ hash, css }) => scopeOf(hash(css), css) },
  });
};

/** Writes a `.br` and a `.gz` beside each text file, for `preCompressed` serving. */
function precompress(): Plugin {
  return {
    name: 'precompress',
    apply: 'build',
    writeBundle({ dir = '' }, bundle) {
      for (const file of Object.keys(bundle)) {
        if (!/\.(js|css|html|svg|json|webmanifest)$/.test(file)) continue;
        const path = join(dir, file);
        const body = readFileSync(path);
        writeFileSync(`${path}.br`, brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
        writeFileSync(`${path}.gz`, gzipSync(body, { level: 9 }));
      }
    },
  };
}

/** One sprite of the icons that the screens and scripts use (lucide, ISC). */
function iconSprite(): Plugin {
  return {
    name: 'icon-sprite',
    apply: 'build',
    generateBundle() {
      const symbols = iconNames.map((name) => {
        const svg = readFileSync(join(root, 'node_modules/lucide-static/icons', `${name}.svg`), 'utf8');
        const body = svg
          .slice(svg.indexOf('>', svg.indexOf('<svg')) + 1, svg.lastIndexOf('</svg>'))
          .replace(/\s+/g, ' ');
        return `<symbol id="${name}" viewBox="0 0 24 24">${body.trim()}</symbol>`;
      });
      const source = `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>`;
      this.emitFile({ type: 'asset', fileName: 'icons.svg', source });
    },
  };
}

/** What every page shares is linked first: a page's own rule of equal weight wins, as it does while it is being written. */
function sharedStylesFirst(): Plugin {
  const link = (name: string) => new RegExp(`\\s*<link rel="stylesheet"[^>]*/${name}-[^>]*>`);
  return {
    name: 'shared-styles-first',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { filename }) {
        const shared = ['base', 'content'].map((name) => link(name).exec(html)?.[0] ?? '');
        if (!shared[0])
          throw new Error(`No shared styles in ${filename}: they are the ones that several pages import.`);
        const own = shared.reduce((rest, one) => rest.replace(one, ''), html);
        return own.replace(/\s*<link rel="stylesheet"/, `${shared.join('')}$&`);
      },
    },
  };
}

/** Builds parts of a library as the few words of `client/left-out.ts`; a version that has one no longer stops the build. */
function leaveOut(parts: Record<string, string>): Plugin {
  const met = new Set<string>();
  return {
    name: 'leave-out',
    apply: 'build',
    load(id) {
      const part = Object.keys(parts).find((name) => id.endsWith(`/node_modules/${name}`));
      if (!part) return null;
      met.add(part);
      return parts[part];
    },
    buildEnd(error) {
      const gone = Object.keys(parts).filter((name) => !met.has(name));
      if (!error && gone.length) this.error(`Not a part of the library any more: ${gone.join(', ')}`);
    },
  };
}

/**
 * What several pages share, in a few files where the bundler would make many small ones: what is compressed together weighs
 * less, and a phone asks less often. `base`, `ui` and `start` come with the first page, `content`, `session` and `Room` once
 * somebody has joined. What only `room/rest.ts` reaches is kept out of `Room`, for it is fetched later; and it brings along no
 * file that is not here by then, for of such a one that failed Chromium does not ask again under its own name.
 */
const groups = [
  { name: 'base', test: /styles\/base\.css|client\/ui\/(Icon|Circles|Shape)\.svelte\?svelte&type=style/ },
  { name: 'content', test: /styles\/content\.css/ },
  {
    name: 'ui',
    test: /client\/ui\/(Icon|Circles|Shape|keep-focus)|shared\/(refusals|api)|live\/(api|storage|ticker|language|reload-once)|nanoid|vite\/preload-helper|node_modules\/(svelte\/(?!.*\/(bindings\/select|media-query))|clsx|esm-env)|shared\/script-queries/,
  },
  {
    name: 'start',
    test: /client\/phone\/((App|LanguageButton|TextSize|join\/\w+)\.svelte|wording|view|heading|announcer|seat|loading|phone\.css|join\/joining)|live\/script-part/,
  },
  {
    name: 'Room',
    test: /client\/(fields\/(is-asked|JudgementInput|ScaleRow|TextInput)|phone\/(people|answer\/(?!Carried|Choosing|SentView|TurnBar|Versions)|room\/(?!rest\.|Alone|Answer|Check|Closing|Finding|Gone|Guest|Leave|MenuDialog|Own|Paired|Presentation|Read|aloud|RecoveryCode|StayInformed|Stars|Talking|phrases)))/,
  },
  {
    name: 'session',
    test: /shared\/(session\/(?!decide|pairing|improve-groups|dealing|seat-numbers|contrast|suppress|still)|fields|group-by)|views\/counts|shared\/(text|tells-who)|client\/live\/(live-session|outbox)|client\/ui\/(Covered|Dialog)|(socket|engine)\.io/,
  },
];

/** Tells the phone's worker which files are its page's, in both languages, and gives it a name that changes with them. */
function filesOfWorker(): Plugin {
  return {
    name: 'files-of-worker',
    apply: 'build',
    enforce: 'post',
    generateBundle(_, bundle) {
      const worker = bundle['worker.js'];
      if (worker?.type !== 'chunk') return;
      const files = new Set<string>();
      const add = (file: string): void => {
        const chunk = bundle[file];
        if (files.has(file) || chunk?.type !== 'chunk') return;
        files.add(file);
        for (const next of [...chunk.imports, ...chunk.dynamicImports]) add(next);
        for (const style of chunk.viteMetadata?.importedCss ?? []) files.add(style);
      };
      const page = Object.values(bundle).find((chunk) => chunk.type === 'chunk' && chunk.name === 'phone');
      add(page?.fileName ?? '');
      const list = JSON.stringify([...files].map((file) => `/${file}`));
      const html = readFileSync(join(client, 'phone.html'));
      const build = createHash('sha256').update(list).update(html).digest('hex').slice(0, 12);
      worker.code = worker.code.replace('__FILES__', list).replace('__BUILD__', JSON.stringify(`ig-${build}`));
    },
  };
}

/** `together`: "phone+summary", say. What no page of a build uses is left out of what its pages share. */
const pages = (together: string): ViteUserConfig => ({
  root: client,
  // A page of its own has no line to the server.
  plugins: [
    sveltePlugin(),
    ...(together.includes('+') ? [leaveOut({ ...leftOut, ...(together.includes('phone') && leftOutForReaders) })] : []),
    iconSprite(),
    sharedStylesFirst(),
    filesOfWorker(),
    precompress(),
  ],
  build: {
    outDir: 'dist',
    emptyOutDir: false,
    target: ['safari17', 'chrome120', 'firefox121'],
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: {
        ...Object.fromEntries(together.split('+').map((page) => [page, join(client, `${page}.html`)])),
        ...(together.includes('phone') && { worker: join(client, 'phone/worker.ts') }),
      },
      treeshake: {
        // In each template, for a page that a server drew: what is left of them does nothing (`client/left-out.ts`).
        manualPureFunctions: ['$.reset', '$.next'],
        // Only the desk's part of the summary chooses from a list by Svelte; else each page would carry it.
        moduleSideEffects: [{ test: /svelte\/.*\/(bindings\/select|media-query)/, sideEffects: false }],
      },
      output: {
        codeSplitting: { groups, includeDependenciesRecursively: false },
        entryFileNames: ({ name }) => (name === 'worker' ? 'worker.js' : 'assets/[name]-[hash].js'),
      },
    },
  },
});

/** Loaded by Vitest alone, so that `npm start` needs no browser. */
async function tests(): Promise<ViteUserConfig> {
  const { playwright } = await import('@vitest/browser-playwright');
  const { launchOptions } = await import('./test/support/ensure-browser.ts');
  const { compiled } = await import('./test/support/compiled.ts');
  const { LongestFirst } = await import('./test/support/longest-first.ts');
  // Left to itself, Vitest keeps one core free: of two that is half, for minutes.
  const maxWorkers = Math.max(2, availableParallelism() - 1);
  // The tests of a file in the order of a seed, which is printed: `--sequence.seed=…` gives that order again.
  const anyOrder = { shuffle: { tests: true } };
  // As the program runs: loaded by Node itself. What Vite makes of each import costs a seventh of the processor time.
  const byNode = { viteModuleRunner: false, nodeLoader: false };
  return {
    root,
    test: {
      sequence: { sequencer: LongestFirst },
      reporters: ['default', ['json', { outputFile: 'test-results/vitest.json' }]],
      projects: [
        {
          test: {
            name: 'unit',
            environment: 'node',
            experimental: byNode,
            sequence: anyOrder,
            pool: 'forks',
            maxWorkers,
            // What the program is made of is loaded once for all files, which keep nothing in it: a file alone pays a second for it.
            isolate: false,
            env: compiled,
            // Processes are started and a room is filled: on a machine that is busy that takes its time.
            testTimeout: 60_000,
            hookTimeout: 60_000,
            include: ['test/*.test.ts', 'test/{shared,server,faults}/**/*.test.ts'],
            exclude: process.env['FULL'] ? [] : ['**/*.full.test.ts'],
          },
        },
        {
          test: {
            name: 'postgres',
            environment: 'node',
            experimental: byNode,
            sequence: anyOrder,
            pool: 'forks',
            // Said, so that it runs beside the others: alone, one of two cores waits.
            maxWorkers,
            isolate: false,
            testTimeout: 30_000,
            hookTimeout: 30_000,
            include: ['test/postgres/**/*.test.ts'],
            globalSetup: ['test/postgres/global-setup.ts'],
          },
        },
        {
          plugins: [sveltePlugin()],
          test: {
            name: 'component',
            maxWorkers,
            // After the others, not beside them: what is drawn has the cores to itself.
            sequence: { ...anyOrder, groupOrder: 1 },
            include: ['test/client/**/*.test.ts'],
            env: { FULL: process.env['FULL'] ?? '', PICTURES: process.env['PICTURES'] ?? '' },
            browser: {
              enabled: true,
              headless: true,
              screenshotFailures: false,
              provider: playwright({ launchOptions: launchOptions(), contextOptions: { locale: 'nl-NL' } }),
              instances: [{ browser: 'chromium' }],
            },
          },
        },
      ],
    },
  };
}

export default defineConfig(({ mode }) => (mode === 'test' ? tests() : pages(mode)));
