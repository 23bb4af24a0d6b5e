/** For who comes to the address without a code: what this is, in Dutch. */
export const about = {
  pageTitle: 'Wat is In gesprek?',
  otherLanguage: 'English',
  title: 'In gesprek',
  lead: 'Praat met een groep over een tekst, een lijst of een model. Iedereen schrijft mee op de eigen telefoon.',
  join: 'Ik heb een code: doe mee',
  lead2: 'Geen quiz: geen punten, geen winnaars, geen haast.',
  for: {
    title: 'Voor wie?',
    text: 'Voor groepen die van elkaar willen leren. Studenten, professionals, docenten, cliënten en onderzoekers, door elkaar. Vanaf twee mensen.',
  },
  how: {
    title: 'Zo gaat een sessie',
    steps: [
      {
        title: 'Binnenkomen',
        text: 'Op het grote scherm staan een code en een QR-code. Je doet mee zonder account en zonder app.',
      },
      {
        title: 'Samen schrijven',
        text: 'In een duo lees je een stuk. Is het herkenbaar, bruikbaar en volledig? Jullie schrijven op waarom.',
      },
      {
        title: 'Samen kijken',
        text: 'Wat jullie schreven, staat op het grote scherm. Zonder namen. De begeleider leidt het gesprek erover.',
      },
      {
        title: 'Meenemen',
        text: 'Na afloop is er een samenvatting. Elke conclusie rust op wat mensen zeiden, en dat staat erbij.',
      },
    ],
  },
  alt: {
    wall: 'Het grote scherm aan het begin, met een QR-code.',
    phone: 'Een telefoon met een tekst, een oordeel en een schrijfveld.',
    cards: 'Het grote scherm met kaartjes: wat duo’s schreven, met hun oordeel.',
    summary: 'De samenvatting: een conclusie met daarnaast de antwoorden waar zij op rust.',
  },
  kept: {
    title: 'Wat wordt er bewaard?',
    points: [
      'Wat je schrijft, en een naam of rol als je die geeft. Dat hoeft niet.',
      'De begeleiders lezen je antwoorden. Op het grote scherm staat geen naam.',
      'Je kunt een antwoord intrekken. Alles van jou kun je downloaden of wissen.',
      'Elke sessie wordt na een tijd vanzelf gewist. Bij het meedoen staat wanneer.',
      'Niets gaat naar andere bedrijven. Alles blijft op de server van wie deze sessie houdt.',
    ],
  },
  try: {
    title: 'Zelf proberen',
    text: 'Ben je begeleider op deze server? Open het bureau en maak een oefensessie. Met je eigen telefoon ben je in tien minuten rond.',
    desk: 'Naar het bureau',
    own: 'Liever op je eigen computer? Het programma is vrij te gebruiken. Een sessie houden kan ook zonder internet.',
    help: 'Vragen en antwoorden',
  },
};
