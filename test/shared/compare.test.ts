/** Sessions beside one another: rows by their words, counts with their n (D3), nothing that readers may not have (V4, P1). */
import { expect, test } from 'vitest';
import type { Script } from '../../shared/script.ts';
import { type CompareRow, comparePart, compareSessions } from '../../shared/views/compare.ts';
import { comparedSession, compareScript, plainly } from '../support/compare-script.ts';

type Played = ReturnType<typeof comparedSession>;
const compare = (...sessions: Played[]) => compareSessions(sessions.map(({ log }) => comparePart(log)));
const rowsOf = (comparison: ReturnType<typeof compare>, section = 'lijst'): CompareRow[] =>
  comparison.sections.find(({ key }) => key === section)?.items.flatMap(({ rows }) => rows) ?? [];
const statesOf = (rows: CompareRow[]) => rows.map(({ cells }) => cells.map(({ state }) => state));
const changedScript = (change: (script: Script) => void): Script => {
  const script = compareScript();
  change(script);
  return script;
};
const first = { session: 'een', date: '2026-11-23', place: 'Eindhoven', partner: 'Lunet' };
const second = { session: 'twee', date: '2027-01-12', place: 'Tilburg', partner: 'De Wever' };

test('given equal words, then one row with the counts of each session, each with its n (D3)', () => {
  const comparison = compare(comparedSession(first), comparedSession(second, compareScript(), 5));
  const [row, ...others] = rowsOf(comparison);
  expect(others).toHaveLength(1);
  expect(row?.changed).toBeNull();
  const figures = row?.cells.map((cell) => (cell.state === 'answered' ? cell.figures : null));
  expect(figures?.map((one) => [one?.n, ...(one?.options.map(({ count }) => count) ?? [])])).toEqual([
    [3, 2, 0, 1, 0],
    [5, 4, 0, 1, 0],
  ]);
  for (const one of figures ?? []) {
    expect(one?.options.filter(({ counted }) => counted).reduce((sum, { count }) => sum + count, 0)).toBe(one?.n);
  }
  expect(JSON.stringify(comparison)).not.toMatch(/percent|mean|average|rank|trend/i);
});

test('given cards, then a question is one row, however often it may be answered', () => {
  const withCards = changedScript(({ steps }) => {
    for (const step of steps.filter(({ prompts }) => prompts.length > 0)) {
      const [question] = step.prompts;
      step.prompts = question ? [question, { ...question, id: `${question.id}-2` }] : [];
      step.cards = { max: 2 };
    }
  });
  const questions = (played: Played) => rowsOf(compare(played)).map(({ question }) => question);
  const asked = questions(comparedSession(first, withCards));
  expect(asked).toHaveLength(questions(comparedSession(first)).length);
});

test('sessions stand in order of date, each with place, partner, people and units', () => {
  const { sessions } = compare(comparedSession(second, compareScript(), 5), comparedSession(first));
  expect(sessions.map(({ session, head }) => [session, head.place, head.partner, head.people])).toEqual([
    ['een', 'Eindhoven', 'Lunet', 6],
    ['twee', 'Tilburg', 'De Wever', 10],
  ]);
  expect(sessions.map(({ head }) => head.units)).toEqual([
    [{ size: 2, count: 3, larger: [] }],
    [{ size: 2, count: 5, larger: [] }],
  ]);
});

test('what was not discussed is said so, and is no zero; what nobody wrote is something else (D3)', () => {
  const [one, other] = [comparedSession(first), comparedSession(second)];
  other.open('later');
  expect(statesOf(rowsOf(compare(one, other), 'later'))).toEqual([['notDiscussed', 'silent']]);
  other.answerAll(plainly);
  const [row] = rowsOf(compare(one, other), 'later');
  expect(row?.cells.map(({ state }) => state)).toEqual(['notDiscussed', 'answered']);
  expect(row?.cells[1]).toMatchObject({ size: 1, figures: null, told: [{ quotes: { length: 6 } }] });
});

