/** The desk for who does this for the first time: the guide, the list before a session, paper for the room, help. */
export const firstHour = {
  help: { label: 'Hulp', title: 'Hulp', allKeys: 'Alle toetsen' },

  guide: {
    title: 'Je eerste keer, in zes stappen',
    count: (done: number, of: number): string => `${done} van ${of}`,
    practice: 'Oefensessie',
    make: 'Maak een oefensessie',
    goOn: 'Ga verder met oefenen',
    dismiss: 'Niet nodig',
    away: 'De oefening is weg. Onder Hulp lees je hoe je begint.',
    done: 'gedaan',
    showCode: 'Toon de code',
    openSummary: 'Open de samenvatting',
    finished: 'Je hebt alles één keer gezien. Plan nu je eigen sessie.',
    steps: {
      made: {
        title: 'Maak een oefensessie',
        how: 'Een korte sessie, alleen voor jou. Je hebt je telefoon nodig, en ongeveer tien minuten.',
      },
      wall: {
        title: 'Open de wand',
        how: 'De wand is het grote scherm in de zaal. Zij opent in een nieuw venster: zet dat naast dit bureau.',
      },
      phone: {
        title: 'Doe mee met je eigen telefoon',
        how: 'Scan de QR-code op de wand. Kies op je telefoon Doe mee.',
      },
      started: {
        title: 'Stel de vraag',
        how: 'Druk hier rechtsonder op Start. Dan staat de vraag op je telefoon.',
      },
      shown: {
        title: 'Stuur een antwoord, en zie het op de wand',
        how: 'Beantwoord de vraag op je telefoon en kies Versturen.',
      },
      summary: {
        title: 'Bekijk de samenvatting',
        how: 'Daar staat wat er gezegd is. Nu ben jij de enige die haar ziet.',
      },
    },
  },

  ready: {
    title: 'Voor je begint',
    count: (done: number, of: number): string => `${done} van ${of} klaar`,
    look: 'Bekijk de lijst',
    help: 'Deze lijst hoort bij deze sessie, op dit apparaat.',
    own: 'Dit ziet het programma zelf',
    byHand: 'Dit vink jij af',
    done: 'klaar',
    notYet: 'nog niet',
    onlyHere: (address: string): string =>
      `${address} werkt alleen op deze laptop. Vraag wie de server beheert om een adres voor telefoons.`,
    items: {
      wall: 'De wand is open geweest',
      phone: 'Een telefoon deed mee',
      address: 'Telefoons bereiken het adres',
      stored: 'Dit bureau is verbonden en alles is bewaard',
      size: 'De letters passen bij de zaal',
      network: 'De zaal heeft wifi voor alle telefoons',
      power: 'Laptop en beamer hebben stroom',
      paper: 'Papier en pennen liggen klaar',
      told: 'Je weet wat je vooraf vertelt',
    },
    how: {
      wall: (): string => 'Op de beamer, volledig scherm.',
      phone: (): string => 'Probeer de code met je eigen telefoon. Haal jezelf daarna weg bij Mensen.',
      address: (address: string): string => `Telefoons openen ${address}. Proberen kan alleen met een telefoon.`,
      stored: (): string => 'Er wacht niets op verzending.',
      size: (): string => 'Vul onder Deel in hoe breed het beeld is, en hoe ver de achterste rij zit.',
      network: (): string =>
        'Weet de naam van het netwerk en het wachtwoord. Een gastnetwerk kan telefoons tegenhouden.',
      power: (): string => 'Zet de slaapstand van de laptop uit.',
      paper: (): string => 'Voor wie geen telefoon heeft.',
      told: (): string => 'Wie de antwoorden leest, hoe lang ze blijven, en: geen namen van anderen.',
    },
  },

  print: {
    title: 'Print voor in de zaal',
    open: 'Print voor in de zaal',
    back: 'Naar het bureau',
    what: 'Wat wil je printen?',
    join: 'Zo doe je mee, met een grote QR-code',
    questions: (count: number): string =>
      count === 1 ? 'De vragen op papier: 1 blad' : `De vragen op papier: ${count} bladen`,
    each: (step: string, count: number, who: 'pair' | 'group' | 'alone'): string =>
      `${step}: ${count} bladen voor ${{ pair: 'elk duo', group: 'elke groep', alone: 'elke deelnemer' }[who]}, één per onderwerp.`,
    language: 'Taal op papier',
    offline: 'In de zaal is geen internet: zet erbij wat telefoons dan zeggen',
    cards: 'Kaartjes om elkaar te vinden',
    cardsFor: 'Voor hoeveel mensen?',
    cardsHelp: 'Twee mensen met hetzelfde kaartje zijn een duo. Er staan geen namen op. Schud ze goed.',
    codeHelp: 'Maak je later een nieuwe code, dan werkt de code op dit papier niet meer.',
    paperHelp: 'Print elk vragenblad zo vaak als nodig. Met Van papier voer je de antwoorden in.',
    go: 'Print',
    nothing: 'Kies eerst wat je wilt printen.',
  },
};
