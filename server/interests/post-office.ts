import { createTransport } from 'nodemailer';
import type { Letter } from './letter.ts';
import type { MailConfig } from './mail-config.ts';

/** Rejects where a mail was not taken over by the operator's mail server. */
export type Send = (letter: Letter) => Promise<void>;
const patience = 20_000;

/** Sends by the operator's own mail server: the one connection that this program makes to elsewhere, and only where it was set. */
export function openPostOffice({ from, ...where }: MailConfig): Send {
  const transport = createTransport({
    ...where,
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    // A letter is text of this program's own: nothing in it is looked up.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return async ({ to, ...letter }) => {
    // As an object: what was typed is one address, never a list.
    await transport.sendMail({ ...letter, from, to: { name: '', address: to } });
  };
}
