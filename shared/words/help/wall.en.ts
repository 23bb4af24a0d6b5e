import type { wall as nl } from './wall.nl.ts';

export const wall: typeof nl = {
  connect: {
    title: 'How do I connect this wall?',
    says: [
      'Type the code of the session. A number appears.',
      'The facilitator types that number at the desk, under Share. Then the wall comes by itself.',
    ],
    find: 'code number confirm open pair',
  },
  full: {
    title: 'How do I fill the whole screen?',
    says: ['Press F, or move the mouse and choose Full screen. Escape brings it back.'],
    find: 'full screen large projector window',
  },
  letters: {
    title: 'The back row cannot read it',
    says: [
      'Fill in at the desk, under Share, how wide the picture is and how far away the back row sits.',
      'Or choose larger letters here: move the mouse.',
    ],
    find: 'letters larger small read back room size',
  },
  colours: {
    title: 'The picture is too light or too dark',
    says: ['Press D: the wall turns from light to dark, and back. Nothing changes at the desk.'],
    find: 'dark light colours contrast projector',
  },
  calm: {
    title: 'Too much is moving',
    says: ['Choose No motion among the wall’s buttons. Then nothing moves.'],
    find: 'animation move calm still blink',
  },
  turn: {
    title: 'How do I get to the next page?',
    says: ['The facilitator does that at the desk, with Page forward or Shift and PageDown. The wall does not scroll.'],
    find: 'page next back scroll presenter',
  },
  still: {
    title: 'The wall does not change',
    says: [
      'Does it say Held still? Then the facilitator holds the picture. New answers wait.',
      'Does it say that there is no connection? Leave the wall open: it comes back by itself.',
    ],
    find: 'stuck frozen hangs connection still empty',
  },
  sleep: {
    title: 'The screen goes black',
    says: [
      'On an address with https the wall keeps the screen on by itself.',
      'Otherwise: turn off sleep and screen saver on this computer, and use mains power.',
    ],
    find: 'black sleep screen saver off power',
  },
};
