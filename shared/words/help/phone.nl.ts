/** Help for who takes part, in Dutch: at most twelve words a sentence. */
export const phone = {
  join: {
    title: 'Hoe doe ik mee?',
    says: [
      'Scan de QR-code op het grote scherm met je camera.',
      'Of typ de zes letters van de code. Hoofdletters maken niet uit.',
      'Je hebt geen account en geen app nodig.',
    ],
    find: 'meedoen code qr scannen beginnen aanmelden',
  },
  fails: {
    title: 'De code werkt niet',
    says: ['Vergelijk de letters met het grote scherm.', 'Lukt het nog niet? Scan de QR-code, of vraag de begeleider.'],
    find: 'fout verkeerd lukt niet slot geweigerd',
  },
  role: {
    title: 'Moet ik een naam of een rol geven?',
    says: ['Nee. Een naam mag leeg blijven. Bij de rol is er ‘Zeg ik liever niet’.'],
    find: 'naam rol anoniem verplicht',
  },
  reads: {
    title: 'Wie leest wat ik schrijf?',
    says: [
      'Je partner en de begeleiders lezen mee.',
      'Op het grote scherm staat je antwoord zonder naam.',
      'Bij het meedoen staat hoe lang alles bewaard blijft.',
    ],
    find: 'privacy anoniem zien bewaren gegevens namen',
  },
  partner: {
    title: 'Hoe vind ik mijn partner?',
    says: [
      'Zie je een nummer? Laat het zien aan je buur.',
      'Een van jullie typt het nummer van de ander.',
      'Staat er al een duo? Zoek elkaar op en ga samen zitten.',
    ],
    find: 'duo nummer zoeken samen partner groep',
  },
  pen: {
    title: 'Waarom kan ik niet typen?',
    says: [
      'In een duo schrijft er één tegelijk. De ander leest mee.',
      'Tik op ‘Vraag om de pen’. Dan mag jij.',
      'Is de ander weg? Tik op ‘Ik typ verder’.',
    ],
    find: 'pen schrijven typen samen om de beurt',
  },
  send: {
    title: 'Is mijn antwoord verstuurd?',
    says: ['Er staat ‘Verstuurd’ als het zo is.', 'Je kunt het aanpassen zolang de stap open is.'],
    find: 'versturen bewaard opslaan aanpassen wijzigen veranderen',
  },
  withdraw: {
    title: 'Ik wil een antwoord terugnemen',
    says: ['Open Menu en kies Jullie antwoorden.', 'Kies Trek in. De tekst is dan overal weg. Dat kan ook later nog.'],
    find: 'intrekken wissen verwijderen terug spijt',
  },
  mine: {
    title: 'Ik wil alles van mij hebben of wissen',
    says: ['Open Menu en kies Jullie antwoorden. Onderaan staan jouw gegevens.'],
    find: 'gegevens download wissen privacy avg recht',
  },
  offline: {
    title: 'Mijn telefoon heeft geen verbinding',
    says: [
      'Schrijf gerust door. Je telefoon bewaart alles.',
      'Komt de verbinding terug, dan wordt het verstuurd.',
      'Zegt je telefoon ‘geen internet’? Kies dan: toch verbonden blijven.',
    ],
    find: 'wifi internet offline weg verbroken netwerk',
  },
  moved: {
    title: 'Ik wil verder op een andere telefoon',
    says: [
      'Open Menu op je eerste telefoon. Daar staat je herstelcode.',
      'Kies op de andere telefoon: ik doe al mee. Typ die code.',
    ],
    find: 'andere telefoon code kwijt herstelcode batterij leeg stuk wisselen',
  },
  noPhone: {
    title: 'Mijn partner heeft geen telefoon',
    says: ['Samen op één telefoon mag. Kies Menu, Iemand zonder telefoon.'],
    find: 'zonder telefoon samen delen papier',
  },
  dark: {
    title: 'Mijn scherm gaat steeds uit',
    says: ['Tik op het scherm: je bent nog steeds binnen. Er gaat niets weg.'],
    find: 'scherm uit zwart slaap batterij',
  },
};
