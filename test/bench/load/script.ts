/** A script of questions that each person answers alone, and that the wall shows at once. */
import type { Script } from '../../../shared/script.ts';
import { smallScript } from '../../support/small-script.ts';

export const step = 'vragen';
const prompt = 'antwoord';

export const askedOf = (question: number) => ({ item: `vraag-${question}`, prompt });

export const benchScript = (questions: number): Script => ({
  ...smallScript,
  id: 'meting',
  title: { nl: 'Meting' },
  itemSets: [
    {
      id: 'lijst',
      kind: 'list',
      title: { nl: 'Vragen' },
      items: Array.from({ length: questions }, (_, i) => ({
        id: askedOf(i).item,
        text: { nl: `Wat herken je van ${i + 1}?` },
      })),
    },
  ],
  steps: [
    {
      ...{ id: step, kind: 'answering', minutes: 60, before: false, form: 'individual', title: { nl: 'Vragen' } },
      items: { set: 'lijst', as: 'each' },
      prompts: [
        {
          id: prompt,
          title: { nl: 'Wat denk je?' },
          fields: [{ kind: 'text', id: 'text', max: 600, optional: false }],
        },
      ],
      ...{ split: false, cluster: false, notes: [], content: [], hints: [] },
      wall: { reveal: 'atOnce', groupBy: 'item', order: 'script' },
    },
  ],
});
