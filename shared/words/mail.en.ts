import type { mail as nl } from './mail.nl.ts';

export const mail: typeof nl = {
  subject: 'Confirm your e-mail address',
  text: (host, confirm, stop) =>
    `Hello,

Somebody gave this e-mail address to stay informed, by In gesprek at ${host}.
Was it you? Then confirm it, within seven days:
${confirm}

Was it not you, or do you not want it any more? Then you need not do anything: without a confirmation we delete your address after seven days.
Deleting it at once is possible too, now or later:
${stop}

After a year we delete your address by itself. You cannot reply to this mail.`,
};
