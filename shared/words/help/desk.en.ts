import type { desk as nl } from './desk.nl.ts';

export const desk: typeof nl = {
  next: {
    title: 'How do I go on?',
    says: [
      'At the bottom right is one large button. It says what will happen, such as Start: Reading.',
      'You can always go back, with Back or in the script. Answers stay.',
    ],
    find: 'next step start begin script large button',
  },
  join: {
    title: 'How do people join?',
    says: [
      'They scan the QR code on the wall, or type the code. Nobody needs an account.',
      'Under Share you find the code, the QR code and a link to mail.',
      'No wall? Print the explanation with the QR code: Share, Print for the room.',
    ],
    find: 'code qr scan phone join participants link address lost forgotten',
  },
  wrongCode: {
    title: 'Somebody cannot get in',
    says: [
      'Compare the code with the wall. Is it right? See under Share whether the door is locked.',
      'Too many tries? The QR code always works at once.',
      'Does the page not load? Then the phone is often on another wifi network.',
    ],
    find: 'code does not work error door locked refused joining fails',
  },
  openWall: {
    title: 'How do I open the wall?',
    says: [
      'Choose Share and Open the wall. Drag the new window to the projector and choose full screen.',
      'Another computer? Open the address there with /wall behind it and type the code. Confirm the number under Share.',
    ],
    find: 'wall projector screen beamer big screen second screen',
  },
  before: {
    title: 'What do I check before I begin?',
    says: [
      'In the arrival step stands Before you begin: a list. What the program sees itself, it ticks itself.',
      'You tick the rest, such as power and paper. The list stays with this session, on this device.',
    ],
    find: 'check list checklist prepare ready',
  },
  sheets: {
    title: 'How do I print something for the room?',
    says: [
      'Choose Share and Print for the room. There are three kinds of sheets.',
      'How to join with a large QR code, the questions on paper, and cards to find each other.',
    ],
    find: 'print paper sheet cards qr form printer',
  },
  noPhone: {
    title: 'Somebody has no phone',
    says: [
      'One phone a pair is enough. Choose As two when joining, or later Menu, Somebody without a phone.',
      'Nobody in the pair has a phone? Add them under People. They write on paper; you enter it.',
    ],
    find: 'without phone paper empty battery smartphone together',
  },
  paper: {
    title: 'How do I enter answers from paper?',
    says: [
      'Choose From paper, at the answers or at a group. Choose who wrote it and type it over.',
      'That also works when the step is closed. The answer is marked ‘from paper’.',
    ],
    find: 'type over enter form written',
  },
  pairs: {
    title: 'How do I make or change pairs?',
    says: [
      'Click People at the top. There you form or mix pairs, and move somebody: first the person, then the place.',
      'Do people find each other? Then one types the other’s number. You see who has nobody yet.',
    ],
    find: 'pair groups mix swap move partner alone twos threes fours foursome trio pairing',
  },
  late: {
    title: 'Somebody comes late, or leaves',
    says: [
      'Who comes later gets a place at once, and sees what their pair has written.',
      'Does somebody leave? Take that person out under People. Answers stay with the pair.',
    ],
    find: 'latecomer leaving going new',
  },
  clock: {
    title: 'Time is up. What now?',
    says: [
      'The clock closes nothing. Everybody may finish, and only you close the step.',
      'More time? Press +2, or the key +. With T the clock stands still.',
    ],
    find: 'clock timer minutes time extend pause',
  },
  break: {
    title: 'We take a break',
    says: ['Choose Break. The clock stands still and the wall says Break. Go on ends it.'],
    find: 'pause coffee still',
  },
  undo: {
    title: 'I pressed the wrong thing',
    says: [
      'With almost everything comes Undo. Ctrl and Z does it too.',
      'Went on too early? Choose Back. The phones return to the step, with their text.',
    ],
    find: 'undo mistake back restore wrong',
  },
  shown: {
    title: 'When are answers on the wall?',
    says: [
      'The script says so. Often when everybody has sent, or when you press Show on the wall.',
      'Do you then only see how many are done? Press Show the cards.',
      'Do you want to read everything first? Choose at New answers: Look first.',
    ],
    find: 'cards show visible release look first empty wall see answers',
  },
  boundary: {
    title: 'A boundary situation is not on the wall',
    says: ['You always show boundary situations one by one: choose Show or Spotlight on the card.'],
    find: 'boundary release show sensitive',
  },
  spotlight: {
    title: 'How do I show one answer large?',
    says: ['Choose the answer and press Spotlight, or U. With B the wall is blank for a moment.'],
    find: 'spotlight enlarge read out large focus',
  },
  hide: {
    title: 'Something has to go',
    says: [
      'Does it have to go at once? Choose the answer and press Hide, or V.',
      'Only a name? Choose Cover words and tap the words. Erase for good really removes them.',
    ],
    find: 'hide remove name cover erase improper privacy moderate',
  },
  wall: {
    title: 'How do I choose what is on the wall?',
    says: [
      'The buttons for the wall are at the bottom: cards, spread, figure and more. M takes the next one.',
      'With 1 to 9 you choose a component. Hold still keeps the picture as it is.',
    ],
    find: 'view cards spread figure page still screen switch',
  },
  themes: {
    title: 'How do I bring answers together?',
    says: ['Choose Put in themes, above the answers. Tick what belongs together and give the theme a name.'],
    find: 'cards bundle theme order cluster group',
  },
  notes: {
    title: 'How do I note what stands out?',
    says: [
      'In the middle of the desk stands Notes. Choose a kind and write.',
      'Everyone sees your notes: at the harvest on the big screen, and in the summary.',
      'With K you keep an answer for later. Under Conclusions you write down what you take along.',
    ],
    find: 'note conclusion proposal keep write harvest star',
  },
  stars: {
    title: 'How do people give stars?',
    says: [
      'Begin a step with stars. Each phone then shows the answers: one tap on the star is enough.',
      'Here you see how many stars were given. You give one yourself with Star, at an answer.',
    ],
    find: 'star stars vote choose preference most important priority points',
  },
  agreements: {
    title: 'How do I note agreements?',
    says: [
      'Does the step ask for agreements, as the harvest of Looking back does? Fill them in here: what, who, when.',
      'After Set down the agreement is on the wall. It is in the summary too.',
      'In a script of your own you say so in a step of the kind Harvest. The closing has none.',
    ],
    find: 'agreement agreements actions action points who when tasks decision retrospective',
  },
  question: {
    title: 'How do I ask a question of my own?',
    says: ['Choose Extra question at the script and type your question. It is on all phones at once.'],
    find: 'extra question in between improvise',
  },
  skip: {
    title: 'How do I skip a step?',
    says: ['Press the pencil above the script. Each step that is still to come then has Skip.'],
    find: 'skip order change earlier later shorten',
  },
  together: {
    title: 'How do I lead with a colleague?',
    says: [
      'Choose Share and Invite a co-facilitator. One desk leads the steps.',
      'Another desk takes over with Take over the lead.',
    ],
    find: 'co-facilitator colleague together second desk lead',
  },
  offline: {
    title: 'This desk has no connection',
    says: [
      'The session goes on. Phones keep what people write and send it later.',
      'What you do is sent as soon as there is a connection again. But for what comes on the wall: do that again.',
    ],
    find: 'wifi network internet away fault lost',
  },
  end: {
    title: 'How do I finish?',
    says: [
      'Choose Close the session. Participants can then send nothing more. You can reopen it.',
      'After that there is a button to the summary. Until you publish it, only facilitators see it.',
    ],
    find: 'finish end stop done summary close',
  },
};
