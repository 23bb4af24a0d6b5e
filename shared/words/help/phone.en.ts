import type { phone as nl } from './phone.nl.ts';

export const phone: typeof nl = {
  join: {
    title: 'How do I join?',
    says: [
      'Scan the QR code on the big screen with your camera.',
      'Or type the six letters of the code. Capitals do not matter.',
      'You need no account and no app.',
    ],
    find: 'join code qr scan begin sign in',
  },
  fails: {
    title: 'The code does not work',
    says: ['Compare the letters with the big screen.', 'Still no luck? Scan the QR code, or ask the facilitator.'],
    find: 'error wrong fails locked refused',
  },
  role: {
    title: 'Do I have to give a name or a role?',
    says: ['No. A name may stay empty. At the role you may rather not say.'],
    find: 'name role anonymous required',
  },
  reads: {
    title: 'Who reads what I write?',
    says: [
      'Your partner and the facilitators read along.',
      'On the big screen your answer has no name.',
      'When you join, it says how long everything is kept.',
    ],
    find: 'privacy anonymous see keep data names',
  },
  partner: {
    title: 'How do I find my partner?',
    says: [
      'Do you see a number? Show it to your neighbour.',
      'One of you types the number of the other.',
      'Is there a pair already? Find each other and sit together.',
    ],
    find: 'pair number find together partner group',
  },
  pen: {
    title: 'Why can I not type?',
    says: [
      'In a pair one person writes at a time. The other reads along.',
      'Tap ‘Ask for the pen’. Then it is your turn.',
      'Is the other one away? Tap that you go on typing.',
    ],
    find: 'pen write type together turn',
  },
  send: {
    title: 'Has my answer been sent?',
    says: ['It says so when it is.', 'You can change it as long as the step is open.'],
    find: 'send kept save change edit sent',
  },
  withdraw: {
    title: 'I want to take an answer back',
    says: ['Open Menu and choose your answers.', 'Choose Withdraw. The text is then gone everywhere. Later works too.'],
    find: 'withdraw erase delete back regret',
  },
  mine: {
    title: 'I want to have or erase all that is mine',
    says: ['Open Menu and choose your answers. Your data is at the bottom.'],
    find: 'data download erase privacy gdpr right',
  },
  offline: {
    title: 'My phone has no connection',
    says: [
      'Just go on writing. Your phone keeps everything.',
      'When the connection comes back, it is sent.',
      'Does your phone say ‘no internet’? Then choose to stay connected.',
    ],
    find: 'wifi internet offline away lost network',
  },
  moved: {
    title: 'I want to go on with another phone',
    says: [
      'Open Menu on your first phone. Your recovery code is there.',
      'Choose on the other phone: I already take part. Type that code.',
    ],
    find: 'other phone lost recovery code battery empty broken switch',
  },
  noPhone: {
    title: 'My partner has no phone',
    says: ['You may share one phone. Choose Menu, and somebody without a phone.'],
    find: 'without phone together share paper',
  },
  dark: {
    title: 'My screen keeps going dark',
    says: ['Tap the screen: you are still in. Nothing goes away.'],
    find: 'screen off black sleep battery',
  },
};
