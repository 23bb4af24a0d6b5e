import type { firstHour as nl } from './first-hour.nl.ts';

export const firstHour: typeof nl = {
  help: { label: 'Help', title: 'Help', allKeys: 'All keys' },

  guide: {
    title: 'Your first time, in six steps',
    count: (done, of) => `${done} of ${of}`,
    practice: 'Practice session',
    make: 'Make a practice session',
    goOn: 'Go on practising',
    dismiss: 'No need',
    away: 'The practice is gone. Under Help you read how to begin.',
    done: 'done',
    showCode: 'Show the code',
    openSummary: 'Open the summary',
    finished: 'You have seen everything once. Now plan a session of your own.',
    steps: {
      made: {
        title: 'Make a practice session',
        how: 'A short session, only for you. You need your phone, and about ten minutes.',
      },
      wall: {
        title: 'Open the wall',
        how: 'The wall is the big screen in the room. It opens in a new window: put that beside this desk.',
      },
      phone: {
        title: 'Join with your own phone',
        how: 'Scan the QR code on the wall. Choose Join on your phone.',
      },
      started: {
        title: 'Ask the question',
        how: 'Press Start at the bottom right here. Then the question is on your phone.',
      },
      shown: {
        title: 'Send an answer, and see it on the wall',
        how: 'Answer the question on your phone and choose Send.',
      },
      summary: {
        title: 'Look at the summary',
        how: 'It holds what was said. For now you are the only one who sees it.',
      },
    },
  },

  ready: {
    title: 'Before you begin',
    count: (done, of) => `${done} of ${of} done`,
    look: 'See the list',
    help: 'This list belongs to this session, on this device.',
    own: 'The program sees this itself',
    byHand: 'You tick this',
    done: 'done',
    notYet: 'not yet',
    onlyHere: (address) =>
      `${address} works on this laptop only. Ask whoever runs the server for an address for phones.`,
    items: {
      wall: 'The wall has been open',
      phone: 'A phone has joined',
      address: 'Phones reach the address',
      stored: 'This desk is connected and everything is kept',
      size: 'The letters fit the room',
      network: 'The room has wifi for all phones',
      power: 'Laptop and projector have power',
      paper: 'Paper and pens are ready',
      told: 'You know what you will tell beforehand',
    },
    how: {
      wall: () => 'On the projector, full screen.',
      phone: () => 'Try the code with your own phone. Take yourself out under People afterwards.',
      address: (address) => `Phones open ${address}. Only a phone can try that.`,
      stored: () => 'Nothing waits to be sent.',
      size: () => 'Fill in under Share how wide the picture is, and how far away the back row sits.',
      network: () => 'Know the name of the network and its password. A guest network may stop phones.',
      power: () => 'Turn off the laptop’s sleep.',
      paper: () => 'For who has no phone.',
      told: () => 'Who reads the answers, how long they stay, and: no names of others.',
    },
  },

  print: {
    title: 'Print for the room',
    open: 'Print for the room',
    back: 'To the desk',
    what: 'What do you want to print?',
    join: 'How to join, with a large QR code',
    questions: (count) => (count === 1 ? 'The questions on paper: 1 sheet' : `The questions on paper: ${count} sheets`),
    each: (step, count, who) =>
      `${step}: ${count} sheets for ${{ pair: 'each pair', group: 'each group', alone: 'each participant' }[who]}, one a topic.`,
    language: 'Language on paper',
    offline: 'The room has no internet: add what phones then say',
    cards: 'Cards to find each other',
    cardsFor: 'For how many people?',
    cardsHelp: 'Two people with the same card are a pair. There are no names on them. Shuffle them well.',
    codeHelp: 'If you make a new code later, the code on this paper no longer works.',
    paperHelp: 'Print each question sheet as often as you need. With From paper you enter the answers.',
    go: 'Print',
    nothing: 'First choose what to print.',
  },
};
