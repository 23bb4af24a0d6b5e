import type { sheets as nl } from './paper-sheets.nl.ts';

export const sheets: typeof nl = {
  join: {
    title: 'Join in',
    wifi: 'First choose the wifi:',
    password: 'password:',
    stay: 'Does your phone say that there is no internet? That is right. Stay connected.',
    scan: 'Scan this code with the camera of your phone.',
    orGo: 'Or open this address:',
    orCode: 'And type this code:',
    letters: 'Then type the three letters on the big screen.',
    points: [
      'You need no account and no app.',
      'You need not give a name.',
      'No phone? Join together with your neighbour.',
    ],
    qr: (address) => `QR code to join at ${address}`,
  },
  questions: {
    pair: 'Number of your pair',
    group: 'Number of your group',
    alone: 'Your number (may stay empty)',
    which: 'What is this about? Tick one.',
    split: 'We see this differently',
    earlier: 'Put your earlier sheets beside this one.',
    optional: '(may stay empty)',
    noNames: 'Do not write names of others.',
    when: 'Date',
  },
  cards: {
    find: 'Find who has the same card. Sit together. Then take your phone.',
    words: [
      ...['apple', 'bell', 'bike', 'boat', 'bread', 'bridge', 'candle', 'chair', 'clock', 'cloud', 'door', 'feather'],
      ...['fire', 'flower', 'garden', 'hill', 'house', 'key', 'kite', 'lake', 'lamp', 'leaf', 'mill', 'moon', 'nut'],
      ...['pear', 'rain', 'ring', 'river', 'sand', 'sea', 'shell', 'snow', 'star', 'sun', 'table', 'train', 'tree'],
    ],
  },
};