test.each<[string, (script: Script) => void, [string, string]]>([
  [
    'the question',
    (script) => Object.assign(script.steps[1]?.prompts[0]?.title ?? {}, { nl: 'Helder genoeg?' }),
    ['Duidelijk?', 'Helder genoeg?'],
  ],
  [
    'the label of the text',
    (script) => Object.assign(script.steps[1]?.prompts[0]?.fields[1] ?? {}, { label: { nl: 'Want?' } }),
    ['Waarom?', 'Want?'],
  ],
  [
    'a word of the scale',
    (script) => Object.assign(script.scales['three']?.[1]?.label ?? {}, { nl: 'een beetje' }),
    ['deels', 'een beetje'],
  ],
  [
    'the text of each item',
    ({ itemSets }) => {
      for (const item of itemSets[0]?.items ?? []) Object.assign(item, { text: { nl: `${item.id}!` } });
    },
    ['De tekst van Rust.', 'rust!'],
  ],
])(
  'given %s changed, then the counts stand in rows of their own, with a mark and both texts',
  (_what, change, texts) => {
    const comparison = compare(comparedSession(first), comparedSession(second, changedScript(change)));
    const rows = rowsOf(comparison);
    expect(statesOf(rows)).toEqual([
      ['answered', 'otherWording'],
      ['otherWording', 'answered'],
      ['answered', 'otherWording'],
      ['otherWording', 'answered'],
    ]);
    expect(rows.map(({ changed }) => changed?.kind)).toEqual(Array(4).fill('wording'));
    const [own, others] = rows[0]?.changed?.texts ?? [];
    expect([own?.sessions, others?.sessions]).toEqual([[0], [1]]);
    expect([own, others].map((one) => one?.parts.flatMap(({ lines }) => lines))).toEqual(texts.map((text) => [text]));
  },
);

test('given another version with the same words, other ids and other spaces, then the rows are the same', () => {
  const script = changedScript((changed) => {
    changed.version = '2';
    const [, step] = changed.steps;
    if (step) step.id = 'samen-2';
    for (const item of changed.itemSets[0]?.items ?? []) {
      Object.assign(item, {
        id: `nieuw-${item.id}`,
        text: { nl: `${item.text?.nl?.replace(' tekst', '\n  tekst')} ` },
      });
    }
  });
  const rows = rowsOf(compare(comparedSession(first), comparedSession(second, script)));
  expect(statesOf(rows)).toEqual(Array(2).fill(['answered', 'answered']));
  expect(rows.map(({ changed }) => changed)).toEqual([null, null]);
});

test('given a session in the other language, then its rows say so: nobody changed the words', () => {
  const rows = rowsOf(compare(comparedSession(first), comparedSession({ ...second, language: 'en' })));
  expect(rows.map(({ changed }) => changed?.kind)).toEqual(Array(4).fill('language'));
  expect(rows[0]?.changed?.texts.map(({ sessions, language }) => [sessions, language])).toEqual([
    [[0], 'nl'],
    [[1], 'en'],
  ]);
});

test('given a question that only one asked, then the other never did, and it stands where its script has it', () => {
  const script = changedScript(({ itemSets }) =>
    itemSets[0]?.items.splice(1, 0, { id: 'tijd', title: { nl: 'Tijd', en: 'Time' } }),
  );
  const comparison = compare(comparedSession(first), comparedSession(second, script));
  expect(comparison.sections[0]?.items.map(({ title }) => title.nl)).toEqual(['Rust', 'Tijd', 'Ruimte']);
  expect(statesOf(rowsOf(comparison))[1]).toEqual(['notAsked', 'answered']);
  expect(rowsOf(comparison).map(({ changed }) => changed)).toEqual([null, null, null]);
});

test('the same question before and after is two rows, and stays two across sessions', () => {
  const script = changedScript(({ steps }) => {
    const [, step] = steps;
    if (step) steps.push({ ...step, id: 'na' });
  });
  const after = comparedSession(second, script);
  after.open('na');
  after.answerAll(() => ({ judgement: { kind: 'judgement', choices: ['deels'] } }));
  const rows = rowsOf(compare(comparedSession(first, script), after));
  expect(statesOf(rows).filter(([before]) => before === 'notDiscussed')).toHaveLength(2);
  expect(rows).toHaveLength(4);
});

test('what is typed in anew for each session is compared by its words, and never called changed', () => {
  const typed = (...titles: string[]) =>
    changedScript(({ itemSets }) => {
      const [set] = itemSets;
      if (!set) return;
      set.fillIn = { min: 1, max: 9, maxLength: 80 };
      set.items = titles.map((nl, i) => ({ id: `i${i}`, title: { nl } }));
    });
  const rows = rowsOf(
    compare(comparedSession(first, typed('Rust', 'Tijd')), comparedSession(second, typed('Ruimte', 'Rust'))),
  );
  expect(rows.map(({ item, changed }) => [item.nl, changed])).toEqual([
    ['Ruimte', null],
    ['Rust', null],
    ['Tijd', null],
  ]);
  expect(statesOf(rows)[1]).toEqual(['answered', 'answered']);
});

