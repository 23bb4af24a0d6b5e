import type { Concluded, Noted, Proposed } from '../told.ts';

export const notes: Readonly<Record<string, readonly Noted[]>> = {
  'def-gesprek': [
    ['insight', null, 'def', 'De lange zin wordt herkend, maar niet onthouden.'],
    ['question', null, 'def', 'Wie zijn de ‘andere betrokkenen’ bij ons?'],
  ],
  'ken-gesprek': [
    [
      'difference',
      null,
      'k2',
      'Wie in één huis werkt, herkent de grensorganisatie niet. Wie in twee huizen werkt wel.',
    ],
  ],
  'model-gesprek': [
    ['insight', 'a', 'o1', 'Vragen stellen lukt als de vaste mensen ook een leerdoel hebben.'],
    ['difference', 'a', 'o2', 'Studenten willen ruimte. Begeleiders willen weten wie er tekent.'],
    ['question', 'a', 'o3', 'Wie legt de plannen van school en zorg naast elkaar?'],
    ['proposal', 'a', 'o2', 'Zet bij elke afspraak wie beslist.'],
    ['insight', 'b', 'o4', 'Elk voorbeeld bij vrijmaken ging over uren.'],
    ['difference', 'b', 'o5', 'Wie hier lang werkt, noemt de relaties sterk. Wie net begint, kent nog niemand.'],
    ['question', 'b', 'o6', 'Hoe klinkt dit in woorden zonder opleiding?'],
    ['proposal', 'b', 'o4', 'Reken de uren van naasten mee.'],
  ],
};

export const conclusions: readonly Concluded[] = [
  {
    text: 'Een werkplaats begint met uren in het rooster. Zonder uren blijft het een goed voornemen.',
    item: 'o4',
    rests: ['geen-uren', 'tijd-kenmerk', 'wie-is-over', 'vrijdag'],
    notes: ['Elk voorbeeld bij vrijmaken'],
    differs: [
      [3, 'Wij kregen geen uren en het loopt toch. Het begint met twee mensen die willen.'],
      [16, 'Uren helpen, maar bij ons was de sleutel het probleem.'],
    ],
    silent: [9],
  },
  {
    text: 'Cliënten en naasten doen pas echt mee als zij er vanaf het begin bij zijn.',
    item: 'o5',
    rests: ['raad-vooraf', 'bewoner-belde', 'vraag-mij', 'sticker'],
    notes: [],
    differs: [[19, 'Niet iedereen wil vanaf het begin mee. Mijn broer wil alleen weten wat er verandert.']],
    silent: [9, 12],
  },
  {
    text: 'Leiderschap delen lukt alleen als is afgesproken wie waarover beslist.',
    item: 'o2',
    rests: ['wie-tekent', 'geen-keuze', 'laatste-woord'],
    notes: ['Studenten willen ruimte', 'Zet bij elke afspraak'],
    differs: [[0, 'Te veel afspraken halen het lef er juist uit.']],
    silent: [],
  },
];

export const proposals: readonly Proposed[] = [
  {
    text: 'Noem naasten en vrijwilligers in de definitie, in plaats van ‘andere betrokkenen’.',
    item: 'def',
    rests: ['naasten-blijven', 'vaag', 'familie'],
    decision: 'taken',
    reason: 'De tekst wordt er duidelijker van en nauwelijks langer. Het staat in de volgende versie.',
  },
  {
    text: 'Voeg een kenmerk toe: wie houdt de werkplaats gaande als het project of het geld stopt?',
    item: null,
    rests: ['geld-op', 'projectleider', 'zomer'],
    decision: 'later',
    reason: 'De makers willen eerst horen of andere werkplaatsen dit ook missen.',
  },
];

export const takeaways: readonly string[] = [
  'Dat ik niet de enige ben die niet weet wie er beslist.',
  'Ik vraag morgen aan onze cliëntenraad wat zij van de tekst vinden.',
  'Het verhaal over de sticker blijft hangen.',
  'Een dag meelopen bij de andere afdeling, en dat dan geen vrije dag noemen.',
  'Dat studenten dezelfde vragen hebben als wij.',
  'Ik ga onze twee plannen naast elkaar leggen.',
  'Dat de uren van mijn zus hier wel genoemd zijn.',
  'Minder praten over, meer praten met.',
  'Dat een verschil van mening gewoon mocht blijven staan.',
  'Een goed gesprek met iemand die ik alleen van de mail kende.',
  'Het woord rugdekking.',
  'Dat het met uren begint, ook al klinkt dat saai.',
];

export const better: readonly string[] = [
  'Meer tijd voor het model. Zes onderdelen was veel.',
  'Een pauze na een uur.',
  'Stuur de definitie vooraf op.',
  'Achterin de zaal was het scherm slecht te lezen.',
  'Nodig volgende keer ook iemand van de gemeente uit.',
  'De letters op mijn telefoon mochten groter.',
  'Niets. Ik had er tegenop gezien en dat was niet nodig.',
];
