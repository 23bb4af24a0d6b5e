// Scripts come from folders that a facilitator may put anything into: one bad file never spoils the others.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openLibrary } from '../../server/library/library.ts';
import { parseScript } from '../../server/library/parse-script.ts';

const script = (id: string, more = '') => `format: in-gesprek/script@1
id: ${id}
version: 1.0.0
languages: [nl]
title: { nl: "Titel" }
minutes: 0
steps:
  - { id: inloop, kind: arrival, before: true, minutes: 5, form: individual, title: { nl: "Inloop" } }
${more}`;
const ownSet =
  'itemSets: [{ id: lijst, kind: list, title: { nl: "Lijst" }, items: [{ id: een, title: { nl: "Een" } }] }]';
const takenSet = (from: string) => `itemSets: [{ id: mijn, kind: list, title: { nl: "Mijn" }, from: ${from} }]`;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'library-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const put = (name: string, text: string | Uint8Array) => writeFileSync(join(folder, name), text);
const refusals = (folders = [folder]) =>
  openLibrary(folders).refused.map(({ file, line, message }) => [file, line, message.nl]);

test('reads .yaml and .yml files, and nothing else', () => {
  put('b.yaml', script('b'));
  put('a.yml', script('a'));
  put('README.md', 'not a script');
  put('.hidden.yaml', 'not: a script');
  const library = openLibrary([folder]);
  expect(library.scripts.map(({ id }) => id)).toEqual(['a', 'b']);
  expect(library.refused).toEqual([]);
  expect(library.find('b')?.id).toBe('b');
  expect(library.find('c')).toBeUndefined();
});

test('a bad file is refused beside good ones, with its name and line', () => {
  put('bad.yaml', script('bad').replace('minutes: 0', 'minutes: "0"'));
  put('good.yaml', script('good'));
  expect(openLibrary([folder]).scripts.map(({ id }) => id)).toEqual(['good']);
  expect(refusals()).toEqual([
    [`${basename(folder)}/bad.yaml`, 6, '"minutes" is een getal, zonder aanhalingstekens: 5'],
  ]);
});

test('an id that is taken is refused where it stands; the first one stays', () => {
  const second = join(folder, 'second');
  mkdirSync(second);
  put('a.yaml', script('zelfde'));
  put('second/b.yaml', script('zelfde'));
  expect(openLibrary([folder, second]).scripts).toHaveLength(1);
  expect(refusals([folder, second])).toEqual([['second/b.yaml', 2, expect.stringContaining('al van')]]);
});

test("another script's set is copied in, whichever file comes first", () => {
  put('a.yaml', script('a', takenSet('z/lijst')));
  put('z.yaml', script('z', ownSet));
  const [set] = openLibrary([folder]).find('a')?.itemSets ?? [];
  expect(set).toEqual({
    id: 'mijn',
    kind: 'list',
    title: { nl: 'Mijn' },
    items: [{ id: 'een', title: { nl: 'Een' } }],
  });
});

test.each([
  ['a script that is not there', 'weg/lijst'],
  ['a set that is not there', 'z/weg'],
  ['a set that is itself taken over', 'y/mijn'],
])('a reference to %s is refused', (_, from) => {
  put('a.yaml', script('a', takenSet(from)));
  put('y.yaml', script('y', takenSet('z/lijst')));
  put('z.yaml', script('z', ownSet));
  expect(refusals()).toEqual([
    [expect.stringContaining('a.yaml'), 9, expect.stringContaining(`"${from}" is niet gevonden`)],
  ]);
});

test('a script that no longer fits together after taking over is refused', () => {
  put(
    'a.yaml',
    script('a', takenSet('z/lijst'))
      .replace('[nl]', '[nl, en]')
      .replace(/nl: "\w+"/g, '$&, en: "x"'),
  );
  put('z.yaml', script('z', ownSet));
  expect(refusals()).toEqual([[expect.stringContaining('a.yaml'), 9, expect.stringContaining('ontbreekt het Engels')]]);
});

test('a folder that is not there, a folder named as a file, another encoding and a huge file are refused, not thrown', () => {
  mkdirSync(join(folder, 'folder.yaml'));
  put('latin.yaml', Buffer.from(script('latin').replace('Titel', 'Cliënt'), 'latin1'));
  put('large.yaml', 'x'.repeat(5_000_000));
  put('utf16.yaml', Buffer.from(`\ufeff${script('utf16')}`, 'utf16le'));
  const gone = join(folder, 'gone');
  expect(refusals([folder, gone])).toEqual([
    [expect.stringContaining('gone'), 1, expect.stringContaining('niet te lezen')],
    [expect.stringContaining('folder.yaml'), 1, expect.stringContaining('niet te lezen')],
    [expect.stringContaining('large.yaml'), 1, expect.stringContaining('te groot')],
    [expect.stringContaining('latin.yaml'), 1, expect.stringContaining('UTF-8')],
    [expect.stringContaining('utf16.yaml'), 1, expect.stringContaining('UTF-8')],
  ]);
});

test('a byte order mark and Windows line ends are no problem', () => {
  put('windows.yaml', `\ufeff${script('windows').replaceAll('\n', '\r\n')}`);
  expect(openLibrary([folder]).find('windows')?.title.nl).toBe('Titel');
});

test('an uploaded text is read without any folder', () => {
  expect(parseScript('mijn.yaml', script('mijn'))).toMatchObject({ ok: true, script: { id: 'mijn', agenda: [] } });
});

test('words come out well-formed: no control characters, letters in one form', () => {
  const read = parseScript('a.yaml', script('a').replace('"Titel"', String.raw`"Clie\u0308nt\0\ud83d"`));
  expect(read.ok && read.script.title.nl).toBe('Cliënt\ufffd');
});
