// What is typed in a field of the editor counts while it is typed, and one undo takes all of it back (D1, A3).
import { afterEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import * as words from '../../shared/words/editor.nl.ts';
import { openEditor } from '../support/editor-room.ts';

afterEach(() => vi.restoreAllMocks());
const button = (name: string | RegExp) => page.getByRole('button', { name });
const field = (name: string) => page.getByLabelText(name, { exact: true });

/** The editor, and what it saved last. */
async function openToSave(isOnline = () => true) {
  const saved: { minutes: number; itemSets: { items: object[] }[] }[] = [];
  await openEditor({
    isOnline,
    other(_, path, body) {
      if (path !== '/api/own-scripts/s1' || !body) return undefined;
      saved.push(JSON.parse((body as { yaml: string }).yaml));
      return { problem: null, script: 's1', version: saved.length + 1 };
    },
  });
  await button(/^1 Inloop/).click();
  return async () => {
    await userEvent.keyboard('{Control>}s{/Control}');
    await vi.waitFor(() => expect(saved).not.toEqual([]));
    return saved.at(-1);
  };
}

test('what is new is an empty field, and what is typed there is the whole of it', async () => {
  const save = await openToSave();
  await button(words.tabs.items).click();
  await button(words.items.addItem).click();
  await expect.element(page.getByText(words.items.item(2), { exact: true })).toBeVisible();
  await vi.waitFor(() => expect(document.activeElement).toHaveAttribute('placeholder', '…'));
  expect(document.activeElement).toHaveValue('');
  await userEvent.keyboard('Afspraken');
  expect((await save())?.itemSets[0]?.items[1]).toMatchObject({ title: { nl: 'Afspraken', en: '…' } });
});

test('the time of the steps beside the time that there is moves while minutes are typed; one undo takes them back', async () => {
  await openToSave();
  await expect.element(page.getByText(words.steps.total(15, 15), { exact: true })).toBeVisible();
  await field(words.step.minutes).click();
  await userEvent.keyboard('{Control>}a{/Control}1');
  await expect.element(page.getByText(words.steps.total(11, 15), { exact: true })).toBeVisible();
  await userEvent.keyboard('2');
  await expect.element(page.getByText(words.steps.total(22, 15), { exact: true })).toBeVisible();
  await expect.element(field(words.step.minutes)).toHaveFocus();
  await button(words.bar.undo).click();
  await expect.element(page.getByText(words.steps.total(15, 15), { exact: true })).toBeVisible();
  await expect.element(field(words.step.minutes)).toHaveValue(5);
});

test('"make the whole time" is the time as it was typed last, also where it is pressed at once', async () => {
  const save = await openToSave();
  await field(words.step.minutes).click();
  await userEvent.keyboard('{Control>}a{/Control}12');
  await button(words.steps.useTotal(22)).click();
  await field(words.step.minutes).click();
  await userEvent.keyboard('{Control>}a{/Control}13');
  await expect.element(button(words.steps.useTotal(23))).toBeVisible();
  await userEvent.keyboard('{Control>}a{/Control}14');
  (document.activeElement as HTMLElement).blur();
  (button(/hele tijd/).element() as HTMLElement).click();
  expect((await save())?.minutes).toBe(24);
});

test('a title is read while it is typed, its field keeps each letter, and one undo takes all of it back', async () => {
  await openToSave();
  const name = `${words.step.name} ${words.spoken.nl}`;
  await field(name).click();
  await userEvent.keyboard('{End} van');
  await expect.element(button(/^1 Inloop van 5/)).toBeVisible();
  await userEvent.keyboard(' nu');
  await expect.element(button(/^1 Inloop van nu 5/)).toBeVisible();
  await expect.element(field(name)).toHaveValue('Inloop van nu');
  await userEvent.keyboard('{Tab}');
  await button(words.bar.undo).click();
  await expect.element(button(/^1 Inloop 5/)).toBeVisible();
  await expect.element(field(name)).toHaveValue('Inloop');
});

test('without a network what was typed stays in its field, and counts once there is one (A3)', async () => {
  let isOnline = true;
  const save = await openToSave(() => isOnline);
  isOnline = false;
  await field(words.step.minutes).click();
  await userEvent.keyboard('{Control>}a{/Control}9');
  await expect.element(page.getByText(words.bar.waiting)).toBeVisible();
  await userEvent.tab();
  await expect.element(field(words.step.minutes)).toHaveValue(9);
  expect(dispatchEvent(new Event('beforeunload', { cancelable: true })), 'who leaves is asked').toBe(false);
  isOnline = true;
  dispatchEvent(new Event('online'));
  await expect.element(page.getByText(words.steps.total(19, 15), { exact: true })).toBeVisible();
  expect((await save())?.minutes).toBe(15);
  expect(dispatchEvent(new Event('beforeunload', { cancelable: true }))).toBe(true);
});
