/** The chain of hashes over one session's log: it covers each event's stored form and the salted hashes of its texts. */
import { createHash, hash } from 'node:crypto';

export type Link = { seq: number; form: number; body: string; hashes: string };

/** Bound to the session, so that a log moved under another id is seen. */
export const chainStart = (session: string): Uint8Array => hash('sha256', `log\0${session}`, 'buffer');

export const chainAfter = (before: Uint8Array, { seq, form, body, hashes }: Link): Uint8Array =>
  createHash('sha256')
    .update(before)
    .update(JSON.stringify([seq, form, body, hashes]))
    .digest();

export const isSameChain = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;
