import { mail as english } from '../../shared/words/mail.en.ts';
import { mail as dutch } from '../../shared/words/mail.nl.ts';
import { confirmUrl, oneClickUrl, stopUrl } from '../http/addresses.ts';
import type { Interest } from '../store/session-rules.ts';
import { confirmLink, stopLink } from './standing.ts';

export type Letter = { to: string; subject: string; text: string; headers: Record<string, string> };

/** In both languages, for which one was spoken would tell of the session; of which nothing is said at all. */
export function confirmationFor(interest: Interest, origin: string): Letter {
  const [confirm, stop] = [confirmUrl(origin, confirmLink(interest)), stopUrl(origin, stopLink(interest))];
  const host = new URL(origin).host;
  const oneClick = origin.startsWith('https:') && {
    'List-Unsubscribe': `<${oneClickUrl(origin, stopLink(interest))}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  };
  return {
    to: interest.email,
    subject: `${dutch.subject} / ${english.subject}`,
    text: [dutch, english].map((words) => words.text(host, confirm, stop)).join('\n\n---\n\n'),
    headers: { 'Auto-Submitted': 'auto-generated', ...oneClick },
  };
}
