// Making a script at the desk, by keyboard and screen reader, at every size (law 2, D1), with the step on real screens beside it.
import { afterEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { words as desk } from '../../shared/words/desk.nl.ts';
import * as words from '../../shared/words/editor.nl.ts';
import { openEditor } from '../support/editor-room.ts';

afterEach(() => {
  vi.restoreAllMocks();
  document.documentElement.style.fontSize = '';
});
const button = (name: string | RegExp) => page.getByRole('button', { name });
const nameOf = (one: Element | null): string =>
  one?.getAttribute('aria-label') ??
  (one as HTMLInputElement | null)?.labels?.[0]?.textContent?.trim().replace(/\s+/g, ' ') ??
  one?.textContent?.trim().replace(/\s+/g, ' ') ??
  '';
async function tabbed(times: number): Promise<string[]> {
  const names: string[] = [];
  for (let n = 0; n < times; n++) {
    await userEvent.keyboard('{Tab}');
    names.push(nameOf(document.activeElement));
  }
  return names;
}
const controls = () =>
  [...document.querySelectorAll<HTMLElement>('button, a[href], input, select, textarea, summary')].filter((one) =>
    one.checkVisibility(),
  );

test('it opens at its title; Tab goes through the bar, the steps, what is edited and its form, in the order in which they stand', async () => {
  await openEditor();
  await expect.element(page.getByRole('heading', { level: 1, name: 'Goed gesprek' })).toHaveFocus();
  expect(await tabbed(13)).toEqual([
    ...[words.bar.versions, words.bar.file, desk.help.label, words.bar.save],
    ...['1 Inloop 5 min', words.steps.down('Inloop'), words.steps.copy('Inloop'), words.steps.remove('Inloop')],
    ...['2 Antwoorden 10 min', words.steps.add],
    ...[words.tabs.general, words.tabs.items, words.tabs.step],
  ]);
  expect(await tabbed(4)).toEqual([
    ...[words.tabs.text, words.live.show],
    ...[`${words.step.name} ${words.spoken.nl}`, `${words.step.name} ${words.spoken.en}`],
  ]);
  expect(controls().filter((one) => nameOf(one) === '')).toEqual([]);
});

test('D1: what was changed is taken back and done again by keyboard, and the step keeps the focus', async () => {
  await openEditor();
  const rows = () =>
    [...document.querySelectorAll('nav ol > li')].map((one) => one.querySelector('.name')?.textContent);
  await button(/^1 Inloop/).click();
  const first = rows();
  await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}');
  await vi.waitFor(() => expect(rows()).toEqual(first.toReversed()));
  await expect.element(button(/^2 Inloop/)).toHaveFocus();
  await userEvent.keyboard('{Control>}z{/Control}');
  await vi.waitFor(() => expect(rows()).toEqual(first));
  await userEvent.keyboard('{Control>}y{/Control}');
  await vi.waitFor(() => expect(rows()).toEqual(first.toReversed()));
});

test('a problem stands at its field, which is told so, and its line in the list brings the focus there; one without a field of its own is at its line of the text', async () => {
  const minutes = { path: ['steps', 1, 'minutes'], nl: 'Dit duurt te lang.' };
  const label = { path: ['steps', 1, 'prompts', 0, 'fields', 0, 'label', 'en'], nl: 'Hier staat nog niets.' };
  const strange = { path: ['steps', 1, 'stars'], nl: 'Sterren kan hier niet.' };
  await openEditor({ faults: () => [minutes, label, strange] });
  await page.getByText(words.problems.title(3)).click();
  await button(/Dit duurt te lang/).click();
  const field = page.getByLabelText(words.step.minutes, { exact: true });
  await expect.element(field).toHaveFocus();
  await expect.element(field).toHaveAttribute('aria-invalid', 'true');
  await expect.element(field).toHaveAccessibleDescription('Dit duurt te lang.');
  await button(/Hier staat nog niets/).click();
  await vi.waitFor(() => expect(nameOf(document.activeElement)).toBe(`${words.step.label} ${words.spoken.en}`));
  await button(/Sterren kan hier niet/).click();
  await expect.element(page.getByLabelText(words.text.title)).toHaveFocus();
});

test.each([
  [1440, '', 'light'],
  [1024, '', 'dark'],
  [320, '', 'light'],
  [320, '200%', 'light'],
])(
  'at %i pixels, letters %s, nothing runs off sideways and every control is 24 pixels or more (WCAG 2.2: 1.4.4, 1.4.10, 2.5.8)',
  async (width, size) => {
    document.documentElement.style.fontSize = size;
    await openEditor({ size: [width, 900] });
    await button(/^2 Antwoorden/).click();
    for (const tab of [words.tabs.general, words.tabs.items, words.tabs.step, words.tabs.text]) {
      await button(tab).click();
      const wide = [...document.querySelectorAll('*')].filter((one) => one.getBoundingClientRect().right > width + 1);
      expect(wide.map((one) => `${one.tagName} ${one.className} ${one.textContent?.trim().slice(0, 30)}`)).toEqual([]);
      expect(document.documentElement.scrollWidth, tab).toBeLessThanOrEqual(width);
      for (const one of controls()) {
        // What is ticked is as large as its words.
        const box = (one.closest('label') ?? one).getBoundingClientRect();
        expect([tab, nameOf(one), Math.min(box.width, box.height) >= 24]).toEqual([tab, nameOf(one), true]);
        expect([tab, nameOf(one), box.left >= 0 && box.right <= width + 1]).toEqual([tab, nameOf(one), true]);
      }
    }
  },
);

test('a step is asked for as it stands here; where it cannot be rehearsed the sketch stays, and says why', async () => {
  const asked: unknown[] = [];
  await openEditor({
    other(method, path, body) {
      if (method !== 'POST' || path !== '/api/rehearsals') return undefined;
      asked.push(body);
      return { refused: 'severalNodes' };
    },
  });
  await button(/^2 Antwoorden/).click();
  await button(words.live.show).click();
  await expect
    .element(page.getByRole('alert'))
    .toHaveTextContent(`${desk.rehearsal.refused.severalNodes} ${words.live.sketch}`);
  await expect.element(page.getByRole('complementary').getByText('Herken je dit?').first()).toBeVisible();
  expect(asked).toMatchObject([{ step: 'vraag', language: 'nl', speed: 0, script: expect.stringContaining('Herken') }]);
});

test('a draft with problems shows those instead, and asks for no screens', async () => {
  const asked: string[] = [];
  await openEditor({
    faults: () => [{ path: ['steps', 0, 'minutes'], nl: 'Dit duurt te lang.' }],
    other: (_, path) => void asked.push(path),
  });
  await button(words.live.show).click();
  const preview = page.getByRole('complementary');
  await expect.element(preview.getByText(words.live.notYet)).toBeVisible();
  await expect.element(preview.getByText('Dit duurt te lang.')).toBeVisible();
  await expect.element(button(words.live.again)).toBeDisabled();
  expect(asked).toEqual([]);
});
