/** One below, at and above what fits; deep, wide and many. */
import type { By, FrameInput, HttpInput, Recipe, Stage } from '../case.ts';
import { type Made, named, slug } from './made.ts';

const http = (why: string, input: HttpInput): Made => named(slug(why), why, { road: 'http', input });
const frames = (why: string, ...list: FrameInput['frames']): Made =>
  named(slug(why), why, { road: 'frames', input: { after: 'connected', frames: list } });
const command = (why: string, given: unknown, by: By = 'desk', stage: Stage = 'talk'): Made =>
  named(slug(why), why, { road: 'command', input: { stage, by, command: given } });

const body = (size: number): Recipe => ({ join: ['{"entry":"', { repeat: ['x', size - 12] }, '"}'] });
const frame = (size: number): Recipe => ({ join: ['420["hello","', { repeat: ['x', size - 15] }, '"]'] });
const many = <T>(count: number, one: (at: number) => T): T[] => Array.from({ length: count }, (_, at) => one(at));
const keys = (count: number) => Object.fromEntries(many(count, (at) => [`k${at}`, 1]));
const deep = (open: string, close: string, times: number): Recipe => ({
  join: [{ repeat: [open, times] }, { repeat: [close, times] }],
});

const limit = 64 * 1024;
const note = (text: unknown) => ({ type: 'AddNote', kind: 'insight', text, item: null, subgroup: null });
const words = (count: number) => ({ repeat: ['x', count] });
const families = (count: number) => ({ repeat: ['👩‍👩‍👧‍👦', count] });
const answer = (values: unknown, more: object = {}) => ({
  ...{ type: 'SubmitAnswer', unit: '$unit', step: 'def-duo', item: 'def', prompt: 'recognisable', values },
  ...more,
});
const why = (text: unknown) => ({ judgement: { kind: 'judgement', choices: ['ja'] }, why: { kind: 'text', text } });
const arrange = (change: object) => ({
  type: 'ArrangeSummary',
  titles: [],
  order: [],
  hidden: [],
  seen: 99_999,
  ...change,
});

