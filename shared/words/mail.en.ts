import type { mail as nl } from './mail.nl.ts';

export const mail: typeof nl = {
  subject: 'Confirm your e-mail address',
  text: (host, confirm, stop) =>
    `Hello,

Somebody wants news of a conversation, and gave this e-mail address.
It reached us by In gesprek, at ${host}.
Was it you? Then confirm it, within seven days:
${confirm}

Was it not you, or do you not want it any more? Then you need not do anything. After seven days we delete your address.
Deleting it at once is possible too, now or later:
${stop}

After a year we delete your address by itself. You cannot reply to this mail.`,
};
