import type { OnDefinition } from '../told.ts';

/** Twelve pairs about the definition. */
export const definition: readonly OnDefinition[] = [
  {
    recognisable: [
      'ja',
      'Bij ons zitten studenten elke dinsdag naast de vaste begeleiders op de groep. Dan zie je dit gewoon gebeuren.',
    ],
    usable: ['ja', 'We kunnen hiermee aan nieuwe collega’s uitleggen waarom er altijd zes studenten rondlopen.'],
    complete: ['ja'],
  },
  {
    recognisable: [
      'deels',
      'Het samen werken wel. Het samen onderzoeken doen we als er tijd over is, en die is er zelden.',
    ],
    usable: ['deels', 'Te lang om te onthouden. In één zin zou het op de muur kunnen.'],
    complete: ['deels', 'Er staat niets over uren. Zonder uren in het rooster doet iedereen het erbij.', 'geen-uren'],
  },
  {
    recognisable: ['ja', 'Sinds de docent een dag per week bij ons werkt, gaan de gesprekken ergens over.'],
    usable: ['ja', 'Handig als meetlat: waar doen we dit al, en waar zeggen we het alleen?'],
    complete: [
      'deels',
      'Naasten horen er wat ons betreft met naam in. Zij blijven als alle anderen weer weg zijn.',
      'naasten-blijven',
    ],
  },
  {
    recognisable: [
      'ja|deels',
      'De één werkt in een huis waar dit al loopt, de ander waar het vorige maand begon. We werden het niet eens.',
    ],
    usable: ['deels', 'Het woord uitgelijnd zegt mijn collega’s niets. Afgesproken wel.'],
    complete: ['nee', 'Wat er gebeurt als het geld op is, staat er niet in. Duurzaam is dan een belofte.', 'geld-op'],
  },
  {
    recognisable: [
      'ja',
      'Onze cliëntenraad dacht mee voordat er een plan lag. Dat voelde anders dan achteraf ja zeggen.',
      'raad-vooraf',
    ],
    usable: ['weet-niet'],
    complete: ['deels', '‘Andere betrokkenen’ is vaag. Wij denken aan vrijwilligers en familie.', 'vaag'],
  },
  {
    recognisable: [
      'nee',
      'Wij zijn met z’n tweeën op locatie. Een samenwerkingsverband is een groot woord voor een goede stagebegeleider.',
      'klein-huis',
    ],
    usable: ['nee', 'Hier kan ik maandag niets mee. Er staat wat het is, niet wat ik moet doen.'],
    complete: ['nee', 'Plezier en rust missen. Als het alleen zwaar klinkt, komt er niemand.'],
  },
  {
    recognisable: ['ja', 'Leren en werken lopen bij ons door elkaar. Niemand vraagt nog wie hier de student is.'],
    usable: ['deels', 'Voor een subsidieaanvraag prima. Voor een teamoverleg zou ik het anders opschrijven.'],
    complete: ['ja'],
  },
  {
    recognisable: [
      'deels',
      'Voor de school klopt dit. Op de woning weten ze vaak niet eens dat ze een werkplaats zijn.',
    ],
    usable: ['ja'],
    complete: ['deels', 'De plek staat erin, maar online samenwerken niet. Dat doen wij de halve week.'],
  },
  {
    recognisable: ['ja'],
    usable: ['nee', 'De zin is zo lang dat mijn cliënt halverwege afhaakt. En het gaat over haar.'],
    complete: ['nee', 'Er staat niet dat je fouten mag maken. Voor een student is dat het eerste wat telt.'],
  },
  {
    recognisable: ['ja', 'Het fijnste is dat onze vragen van de werkvloer komen en niet uit een boek.'],
    usable: ['deels', 'Bruikbaar als er een voorbeeld bij staat uit een gewone werkdag.'],
    complete: ['deels', 'Noem ook de gemeente. Die zit bij ons elke maand aan tafel.'],
  },
  {
    recognisable: [
      'deels',
      'Wij herkennen het streven, maar gelijkwaardig zijn we nog niet. De instelling betaalt en bepaalt.',
    ],
    usable: ['ja', 'Het helpt om te zeggen dat leren hier werk is, en geen extraatje.'],
    complete: ['ja'],
  },
  {
    recognisable: ['ja', 'Als moeder van een bewoner word ik hier gevraagd wat ik zie. Dat had ik eerder nooit.'],
    usable: ['deels', 'We kunnen er samen over praten. Beslissen kun je er niet mee.'],
    complete: ['deels', 'De familie komt er niet in voor, terwijl wij de geschiedenis kennen.', 'familie'],
  },
];
