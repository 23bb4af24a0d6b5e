/** A script of one's own: from nothing to five steps in two languages, planned as a session, by hand and by keyboard (law 2, D1). */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { inScripts } from '../../shared/words/editor/in-scripts.ts';
import * as words from '../../shared/words/editor.nl.ts';
import { sitAtDesk } from './support/desk.ts';
import { editorStates, inBothThemes } from './support/desk-states.ts';
import { expect, sizes, test } from './support/journey.ts';

const both = (label: string, language: 'nl' | 'en') => `${label} ${words.spoken[language]}`;
async function fill(page: Page, label: string, text: string, at = 0): Promise<void> {
  const field = page.getByRole('main').getByLabel(label, { exact: true }).nth(at);
  await field.fill(text);
  await field.blur();
}
async function fillBoth(page: Page, label: string, nl: string, en: string, at = 0): Promise<void> {
  await fill(page, both(label, 'nl'), nl, at);
  await fill(page, both(label, 'en'), en, at);
}

test('from nothing to a script of five steps in two languages, kept in versions, and planned as a session', async ({
  program,
  screens,
}) => {
  test.setTimeout(120_000);
  const look = inBothThemes(editorStates);
  const desk = sitAtDesk(await screens.open(sizes.desk));
  const { page, button } = desk;
  await desk.signIn(program.url, program.key);

  await page.getByRole('link', { name: desk.words.home.scripts }).click();
  await expect(page.getByText(words.list.none)).toBeVisible();
  await button(words.list.make).click();
  await expect(page.getByRole('alert')).toHaveText(words.list.noName);
  await look.see(page, 'editor: list, empty');
  await page.getByLabel(words.list.name).fill('Goed gesprek');
  await page.getByLabel(words.spoken.en).check();
  await button(words.list.make).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Goed gesprek' })).toBeVisible();
  await expect(page.getByText(words.problems.title(1))).toBeVisible();
  const steps = page.getByRole('navigation', { name: words.steps.title });
  const rows = steps.getByRole('listitem');
  const stepRow = (name: string) => steps.getByRole('button', { name: new RegExp(`^(\\d+ )?${name}`) });
  const tab = (name: keyof typeof words.tabs) => button(words.tabs[name]).click();

  // What the whole is: its words in two languages, and what it is about.
  await tab('general');
  await fillBoth(page, words.general.name, 'Goed gesprek', 'A good talk');
  await fill(page, words.general.minutes, '30');
  await look.see(page, 'editor: general');
  await tab('items');
  await button(words.items.addSet).click();
  await fillBoth(page, words.items.name, 'Stellingen', 'Statements');
  await fillBoth(page, words.items.name, 'Wij luisteren', 'We listen', 1);
  await look.see(page, 'editor: items');

  // Three steps more, between arrival and closing.
  await stepRow('Inloop').click();
  for (const [n, nl, en] of [
    [1, 'Lezen', 'Reading'],
    [2, 'Antwoorden', 'Answering'],
    [3, 'Samen praten', 'Talking'],
  ] as const) {
    await button(words.steps.add).click();
    await expect(rows).toHaveCount(2 + n);
    await fillBoth(page, words.step.name, nl, en);
    await fill(page, words.step.minutes, String(n * 5));
  }
  const kind = page.getByRole('combobox', { name: words.step.kind, exact: true });
  await kind.selectOption('discussion');
  const about = page.getByRole('combobox', { name: words.step.about, exact: true });
  // Nothing is asked yet: there is nothing to talk about.
  await expect(about.getByRole('option')).toHaveText([words.step.noStep]);
  await stepRow('Antwoorden').click();
  await kind.selectOption('answering');
  await stepRow('Samen praten').click();
  await about.selectOption({ label: 'Antwoorden' });
  // A step without questions, the talk about it, and a time that does not fit: said, each with the way to its place.
  await page.getByText(words.problems.title(3)).click();
  await look.see(page, 'editor: problems');

  await stepRow('Antwoorden').click();
  await page.getByRole('combobox', { name: words.step.form, exact: true }).selectOption('pair');
  await page.getByRole('combobox', { name: words.step.set, exact: true }).selectOption({ label: 'Stellingen' });
  await page.getByRole('combobox', { name: words.step.share, exact: true }).selectOption('everyone');
  await button(words.step.addPrompt).click();
  await fillBoth(page, words.step.question, 'Herken je dit?', 'Do you recognise this?');
  await page.getByRole('combobox', { name: words.step.fieldKind, exact: true }).selectOption('judgement');
  await expect(page.getByRole('combobox', { name: words.step.scale, exact: true })).toHaveValue('drie');
  await button(words.step.addField).click();
  await expect(page.getByLabel(words.step.max, { exact: true })).toHaveValue('400');
  await button(words.step.addHint).click();
  await fillBoth(page, words.step.line(1), 'Loop rond.', 'Walk around.');
  await expect(page.getByText(words.problems.none)).toHaveCount(0);
  const preview = page.getByRole('complementary', { name: words.preview.title });
  await expect(preview).toContainText('Herken je dit?');
  await preview.getByRole('button', { name: words.spoken.en }).click();
  await expect(preview).toContainText('Do you recognise this?');
  await expect(preview).toContainText(inScripts.send.en);
  await expect(preview).toContainText('Walk around.');
  await look.see(page, 'editor: step');

  // The time: thirty-one minutes of thirty; made to fit with one press.
  await expect(steps).toContainText(words.steps.over(1));
  await button(words.steps.useTotal(31)).click();
  await expect(page.getByText(words.problems.none)).toBeVisible();

  // Moved by keyboard, told, taken back and done again.
  await stepRow('Lezen').focus();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(page.getByRole('status').first()).toContainText(words.steps.moved('Lezen', 3, 5));
  await expect(stepRow('Lezen')).toBeFocused();
  await expect(rows.nth(2)).toContainText('Lezen');
  await page.keyboard.press('Control+z');
  await expect(rows.nth(1)).toContainText('Lezen');
  await page.keyboard.press('Control+y');
  await expect(rows.nth(2)).toContainText('Lezen');
  await page.getByRole('banner').getByRole('button', { name: words.bar.undo }).click();
  await expect(rows.nth(1)).toContainText('Lezen');

  // What was not saved outlives the page; saved it is a version; the text is all of it.
  await expect(page.getByText(words.bar.unsaved)).toBeVisible();
  await page.reload();
  await expect(page.getByText(words.bar.kept).first()).toBeVisible();
  await page.keyboard.press('Control+s');
  await expect(page.getByText(words.bar.saved(2)).first()).toBeVisible();
  await tab('text');
  const text = page.getByLabel(words.text.title);
  await text.fill((await text.inputValue()).replace('id: inloop', 'id: inloop # koffie staat klaar'));
  await button(words.text.apply).click();
  await expect(page.getByText(words.bar.unsaved)).toBeVisible();
  await look.see(page, 'editor: text');
  await button(words.bar.save).click();
  await expect(page.getByText(words.bar.saved(3)).first()).toBeVisible();
  const downloading = page.waitForEvent('download');
  await button(words.bar.file).click();
  const file = await downloading;
  expect(file.suggestedFilename()).toBe('goed-gesprek.yaml');
  const yaml = readFileSync(await file.path(), 'utf8');
  expect(yaml).toContain('# koffie staat klaar');
  expect(yaml).toContain('# A script of your own.');
  expect(yaml).toContain('across: everyone');

  // Back to an earlier version, and forward again by undoing.
  await button(words.bar.versions).click();
  await look.see(page, 'editor: versions');
  await button(words.versions.lookAt(1)).click();
  await expect(rows).toHaveCount(2);
  await page.getByRole('banner').getByRole('button', { name: words.bar.undo }).click();
  await expect(rows).toHaveCount(5);

  // The list, and a session from it that says what it began with.
  await page.getByRole('link', { name: words.bar.back }).click();
  await expect(page.getByText(words.list.ready)).toBeVisible();
  await look.see(page, 'editor: list');
  await button(words.list.planIt('Goed gesprek')).click();
  await expect(desk.dialog().getByRole('radio', { name: 'Goed gesprek' })).toBeChecked();
  await desk.dialog().getByLabel(desk.words.plan.name).fill('Eerste keer');
  await desk.dialog().getByRole('button', { name: desk.words.plan.go }).click();
  await expect(page.getByText('Samen praten')).toBeVisible();
  await button(desk.words.bar.settings).click();
  await desk.dialog().getByText(desk.words.settings.details).click();
  await expect(desk.dialog().getByText(/1\.0\.0\+3/)).toBeVisible();
  expect(look.missing()).toEqual([]);
});
