import type { home as nl } from './home.nl.ts';

export const home: typeof nl = {
  first: {
    title: 'How do I begin?',
    says: [
      'Choose New session and a script. Fill in the title and the date.',
      'Open the session. Under Share you find the code, and there you open the wall.',
      'Never done it before? Make a practice session first. Join with your own phone.',
    ],
    find: 'start begin first time practise try practice session',
  },
  script: {
    title: 'What is a script?',
    says: [
      'A script says what you talk about, in which steps, and for how long.',
      'A session gets a copy of its own. Change the script later, and the session stays as it was.',
      'A few are ready. Under Scripts you make one yourself.',
    ],
    find: 'programme questions steps file yaml template',
  },
  own: {
    title: 'How do I make a script of my own?',
    says: [
      'Choose Scripts. Begin with an example, or with an empty script.',
      'On the left are the steps. Beside them you fill in what you ask, and how long it takes.',
      'Did something go wrong? Choose Undo. Save makes a new version; the old ones are under Versions.',
    ],
    find: 'script make change fours pairs stars agreements step question add language dutch translate version undo',
  },
  problem: {
    title: 'My script cannot be used yet',
    says: [
      'Above the form it says what is not right. Choose a line: it brings you to the field.',
      'Does it take too long? Make a step shorter, or give the talk more time under General.',
      'Is all right? Then you can rehearse with it at once, or make a session with it.',
    ],
    find: 'error problem wrong minutes too long line yaml',
  },
  rehearse: {
    title: 'How do I rehearse a script?',
    says: [
      'Choose Rehearse this step: you see the big screen and a phone, with people whom the program plays.',
      'You rehearse all of it with Rehearse on the start page, up to sixty times as fast.',
      'After that you read where time runs out. Nothing of it is kept.',
    ],
    find: 'rehearse try simulate preview phone time practise',
  },
  ahead: {
    title: 'Can I prepare a session ahead?',
    says: [
      'Yes. Choose a date that is still to come. The code works at once: you can mail it.',
      'Who comes early waits on the phone until you begin.',
    ],
    find: 'plan prepare schedule invite mail',
  },
  again: {
    title: 'Can I hold a session once more?',
    says: [
      'Choose the three dots at the session, and then Once more.',
      'Script, place and partner organisation come along. People and answers do not.',
    ],
    find: 'repeat copy again duplicate',
  },
  kept: {
    title: 'How long is a session kept?',
    says: [
      'A session is deleted by itself. At the session it says in how many days.',
      'Another day? Choose the three dots and Keep longer or shorter.',
      'If you want to keep something yourself, download it first.',
    ],
    find: 'keep term delete days privacy gdpr retention',
  },
  remove: {
    title: 'How do I delete a session?',
    says: [
      'Choose the three dots and Delete. All answers are gone for good, on phones as well.',
      'Only out of the way? Choose Archive. Then everything stays.',
    ],
    find: 'erase throw away archive tidy remove',
  },
  entry: {
    title: 'How do I get in next time?',
    says: [
      'Click your name at the top right and choose a passphrase. On an address with https a passkey works too.',
      'Passphrase forgotten? An administrator of this server makes a new link for you.',
    ],
    find: 'sign in log in password passphrase passkey key account lost forgotten',
  },
  colleague: {
    title: 'How do I let a colleague in?',
    says: [
      'Does your colleague sign in here? Open the session and choose Share, A facilitator of this server.',
      'Otherwise make a link under Share: Invite a co-facilitator.',
      'A sign-in for a colleague is made by an administrator, under Your sign-in.',
    ],
    find: 'share co-facilitator invite together team',
  },
  compare: {
    title: 'How do I put sessions side by side?',
    says: [
      'Did you hold two or more with the same script? Then this page shows Sessions side by side.',
      'Choose the script and the sessions. You see counts, quotes and themes.',
    ],
    find: 'compare difference several',
  },
};
