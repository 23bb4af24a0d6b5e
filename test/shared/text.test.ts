/** What people write: well-formed, counted as people count, never longer than the script says. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { graphemesOf, isTooLong, normaliseDeep, normaliseText } from '../../shared/text.ts';

const family = '👩‍👩‍👧‍👦';
const acute = '\u0301';

/** Pieces that take each other's place badly: marks, controls between letter and mark, halves of pairs, line ends. */
const piece = fc.oneof(
  fc.constantFrom(
    'e',
    'é',
    acute,
    '\u0327',
    '\u0323',
    '\u0000',
    '\u0007',
    '\ufeff',
    '\r',
    '\n',
    '\u2028',
    ' ',
    '\u00a0',
  ),
  fc.constantFrom(
    '\ud83d',
    '\ude00',
    '😀',
    family,
    '\u200d',
    '\ufe0f',
    '\u1100',
    '\u1161',
    '\u11a8',
    '\u0958',
    '\u034f',
    'ĳ',
  ),
  fc.string({ unit: 'binary', maxLength: 3 }),
);
const anyText = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));

describe('given any text, when it is normalised', () => {
  const always = (what: string, holds: (text: string) => boolean) =>
    test(`then it is ${what}`, () => {
      void fc.assert(
        fc.property(anyText, (raw) => holds(normaliseText(raw))),
        { numRuns: 3_000 },
      );
    });

  always('the same when normalised again', (text) => normaliseText(text) === text);
  always('well-formed and NFC', (text) => text.isWellFormed() && text.normalize('NFC') === text);
  always('without control characters but tab and line feed', (text) => !/[^\P{Cc}\t\n]/u.test(text));
  always('without more than four marks on a letter', (text) => !/\p{M}{5}/u.test(text));
  always('trimmed', (text) => text.trim() === text);
});

test.each(['\u200b', '\u2800', '\u3164', ' \u202e\u2066 ', '\u00ad\ufe0f'])(
  'given %j, then nobody sees anything, and nothing is written',
  (unseen) => {
    expect(normaliseText(unseen)).toBe('');
    expect(normaliseText(`a${unseen}b`)).toContain('a');
  },
);

test('given a lone surrogate, then it becomes a sign that every database keeps', () => {
  expect(normaliseText('a\ud800b\udc00')).toBe('a\ufffdb\ufffd');
});

test('given a letter and its accent with a NUL between, then they become one letter', () => {
  expect(normaliseText(`e\u0000${acute}`)).toBe('é');
});

test('given zalgo, then four marks are left of each letter', () => {
  const zalgo = [...'zalgo'].map((letter) => letter + '\u0335\u0322\u031b\u0316\u0345\u0308\u0301'.repeat(20)).join('');
  const calm = normaliseText(zalgo);
  expect(calm.length).toBeLessThan(5 * 6);
  expect(calm.normalize('NFD').replace(/\p{M}/gu, '')).toBe('zalgo');
});

test('given ordinary Dutch with accents, emoji, tabs and lines, then nothing of it changes', () => {
  const text = 'Ik zie één „grens”:\n\t- cliënten & collega’s 👍🏽\n\nĲssel, naïef, ça va';
  expect(normaliseText(text)).toBe(text);
});

test('given a family of four, a flag and a letter with marks, then each counts as one', () => {
  for (const one of [family, '🇳🇱', `e${acute}\u0323`, '👍🏽', 'क्षि']) expect(graphemesOf(one)).toBe(1);
  expect(graphemesOf(`a${family}b`)).toBe(3);
  expect(graphemesOf('')).toBe(0);
});

describe('given a limit of 10', () => {
  test.each([
    ['ten letters', 'x'.repeat(10), false],
    ['eleven letters', 'x'.repeat(11), true],
    ['ten emoji of two code units', '😀'.repeat(10), false],
    ['eleven of them', '😀'.repeat(11), true],
    ['three families: few signs, but many bytes', family.repeat(3), false],
    ['four families: more than 80 bytes', family.repeat(4), true],
    ['ten letters of three bytes', '€'.repeat(10), false],
  ])('then it is known whether %s are too long', (_, text, tooLong) =>
    expect(isTooLong(text as string, 10)).toBe(tooLong),
  );
});

test('given a text that is within a limit, then its bytes are at most eight times the limit', () => {
  void fc.assert(
    fc.property(anyText, fc.integer({ min: 1, max: 30 }), (raw, max) => {
      const text = normaliseText(raw);
      const within = graphemesOf(text) <= max && new TextEncoder().encode(text).length <= max * 8;
      expect(isTooLong(text, max)).toBe(!within);
    }),
    { numRuns: 2_000 },
  );
});

test('given a whole command, then every string in it is normalised, and its keys are left alone', () => {
  const raw = JSON.parse(
    '{"values":{"why":{"kind":"text","text":" Ja\\u0000 "}},"list":[" a ",1,null,true],"__proto__":{"x":" y "}}',
  );
  expect(normaliseDeep(raw)).toEqual(
    JSON.parse('{"values":{"why":{"kind":"text","text":"Ja"}},"list":["a",1,null,true],"__proto__":{"x":"y"}}'),
  );
  expect(Object.getPrototypeOf(normaliseDeep(raw))).toBe(Object.prototype);
});

test('a letter with thousands of marks is cut before it is composed: it costs no more than a plain text (E20)', () => {
  const zalgo = `a${'\u0301'.repeat(6_000)}${'\u0323'.repeat(5_900)}`;
  const plain = 'a'.repeat(zalgo.length);
  const took = (text: string) => {
    const from = performance.now();
    for (let i = 0; i < 20; i++) normaliseText(text);
    return performance.now() - from;
  };
  took(plain);
  expect(took(zalgo)).toBeLessThan(Math.max(10, took(plain)) * 40);
  expect([...normaliseText(zalgo)].length).toBeLessThanOrEqual(5);
});
