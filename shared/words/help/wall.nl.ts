/** Help at the wall, for who stands at that computer, in Dutch. */
export const wall = {
  connect: {
    title: 'Hoe verbind ik deze wand?',
    says: [
      'Typ de code van de sessie. Er verschijnt een getal.',
      'De begeleider typt dat getal op het bureau, onder Deel. Dan komt de wand vanzelf.',
    ],
    find: 'code getal bevestigen openen koppelen',
  },
  full: {
    title: 'Hoe vul ik het hele scherm?',
    says: ['Druk op F, of beweeg de muis en kies Volledig scherm. Met Escape is het weer gewoon.'],
    find: 'volledig scherm groot beamer venster',
  },
  letters: {
    title: 'De achterste rij kan het niet lezen',
    says: [
      'Vul op het bureau, onder Deel, in hoe breed het beeld is en hoe ver de achterste rij zit.',
      'Of kies hier zelf grotere letters: beweeg de muis.',
    ],
    find: 'letters groter klein lezen achterin zaalmaat',
  },
  colours: {
    title: 'Het beeld is te licht of te donker',
    says: ['Druk op D: dan wisselt de wand van licht naar donker, en terug. Op het bureau verandert er niets.'],
    find: 'donker licht kleuren contrast beamer',
  },
  calm: {
    title: 'Er beweegt te veel',
    says: ['Kies Zonder beweging bij de knoppen van de wand. Dan beweegt er niets meer.'],
    find: 'animatie bewegen rustig stil knipperen',
  },
  turn: {
    title: 'Hoe ga ik naar het volgende blad?',
    says: ['Dat doet de begeleider op het bureau, met Blad verder of Shift en PageDown. De wand zelf schuift niet.'],
    find: 'bladzijde blad verder terug scrollen presenter',
  },
  still: {
    title: 'De wand verandert niet',
    says: [
      'Staat er Even stil? Dan houdt de begeleider het beeld vast. Nieuwe antwoorden wachten.',
      'Staat er dat er geen verbinding is? Laat de wand open: zij komt vanzelf terug.',
    ],
    find: 'vast bevroren hangt verbinding stil leeg',
  },
  sleep: {
    title: 'Het scherm gaat op zwart',
    says: [
      'Op een adres met https houdt de wand het scherm zelf aan.',
      'Anders: zet op deze computer de slaapstand en de schermbeveiliging uit, en gebruik stroom.',
    ],
    find: 'zwart slaapstand schermbeveiliging uit stroom',
  },
};
