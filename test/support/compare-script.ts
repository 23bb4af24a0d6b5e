/** A small script of which every word can be changed, and sessions of it: pairs who judge and write, on a date. */
import type { Script } from '../../shared/script.ts';
import { type Details, playSession, type Writer } from '../shared/summary-play.ts';

const none = { split: false, prompts: [], cluster: false, notes: [], content: [], hints: [] };
const options = [
  ['ja', 'yes', 'full', true],
  ['deels', 'partly', 'half', true],
  ['nee', 'no', 'open', true],
  ['weet ik niet', 'don’t know', 'unknown', false],
] as const;
const wall = { reveal: 'atOnce', groupBy: 'item', order: 'script' } as const;
const item = (id: string, nl: string, en: string) => ({
  id,
  title: { nl, en },
  text: { nl: `De tekst van ${nl}.`, en: `The text of ${en}.` },
});

export const compareScript = (): Script => ({
  ...{ format: 'in-gesprek/script@1', id: 'klein', version: '1', languages: ['nl', 'en'], minutes: 5 },
  title: { nl: 'Klein gesprek', en: 'Small talk' },
  ...{ authors: [], sources: [], explorations: [], perspectives: { options: [], max: 2 }, agenda: [] },
  privacy: { keepDays: 90, breakdownFrom: 5 },
  clock: { warnSeconds: [30], extendMinutes: 2 },
  scales: {
    three: options.map(([nl, en, shape, counted]) => ({
      id: nl.replaceAll(' ', '-'),
      shape,
      counted,
      label: { nl, en },
    })),
  },
  itemSets: [
    {
      ...{ id: 'lijst', kind: 'list', title: { nl: 'De lijst', en: 'The list' } },
      items: [item('rust', 'Rust', 'Calm'), item('ruimte', 'Ruimte', 'Room')],
    },
  ],
  steps: [
    {
      ...{ id: 'inloop', kind: 'arrival', minutes: 5, before: true, form: 'individual', title: { nl: 'Inloop' } },
      ...{ ...none, wall: { ...wall, reveal: 'never' } },
    },
    {
      ...{ id: 'samen', kind: 'answering', minutes: 5, before: false, form: 'pair', title: { nl: 'Samen' }, ...none },
      ...{ split: true, cluster: true, items: { set: 'lijst', as: 'each' }, wall },
      prompts: [
        {
          id: 'helder',
          title: { nl: 'Duidelijk?', en: 'Clear?' },
          fields: [
            { kind: 'judgement', id: 'judgement', scale: 'three', optional: false },
            { kind: 'text', id: 'waarom', max: 400, optional: true, label: { nl: 'Waarom?', en: 'Why?' } },
          ],
        },
      ],
    },
    {
      ...{
        id: 'later',
        kind: 'answering',
        minutes: 5,
        before: false,
        form: 'individual',
        title: { nl: 'Later' },
        ...none,
      },
      wall,
      prompts: [
        {
          id: 'open',
          title: { nl: 'Wat nog?', en: 'What else?' },
          fields: [{ kind: 'text', id: 'tekst', max: 400, optional: false }],
        },
      ],
    },
  ],
});

/** Judges yes but for the first pair, and says so. */
export const plainly: Writer = (step, _prompt, unit, about) =>
  step.form === 'pair'
    ? {
        judgement: { kind: 'judgement', choices: [unit === 1 ? 'nee' : 'ja'] },
        waarom: { kind: 'text', text: `Duo ${unit} over ${about}.` },
      }
    : { tekst: { kind: 'text', text: `Nog iets van ${unit}.` } };

/** Pairs who answered the first question, and no more. */
export function comparedSession(details: Details, script = compareScript(), pairs = 3, scriptHash = 'h') {
  const played = playSession(script, scriptHash, details);
  for (let i = 0; i < pairs * 2; i++) played.join(1, [], `Naam${i}Kanarie`);
  played.open(script.steps[1]?.id ?? '');
  played.answerAll(plainly);
  return played;
}
