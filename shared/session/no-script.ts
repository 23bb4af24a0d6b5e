import type { Script } from '../script.ts';

/** Before anything is planned there is no script; only `SessionPlanned` may be folded onto this. */
export const noScript: Script = {
  format: 'in-gesprek/script@1',
  id: 'none',
  version: '0',
  languages: ['nl'],
  title: {},
  minutes: 0,
  authors: [],
  sources: [],
  explorations: [],
  perspectives: { options: [], max: 2 },
  privacy: { keepDays: 90, breakdownFrom: 5 },
  clock: { warnSeconds: [120, 30], extendMinutes: 2 },
  scales: {},
  itemSets: [],
  agenda: [],
  steps: [],
};
