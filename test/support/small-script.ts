/** Three open questions to pairs, each a section of the summary: for tests in a browser, which reads no files. */
import type { Script } from '../../shared/script.ts';

const plain = { split: false, cluster: false, notes: [], content: [], hints: [], before: false, minutes: 5 };
const wall = { reveal: 'atOnce', groupBy: 'item', order: 'script' } as const;
const asked = (id: string, title: string) => ({
  ...{ id, kind: 'answering' as const, form: 'pair' as const, title: { nl: title }, wall, ...plain },
  prompts: [
    {
      id: 'vraag',
      title: { nl: 'Wat denk je?' },
      fields: [{ kind: 'text' as const, id: 'tekst', max: 400, optional: false }],
    },
  ],
});
export const smallScript = {
  ...{ format: 'in-gesprek/script@1', id: 'klein', version: '1', languages: ['nl'], title: { nl: 'Klein' } },
  ...{ minutes: 15, authors: [], sources: [], explorations: [], scales: {}, itemSets: [], agenda: [] },
  perspectives: { options: [], max: 2 },
  privacy: { keepDays: 90, breakdownFrom: 5 },
  clock: { warnSeconds: [30], extendMinutes: 2 },
  steps: [asked('een', 'Eén'), asked('twee', 'Twee'), asked('drie', 'Drie')],
} satisfies Script;
