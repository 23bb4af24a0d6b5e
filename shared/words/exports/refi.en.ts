import type { refi as nl } from './refi.nl.ts';

export const refi: typeof nl = {
  facets: {
    items: 'Items',
    prompts: 'Questions',
    judgements: 'Judgements',
    choices: 'Choices',
    notes: 'Notes',
    drawn: 'Conclusions and proposals',
  },
  wholeList: (set) => `${set}: the whole list`,
  split: 'split',
  judgement: 'Judgement',
  noteKinds: { insight: 'insight', difference: 'difference', question: 'question', proposal: 'proposal' },
  drawnKinds: { conclusion: 'conclusion', proposal: 'proposal for the text' },
  drawnFiles: { conclusion: 'conclusions', proposal: 'proposals' },
  drawn: 'harvest',
  decisions: { taken: 'taken over', not: 'not taken over', later: 'later' },
  minority: 'saw it otherwise',
  restsOn: 'Rests on:',
  checked: (agree, n) => `Is this right? Right: ${agree} of ${n} phones that reacted. Not quite: ${n - agree}.`,
  notes: 'notes',
  readUnder: (item) => `(read under: ${item})`,
  variables: {
    session: 'session',
    date: 'date',
    place: 'place',
    partner: 'partner',
    kind: 'unit_kind',
    people: 'people',
    subgroup: 'subgroup',
    role: (label) => `role: ${label}`,
  },
  mechanisms: {
    title: 'Learning mechanisms',
    source: 'Akkerman & Bakker (2011), Boundary crossing and boundary objects.',
    groups: [
      {
        name: 'Identification',
        about: 'Practices come to see where they differ from each other.',
        processes: ['othering', 'legitimating coexistence'],
      },
      {
        name: 'Coordination',
        about: 'Practices tune their work to each other, without having to agree.',
        processes: ['communicative connection', 'efforts of translation', 'boundary permeability', 'routinisation'],
      },
      {
        name: 'Reflection',
        about: 'Practices learn to look at themselves and at the other.',
        processes: ['perspective making', 'perspective taking'],
      },
      {
        name: 'Transformation',
        about: 'Practices change, or a new practice grows between them.',
        processes: [
          'confrontation',
          'recognising a shared problem space',
          'hybridisation',
          'crystallisation',
          'maintaining what is unique to each practice',
          'continuous joint work at the boundary',
        ],
      },
    ],
  },
};
