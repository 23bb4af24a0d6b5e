/** Help at a session's desk, in Dutch. */
export const desk = {
  next: {
    title: 'Hoe ga ik verder?',
    says: [
      'Rechtsonder staat één grote knop. Daarop staat wat er gaat gebeuren, zoals Start: Lezen.',
      'Terug kan altijd, met Terug of in het draaiboek. Antwoorden blijven.',
    ],
    find: 'volgende stap starten beginnen draaiboek grote knop',
  },
  join: {
    title: 'Hoe doen mensen mee?',
    says: [
      'Zij scannen de QR-code op de wand, of typen de code. Niemand heeft een account nodig.',
      'Onder Deel staan de code, de QR-code en een link om te mailen.',
      'Geen wand? Print de uitleg met de QR-code: Deel, Print voor in de zaal.',
    ],
    find: 'code qr scannen telefoon meedoen deelnemers link adres kwijt vergeten',
  },
  wrongCode: {
    title: 'Iemand komt er niet in',
    says: [
      'Vergelijk de code met de wand. Klopt zij? Kijk bij Deel of de deur op slot is.',
      'Te vaak geprobeerd? De QR-code werkt altijd meteen.',
      'Laadt de pagina niet? Dan zit de telefoon vaak op een ander wifi-netwerk.',
    ],
    find: 'code werkt niet foutmelding deur slot geweigerd meedoen lukt niet',
  },
  openWall: {
    title: 'Hoe open ik de wand?',
    says: [
      'Kies Deel en Open de wand. Sleep het nieuwe venster naar de beamer en kies volledig scherm.',
      'Andere computer? Open daar het adres met /wand erachter en typ de code. Bevestig het getal bij Deel.',
    ],
    find: 'wand beamer scherm projector groot scherm tweede scherm',
  },
  before: {
    title: 'Wat kijk ik na voor ik begin?',
    says: [
      'Bij de inloop staat Voor je begint: een lijst. Wat het programma zelf ziet, vinkt het zelf af.',
      'De rest vink jij af, zoals stroom en papier. De lijst blijft bij deze sessie, op dit apparaat.',
    ],
    find: 'controleren lijst checklist voorbereiden klaarzetten nakijken',
  },
  sheets: {
    title: 'Hoe print ik iets voor in de zaal?',
    says: [
      'Kies Deel en Print voor in de zaal. Er zijn drie soorten bladen.',
      'De uitleg om mee te doen met een grote QR-code, de vragen op papier, en kaartjes om elkaar te vinden.',
    ],
    find: 'printen printer papier afdrukken blad kaartjes qr formulier',
  },
  noPhone: {
    title: 'Iemand heeft geen telefoon',
    says: [
      'Eén telefoon per duo is genoeg. Kies bij het meedoen Met z’n tweeën, of later Menu, Iemand zonder telefoon.',
      'Heeft niemand in het duo een telefoon? Voeg hen toe bij Mensen. Zij schrijven op papier; jij voert het in.',
    ],
    find: 'zonder telefoon papier lege batterij smartphone samen',
  },
  paper: {
    title: 'Hoe voer ik antwoorden van papier in?',
    says: [
      'Kies Van papier, bij de antwoorden of bij een groep. Kies wie het schreef en typ het over.',
      'Dat kan ook als de stap al dicht is. Het antwoord krijgt het teken ‘van papier’.',
    ],
    find: 'overtypen invoeren formulier geschreven',
  },
  pairs: {
    title: 'Hoe maak of verander ik duo’s?',
    says: [
      'Klik bovenaan op Mensen. Daar vorm of meng je duo’s, en verplaats je iemand: eerst de persoon, dan de plek.',
      'Vinden mensen elkaar zelf? Dan typt de een het nummer van de ander. Jij ziet wie nog niemand heeft.',
    ],
    find: 'duo groepen groepjes indelen mengen wisselen verplaatsen partner alleen tweetallen drietallen viertallen trio koppels',
  },
  late: {
    title: 'Er komt iemand te laat, of gaat weg',
    says: [
      'Wie later komt, krijgt meteen een plek en ziet wat zijn duo al schreef.',
      'Gaat iemand weg? Haal die persoon eruit bij Mensen. Antwoorden blijven bij het duo.',
    ],
    find: 'laatkomer vertrekken weggaan nieuw erbij',
  },
  clock: {
    title: 'De tijd is om. Wat nu?',
    says: [
      'De klok sluit niets. Iedereen mag afronden, en alleen jij sluit de stap.',
      'Meer tijd? Druk op +2, of op de toets +. Met T staat de klok stil.',
    ],
    find: 'klok timer minuten tijd verlengen pauze stil',
  },
  break: {
    title: 'We nemen pauze',
    says: ['Kies Pauze. De klok staat stil en op de wand staat Pauze. Ga verder maakt er een eind aan.'],
    find: 'pauzeren koffie stil',
  },
  undo: {
    title: 'Ik drukte verkeerd',
    says: [
      'Bij bijna alles verschijnt Ongedaan maken. Met Ctrl en Z kan het ook.',
      'Te vroeg verder gegaan? Kies Terug. De telefoons keren terug naar de stap, met hun tekst.',
    ],
    find: 'ongedaan maken fout vergissing terug herstellen',
  },
  shown: {
    title: 'Wanneer staan antwoorden op de wand?',
    says: [
      'Dat zegt het draaiboek. Vaak als iedereen verstuurd heeft, of als jij op Toon op de wand drukt.',
      'Zie je daarna alleen hoeveel er klaar zijn? Druk op Toon de kaarten.',
      'Wil je alles eerst zelf lezen? Kies bij Nieuwe antwoorden: Eerst kijken.',
    ],
    find: 'kaartjes tonen zichtbaar vrijgeven eerst kijken leeg wand antwoorden zien',
  },
  boundary: {
    title: 'Een grenssituatie staat niet op de wand',
    says: ['Grenssituaties toon je altijd één voor één: kies Toon of Uitlichten op het kaartje.'],
    find: 'grens vrijgeven tonen gevoelig',
  },
  spotlight: {
    title: 'Hoe laat ik één antwoord groot zien?',
    says: ['Kies het antwoord en druk op Uitlichten, of op U. Met B wordt de wand even leeg.'],
    find: 'uitlichten vergroten voorlezen groot focus',
  },
  hide: {
    title: 'Er staat iets dat weg moet',
    says: [
      'Moet het meteen weg? Kies het antwoord en druk op Verberg, of op V.',
      'Alleen een naam? Kies Dek af en tik op de woorden. Met Wis voorgoed zijn ze echt weg.',
    ],
    find: 'verbergen verwijderen naam afdekken wissen ongepast privacy modereren',
  },
  wall: {
    title: 'Hoe kies ik wat op de wand staat?',
    says: [
      'Onderaan staan de knoppen voor de wand: kaarten, verdeling, figuur en meer. M neemt de volgende.',
      'Met 1 tot 9 kies je een onderdeel. Even stil houdt het beeld zoals het is.',
    ],
    find: 'weergave kaarten verdeling figuur blad stil scherm wisselen',
  },
  themes: {
    title: 'Hoe breng ik antwoorden bij elkaar?',
    says: ['Kies Bundel in thema’s, boven de antwoorden. Vink aan wat bij elkaar hoort en geef het thema een naam.'],
    find: 'kaartjes bundelen thema ordenen clusteren groeperen',
  },
  notes: {
    title: 'Hoe noteer ik wat opvalt?',
    says: [
      'In het midden van het bureau staat Notities. Kies een soort en schrijf.',
      'Iedereen ziet je notities: bij de oogst op het grote scherm, en in de samenvatting.',
      'Met K bewaar je een antwoord voor later. Bij Conclusies schrijf je op wat jullie meenemen.',
    ],
    find: 'notitie conclusie voorstel bewaren opschrijven oogst ster',
  },
  stars: {
    title: 'Hoe geven mensen sterren?',
    says: [
      'Begin een stap met sterren. Op elke telefoon staan dan de antwoorden: een tik op de ster is genoeg.',
      'Hier zie je hoeveel sterren er gegeven zijn. Zelf geef je er een met Ster, bij een antwoord.',
    ],
    find: 'ster sterren stemmen kiezen voorkeur belangrijkste prioriteit punten',
  },
  agreements: {
    title: 'Hoe leg ik afspraken vast?',
    says: [
      'Vraagt de stap om afspraken, zoals de oogst van Terugblik? Dan vul je ze hier in: wat, wie, wanneer.',
      'Na Leg vast staat de afspraak op de wand. Zij komt ook in de samenvatting.',
      'In een eigen draaiboek zeg je dat in een stap van de soort Oogst. In de afsluiting kan het niet.',
    ],
    find: 'afspraak afspraken acties actiepunten wie wanneer taken besluit terugblik',
  },
  question: {
    title: 'Hoe stel ik een losse vraag?',
    says: ['Kies Losse vraag bij het draaiboek en typ je vraag. Zij staat meteen op alle telefoons.'],
    find: 'extra vraag tussendoor improviseren',
  },
  skip: {
    title: 'Hoe sla ik een stap over?',
    says: ['Druk boven het draaiboek op het potlood. Bij elke stap die nog komt staat dan Sla over.'],
    find: 'overslaan volgorde wijzigen eerder later inkorten',
  },
  together: {
    title: 'Hoe leid ik met een collega?',
    says: [
      'Kies Deel en Nodig een medebegeleider uit. Eén bureau heeft de leiding over de stappen.',
      'Een ander bureau neemt die over met Neem de leiding over.',
    ],
    find: 'medebegeleider collega samen tweede bureau leiding',
  },
  offline: {
    title: 'Dit bureau heeft geen verbinding',
    says: [
      'De sessie gaat door. Telefoons bewaren wat mensen schrijven en versturen het later.',
      'Wat jij doet, wordt verstuurd zodra er weer verbinding is. Behalve wat op de wand komt: doe dat dan opnieuw.',
    ],
    find: 'wifi netwerk internet weg storing verbroken',
  },
  end: {
    title: 'Hoe sluit ik af?',
    says: [
      'Kies Sluit de sessie. Deelnemers kunnen dan niets meer versturen. Heropenen kan.',
      'Daarna staat er een knop naar de samenvatting. Tot je haar publiceert, zien alleen begeleiders haar.',
    ],
    find: 'afsluiten einde stoppen klaar samenvatting sluiten',
  },
};
