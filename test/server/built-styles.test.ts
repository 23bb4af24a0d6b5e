import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

test.each(['phone', 'desk', 'wall', 'summary'])(
  'the built %s links the shared styles first, so that its own rules win where the weight is equal',
  (page) => {
    const html = readFileSync(join(import.meta.dirname, '../../client/dist', `${page}.html`), 'utf8');
    const styles = [...html.matchAll(/<link rel="stylesheet"[^>]*href="\/assets\/([^"]+)-.{8}\.css"/g)];
    const names = styles.map(([, name]) => name);
    expect(names.length).toBeGreaterThan(1);
    expect(names[0]).toBe('base');
    expect(names.filter((name) => name === 'base')).toHaveLength(1);
    expect(names).toContain(page === 'phone' ? 'start' : page);
  },
);
