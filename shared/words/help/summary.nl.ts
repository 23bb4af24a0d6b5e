/** Help at the summary: for facilitators, and for who reads it by a link. */
export const summary = {
  draft: {
    title: 'Wie ziet deze samenvatting?',
    says: [
      'Zolang zij een concept is: alleen jij en de medebegeleiders van de hele sessie.',
      'Na Publiceer lezen deelnemers haar op hun telefoon. Voor het team maak je een link.',
    ],
    find: 'publiceren concept delen lezen zichtbaar',
  },
  hide: {
    title: 'Hoe haal ik iets weg?',
    says: [
      'Bij elk antwoord staat Verberg. Lezers zien het dan meteen niet meer, ook niet in oude versies.',
      'Alleen woorden? Kies Dek woorden af. Je komt dan op het bureau, bij dat antwoord.',
      'Een heel onderdeel? Kies Titels, volgorde en verbergen.',
    ],
    find: 'verbergen verwijderen naam afdekken weglaten',
  },
  link: {
    title: 'Hoe deel ik haar met het team?',
    says: [
      'Publiceer eerst. Maak daarna een link, en kies hoe lang die werkt. Een wachtwoord mag erbij.',
      'Met Trek in werkt de link niet meer. Open pagina’s zijn dan leeg.',
    ],
    find: 'delen link team wachtwoord intrekken mailen',
  },
  downloads: {
    title: 'Hoe neem ik alles mee?',
    says: [
      'Klap Downloads open. Er is een PDF om te lezen, Word om verder te werken, en Excel om te rekenen.',
      'Het archief is alles. Daarmee zet je de sessie terug in een andere installatie.',
    ],
    find: 'download pdf word excel csv archief bestand exporteren',
  },
  versions: {
    title: 'Wat is een versie?',
    says: [
      'Elke keer dat je publiceert, maak je een versie. Bovenaan kies je welke je leest.',
      'Wat later wordt ingetrokken of verborgen, verdwijnt uit alle versies.',
    ],
    find: 'versie publiceren oud nieuw aanpassen',
  },
  comments: {
    title: 'Kan het team reageren?',
    says: ['Ja, als je dat aanvinkt bij de link. Jij leest de reacties van alle links en kunt er een verbergen.'],
    find: 'reactie opmerking commentaar feedback',
  },
  check: {
    title: 'Hoe vraag ik of de samenvatting klopt?',
    says: [
      'Kies Vraag het aan de deelnemers. Kies de bevindingen en hoeveel dagen de vraag open staat.',
      'Je krijgt een link voor de deelnemers. De uitslag neem je mee in de volgende versie.',
    ],
    find: 'controleren deelnemers nakijken verslagcheck member check',
  },
  kept: {
    title: 'Hoe lang blijft dit staan?',
    says: ['Bij de samenvatting staat over hoeveel dagen alles gewist wordt. Op je beginpagina verander je dat.'],
    find: 'bewaren wissen termijn dagen privacy',
  },
};

export const reader = {
  what: {
    title: 'Wat lees ik hier?',
    says: [
      'Dit is wat mensen zeiden in één gesprek. Bij elke conclusie staan de antwoorden waar die op rust.',
      'Wat mensen schreven, staat er letterlijk. Namen staan er niet in.',
    ],
    find: 'samenvatting uitleg verslag gesprek citaten',
  },
  figures: {
    title: 'Wat betekenen de balken en n?',
    says: [
      'Een balk laat zien hoe vaak elk oordeel gegeven is. n is hoeveel antwoorden er tellen.',
      'Verdeeld betekent: de mensen die samen antwoordden, waren het niet eens.',
    ],
    find: 'cijfers aantallen balk n verdeeld procent oordeel',
  },
  again: {
    title: 'Kan ik zien hoe het gesprek liep?',
    says: ['Ja, met Terugkijken. Je ziet wat op het grote scherm stond, van begin tot eind.'],
    find: 'terugkijken afspelen film tijdlijn',
  },
  react: {
    title: 'Hoe reageer ik?',
    says: ['Laat de link het toe, dan staat bij elk deel een veld. Alleen wie deze link heeft leest mee.'],
    find: 'reactie opmerking commentaar schrijven',
  },
  print: {
    title: 'Kan ik dit printen?',
    says: ['Ja, met Print. Op je computer kies je ook Bewaar als PDF.'],
    find: 'printen pdf papier bewaren downloaden',
  },
  gone: {
    title: 'Er ontbreekt iets dat er eerst stond',
    says: ['Mensen mogen een antwoord intrekken, ook na afloop. De begeleider kan ook iets verbergen.'],
    find: 'weg verdwenen ingetrokken verborgen',
  },
};