export const makeSize = (): Made[] => [
  ...[-1, 0, 1].map((off) =>
    http(`a body of 64 kB ${off < 0 ? 'less one' : off > 0 ? 'and one' : 'exactly'}`, {
      method: 'POST',
      path: '/api/look-up',
      raw: body(limit + off),
    }),
  ),
  ...[-1, 0, 1].map((off) =>
    frames(`a frame of 64 kB ${off < 0 ? 'less one' : off > 0 ? 'and one' : 'exactly'}`, frame(limit + off)),
  ),
  frames('a frame of five megabytes', frame(5_000_000)),
  frames('a frame of seven thousand lists in one another', { join: ['420["hello",', deep('[', ']', 7_000), ']'] }),
  frames('a frame of thirty thousand lists in one another', { join: ['420["hello",', deep('[', ']', 30_000), ']'] }),
  frames('a frame of ten thousand objects in one another', {
    join: ['420["hello",', { repeat: ['{"":', 10_000] }, '1', { repeat: ['}', 10_000] }, ']'],
  }),
  frames('a command of seven thousand lists in one another', {
    join: ['420["command",{"commandId":"aaaaaaaaaaaaaaaaaaaa","command":', deep('[', ']', 7_000), '}]'],
  }),
  frames('a draft of seven thousand objects in one another', {
    join: ['420["draft",{"values":', { repeat: ['{"a":', 7_000] }, '1', { repeat: ['}', 7_000] }, '}]'],
  }),
  frames('a frame of a hundred thousand spaces and a number', {
    join: ['420["hello",', { repeat: [' ', 60_000] }, '1]'],
  }),
  frames('a number of sixty thousand digits', { join: ['420["hello",', { repeat: ['9', 60_000] }, ']'] }),
  frames('a packet number of sixty thousand digits', { join: ['42', { repeat: ['9', 60_000] }, '["hello",{}]'] }),
  frames('a namespace of sixty thousand characters', { join: ['40/', { repeat: ['n', 60_000] }, ','] }),
  frames('an event with a name of sixty thousand characters', { join: ['420["', { repeat: ['n', 60_000] }, '",{}]'] }),
  frames('a list of twenty thousand hellos', { join: ['420["hello"', { repeat: [',{}', 20_000] }, ']'] }),
  frames('a hundred unknown events at once', { data: '42["nope"]', times: 100 }),
  frames('twenty thousand small messages', { data: '42["nope"]', times: 20_000 }),
  frames('a thousand namespaces at once', { data: '40/n,', times: 1_000 }),
  frames('two hundred hellos without a question', { data: '42["hello",{}]', times: 200 }),
  http('a body of twenty thousand lists in one another', {
    method: 'POST',
    path: '/api/look-up',
    raw: deep('[', ']', 20_000),
  }),
  http('a body of ten thousand objects in one another', {
    method: 'POST',
    path: '/api/look-up',
    raw: { join: [{ repeat: ['{"a":', 10_000] }, '1', { repeat: ['}', 10_000] }] },
  }),
  http('a body of five thousand keys', { method: 'POST', path: '/api/look-up', body: keys(5_000) }),
  http('a body of five thousand perspectives', {
    method: 'POST',
    path: '/api/join',
    body: { entry: '$secret', commandId: 'a'.repeat(20), people: 1, perspectives: many(5_000, () => 'x'), name: '' },
  }),
  http('an email address of 60,000 letters', {
    method: 'POST',
    path: '/api/interest',
    raw: { join: ['{"ticket":"x","email":"', { repeat: ['a', 60_000] }, '@b.nl"}'] },
  }),
  http('a file to bring in of half a megabyte of lists in one another', {
    method: 'POST',
    path: '/api/import',
    as: 'facilitator',
    raw: deep('[', ']', 250_000),
  }),
  http('a file to bring in whose event is twenty thousand lists deep', {
    method: 'POST',
    path: '/api/import',
    as: 'facilitator',
    raw: {
      join: [
        '{"format":"in-gesprek/archive@1","form":1,"session":"x","sha256":"","events":[{"a":',
        deep('[', ']', 20_000),
        '}]}',
      ],
    },
  }),
  http('a file to bring in by nobody, of one megabyte', {
    method: 'POST',
    path: '/api/import',
    raw: { repeat: ['x', 1_000_000] },
  }),
  ...[500, 501].map((count) =>
    command(`a note of ${count} characters`, note(words(count)), 'desk', count === 500 ? 'lobby' : 'talk'),
  ),
  command('a note of 501 families', note(families(501))),
  command('a note of 2,001 characters', note(words(2_001))),
  command('a note of sixty thousand characters', note(words(60_000))),
  command('an answer of 401 characters', answer(why(words(401))), 'seat', 'pairs'),
  command(
    'an answer of 400 characters that weigh eight times as much',
    answer(why({ repeat: ['e\u0301\u0302\u0303\u0304', 401] })),
    'seat',
    'pairs',
  ),
  command('an answer of 12,001 characters', answer(why(words(12_001))), 'seat', 'pairs'),
  command(
    'an answer with twenty-five fields',
    answer(Object.fromEntries(many(25, (at) => [`f${at}`, { kind: 'text', text: 'x' }]))),
    'seat',
    'pairs',
  ),
  command('an answer with five thousand fields', answer(keys(5_000)), 'seat', 'pairs'),
  command(
    'an answer with thirteen judgements',
    answer({ judgement: { kind: 'judgement', choices: many(13, () => 'ja') } }),
    'seat',
    'pairs',
  ),
  command(
    'an answer with sixty-five choices',
    answer({ kind: { kind: 'choice', choices: many(65, (at) => `c${at}`) } }),
    'seat',
    'pairs',
  ),
  command('an answer in turn 1,001', answer(why('x'), { turn: 1_001 }), 'seat', 'pairs'),
  command('a command with five thousand fields too many', { type: 'CloseSession', ...keys(5_000) }),
  command('two hundred and one answers in a theme', {
    type: 'GroupAnswers',
    step: 'def-duo',
    theme: null,
    answers: many(201, (at) => `a/b/c/d${at}`),
  }),
  command('two hundred answers that are not there', {
    type: 'GroupAnswers',
    step: 'def-duo',
    theme: null,
    answers: many(200, (at) => `a/b/c/d${at}`),
  }),
  command('a conclusion on no answer', {
    type: 'DrawConclusion',
    conclusion: null,
    kind: 'conclusion',
    text: 'x',
    item: null,
    answers: [],
    notes: [],
  }),
  command('a conclusion of sixty-five notes', {
    type: 'DrawConclusion',
    conclusion: null,
    kind: 'conclusion',
    text: 'x',
    item: null,
    answers: ['$answer'],
    notes: many(65, (at) => `n${at}`),
  }),
  command('two thousand units, more than a frame holds', {
    type: 'ArrangeUnits',
    units: many(2_000, () => ({ unit: null, seats: [], subgroup: null })),
    step: 'nope',
  }),
  command('a thousand units of nobody', {
    type: 'ArrangeUnits',
    units: many(1_000, () => ({ unit: null, seats: [], subgroup: null })),
    step: 'nope',
  }),
  command('four thousand and one units', { type: 'ArrangeUnits', units: many(4_001, () => 0) }),
  command('a unit of five hundred seats that are not there', {
    type: 'ArrangeUnits',
    units: [{ unit: null, seats: many(64, (at) => `s${at}`), subgroup: null }],
  }),
  command('units that aim at thirteen', { type: 'ArrangeUnits', units: [], size: 13 }),
  command('two hundred and one spans to cover', {
    type: 'MaskAnswer',
    answer: '$answer',
    field: 'why',
    seen: '$text',
    spans: many(201, () => ({ from: 0, to: 1 })),
    forGood: false,
  }),
  command('a span that ends before it begins', {
    type: 'MaskAnswer',
    answer: '$answer',
    field: 'why',
    seen: '$text',
    spans: [{ from: 5, to: 1 }],
    forGood: false,
  }),
  command('a span beyond the text', {
    type: 'MaskAnswer',
    answer: '$answer',
    field: 'why',
    seen: '$text',
    spans: [{ from: 0, to: 12_000 }],
    forGood: false,
  }),
  command('two hundred and one titles', arrange({ titles: many(201, (at) => ({ section: `s${at}`, title: 'x' })) })),
  command('two thousand parts that are hidden', arrange({ hidden: many(2_000, (at) => `s${at}`) })),
  command('two thousand and one parts that are hidden', arrange({ hidden: many(2_001, (at) => `s${at}`) })),
  command('an introduction of 12,001 characters', { type: 'PublishSummary', introduction: words(12_001) }),
  command('an introduction of 12,000 families', { type: 'PublishSummary', introduction: families(1_000) }),
  command('an id of 65 characters', { type: 'CloseStep', step: words(65) }),
  command('an answer id of 261 characters', { type: 'HideAnswer', answer: { repeat: ['a/', 131] }, hidden: true }),
  command('a number of 100,000', { type: 'FindPartner', number: 100_000 }, 'seat', 'pairs'),
  command('a wall page of 1,000', {
    type: 'SetWall',
    wall: { mode: 'cards', item: null, prompt: null, page: 1_000, blank: false },
  }),
  command('a room of a hundred metres and one', { type: 'MeasureRoom', width: 101, distance: 5 }),
  command('a room of no width', { type: 'MeasureRoom', width: 0, distance: 5 }),
  command('a clock that runs back for two hours', { type: 'ExtendClock', step: 'def-duo', seconds: -7_200 }),
  command('a question of 2,001 characters', {
    type: 'AskQuestion',
    question: words(2_001),
    together: true,
    scale: null,
    from: 'def-gesprek',
  }),
  command('a turn of 1,001', { type: 'BeginTurn', step: 'def-duo', unit: null, turn: 1_001 }),
  command(
    'a hundred and one phrases',
    { type: 'MarkUnclear', step: 'def-lezen', item: 'def', phrases: many(101, (at) => at) },
    'seat',
    'pairs',
  ),
];
