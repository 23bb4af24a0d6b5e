import type { damage as nl } from './damage.nl.ts';

export const damage: typeof nl = {
  damage: {
    title: 'Damaged',
    until: (seq) => `This conversation is damaged on the disk, from event ${seq} on. You see what came before it.`,
    readOnly: 'Nothing can be added. Phones keep what was not sent yet.',
    nothing: (seq) => `Damaged from event ${seq} on. Nothing of it can be read any more.`,
    help: 'A backup brings the conversation back. Ask who runs the server: npm run restore.',
    look: 'Look',
    lost: (seq, reached) => `The last part of this conversation was gone: from event ${seq} to ${reached}.`,
    lostHelp: 'Phones put back what they still hold. Look at what you did after that: steps, hiding, covering, notes.',
    understood: 'Understood',
    unnamed: (date) => `Conversation of ${date}`,
  },
};
