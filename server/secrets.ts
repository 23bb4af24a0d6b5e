import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';

/** Twenty consonants: no vowels, so no words; no letters that sound or look alike. */
const letters = 'BCDFGHJKLMNPQRSTVWXZ';
const joinCode = /^[BCDFGHJKLMNPQRSTVWXZ]{6}$/;
const recoveryCode = /^[BCDFGHJKLMNPQRSTVWXZ]{10}$/;

/** One of them for a number that is drawn evenly. */
export const letterAt = (drawn: number): string => letters[drawn % letters.length] as string;

const lettersOf = (count: number) => Array.from({ length: count }, () => letters[randomInt(letters.length)]).join('');

/** 256 random bits: a ticket, a cookie, a link, a key. */
export const newSecret = (): string => randomBytes(32).toString('base64url');
/** 128 random bits: short enough for a QR code that a whole room can scan. */
export const newJoinSecret = (): string => randomBytes(16).toString('base64url');
/** 26 bits: safe only together with the limit on guesses. */
export const newJoinCode = (): string => lettersOf(6);
/** 43 bits, likewise. */
export const newRecoveryCode = (): string => lettersOf(10);
/** What a wall shows until a desk confirms it. */
export const newNumber = (): string => String(randomInt(10_000)).padStart(4, '0');

const typed = (raw: string) => raw.toUpperCase().replace(/[\s\p{Pd}._]/gu, '');
/** What was typed as a code, as it is kept: in capitals or not, spaces and dashes ignored; undefined where it cannot be one. */
export const joinCodeIn = (raw: string): string | undefined => joinCode.exec(typed(raw))?.[0];
export const recoveryCodeIn = (raw: string): string | undefined => recoveryCode.exec(typed(raw))?.[0];

export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

/** Compares without telling by its time how much was right. */
export const isSame = (a: string, b: string): boolean =>
  timingSafeEqual(Buffer.from(hashOf(a)), Buffer.from(hashOf(b)));
