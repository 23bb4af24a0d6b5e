// What is wrong is said in the words of the form where it has a field there, and in those of the file where it has none.
import { expect, test } from 'vitest';
import { knownWords } from '../../server/library/known-words.ts';
import { lookAt } from '../../server/scripts/draft.ts';
import { scriptsOfTests } from '../support/server.ts';
import { good } from './library-good-script.ts';
import { misshapen, unfitting } from './library-wrong-scripts.ts';

const problemsOf = (yaml: string) => lookAt(yaml, scriptsOfTests()).problems;
const words = [...knownWords({}, []), ...knownWords({ steps: [{}] }, ['steps', 0]), 'mode', 'fields', 'kind', 'shape'];

test.each([...misshapen, ...unfitting])('%s speaks no word of the file at the form', (_, piece, by) => {
  for (const { atForm } of problemsOf(good.replace(piece, () => by))) {
    for (const sentence of Object.values(atForm ?? {})) {
      const quoted = [...sentence.matchAll(/"([^"]*)"|(\w+): /g)].map(([, name, key]) => name ?? key ?? '');
      expect(
        words.filter((word) => quoted.includes(word)),
        sentence,
      ).toEqual([]);
    }
  }
});

test('a step without questions says at the form what to add, in both languages', () => {
  const yaml = `format: in-gesprek/script@1
id: x
version: 1.0.0
languages: [nl]
title: { nl: x }
steps:
  - { id: a, kind: arrival, before: true, minutes: 5, form: individual, title: { nl: x } }
  - { id: b, kind: answering, minutes: 5, form: pair, title: { nl: x } }
`;
  expect(problemsOf(yaml)).toMatchObject([
    {
      path: ['steps', 1],
      message: { nl: 'In stap "b" valt niets te antwoorden. Voeg "prompts" toe (of "stars").' },
      atForm: {
        nl: 'In deze stap valt niets te antwoorden. Voeg een vraag toe, of laat mensen sterren geven.',
        en: 'There is nothing to answer in this step. Add a question, or let people give stars.',
      },
    },
  ]);
  // Stars are given to answers of some step.
  const starred = yaml.replace('form: pair', 'form: pair, stars: { per: person, count: 3 }');
  expect(problemsOf(starred).map(({ path }) => path)).toEqual([['steps', 1, 'about']]);
  // And without a time of its own it takes as long as its steps.
  const { script } = lookAt(yaml.replace('kind: answering', 'kind: presentation'), scriptsOfTests());
  expect(script?.minutes).toBe(5);
});

test('words that nobody filled in are a problem at their place', () => {
  const yaml = good.replace(/title: \{ nl: [^}]*\}/, 'title: { nl: … }');
  expect(yaml).not.toBe(good);
  const found = problemsOf(yaml).filter(({ message }) => message.nl.startsWith('Hier staat alleen "…"'));
  expect(found).toMatchObject([
    { path: expect.arrayContaining(['title', 'nl']), atForm: { nl: 'Hier staan nog geen woorden.' } },
  ]);
});

test('groups of pairs need pairs: of a step before, also with a talk between; who sit in such groups may go on', () => {
  const after = (...forms: string[]) =>
    problemsOf(
      `format: in-gesprek/script@1
id: x
version: 1.0.0
languages: [nl]
title: { nl: x }
subgroups: { names: [{ id: a, label: { nl: a } }, { id: b, label: { nl: b } }] }
steps:
${['individual', ...forms].map((form, n) => `  - { id: s${n}, kind: ${n ? 'presentation' : 'arrival'}, minutes: 5, form: ${form}, title: { nl: x } }`).join('\n')}
`,
    ).map(({ path }) => path.join('.'));
  const fours = '{ group: 4, from: pairs }';
  expect(after(fours)).toEqual(['steps.1.form.from']);
  expect(after('everyone', '{ group: 3 }', fours)).toEqual(['steps.3.form.from']);
  expect(after('pair', '{ group: 3 }', fours)).toEqual(['steps.3.form.from']);
  expect(after('pair', 'everyone', fours)).toEqual([]);
  expect(after('pair', fours, 'individual', fours)).toEqual([]);
  expect(after('pair', fours, `${fours}, units: anew`)).toEqual(['steps.3.form.from']);
  // Subgroups are made of pairs, where nobody sits with others yet.
  expect(after('subgroup', fours)).toEqual([]);
});
