/** Who reads a summary and was not there knows what was asked, and of two times which (D3). */
import { expect, test } from 'vitest';
import { type Script, scriptSchema, type Text } from '../../shared/script.ts';
import { stepOf } from '../../shared/script-queries.ts';
import { askedWords } from '../../shared/views/asked-words.ts';
import { compareScript } from '../support/compare-script.ts';

const asked = (label: Text | undefined, change: (script: Script) => Script = (script) => script) => {
  const script = change(scriptSchema.parse(compareScript()));
  const step = stepOf(script, 'samen');
  const [prompt] = step?.prompts ?? [];
  if (!step || !prompt) throw new Error('no such step');
  const [judgement] = prompt.fields;
  const fields = judgement ? [label ? { ...judgement, label } : judgement] : [];
  return askedWords(script, step, { ...prompt, fields }).nl;
};
const again = (script: Script): Script => {
  const step = stepOf(script, 'samen');
  return step
    ? { ...script, steps: [...script.steps, { ...step, id: 'nog-eens', title: { nl: 'Nog eens' } }] }
    : script;
};

test('a field is told by its name where that asks by itself, else by the question', () => {
  expect(asked(undefined)).toBe('Duidelijk?');
  expect(asked({ nl: 'Is dat zo?', en: 'Is that so?' })).toBe('Is dat zo?');
  expect(asked({ nl: 'Oordeel', en: 'Judgement' })).toBe('Duidelijk?');
});

test('of choices the question stands before the name', () => {
  const script = scriptSchema.parse(compareScript());
  const step = stepOf(script, 'samen');
  const [prompt] = step?.prompts ?? [];
  if (!step || !prompt) throw new Error('no such step');
  const field = (label: Text) =>
    ({ kind: 'choice', id: 'vaak', label, many: false, optional: true, options: [] }) as never;
  expect(askedWords(script, step, prompt, field({ nl: 'Hoe vaak' })).nl).toBe('Duidelijk? · Hoe vaak');
  expect(askedWords(script, step, prompt, field({ nl: 'Hoe vaak?' })).nl).toBe('Hoe vaak?');
});

test('where two steps ask about the same, the name of the step says which it was', () => {
  expect(asked({ nl: 'Oordeel', en: 'Judgement' }, again)).toBe('Samen · Duidelijk?');
});
