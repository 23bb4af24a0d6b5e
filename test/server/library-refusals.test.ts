// A script that is wrong is refused at the right line, with a sentence that says what to do.
import { expect, test } from 'vitest';
import { parseScript } from '../../server/library/parse-script.ts';
import { good } from './library-good-script.ts';
import { misshapen, unfitting, unreadable } from './library-wrong-scripts.ts';

/** The problems of the good script with one piece replaced. The line that they should name is marked with `#!`, or else where the piece was. */
function problemsAfter(piece: string, by: string) {
  expect(good.split(piece).length, `"${piece}" once in the good script`).toBe(2);
  const wrong = good.replace(piece, () => by);
  const read = parseScript('proef.yaml', wrong);
  const marked = wrong.split('\n').findIndex((line) => line.includes('#!')) + 1;
  return {
    line: marked || good.slice(0, good.indexOf(piece)).split('\n').length,
    problems: read.ok ? [] : read.problems,
  };
}

test('the good script is good', () => expect(parseScript('proef.yaml', good)).toMatchObject({ ok: true }));

test.each([...unreadable, ...misshapen, ...unfitting])('refused at its line: %s', (_, piece, by, nl, en) => {
  const { line, problems } = problemsAfter(piece, by);
  const found = problems.find(({ message }) => message.nl.includes(nl));
  expect(problems.map(({ message }) => message.nl).join('\n')).toContain(nl);
  expect(found?.message.en).toContain(en);
  expect(found?.file).toBe('proef.yaml');
  expect(found?.line).toBe(line);
});

test('an answering step without a question is refused where it begins', () => {
  const wrong = good.replace(/ {4}prompts:\n {6}- id: klopt[\s\S]*?(?= {2}- id: gesprek)/, '');
  const line = wrong.split('\n').indexOf('  - id: interview') + 1;
  expect(parseScript('a.yaml', wrong)).toMatchObject({
    problems: [{ line, message: { nl: expect.stringContaining('Voeg "prompts" toe') } }],
  });
});

test('a step that works with subgroups is refused in a script without them', () => {
  const wrong = good.replace(/subgroups:[\s\S]*?(?=scales:)/, '').replace('        subgroup: a\n', '');
  const line = wrong.split('\n').indexOf('  - id: gesprek') + 1;
  expect(parseScript('a.yaml', wrong)).toMatchObject({
    problems: [{ line, message: { nl: expect.stringContaining('"subgroups" ontbreekt') } }],
  });
});

test('without a leader, times and arrival do not matter', () => {
  const unled = good.replace('minutes: 20', 'minutes: 0\nunled: { days: 7 }').replace('kind: arrival', 'kind: reading');
  expect(parseScript('a.yaml', unled)).toMatchObject({ ok: true });
});

test('a fault in a part that stands elsewhere is named where it stands', () => {
  const shared = good
    .replace('title: { nl: "Welke?", en: "Which?" }', 'title: &welke\n          nl: "Welke?"\n          eng: "Which?"')
    .replace('title: { nl: "Gesprek", en: "Talk" }', 'title: *welke');
  const line = shared.split('\n').indexOf('          eng: "Which?"') + 1;
  expect(parseScript('a.yaml', shared)).toMatchObject({ problems: [{ line }] });
});

test.each([
  ['an empty file', ''],
  ['only a comment', '# nothing'],
  ['a list', '- a\n- b'],
  ['a word', 'draaiboek'],
])('%s is no script', (_, text) => {
  expect(parseScript('a.yaml', text)).toMatchObject({
    problems: [{ line: 1, message: { nl: 'Dit is geen draaiboek. Begin met: format: in-gesprek/script@1' } }],
  });
});

test('YAML 1.1 is refused, where no would mean false', () => {
  expect(parseScript('a.yaml', `%YAML 1.1\n---\n${good}`)).toMatchObject({ problems: [{ line: 1 }] });
});

test('a key that every object has is an unknown word like any other', () => {
  const read = parseScript('a.yaml', `${good}__proto__: { polluted: true }\nconstructor: 1\n`);
  expect(read.ok ? [] : read.problems.map(({ message }) => message.nl.split(' ')[0])).toEqual([
    '"__proto__"',
    '"constructor"',
  ]);
  expect({}).not.toHaveProperty('polluted');
});

test('a file with a thousand faults names fifty at most', () => {
  const faults = Array.from({ length: 1000 }, (_, at) => `fout${at}: 1\n`).join('');
  const read = parseScript('a.yaml', good + faults);
  expect(read.ok ? 0 : read.problems.length).toBe(50);
});
