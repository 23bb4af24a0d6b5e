/** Eight people, three weeks before the other one: a draft, to compare with. */
import type { Told } from '../told.ts';
import { model } from './model.ts';

export const eindhoven: Told = {
  details: {
    title: 'Eerste gesprek in Eindhoven (bedacht)',
    place: 'Eindhoven',
    partner: 'Lunetzorg',
    collaboration: 'CPI',
  },
  people: ['professional', 'student', 'docent', 'professional', 'client', 'student', 'professional', 'docent'].map(
    (perspective) => ({ perspective }),
  ),
  unclear: [[2], [2], [], [0], [2]],
  definition: [
    {
      recognisable: ['ja', 'De studenten kennen onze bewoners beter dan de invalkrachten.'],
      usable: ['deels', 'We zouden hem eerst in gewone taal zetten.'],
      complete: ['ja'],
    },
    {
      recognisable: ['deels', 'Op het dagcentrum wel, in de avond niet. Dan zijn er geen docenten meer.'],
      usable: ['ja', 'We gebruiken hem bij de kennismaking met nieuwe studenten.'],
      complete: ['deels', 'Ouders en broers staan er niet in.'],
    },
    {
      recognisable: ['ja', 'Samen uitzoeken waarom iemand onrustig is: dat is voor ons een werkplaats.'],
      usable: ['weet-niet'],
      complete: ['deels', 'Wat is er voor de bewoner anders geworden? Dat zou het slot moeten zijn.'],
    },
    {
      recognisable: ['nee', 'Voor ons is het een stageplek met een mooie naam.'],
      usable: ['nee', 'Je kunt er niet aan zien wat je beter moet doen.'],
      complete: ['nee', 'Er mist hoe je begint als er nog niets is.'],
    },
  ],
  list: [
    { recognisable: ['ja', ['k5']], usable: ['ja', []], complete: ['ja'] },
    {
      recognisable: ['deels', ['k2']],
      usable: ['deels', ['k2']],
      complete: ['deels', 'Iets over avond en weekend. Leren stopt hier om vijf uur.'],
    },
    { recognisable: ['ja', []], usable: ['ja', ['k8']], complete: ['ja'] },
    { recognisable: ['nee', ['k1', 'k2']], usable: ['deels', ['k2']], complete: ['weet-niet'] },
  ],
  model,
  kept: [],
  lit: [],
  stars: ['van-wie', 'hij-gaf-les', 'invalpool'],
  hidden: [],
  withdrawn: [],
  unreleased: ['teamuitje'],
  notes: {
    'model-gesprek': [
      ['insight', 'a', 'o1', 'Bij ons is de bewoner vaak de leraar.'],
      ['question', 'b', 'o4', 'Wie betaalt de invaller?'],
    ],
  },
  themes: [
    ['Tijd en rooster', ['invaller', 'invalpool']],
    ['De bewoner als leraar', ['hij-gaf-les', 'filmpje']],
  ],
  conclusions: [],
  proposals: [],
  takeaways: [
    'Dat onze bewoners er vaker bij moeten zijn.',
    'Ik ga de visie voor de deur hangen.',
    'Een afspraak met de school voor elke maand.',
    'Dat wij het anders zien en toch verder kunnen.',
  ],
  better: ['Begin niet met de definitie maar met een verhaal.', 'Iets later beginnen, na de overdracht.'],
  introduction: null,
};
