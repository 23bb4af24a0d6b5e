import type { about as nl } from './about.nl.ts';

export const about: typeof nl = {
  pageTitle: 'What is In gesprek?',
  otherLanguage: 'Nederlands',
  title: 'In gesprek',
  lead: 'Talk with a group about a text, a list or a model. Everybody writes along on their own phone.',
  join: 'I have a code: join',
  lead2: 'Not a quiz: no points, no winners, no hurry.',
  for: {
    title: 'For whom?',
    text: 'For groups that want to learn from each other. Students, professionals, teachers, clients and researchers, mixed. From two people on.',
  },
  how: {
    title: 'How a session goes',
    steps: [
      {
        title: 'Coming in',
        text: 'The big screen shows a code and a QR code. You join without an account and without an app.',
      },
      {
        title: 'Writing together',
        text: 'In a pair you read a piece. Is it recognisable, usable and complete? You write down why.',
      },
      {
        title: 'Looking together',
        text: 'What you wrote is on the big screen. Without names. The facilitator leads the talk about it.',
      },
      {
        title: 'Taking along',
        text: 'Afterwards there is a summary. Each conclusion rests on what people said, which stands beside it.',
      },
    ],
  },
  alt: {
    wall: 'The big screen at the start, with a QR code. (In Dutch.)',
    phone: 'A phone with a text, a judgement and a field to write. (In Dutch.)',
    cards: 'The big screen with cards: what pairs wrote, with their judgement. (In Dutch.)',
    summary: 'The summary: a conclusion, and beside it the answers it rests on. (In Dutch.)',
  },
  kept: {
    title: 'What is kept?',
    points: [
      'What you write, and a name or role if you give one. You need not.',
      'The facilitators read your answers. On the big screen there is no name.',
      'You can withdraw an answer. You can download or erase all that is yours.',
      'Each session is deleted by itself after a while. When you join, it says when.',
      'Nothing goes to other companies. Everything stays on the server of who holds the session.',
    ],
  },
  try: {
    title: 'Try it yourself',
    text: 'Are you a facilitator on this server? Open the desk and make a practice session. With your own phone it takes ten minutes.',
    desk: 'To the desk',
    own: 'Rather on your own computer? The program is free to use. You can hold a session without internet too.',
    help: 'Questions and answers',
  },
};
