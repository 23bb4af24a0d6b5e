import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pageSize, returningPhone, wholePhone } from '../support/page-sizes.ts';

test('a participant downloads at most 35 kB of script and style to join, 82.5 kB when it comes back to a room, and 103 kB of all that it may ever open (gzip)', () => {
  expect(existsSync(join(import.meta.dirname, '../../client/dist/phone.html')), 'build first: npm run build').toBe(
    true,
  );
  const joining = pageSize('phone');
  expect(joining.script).toBeGreaterThan(20_000);
  expect(joining.script + joining.style).toBeLessThanOrEqual(35_000);
  const back = returningPhone();
  expect(back.script).toBeGreaterThan(joining.script + 30_000);
  expect(back.script + back.style).toBeLessThanOrEqual(82_500);
  const whole = wholePhone();
  expect(whole.script).toBeGreaterThan(joining.script);
  expect(whole.script + whole.style).toBeLessThanOrEqual(103_000);
});
