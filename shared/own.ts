/** What somebody is told of what happens to their words, and what is their own: over HTTP, as in api.ts. */
import * as z from 'zod/mini';
import type { Language } from './script.ts';

export const noticeVersion = z.string().check(z.regex(/^[0-9a-f]{32}$/));

/** What somebody is told of what happens to their words, in one language. */
export type NoticeText = {
  /** The hash of all of it but `until`. */
  version: string;
  lines: string[];
  /** The day on which all is erased, as it looks now. */
  until: string;
  /** Asked apart from taking part; null where the session does not ask. */
  research: { title: string; label: string; lines: string[] } | null;
};
export type Notices = Record<Language, NoticeText>;

/**
 * What is one's own, by one's ticket. POST /api/own -> Own. POST /api/own/consent -> {}: yes or no to research.
 * POST /api/own/words -> OwnWords: all that one wrote, to keep.
 */
export const ownRequest = z.strictObject({ ticket: z.string().check(z.maxLength(128)) });
export const consentRequest = z.extend(ownRequest, { agrees: z.boolean(), version: noticeVersion });
export type Own = {
  notice: Notices;
  /** Null where it is not asked. */
  agrees: boolean | null;
};
export type OwnWords = { name: string; text: string };