test('hidden, withdrawn and covered words are in no comparison, nor is a name or who sat where (V4, P1)', () => {
  const session = comparedSession(first);
  const [hidden, withdrawn, covered] = session.answers('samen');
  if (!hidden || !withdrawn || !covered) throw new Error('no answers');
  const words = [hidden, withdrawn, covered].map((answer) => session.textOf(answer)[0] ?? '');
  const before = JSON.stringify(compare(session, comparedSession(second)));
  for (const text of words) expect(before).toContain(text);
  session.must({ type: 'HideAnswer', answer: hidden.answer, hidden: true });
  session.withdraw(withdrawn);
  session.must({
    ...{ type: 'MaskAnswer', answer: covered.answer, field: 'waarom', forGood: false },
    seen: covered.values['waarom']?.kind === 'text' ? covered.values['waarom'].text : '',
    spans: [{ from: 0, to: words[2]?.length ?? 0 }],
  });
  const one = comparePart(session.log);
  const told = JSON.stringify(compareSessions([one, comparePart(comparedSession(second, compareScript(), 1).log)]));
  const own = JSON.stringify(one);
  for (const text of words) expect(own).not.toContain(text);
  expect(told).not.toMatch(/Kanarie|perspective|"seat/);
  const rust = one.asked.find(({ item }) => item.key === hidden.item)?.cell;
  expect(rust).toMatchObject({ figures: { hidden: 1 } });
});

test('themes are named for each session, new where no session before has the name; the first begins (saturation is nobody’s verdict)', () => {
  const theme = (session: Played, name: string, place: number) => {
    const answer = session.answers('samen')[place]?.answer ?? '';
    session.must({ type: 'GroupAnswers', step: 'samen', theme: null, answers: [answer] });
    const made = [...session.log].findLast((event) => event.type === 'AnswersGrouped');
    if (name && made?.theme) session.must({ type: 'NameTheme', theme: made.theme, name });
    return answer;
  };
  const [one, two] = [comparedSession(first), comparedSession(second)];
  theme(one, 'Tijd tekort', 0);
  theme(one, '', 1);
  theme(two, 'tijd  tekort', 0);
  theme(two, 'Vertrouwen', 1);
  const hidden = theme(two, 'Geheim', 2);
  two.must({ type: 'HideAnswer', answer: hidden, hidden: true });
  const { sessions } = compare(two, one);
  expect(
    sessions.map(({ themes, unnamed }) => [themes.map(({ name, isNew, answers }) => [name, isNew, answers]), unnamed]),
  ).toEqual([
    [[['Tijd tekort', null, 1]], 1],
    [
      [
        ['tijd tekort', false, 1],
        ['Vertrouwen', true, 1],
      ],
      0,
    ],
  ]);
});

test('what a session’s summary leaves out is not here either, nor a theme of it, and that is said (V4)', () => {
  const [one, two] = [comparedSession(first), comparedSession(second)];
  const about = one.answers('samen').find(({ item }) => item === 'rust');
  one.must({ type: 'GroupAnswers', step: 'samen', theme: null, answers: [about?.answer ?? ''] });
  const made = one.log.findLast((event) => event.type === 'AnswersGrouped');
  one.must({ type: 'NameTheme', theme: made?.theme ?? '', name: 'Stil' });
  expect(compare(one, two).sessions[0]?.themes).toHaveLength(1);
  one.must({ type: 'ArrangeSummary', titles: [], order: [], hidden: ['lijst/rust'], seen: 0 });
  const comparison = compare(one, two);
  expect(statesOf(rowsOf(comparison))).toEqual([
    ['hidden', 'answered'],
    ['answered', 'answered'],
  ]);
  expect(comparison.sessions[0]?.themes).toEqual([]);
  one.must({ type: 'ArrangeSummary', titles: [], order: [], hidden: ['lijst'], seen: one.state.arranged.seq });
  expect(statesOf(rowsOf(compare(one, two))).map(([state]) => state)).toEqual(['hidden', 'hidden']);
});
