// Making a script at the desk, by keyboard and screen reader, at every size (law 2, D1), with the step on real screens beside it.
import { afterEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { isToFill } from '../../client/desk/editor/places.ts';
import PhoneView from '../../client/desk/editor/preview/PhoneView.svelte';
import { words as desk } from '../../shared/words/desk.nl.ts';
import { inScripts } from '../../shared/words/editor/in-scripts.ts';
import * as words from '../../shared/words/editor.nl.ts';
import { openEditor } from '../support/editor-room.ts';

afterEach(() => {
  vi.restoreAllMocks();
  document.documentElement.style.fontSize = '';
  delete document.documentElement.dataset['theme'];
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
/** How light a colour is, from 0 to 1. */
function light(colour: string): number {
  const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  return (red + green + blue) / 765;
}
const controls = () =>
  [...document.querySelectorAll<HTMLElement>('button, a[href], input, select, textarea, summary')].filter((one) =>
    one.checkVisibility(),
  );

test('it opens at its title; Tab goes through the bar, the steps, what is edited and its form, in the order in which they stand', async () => {
  await openEditor();
  await expect.element(page.getByRole('heading', { level: 1, name: 'Goed gesprek' })).toHaveFocus();
  expect(await tabbed(15)).toEqual([
    ...[words.bar.versions, words.bar.file, desk.help.label, words.bar.save],
    ...['1 Inloop 5 min', words.steps.down('Inloop'), words.steps.copy('Inloop'), words.steps.remove('Inloop')],
    ...['2 Antwoorden 10 min', words.steps.add, words.problems.rehearse, words.problems.plan],
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

test('a text in which ids stand twice, as after copying by hand, is edited like another', async () => {
  await openEditor();
  await button(words.tabs.text).click();
  const field = page.getByLabelText(words.text.title);
  const { itemSets, steps, ...rest } = JSON.parse((field.element() as HTMLTextAreaElement).value);
  const twice = { ...rest, itemSets: [...itemSets, ...itemSets], steps: [...steps, ...steps] };
  await userEvent.fill(field, JSON.stringify(twice));
  await button(words.text.apply).click();
  await vi.waitFor(() => expect(document.querySelectorAll('nav ol > li')).toHaveLength(4));
  await button(/^4 Antwoorden/).click();
  await button(words.tabs.step).click();
  await expect.element(page.getByRole('combobox', { name: words.step.set, exact: true })).toBeVisible();
});

test('a problem stands at its field, which is told so, and its line in the list brings the focus there; one without a field of its own is at its line of the text', async () => {
  const minutes = { path: ['steps', 1, 'minutes'], nl: 'Dit duurt te lang.' };
  const label = { path: ['steps', 1, 'prompts', 0, 'fields', 0, 'label', 'en'], nl: 'Hier staat nog niets.' };
  const strange = { path: ['steps', 1, 'variant'], nl: 'Een variant kan hier niet.' };
  await openEditor({ faults: () => [minutes, label, strange] });
  await page.getByText(words.problems.title(3)).click();
  await button(/Dit duurt te lang/).click();
  const field = page.getByLabelText(words.step.minutes, { exact: true });
  await expect.element(field).toHaveFocus();
  await expect.element(field).toHaveAttribute('aria-invalid', 'true');
  await expect.element(field).toHaveAccessibleDescription('Dit duurt te lang.');
  await button(/Hier staat nog niets/).click();
  await vi.waitFor(() => expect(nameOf(document.activeElement)).toBe(`${words.step.label} ${words.spoken.en}`));
  await button(/Een variant kan hier niet/).click();
  await expect.element(page.getByLabelText(words.text.title)).toHaveFocus();
});

test.each([
  [1440, '', 'light'],
  [1024, '', 'dark'],
  [320, '', 'light'],
  [320, '200%', 'light'],
] as const)(
  'at %i pixels, letters %s, in %s, nothing runs off sideways and every control is 24 pixels or more (WCAG 2.2: 1.4.4, 1.4.10, 2.5.8)',
  async (width, size, theme) => {
    document.documentElement.style.fontSize = size;
    await openEditor({ size: [width, 900], theme });
    const ink = getComputedStyle(document.body).color;
    expect(light(ink) > 0.5, ink).toBe(theme === 'dark');
    await button(/^2 Antwoorden/).click();
    for (const tab of [words.tabs.general, words.tabs.items, words.tabs.step, words.tabs.text]) {
      await button(tab).click();
      for (const fold of document.querySelectorAll('details')) fold.open = true;
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

test('the bar with Bewaar stays in sight over a long form, and what gets the focus stands below it; at 320 pixels it goes with the rest', async () => {
  await openEditor({ size: [1024, 768] });
  await button(/^2 Antwoorden/).click();
  const bar = () => document.querySelector('.editor header')?.getBoundingClientRect();
  const last = () => controls().at(-1)?.scrollIntoView();
  last();
  expect(scrollY).toBeGreaterThan(200);
  await expect.element(button(words.bar.save)).toBeInViewport({ ratio: 1 });
  const field = page.getByLabelText(words.step.minutes, { exact: true }).element() as HTMLElement;
  field.focus();
  await vi.waitFor(() => expect(field.getBoundingClientRect().top).toBeGreaterThan(bar()?.bottom ?? 999));
  await page.viewport(320, 640);
  last();
  await vi.waitFor(() => expect(bar()?.bottom).toBeLessThan(0));
});

test('the sketch of a phone has all that an answer about the whole is about, and stars where the phone gives them', async () => {
  const said = (nl: string) => ({ nl, en: nl });
  const value = {
    itemSets: [
      { id: 's', title: said('Onze punten'), items: ['Een', 'Twee'].map((nl) => ({ id: nl, title: said(nl) })) },
    ],
    steps: [
      { kind: 'answering', items: { set: 's', as: 'list' }, prompts: [{ title: said('Wat vind je?'), fields: [] }] },
      { kind: 'harvest', stars: { per: 'person', count: 3 } },
    ],
  };
  const { unmount } = await render(PhoneView, { value, step: 0, language: 'nl' });
  expect(
    page
      .getByRole('listitem')
      .elements()
      .map((one) => one.textContent),
  ).toEqual(['Een', 'Twee']);
  await unmount();
  await render(PhoneView, { value, step: 1, language: 'nl' });
  await expect.element(page.getByText(inScripts.starsTitle.nl)).toBeVisible();
});

test('that time is left is no fault before there is a step to fill it', () => {
  const problem = { path: ['minutes'], line: 1, column: 1, message: { nl: '', en: '' }, atForm: null, proposal: null };
  const begun = (kind: string, minutes: number) =>
    isToFill(
      {
        minutes,
        steps: [
          { kind: 'arrival', before: true, minutes: 5 },
          { kind, minutes: 10 },
        ],
      },
      problem,
    );
  expect([begun('closing', 40), begun('answering', 40), begun('closing', 5)]).toEqual([true, false, false]);
});

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

test('what a script can say of a step has a field: fours made of the pairs, items that are dealt or chosen, stars, choices taken over', async () => {
  const texts: string[] = [];
  await openEditor({
    other(_, path, body) {
      if (path === '/api/own-scripts/s1' && body) texts.push((body as { yaml: string }).yaml);
      return undefined;
    },
  });
  await button(/^2 Antwoorden/).click();
  const select = (name: string) => page.getByRole('combobox', { name, exact: true });
  await select(words.step.form).selectOptions('group4');
  await page.getByLabelText(words.step.fromPairs).click();
  await page.getByLabelText(words.step.anew).click();
  await select(words.step.set).selectOptions('Stellingen');
  await select(words.step.share).selectOptions(words.step.shares.everyone);
  await expect.element(page.getByLabelText(words.step.perUnit)).toHaveValue(3);
  // Beside questions no phone shows stars.
  await expect.element(select(words.step.stars)).not.toBeInTheDocument();
  await select(words.step.fieldKind).selectOptions('choice');
  await button(words.step.takeItems('Stellingen')).click();
  await expect.element(page.getByLabelText(`${words.step.option(1)} ${words.spoken.nl}`)).toHaveValue('Wij luisteren');
  await button(words.steps.add).click();
  await select(words.step.kind).selectOptions(words.step.kinds.discussion);
  await select(words.step.stars).selectOptions(words.step.starsPer.person);
  await button(words.bar.save).click();
  await vi.waitFor(() => expect(texts).toHaveLength(1));
  const { steps } = JSON.parse(texts[0] ?? '') as { steps: object[] };
  expect(steps[2]).toMatchObject({ kind: 'discussion', stars: { per: 'person', count: 3 } });
  expect(steps[1]).toMatchObject({
    ...{ form: { group: 4, from: 'pairs' }, units: 'anew' },
    items: { set: 'stellingen', deal: { across: 'everyone', perUnit: 3 } },
    prompts: [{ fields: [{ kind: 'choice', options: [{ id: 'luisteren' }] }] }],
  });
  // In pairs nothing is made of pairs; all of its own is gone with it.
  await button(/^2 Antwoorden/).click();
  await select(words.step.form).selectOptions('everyone');
  await expect.element(page.getByLabelText(words.step.anew)).not.toBeInTheDocument();
});

test('from a script without problems the way goes on to a session with it, which says what phones will say it is for', async () => {
  const saved: unknown[] = [];
  const choice = {
    minutes: 15,
    steps: 2,
    before: 1,
    purpose: { nl: 'Voor ons huis.', en: 'For us.' },
    days: null,
    languages: ['nl'],
    pairs: false,
    fillIns: [],
  };
  const scripts = ['ander', 's1'].map((id) => ({ ...choice, id, title: { nl: `Draaiboek ${id}`, en: id }, own: 1 }));
  await openEditor({
    other(_, path, body) {
      if (path === '/api/own-scripts/s1' && body) saved.push(body);
      if (path === '/api/own-scripts/s1' && body) return { problem: null, script: 's1', version: 2 };
      return path === '/api/home' ? { scripts, sessions: [], refused: [], damaged: [] } : undefined;
    },
  });
  await button(words.steps.add).click();
  await button(words.problems.plan).click();
  await expect.element(page.getByRole('radio', { name: /Draaiboek s1/ })).toBeChecked();
  expect(saved).toHaveLength(1);
  await expect.element(page.getByRole('radio', { name: /s1.*15 min, 2 stappen en 1 vooraf/ })).toBeChecked();
  await page.getByText(desk.consent.notice.title).click();
  await expect.element(page.getByText(`${desk.consent.notice.purposeEmpty} Voor ons huis.`)).toBeVisible();
});

test('what a step can look back on are steps in which something was asked, and talks about them', async () => {
  const value = (name: string) => [...select(name).element().querySelectorAll('option')].map((one) => one.value);
  const select = (name: string) => page.getByRole('combobox', { name, exact: true });
  await openEditor();
  await button(/^2 Antwoorden/).click();
  await button(words.steps.add).click();
  await select(words.step.kind).selectOptions('discussion');
  await expect.element(select(words.step.about)).toBeVisible();
  expect(value(words.step.about)).toEqual(['', 'vraag']);
  await select(words.step.about).selectOptions('vraag');
  await button(words.steps.add).click();
  await select(words.step.kind).selectOptions('harvest');
  await expect.element(select(words.step.about)).toBeVisible();
  expect(value(words.step.about)).toEqual(['', 'vraag', 'stap']);
  // A comparison is with questions themselves; the first that asks has nothing before it.
  await select(words.step.kind).selectOptions('answering');
  await expect.element(select(words.step.carry)).toBeVisible();
  expect(value(words.step.carry)).toEqual(['', 'vraag']);
  await button(/^2 Antwoorden/).click();
  await expect.element(select(words.step.form)).toBeVisible();
  await expect.element(select(words.step.carry)).not.toBeInTheDocument();
});

test('before the script is there the editor says that it comes, and stands in its place', async () => {
  await openEditor({ isSlow: true });
  await expect.element(page.getByText(desk.openingScript.said)).toBeVisible();
  await expect.element(page.getByRole('link', { name: desk.openingScript.back })).toBeVisible();
});
