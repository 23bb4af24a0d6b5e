// Files made to keep a server busy. Unguarded, the slowest took minutes.
import { expect, test } from 'vitest';
import { parseScript } from '../../server/library/parse-script.ts';

const laughs = (levels: number, width: number) =>
  Array.from({ length: levels }, (_, at) => {
    const each = at === 0 ? 'ha' : `*a${at - 1}`;
    return `a${at}: &a${at} [${Array(width).fill(each).join(', ')}]`;
  }).join('\n');
const many = 512 * 1024;

const bombs: [name: string, text: string, nl: string][] = [
  ['a billion laughs', laughs(9, 10), 'Verwijzingen met & en *'],
  ['a million laughs with few aliases', laughs(7, 7), 'Verwijzingen met & en *'],
  ['a text that holds itself', 'a: &a\n  b: *a', 'Verwijzingen met & en *'],
  [
    'a large text, many times',
    `a: &a "${'x'.repeat(400_000)}"\nb: [${Array(40).fill('*a').join(', ')}]`,
    'Verwijzingen met & en *',
  ],
  ['five megabytes', `id: "${'x'.repeat(5_000_000)}"`, 'te groot'],
  ['half a million brackets', '['.repeat(many), 'te veel lagen'],
  ['half a million question marks', '? '.repeat(many / 2), 'te veel lagen'],
  ['a hundred thousand keys', Array.from({ length: 50_000 }, (_, at) => `k${at}: 1`).join('\n'), 'te veel onderdelen'],
  ['twenty thousand brackets', '['.repeat(20_000), 'te veel lagen'],
  ['fourteen thousand dashes', '- '.repeat(14_000), 'te veel lagen'],
  [
    'seven thousand dashes on seventy lines, each further to the right',
    Array.from({ length: 70 }, (_, at) => `${' '.repeat(at * 200)}${'- '.repeat(100)}\n`).join(''),
    'te veel lagen',
  ],
  [
    'nine thousand steps that are none',
    `steps: [${'0,'.repeat(9_000)}]`,
    'Hier ontbreekt "format". Schrijf: format: in-gesprek/script@1',
  ],
];

test.each(bombs)('%s: refused within two seconds', (_, text, nl) => {
  const started = performance.now();
  const read = parseScript('a.yaml', text);
  expect(performance.now() - started).toBeLessThan(2000);
  expect(read.ok ? '' : read.problems.map(({ message }) => message.nl).join('\n')).toContain(nl);
});

test('a script that is deep as people write them is not too deep', () => {
  const deep = `a:\n${Array.from({ length: 60 }, (_, at) => `${'  '.repeat(at + 1)}- a:\n`).join('')}`;
  const read = parseScript('a.yaml', `${deep}b: ${'['.repeat(90)}${']'.repeat(90)}\n`);
  expect(read.ok ? '' : read.problems[0]?.message.nl).toContain('Hier ontbreekt "format"');
});
