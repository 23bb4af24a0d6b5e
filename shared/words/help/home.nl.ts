/** Help at the facilitator's start page, in Dutch. */
export const home = {
  first: {
    title: 'Hoe begin ik?',
    says: [
      'Kies Nieuwe sessie en een draaiboek. Vul de titel en de datum in.',
      'Open de sessie. Onder Deel staat de code, en daar open je de wand.',
      'Nooit eerder gedaan? Maak eerst een oefensessie. Doe mee met je eigen telefoon.',
    ],
    find: 'starten beginnen eerste keer oefenen proberen oefensessie',
  },
  script: {
    title: 'Wat is een draaiboek?',
    says: [
      'Een draaiboek zegt waarover je praat, in welke stappen, en hoe lang.',
      'Een sessie krijgt een eigen kopie. Verander je het draaiboek later, dan blijft de sessie zoals zij was.',
      'Er staan er een paar klaar. Onder Draaiboeken maak je er zelf een.',
    ],
    find: 'programma vragen stappen bestand yaml sjabloon',
  },
  own: {
    title: 'Hoe maak ik een eigen draaiboek?',
    says: [
      'Kies Draaiboeken. Begin met een voorbeeld, of met een leeg draaiboek.',
      'Links staan de stappen. Daarnaast vul je in wat je vraagt, en hoe lang het duurt.',
      'Ging iets mis? Kies Ongedaan maken. Bewaar maakt een nieuwe versie; onder Versies staan de oude.',
    ],
    find: 'draaiboek maken veranderen viertallen tweetallen sterren afspraken stap vraag toevoegen taal engels vertalen versie ongedaan',
  },
  problem: {
    title: 'Mijn draaiboek kan nog niet mee',
    says: [
      'Boven het formulier staat wat er niet klopt. Kies een regel: je komt bij het vak waar het over gaat.',
      'Duurt het te lang? Maak een stap korter, of geef het gesprek meer tijd onder Algemeen.',
      'Klopt alles? Dan kun je er meteen mee oefenen, of er een sessie mee maken.',
    ],
    find: 'fout probleem klopt niet minuten te lang regel yaml',
  },
  rehearse: {
    title: 'Hoe oefen ik een draaiboek?',
    says: [
      'Kies Oefen deze stap: je ziet het grote scherm en een telefoon, met mensen die het programma speelt.',
      'Het hele gesprek oefen je met Oefenen op de startpagina, tot zestig keer zo snel.',
      'Daarna lees je waar de tijd op raakt. Er wordt niets van bewaard.',
    ],
    find: 'oefenen proberen simuleren voorbeeld bekijken telefoon tijd repeteren',
  },
  ahead: {
    title: 'Kan ik een sessie vooraf klaarzetten?',
    says: [
      'Ja. Kies een datum die nog komt. De code werkt meteen: je kunt haar mailen.',
      'Wie te vroeg komt, wacht op de telefoon tot jij begint.',
    ],
    find: 'plannen voorbereiden agenda uitnodigen mailen',
  },
  again: {
    title: 'Kan ik een sessie nog een keer houden?',
    says: [
      'Kies bij de sessie de drie puntjes en dan Nog een keer.',
      'Draaiboek, plaats en partnerorganisatie gaan mee. Mensen en antwoorden niet.',
    ],
    find: 'herhalen kopie opnieuw dupliceren',
  },
  kept: {
    title: 'Hoe lang blijft een sessie bewaard?',
    says: [
      'Een sessie wordt vanzelf gewist. Bij de sessie staat over hoeveel dagen.',
      'Een andere dag? Kies de drie puntjes en Bewaar langer of korter.',
      'Wil je iets zelf houden, download het dan eerst.',
    ],
    find: 'bewaren termijn wissen dagen privacy avg',
  },
  remove: {
    title: 'Hoe verwijder ik een sessie?',
    says: [
      'Kies de drie puntjes en Verwijder. Alle antwoorden zijn dan voorgoed weg, ook van telefoons.',
      'Alleen uit de weg? Kies Archiveer. Dan blijft alles bestaan.',
    ],
    find: 'wissen weggooien archief opruimen',
  },
  entry: {
    title: 'Hoe kom ik de volgende keer binnen?',
    says: [
      'Klik rechtsboven op je naam en kies een wachtzin. Op een adres met https kan ook een passkey.',
      'Wachtzin vergeten? Een beheerder van deze server maakt een nieuwe link voor je.',
    ],
    find: 'aanmelden inloggen wachtwoord wachtzin passkey sleutel account kwijt vergeten',
  },
  colleague: {
    title: 'Hoe geef ik een collega toegang?',
    says: [
      'Heeft je collega hier een aanmelding? Open de sessie en kies Deel, Een begeleider van deze server.',
      'Anders maak je onder Deel een link: Nodig een medebegeleider uit.',
      'Een eigen aanmelding voor een collega maakt een beheerder, onder Jouw aanmelding.',
    ],
    find: 'delen medebegeleider uitnodigen samen team',
  },
  compare: {
    title: 'Hoe zet ik sessies naast elkaar?',
    says: [
      'Hield je er twee of meer met hetzelfde draaiboek? Dan staat hier Sessies naast elkaar.',
      'Kies het draaiboek en de sessies. Je ziet aantallen, citaten en thema’s.',
    ],
    find: 'vergelijken verschil meerdere',
  },
};
