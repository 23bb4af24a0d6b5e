/** Twenty-four people on twenty-two phones; its summary is published. */
import type { Person, Told } from '../told.ts';
import { definition } from './definition.ts';
import { better, conclusions, notes, proposals, takeaways } from './harvested.ts';
import { list } from './list.ts';
import { modelA } from './model-a.ts';
import { modelB } from './model-b.ts';

/** In the order in which they come in; two phones are shared. */
const people: readonly Person[] = [
  ...['student', 'professional', 'docent', 'student', 'professional', 'client', 'student', 'professional', 'docent'],
  ...['onderzoeker', 'student', 'professional', 'docent', 'student', 'professional', 'student', 'onderzoeker'],
  ...['docent', 'professional', 'client'],
].map((perspective) => ({ perspective }));

export const veldhoven: Told = {
  details: {
    title: 'Werkmiddag in Veldhoven (bedacht)',
    place: 'Veldhoven',
    partner: 'De Combinatie',
    collaboration: 'BIC',
  },
  people: [...people, { perspective: 'student', guest: 'professional' }, { perspective: 'docent', guest: 'client' }],
  unclear: [
    [2],
    [],
    [1, 2],
    [2],
    [2],
    [2],
    [0],
    [],
    [],
    [],
    [2],
    [2],
    [],
    [1, 2],
    [],
    [2],
    [],
    [0],
    [2],
    [0, 1, 2],
    [2],
  ],
  definition,
  list,
  model: { ...modelA, ...modelB },
  kept: ['raad-vooraf', 'geen-uren'],
  lit: ['geld-op', 'raad-vooraf'],
  stars: ['geen-keuze', 'eerst-koffie', 'rugdekking', 'vrijdag', 'bewoner-belde', 'sticker'],
  hidden: ['nooit-een-dienst'],
  withdrawn: ['klein-huis'],
  unreleased: ['val'],
  notes,
  themes: [
    ['Tijd en rooster', ['uren-kosten', 'wie-is-over', 'vrijdag', 'zomer']],
    ['Wie beslist', ['wie-tekent', 'geen-keuze', 'vrije-dag']],
  ],
  conclusions,
  proposals,
  takeaways,
  better,
  introduction:
    'Op deze middag spraken we met 24 mensen over de definitie, de kenmerken en het model. Deze sessie is bedacht: niemand heeft dit echt gezegd.\n\nLees eerst wat we meenemen. Daarna staat bij elk onderdeel wat de duo’s schreven. Klopt er iets niet, of mist er iets? Laat het de begeleider weten.',
};
