/** What may tell of whom a text is, before it is sent: a hint on the writer's own screen (P4: it goes nowhere). */
import { expect, test } from 'vitest';
import { tellsWho } from '../../shared/tells-who.ts';

test.each([
  ['Mevrouw de Vries wilde niet mee.', 'name'],
  ['Toen zei mevr. Jansen dat het te snel ging', 'name'],
  ['dhr. van den Berg', 'name'],
  ['Ik vroeg het aan de heer Öztürk.', 'name'],
  ['Onze collega Fatima vroeg door.', 'name'],
  ['Een cliënt Piet bleef weg', 'name'],
  ['Mr Smith did not agree.', 'name'],
  ['My colleague Anna asked on.', 'name'],
  ['Mevrouw zei niets, en mevrouw Jansen ook niet.', 'name'],
  ['Bel 06-12345678 voor de rest', 'number'],
  ['030 123 45 67', 'number'],
  ['+31 6 1234 5678', 'number'],
  ['0031612345678', 'number'],
  ['Zijn nummer is 111222333.', 'number'],
  ['BSN 1112.22.333', 'number'],
  ['mail jan@school.nl', 'mail'],
])('“%s” may tell: a %s', (text, telling) => {
  expect(tellsWho(text)).toBe(telling);
});

test.each([
  '',
  'Wij bespraken met de cliënt wat zij wilde.',
  'Mevrouw wilde niet mee.',
  'De heer des huizes was er niet bij.',
  'De collega van Utrecht vroeg door.',
  'In 2024-2025 waren er 12 bijeenkomsten.',
  'Van 09.00 tot 12.30 uur, zaal 1.23',
  'Het getal 123456789 past niet.',
  '@iedereen: lees het nog eens',
  'Dokters en verpleegkundigen samen.',
  'Student en docent leren van elkaar. Zij schreven het op.',
])('“%s” tells nobody’s name or number', (text) => {
  expect(tellsWho(text)).toBeUndefined();
});

test('the longest text there can be is looked through in no time, whatever it holds', () => {
  for (const piece of ['a', '1', '1 ', '@', 'a@a', 'mw ', 'mw van de ', '+', '(1']) {
    const start = process.cpuUsage();
    tellsWho(piece.repeat(12_000 / piece.length));
    expect(process.cpuUsage(start).user, piece).toBeLessThan(100_000);
  }
});
