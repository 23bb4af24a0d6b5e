import type { informed as nl } from './informed.nl.ts';

export const informed: typeof nl = {
  confirm: {
    title: 'Confirm your e-mail address',
    text: 'This button puts your address on the list. After a year we delete it by itself.',
    go: 'Yes, keep me informed',
    done: 'Your address is on the list. You may close this page.',
  },
  stop: {
    title: 'Delete your e-mail address',
    text: 'This button takes your address off the list.',
    go: 'Delete my address',
    done: 'Your address is deleted. You may close this page.',
  },
  gone: 'This link no longer works. The address is already deleted.',
  failed: 'That did not work. Please try again later.',
  none: 'A link from a mail belongs here',
};
