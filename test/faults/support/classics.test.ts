import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { classics } from './classics.ts';

test('each classic bug can still be made: its lines stand in the program once', () => {
  for (const { name, file, edits } of classics) {
    const source = readFileSync(join(import.meta.dirname, '../../..', file), 'utf8');
    for (const { find } of edits) expect(source.split(find).length - 1, `${name}: ${find}`).toBe(1);
  }
});
