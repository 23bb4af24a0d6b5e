/** What stands on paper in the room, in the language of the session. */
export const sheets = {
  join: {
    title: 'Doe mee',
    wifi: 'Kies eerst de wifi:',
    password: 'wachtwoord:',
    stay: 'Zegt je telefoon dat er geen internet is? Dat klopt. Blijf verbonden.',
    scan: 'Scan deze code met de camera van je telefoon.',
    orGo: 'Of open dit adres:',
    orCode: 'En typ deze code:',
    letters: 'Daarna typ je de drie letters van het grote scherm.',
    points: [
      'Je hebt geen account en geen app nodig.',
      'Een naam hoeft niet.',
      'Geen telefoon? Doe samen met je buur.',
    ],
    qr: (address: string): string => `QR-code om mee te doen op ${address}`,
  },
  questions: {
    pair: 'Nummer van jullie duo',
    group: 'Nummer van jullie groep',
    alone: 'Jouw nummer (mag leeg)',
    which: 'Waarover gaat dit? Kruis er één aan.',
    split: 'Wij verschillen van mening',
    earlier: 'Leg de bladen van eerder erbij.',
    optional: '(mag leeg)',
    noNames: 'Schrijf geen namen van anderen op.',
    when: 'Datum',
  },
  cards: {
    find: 'Zoek wie hetzelfde kaartje heeft. Ga samen zitten. Pak dan je telefoon.',
    words: [
      ...['appel', 'berg', 'boom', 'boot', 'brug', 'bloem', 'fiets', 'golf', 'huis', 'kaars', 'kei', 'klok', 'lamp'],
      ...['maan', 'meer', 'molen', 'noot', 'peer', 'regen', 'ring', 'schelp', 'sleutel', 'sneeuw', 'ster', 'stoel'],
      ...['tafel', 'trein', 'tuin', 'veer', 'vlieger', 'vuur', 'water', 'wind', 'wolk', 'zand', 'zee', 'zon', 'ei'],
    ],
  },
};
