import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const client = join(import.meta.dirname, '../../client');

test.each(['phone', 'desk', 'wall', 'summary'])(
  'the built %s links the shared styles first, so that its own rules win where the weight is equal',
  (page) => {
    const html = readFileSync(join(client, 'dist', `${page}.html`), 'utf8');
    const styles = [...html.matchAll(/<link rel="stylesheet"[^>]*href="\/assets\/([^"]+)-.{8}\.css"/g)];
    const names = styles.map(([, name]) => name);
    expect(names.length).toBeGreaterThan(1);
    expect(names[0]).toBe('base');
    expect(names.filter((name) => name === 'base')).toHaveLength(1);
    expect(names).toContain(page === 'phone' ? 'start' : page);
  },
);

/** All that rules for the dark declare, of `[data-theme="dark"]` and of the device's own wish. */
function declaredForDark(css: string): string[] {
  const bodies = css.matchAll(/(?:\[data-theme="dark"\]|prefers-color-scheme: dark\)\s*\{)[^{}]*\{([^{}]*)\}/g);
  return [...bodies].flatMap(([, body = '']) => body.split(';').map((one) => one.trim())).filter(Boolean);
}

test('the dark is other colours and nothing else: journeys look at all of a state in one theme, and at its colours in both (law 9)', () => {
  const files = readdirSync(client, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /^(?!dist).*\.(css|svelte)$/.test(file),
  );
  const sources = files.map((file) => readFileSync(join(client, file), 'utf8'));
  const declared = sources.flatMap(declaredForDark);
  const isColour =
    /^(color-scheme: dark|(--[\w-]+): (#[0-9a-f]{3,8}|var\(--[\w-]+\))|mix-blend-mode: \w+|opacity: [\d.]+)$/;
  expect(declared.length).toBeGreaterThan(100);
  expect(declared.filter((one) => !isColour.test(one))).toEqual([]);
  // Each of them was read: in a block that holds several rules all but the first would be passed over.
  const blocks = sources.flatMap((css) => css.match(/prefers-color-scheme: dark\)[^}]*\}\s*\S/g) ?? []);
  expect(blocks.filter((block) => !block.endsWith('}'))).toEqual([]);
});
