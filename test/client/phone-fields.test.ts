// What one fills in: judgements, texts, chips.
import { beforeEach, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import JudgementInput from '../../client/fields/JudgementInput.svelte';
import TextInput from '../../client/fields/TextInput.svelte';
import type { FieldOf } from '../../shared/fields/field-kind.ts';
import { words } from '../../shared/words/phone.nl.ts';
import { freshPhone, script, stepNamed } from '../support/phone-room.svelte.ts';

const step = stepNamed('duo');
const place = { script, step };
const judgement = step.prompts[0]?.fields[0] as FieldOf<'judgement'>;
const text = step.prompts[0]?.fields[1] as FieldOf<'text'>;
const base = { place, language: 'nl', words: words.fields, title: 'Herkenbaar?' } as const;
const chose = (...choices: string[]) => ({ kind: 'judgement', choices }) as const;

beforeEach(freshPhone);

test('a tap chooses a judgement, a second tap on the same one clears it', async () => {
  const onchange = vi.fn();
  const screen = await render(JudgementInput, { ...base, field: judgement, value: undefined, onchange });
  await screen.getByRole('radio', { name: 'deels' }).click();
  expect(onchange).toHaveBeenLastCalledWith(chose('deels'));
  await screen.rerender({ value: chose('deels') });
  await expect.element(screen.getByRole('radio', { name: 'deels' })).toBeChecked();
  await screen.getByRole('radio', { name: 'deels' }).click();
  expect(onchange).toHaveBeenLastCalledWith(undefined);
  await screen.rerender({ value: undefined });
  await expect.element(screen.getByRole('radio', { name: 'deels' })).not.toBeChecked();
});

test('"wij verschillen van mening" gives two rows and two judgements; switched off, one is left', async () => {
  const onchange = vi.fn();
  const props = { ...base, field: judgement, onchange, voices: 2 };
  const screen = await render(JudgementInput, { ...props, value: chose('ja') });
  const toggle = screen.getByRole('button', { name: 'Wij verschillen van mening' });
  await toggle.click();
  await expect.element(toggle).toHaveAttribute('aria-pressed', 'true');
  expect(screen.getByRole('radio').elements()).toHaveLength(6);
  const second = screen.getByRole('group', { name: /De ander vindt/ });
  await second.getByRole('radio', { name: 'nee' }).click();
  expect(onchange).toHaveBeenLastCalledWith(chose('ja', 'nee'));
  await screen.rerender({ value: chose('ja', 'nee') });
  await toggle.click();
  expect(onchange).toHaveBeenLastCalledWith(chose('ja'));
});

test('given three who differ, then each has a row, and how many think so is told; who says nothing is not counted (D3)', async () => {
  const onchange = vi.fn();
  const screen = await render(JudgementInput, { ...base, field: judgement, onchange, voices: 3, value: undefined });
  await screen.getByRole('button', { name: 'Wij verschillen van mening' }).click();
  const row = (name: RegExp, option: string) =>
    screen.getByRole('group', { name }).getByRole('radio', { name: option });
  await row(/De één vindt/, 'ja').click();
  await row(/De ander vindt/, 'nee').click();
  expect(onchange).toHaveBeenLastCalledWith(chose('ja', 'nee'));
  await row(/Nog iemand vindt/, 'ja').click();
  const told = { ...chose('ja', 'nee'), voices: [2, 1] };
  expect(onchange).toHaveBeenLastCalledWith(told);
  await screen.rerender({ value: told });
  // Nothing jumps to another row under somebody's finger; on a partner's phone the rows stand by judgement.
  await expect.element(row(/De ander vindt/, 'nee')).toBeChecked();
  await expect.element(row(/Nog iemand vindt/, 'ja')).toBeChecked();
  const mate = await render(JudgementInput, {
    ...base,
    field: judgement,
    onchange,
    voices: 3,
    value: told,
    place: base.place,
  });
  await expect
    .element(
      mate
        .getByRole('group', { name: /De ander vindt/ })
        .last()
        .getByRole('radio', { name: 'ja' }),
    )
    .toBeChecked();
});

test('without the right to split there is no switch', async () => {
  const screen = await render(JudgementInput, { ...base, field: judgement, value: undefined, onchange: vi.fn() });
  await expect.element(screen.getByRole('radio').first()).toBeInTheDocument();
  expect(screen.getByRole('button').elements()).toHaveLength(0);
});

test('near its limit a text is counted as people count: an emoji family is one', async () => {
  const family = '👩‍👩‍👧‍👦';
  const screen = await render(TextInput, {
    ...base,
    field: text,
    value: { kind: 'text', text: 'a'.repeat(31) + family },
    onchange: vi.fn(),
  });
  await expect.element(screen.getByText('32 / 40')).toBeVisible();
  await expect.element(screen.getByText('Nog 8 tekens.')).toBeVisible();
  await screen.rerender({ value: { kind: 'text', text: 'a'.repeat(40) + family } });
  await expect.element(screen.getByText('1 teken te veel.')).toBeVisible();
  await expect.element(screen.getByRole('textbox', { name: /Waarom/ })).toHaveAttribute('aria-invalid', 'true');
});

test('far from its limit a text shows no count, but the tip about names', async () => {
  const screen = await render(TextInput, {
    ...base,
    field: text,
    value: { kind: 'text', text: 'kort' },
    onchange: vi.fn(),
    tip: { nl: 'Noem geen namen.' },
  });
  await expect.element(screen.getByText('Noem geen namen.')).toBeVisible();
  expect(screen.getByText('/ 40').elements()).toHaveLength(0);
});

test('from 80 % on the room that is left is said, once a writer pauses, and nothing is ever cut off', async () => {
  const announce = vi.fn();
  const onchange = vi.fn();
  const value = (length: number) => ({ kind: 'text', text: 'a'.repeat(length) }) as const;
  const screen = await render(TextInput, { ...base, field: text, value: value(31), onchange, announce });
  expect(screen.getByText(/Nog .* tekens/).elements()).toHaveLength(0);
  await screen.rerender({ value: value(32) });
  await screen.rerender({ value: value(33) });
  await expect.element(screen.getByText('Nog 7 tekens.')).toBeVisible();
  // Not at every key: only where it rested.
  await expect.poll(() => announce.mock.calls, { timeout: 5_000 }).toEqual([['Nog 7 tekens.']]);
  await screen.rerender({ value: value(41) });
  await expect.element(screen.getByText('41 / 40')).toBeVisible();
  await screen.getByRole('textbox').fill('b'.repeat(60));
  expect(onchange).toHaveBeenLastCalledWith({ kind: 'text', text: 'b'.repeat(60) });
});

test('a text that may name somebody says so beside it, in place of the tip, and is sent as it is (P4)', async () => {
  const onchange = vi.fn();
  const announce = vi.fn();
  const props = { ...base, field: text, onchange, announce, tip: { nl: 'Noem geen namen.' } };
  const screen = await render(TextInput, { ...props, value: { kind: 'text', text: 'Mevrouw wilde niet.' } });
  await expect.element(screen.getByText('Noem geen namen.')).toBeVisible();
  await screen.rerender({ value: { kind: 'text', text: 'Mevrouw Jansen wilde niet.' } });
  await expect.element(screen.getByText('Staat hier een naam? Laat die liever weg.')).toBeVisible();
  await expect.element(screen.getByText('Noem geen namen.')).not.toBeInTheDocument();
  await expect
    .poll(() => announce.mock.calls, { timeout: 5_000 })
    .toEqual([['Staat hier een naam? Laat die liever weg.']]);
  await screen.rerender({ locked: true });
  await expect.element(screen.getByText('Noem geen namen.')).toBeVisible();
  expect(onchange).not.toHaveBeenCalled();
});
