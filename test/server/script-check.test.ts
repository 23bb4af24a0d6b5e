// `npm run script -- check`: where a script is wrong, what to do, and what was meant.
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { parseScript } from '../../server/library/parse-script.ts';
import type { Problem } from '../../shared/problem.ts';
import { readCorpus } from '../support/corpus/case.ts';
import { firstSaid, scriptFile } from '../support/corpus/script-file.ts';
import { runProgram } from '../support/server-process.ts';
import { good } from './library-good-script.ts';

const folder = mkdtempSync(join(tmpdir(), 'script-check-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function put(name: string, text: string | Buffer): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return path;
}
const check = (typed: string[], settings = {}) => runProgram('library/main.ts', settings, ['check', ...typed]).ended;

/** What was meant where this piece of the good script became that. */
function proposalAfter(piece: string, by: string) {
  const wrong = good.replace(piece, by);
  const read = parseScript('a.yaml', wrong);
  const problems = read.ok ? [] : read.problems;
  const [first] = problems;
  const at = wrong.split('\n')[(first?.line ?? 1) - 1] ?? '';
  return { at: at.slice((first?.column ?? 1) - 1), proposal: first?.proposal, count: problems.length };
}

test('a good file and a wrong one, in a folder and by name: each problem with its place, what is well with its minutes, ends with 1', async () => {
  const own = join(folder, 'own');
  const a = put('own/a.yaml', good);
  const b = put('own/b.yaml', good.replace('id: proef', 'id: b').replace('form: pair', 'form: duo'));
  const { code, output, errors } = await check([own, a], { LANG: 'nl_NL.UTF-8' });
  expect({ code, errors }).toEqual({ code: 1, errors: '' });
  expect(output.split('\n')).toEqual([
    `${b}:42:11: "form" kan dit niet zijn. Kies uit: everyone, individual, pair, subgroup, { group: 4 }`,
    '    Bedoel je pair?',
    `${a}: goed: 20 minuten, 3 stappen en 1 vooraf`,
    '1 fout, in 1 van 2 bestanden.',
    '',
  ]);
});

test('the language is that of the system, or the one that is asked for', async () => {
  const wrong = put('wrong.yaml', good.replace('minutes: 10', 'minutes: tien'));
  const [english, dutch, asked] = await Promise.all([
    check([wrong], { LANG: 'C.UTF-8' }),
    check([wrong], { LC_ALL: 'nl_BE.UTF-8', LANG: 'en_GB' }),
    check([wrong, '--language', 'nl'], { LANG: 'en_GB' }),
  ]);
  expect(english.output).toContain('is a number');
  expect(dutch.output).toContain('is een getal');
  expect(asked.output).toBe(dutch.output);
});

test('as JSON a program reads what is good and what is not', async () => {
  const right = put('right.yaml', good);
  const wrong = put('wrong-json.yaml', good.replace('set: set ', 'set: sets ').replace('id: proef', 'id: ander'));
  const { code, output } = await check([right, wrong, '--json']);
  expect(code).toBe(1);
  const problem = { file: wrong, line: 44, column: 19, proposal: 'set' };
  const message = {
    nl: '"sets" bestaat niet. Kies uit: set, tweede',
    en: '"sets" does not exist. Choose from: set, tweede',
  };
  expect(JSON.parse(output)).toEqual({ ok: false, good: [right], problems: [{ ...problem, message }] });
});

test('the scripts of this program are good, also when they take a set over from one another', async () => {
  const { code, output } = await check(['sessions']);
  const count = readdirSync(join(import.meta.dirname, '../../sessions')).filter((file) =>
    file.endsWith('.yaml'),
  ).length;
  const last = `Nothing wrong in ${count} scripts.`;
  expect({ code, last: output.trim().split('\n').at(-1) }).toEqual({ code: 0, last });
});

test.each([
  ['nothing', []],
  ['an option that is none', ['a.yaml', '--fast']],
  ['a language that is none', ['a.yaml', '--language', 'fy']],
])('asked for %s it says how to ask, and ends with 1', async (_, typed) => {
  const { code, errors, output } = await check(typed);
  expect({ code, output }).toEqual({ code: 1, output: '' });
  expect(errors).toMatch(/^npm run script -- check/);
});

test('a file that is not there, and a folder without scripts, are said in a line', async () => {
  const empty = join(folder, 'empty');
  mkdirSync(empty);
  const gone = join(folder, 'gone.yaml');
  const { code, output, errors } = await check([gone, empty]);
  expect({ code, errors }).toEqual({ code: 1, errors: '' });
  expect(output).toContain(`${gone}:1:1: This cannot be read.`);
  expect(output).toContain(`${empty}:1:1: There is no script in this folder.`);
});

test('each wrong script of the corpus, as a file of its own: the command ends well with 100 MB at most, says of each first what is written beside it, and shows nothing of its insides', {
  timeout: 60_000,
}, async () => {
  const wrong = readCorpus().flatMap((one) => (one.road === 'script' && one.expect !== 'ok' ? [one] : []));
  const files = wrong.map(({ input, name }) => put(`corpus/${name}.yaml`, scriptFile(input)));
  const { code, output, errors } = await check([join(folder, 'corpus'), '--json'], {
    NODE_OPTIONS: '--max-old-space-size=100',
  });
  expect({ code, errors }).toEqual({ code: 1, errors: '' });
  const { problems } = JSON.parse(output) as { problems: Problem[] };
  const byFile = Map.groupBy(problems, ({ file }) => file);
  const said = files.map((file) => firstSaid(byFile.get(file) ?? []));
  expect(said).toEqual(wrong.map(({ expect: written }) => written));
  expect(output).not.toMatch(/node_modules|file:\/\/|\n {4}at |Error:/);
});

test('words of a script never steer the terminal', async () => {
  const { output } = await check([put('steer.yaml', `${good}"\\e[31m\\u009b31m": 1\n`)]);
  expect(output).toContain('"\ufffd[31m\ufffd31m" is not known here.');
});

test('nor as JSON, nor by turning the direction of what is read: a file may be called anything', async () => {
  const name = put('turned-\u202elmay\u2066\u009b31m.yaml', `${good}"\u202e\u0085": 1\n`);
  const [told, json] = await Promise.all([check([name]), check([name, '--json'])]);
  const steering = /[\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;
  expect([steering.test(told.output), steering.test(json.output)]).toEqual([false, false]);
  const { problems } = JSON.parse(json.output) as { problems: Problem[] };
  expect(problems[0]).toMatchObject({ file: name });
});

test('who reads only the first line sees no fault of the program', async () => {
  const many = Array.from({ length: 20 }, (_, at) => put(`many${at}.yaml`, `${good}kleur: rood\n`));
  const typed = [process.execPath, 'server/library/main.ts', 'check', ...many].map((word) => `'${word}'`).join(' ');
  const errors = await new Promise((resolve) =>
    execFile('sh', ['-c', `${typed} | head -n 1`], (_error, _output, said) => resolve(said)),
  );
  expect(errors).toBe('');
});

test.each([
  ['a word that was nearly written', 'phone: { nl', 'phnoe: { nl', 'phnoe', 'phone'],
  ['a word in Dutch', 'minutes: 20', 'minuten: 20', 'minuten', 'minutes'],
  ['a kind in Dutch', 'kind: discussion', 'kind: gesprek', 'gesprek', 'discussion'],
  ['a word of this field, not of another', 'scale: three }', 'schaal: three }', 'schaal', 'scale'],
  ['yes for true', 'before: true', 'before: ja', 'ja', 'true'],
  ['a number as a text', 'max: 400', 'max: "400"', '"400"', '400'],
  ['a number that is too large', 'max: 400', 'max: 4000', '4000', '1500'],
  ['a list that is none', 'languages: [nl, en]', 'languages: nl', 'nl', '[nl]'],
  [
    'a title without a language',
    'title: { nl: "Welke?", en: "Which?" }',
    'title: Welke?',
    'Welke?',
    '{ nl: "Welke?" }',
  ],
  ['an id that is none', 'id: welke', 'id: Welke één', 'Welke', 'welke-een'],
  ['an id twice', 'id: interview', 'id: vraag', 'vraag', 'vraag-2'],
  ['a step that is nearly there', 'about: vraag', 'about: vraaag', 'vraaag', 'vraag'],
  ['a sum', 'minutes: 20', 'minutes: 25', '25', '20'],
  ['a placeholder', 'in {names}.", en', 'in {name}.", en', '"Schrijf', '{names}'],
])('what was meant is proposed: %s', (_, piece, by, at, proposal) => {
  const found = proposalAfter(piece, by);
  expect(found.at.startsWith(at), found.at).toBe(true);
  expect(found).toMatchObject({ proposal, count: 1 });
});

test('nothing is proposed where nothing is near', () => {
  expect(proposalAfter('kind: discussion', 'kind: zonnebloem').proposal).toBeNull();
  expect(proposalAfter('version: 1.0.0', 'version: 1.0').proposal).toBeNull();
});
