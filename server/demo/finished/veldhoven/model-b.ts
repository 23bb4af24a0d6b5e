import type { OnComponent } from '../told.ts';

const o4: OnComponent = {
  clear: [
    ['ja', 'Hier staat eindelijk dat leren geld en uren kost.', 'uren-kosten'],
    ['deels', 'Geschikte mensen, zeker. Bij ons is de vraag: wie is er deze week nog over?', 'wie-is-over'],
    ['deels', 'De tekst vertelt niet wie er moet vrijmaken. De directeur, de school of wijzelf?'],
    ['ja', 'Wij dachten aan onze grenswerker. Sinds zij er is, weet je wie je moet bellen.'],
    ['nee', '‘M&m’ hebben we drie keer moeten lezen. Schrijf het gewoon uit.'],
  ],
  situations: [
    {
      story:
        'Op vrijdag mochten studenten meedraaien, maar dan was er geen begeleider ingeroosterd. Ze hebben vier weken de was gevouwen.',
      which: ['afdeling'],
      between: ['onderwijs', 'beroepspraktijk'],
      judged: 'ja',
      why: 'Mensen en middelen, dat was het hele probleem.',
      name: 'vrijdag',
    },
    {
      story:
        'De hogeschool betaalde mijn uren, de zorg gaf me een sleutel. In januari was het omgekeerd en mocht ik er niet meer in.',
      which: ['organisatie', 'persoonlijk'],
      between: ['onderwijs', 'beroepspraktijk'],
      judged: 'ja',
    },
    {
      story:
        'We vroegen twee dagdelen voor het onderzoek. We kregen er één, plus een stapel dozen om het archief op te ruimen.',
      which: ['organisatie'],
      between: ['onderzoek', 'beroepspraktijk'],
      judged: 'deels',
      why: 'Er staat voldoende middelen. Wie bepaalt wat voldoende is?',
    },
    {
      story: 'Mijn zus paste op mijn vader, zodat ik bij het overleg kon zijn. Die uren telt niemand.',
      which: ['persoonlijk'],
      between: ['client'],
      judged: 'nee',
      why: 'Over naasten gaat dit stuk niet.',
    },
  ],
};

const o5: OnComponent = {
  clear: [
    ['ja', 'Koffie. Echt, daar begint het mee.'],
    ['ja', 'We dachten aan de barbecue waar de schoolleider borden stond af te wassen.'],
    ['deels', 'Kwetsbaar opstellen lukt bij mensen die je kent. Elk half jaar beginnen wij met een nieuwe groep.'],
    ['ja', 'Dit is het onderdeel dat wij het beste kunnen. Op papier stelt het weinig voor.'],
    ['deels', 'Gelijkwaardig in macht, terwijl de een cijfers geeft en de ander ze krijgt. Dat wringt.'],
  ],
  situations: [
    {
      story:
        'Bij de start zaten twaalf professionals om de tafel en één bewoner. Ze zei niets. Een week later belde ze met vier goede ideeën.',
      which: ['persoonlijk'],
      between: ['client', 'beroepspraktijk'],
      judged: 'deels',
      why: 'Op alle niveaus, staat er. Haar niveau was de telefoon.',
      name: 'bewoner-belde',
    },
    {
      story:
        'De praktijkopleider en ik mailden maanden langs elkaar heen. Toen we samen in de auto zaten, was het in tien minuten opgelost.',
      which: ['beroep'],
      between: ['onderwijs', 'beroepspraktijk'],
      judged: 'ja',
      why: 'Kennismaking staat er letterlijk in.',
    },
    {
      story: 'Onze contactpersoon bij de school werd ziek. Daarna kende niemand daar meer onze naam.',
      which: ['organisatie'],
      between: ['onderwijs'],
      judged: 'ja',
      why: 'Een relatie hangt aan mensen. Dat zou er sterker in mogen.',
    },
    {
      story:
        'Een vrijwilliger hoorde pas van een student dat het overleg was verplaatst. Hij stond al drie keer voor een dichte deur.',
      which: ['organisatie'],
      between: ['onderwijs', 'beroepspraktijk'],
      judged: 'nee',
      why: 'Hij hoort er volgens de tekst bij. In onze mail stond hij niet.',
    },
  ],
};

const o6: OnComponent = {
  clear: [
    ['deels', 'Het is de langste van de zes en wij raakten de draad kwijt.'],
    ['ja', 'Werken op elkaars werkplek. Ik deed het één dag en praat er nog over.'],
    ['nee', 'Een cultuur kun je niet afspreken. Die maak je, of niet.'],
    ['deels', 'Inclusief, maar wel in woorden waar je een opleiding voor nodig hebt.'],
    ['nee', 'Bedacht door mensen die nooit een dienst draaien.', 'nooit-een-dienst'],
  ],
  situations: [
    {
      story: 'Een leerling-verzorgende at mee aan de docententafel. Het werd stil, en toen werd het een goed gesprek.',
      which: ['beroep', 'persoonlijk'],
      between: ['onderwijs', 'beroepspraktijk'],
      judged: 'ja',
    },
    {
      story: 'Wij wilden dossiers delen met het wijkteam. De jurist zei nee, de bewoner zei: vraag het dan aan mij.',
      which: ['organisatie'],
      between: ['client', 'beroepspraktijk'],
      judged: 'deels',
      why: 'Delen staat er. Aan wie je het vraagt niet.',
      name: 'vraag-mij',
    },
    {
      story:
        'Op de studiedag kregen de professionals een badge met hun functie. De cliënten kregen een sticker met hun voornaam.',
      which: ['persoonlijk'],
      between: ['client', 'beroepspraktijk', 'onderwijs'],
      judged: 'nee',
      why: 'Dit is de grens die we zelf tekenen.',
      name: 'sticker',
    },
    {
      story:
        'Na een val op de afdeling wilden school en zorg allebei weten wie schuld had. Niemand vroeg wat we konden leren.',
      which: ['organisatie', 'afdeling'],
      between: ['onderwijs', 'beroepspraktijk'],
      judged: 'deels',
      name: 'val',
    },
  ],
};

/** Of subgroup B. */
export const modelB = { o4, o5, o6 } as const;
