import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import type { Plugin } from 'vite';
import { defineConfig, type ViteUserConfig } from 'vitest/config';
import { iconNames } from './client/ui/icon-names.ts';

const root = import.meta.dirname;
const client = join(root, 'client');
const sveltePlugin = () =>
  svelte({ configFile: false, compilerOptions: { runes: true, cssHash: ({ hash, css }) => `s${hash(css)}` } });

/** Writes a `.br` and a `.gz` beside each text file, for `preCompressed` serving. */
function precompress(): Plugin {
  let outDir = '';
  return {
    name: 'precompress',
    apply: 'build',
    configResolved(config) {
      outDir = resolve(config.root, config.build.outDir);
    },
    writeBundle() {
      for (const file of readdirSync(outDir, { recursive: true, encoding: 'utf8' })) {
        if (!/\.(js|css|html|svg|json|webmanifest)$/.test(file)) continue;
        const path = join(outDir, file);
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
  const shared = /\s*<link rel="stylesheet"[^>]*\/base-[^>]*>/;
  return {
    name: 'shared-styles-first',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { filename }) {
        const link = shared.exec(html)?.[0];
        if (!link) throw new Error(`No shared styles in ${filename}: they are the ones that several pages import.`);
        return html.replace(link, '').replace(/\s*<link rel="stylesheet"/, `${link}$&`);
      },
    },
  };
}

/** What socket.io carries beside text, which no screen sends or gets, and the transport that this server does not offer. */
const unused: Record<string, string> = {
  'engine.io-client/build/esm/transports/webtransport.js': 'export const WT = undefined;',
  'engine.io-parser/build/esm/encodePacket.browser.js': `import { PACKET_TYPES } from './commons.js';
    export const encodePacket = ({ type, data }, _, send) => send(PACKET_TYPES[type] + (data || ''));
    export const encodePacketToBinary = undefined;`,
  'engine.io-parser/build/esm/contrib/base64-arraybuffer.js': 'export const decode = () => undefined;',
  'socket.io-parser/build/esm/binary.js': 'export const deconstructPacket = undefined, reconstructPacket = undefined;',
  'socket.io-parser/build/esm/is-binary.js': 'export const isBinary = () => false, hasBinary = isBinary;',
};

/** Builds those parts of a library as the few words above; a version that has one no longer stops the build. */
function leaveOut(): Plugin {
  const met = new Set<string>();
  return {
    name: 'leave-out',
    apply: 'build',
    load(id) {
      const part = Object.keys(unused).find((name) => id.endsWith(`/node_modules/${name}`));
      if (!part) return null;
      met.add(part);
      return unused[part];
    },
    buildEnd(error) {
      const gone = Object.keys(unused).filter((name) => !met.has(name));
      if (!error && gone.length) this.error(`Not a part of the library any more: ${gone.join(', ')}`);
    },
  };
}

/**
 * What several pages share, in a few files where the bundler would make many small ones: what is compressed together weighs
 * less, and a phone asks less often. `ui` comes with the first page, `session` once somebody has joined.
 */
const groups = [
  {
    name: 'ui',
    test: /client\/ui\/(Icon|Circles|Shape|Covered|Dialog|keep-focus)|session\/masks|shared\/(text|refusals|api)|live\/(api|storage|ticker|language)|nanoid/,
  },
  {
    name: 'session',
    test: /shared\/(session\/(?!decide|pairing|improve-groups|dealing|seat-numbers|contrast|suppress|still)|fields|group-by)|views\/counts|client\/live\/(live-session|outbox)|(socket|engine)\.io/,
  },
];

const pages: ViteUserConfig = {
  root: client,
  plugins: [sveltePlugin(), leaveOut(), iconSprite(), sharedStylesFirst(), precompress()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: ['safari17', 'chrome120', 'firefox121'],
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: ['phone', 'desk', 'wall', 'summary'].map((page) => join(client, `${page}.html`)),
      output: { codeSplitting: { groups, includeDependenciesRecursively: false } },
    },
  },
};

/** Loaded by Vitest alone, so that `npm start` needs no browser. */
async function tests(): Promise<ViteUserConfig> {
  const { playwright } = await import('@vitest/browser-playwright');
  const { launchOptions } = await import('./test/support/ensure-browser.ts');
  return {
    root,
    test: {
      reporters: ['default', ['json', { outputFile: 'test-results/vitest.json' }]],
      projects: [
        {
          test: {
            name: 'unit',
            environment: 'node',
            pool: 'forks',
            // Processes are started and a room is filled: on a machine that is busy that takes its time.
            testTimeout: 30_000,
            hookTimeout: 30_000,
            include: ['test/*.test.ts', 'test/{shared,server,faults}/**/*.test.ts'],
          },
        },
        {
          plugins: [sveltePlugin()],
          test: {
            name: 'component',
            include: ['test/client/**/*.test.ts'],
            env: { FULL: process.env['FULL'] ?? '' },
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

export default defineConfig(({ mode }) => (mode === 'test' ? tests() : pages));
