/** A compact script for tests of the meaning: every form, every reveal policy and every kind of field once. */
import { type Script, scriptSchema } from '../../shared/script.ts';

const words = (nl: string) => ({ nl });
const option = (id: string) => ({ id, label: words(id) });
const judgement = { id: 'judgement', kind: 'judgement', scale: 'three' };
const why = { id: 'why', kind: 'text', max: 200, askedAt: ['deels', 'nee'], optional: true };
const recognisable = { id: 'recognisable', title: words('Herkenbaar?'), fields: [judgement, why] };
const kinds = [
  { id: 'kind', kind: 'choice', options: [option('tussen-mensen'), option('tussen-organisaties')] },
  { id: 'who', kind: 'choice', many: true, options: [option('student'), option('docent'), option('client')] },
  { id: 'when', kind: 'date', optional: true },
];
const situation = {
  id: 'situation',
  title: words('Een grenssituatie'),
  about: 'boundarySituation',
  fields: [{ id: 'story', kind: 'text', max: 400 }, ...kinds],
};
const thought = { id: 'thought', title: words('Wat denk je?'), fields: [{ id: 'text', kind: 'text', max: 40 }] };
const marked = {
  id: 'marked',
  title: words('Welke niet?'),
  fields: [
    { id: 'which', kind: 'marks' },
    { id: 'why', kind: 'text', max: 100 },
  ],
};
const agreement = [
  { id: 'what', kind: 'text', max: 200 },
  { id: 'who', kind: 'text', max: 60, label: words('Wie?'), optional: true },
  { id: 'when', kind: 'date', label: words('Wanneer?'), optional: true },
];
const definition = { set: 'definition' };
const answering = { kind: 'answering', minutes: 6 };
const discussion = { kind: 'discussion', minutes: 5, form: 'everyone' };
const step = (id: string, more: object) => ({ id, title: words(id), ...more });
const reveal = (policy: string) => ({ reveal: policy });

/** Ids of the steps, in their order. */
export const roomScript: Script = scriptSchema.parse({
  format: 'in-gesprek/script@1',
  id: 'room',
  version: '1',
  languages: ['nl'],
  title: words('Een kamer'),
  minutes: 60,
  perspectives: { options: ['student', 'docent', 'client'].map(option), max: 2 },
  organisations: ['school', 'werk'].map(option),
  subgroups: { names: [option('a'), option('b')], fromUnits: 4 },
  scales: {
    three: [
      { id: 'ja', shape: 'full', label: words('ja') },
      { id: 'deels', shape: 'half', label: words('deels') },
      { id: 'nee', shape: 'open', label: words('nee') },
      { id: 'weet-niet', shape: 'unknown', counted: false, label: words('weet ik niet') },
    ],
  },
  itemSets: [
    {
      id: 'definition',
      kind: 'definition',
      title: words('Definitie'),
      items: [{ id: 'def', text: words('Een zin met woorden.'), phrases: { nl: ['woorden'] } }],
    },
    { id: 'list', kind: 'list', title: words('Lijst'), items: ['k1', 'k2', 'k3'].map((id) => ({ id })) },
    {
      id: 'model',
      kind: 'model',
      title: words('Model'),
      items: [
        { id: 'cause', place: 'before' },
        ...['o1', 'o2', 'o3'].map((id) => ({ id, subgroup: 'a' })),
        ...['o4', 'o5', 'o6'].map((id) => ({ id, subgroup: 'b' })),
        { id: 'result', place: 'after' },
      ],
    },
  ],
  steps: [
    step('arrive', { kind: 'arrival', minutes: 10, before: true, form: 'everyone' }),
    step('read', { kind: 'reading', minutes: 2, form: 'individual', items: definition }),
    step('alone', { ...answering, form: 'individual', prompts: [thought], wall: reveal('atOnce') }),
    step('pairs', {
      ...answering,
      form: 'pair',
      items: definition,
      split: true,
      carry: 'alone',
      prompts: [recognisable, situation],
      wall: reveal('whenAllSubmitted'),
    }),
    step('talk', { ...discussion, about: 'pairs', stars: { per: 'person', count: 2 } }),
    step('marks', {
      ...answering,
      form: 'pair',
      items: { set: 'list', as: 'list' },
      prompts: [marked],
      wall: reveal('afterRelease'),
    }),
    step('closing', {
      ...answering,
      form: 'pair',
      items: definition,
      prompts: [recognisable, situation],
      wall: reveal('afterClosing'),
    }),
    step('talk-closed', { ...discussion, about: 'closing', stars: { per: 'person', count: 1 } }),
    step('secret', { ...answering, form: 'individual', prompts: [thought, situation], wall: reveal('never') }),
    step('groups', { kind: 'grouping', minutes: 2, form: 'subgroup' }),
    step('model', {
      ...answering,
      minutes: 14,
      form: 'pair',
      items: { set: 'model', deal: { across: 'subgroup', perUnit: 2 } },
      split: true,
      prompts: [recognisable, situation],
      wall: reveal('whenAllSubmitted'),
    }),
    step('talk-model', { ...discussion, form: 'subgroup', about: 'model', stars: { per: 'subgroup', count: 3 } }),
    step('fours', {
      ...answering,
      form: { group: 4, from: 'pairs', rest: [3, 5] },
      carry: 'pairs',
      prompts: [thought],
      wall: reveal('atOnce'),
    }),
    step('interview', {
      ...answering,
      form: { group: 3, rest: [2, 4] },
      prompts: [thought, { ...thought, id: 'right', role: 'teller' }],
      turns: {
        count: 3,
        minutes: 2,
        roles: ['teller', 'asker', 'writer'].map(option),
        writer: 'writer',
        subject: 'teller',
      },
      wall: reveal('afterRelease'),
    }),
    step('talk-fours', { ...discussion, about: 'fours' }),
    step('harvest', {
      kind: 'harvest',
      minutes: 6,
      form: 'everyone',
      about: 'model',
      notes: ['insight', 'question'],
      agreement,
    }),
    step('thanks', { kind: 'closing', minutes: 1, form: 'individual' }),
  ],
});
