import type { OnComponent } from '../told.ts';

export const model: Readonly<Record<string, OnComponent>> = {
  o1: {
    clear: [
      ['deels', 'Wij leren vooral van wat misgaat. Dat woord staat er niet in.'],
      ['ja', 'We kijken elke week samen met school een filmpje terug. Dit is dat.', 'filmpje'],
    ],
    situations: [
      {
        story: 'Een bewoner leerde de student hoe hij in zijn rolstoel wilde. Het protocol zei iets anders.',
        which: ['persoonlijk', 'beroep'],
        between: ['client', 'onderwijs'],
        judged: 'ja',
        why: 'Wederkerig delen: hij gaf les.',
        name: 'hij-gaf-les',
      },
    ],
  },
  o2: {
    clear: [
      ['nee', 'Wie hier leidt, verandert elk half jaar.'],
      ['deels', 'Autonomie van wie? De bewoner of het team?', 'van-wie'],
    ],
    situations: [
      {
        story: 'De gedragskundige zei ja, de teamleider zei nee. Wij hoorden het allebei pas na de dienst.',
        which: ['beroep', 'afdeling'],
        between: ['beroepspraktijk'],
        judged: 'nee',
        why: 'Verbindend leiderschap hadden we die avond niet.',
      },
    ],
  },
  o3: {
    clear: [['deels', 'We hebben een visie. Die hangt achter een deur.']],
    situations: [
      {
        story:
          'School wilde een eindgesprek in juni. Wij wilden liever elke maand een kort gesprek, en dat is het geworden.',
        which: ['organisatie'],
        between: ['onderwijs', 'beroepspraktijk'],
        judged: 'ja',
      },
    ],
  },
  o4: {
    clear: [
      ['ja', 'Het busje voor de studenten was ons belangrijkste middel.'],
      ['deels', 'Mensen vrijmaken kan pas als er een invaller is.', 'invaller'],
    ],
    situations: [
      {
        story: 'De invalpool wilde geen studenten begeleiden. Zij krijgen daar geen uren voor.',
        which: ['organisatie'],
        between: ['onderwijs', 'beroepspraktijk'],
        judged: 'ja',
        why: 'Dit gaat over ons.',
        name: 'invalpool',
      },
    ],
  },
  o5: {
    clear: [
      ['ja', 'Samen lunchen op de groep, met de bewoners erbij.'],
      ['ja', 'Elkaars voornaam kennen. Verder hoeft er niet veel in.'],
    ],
    situations: [
      {
        story: 'Een moeder stuurde haar zorgen naar de student, niet naar ons. Zij antwoordde binnen een uur.',
        which: ['persoonlijk'],
        between: ['client', 'onderwijs'],
        judged: 'deels',
        why: 'Vertrouwen staat erin. Bij wie het landt, kies je niet.',
      },
    ],
  },
  o6: {
    clear: [['deels', 'Te veel tegelijk. Wij zouden beginnen met bij elkaar binnenlopen.']],
    situations: [
      {
        story: 'Bij een teamuitje mochten de studenten niet mee, want zij stonden niet op de loonlijst.',
        which: ['organisatie'],
        between: ['onderwijs', 'beroepspraktijk'],
        judged: 'nee',
        name: 'teamuitje',
      },
    ],
  },
};
