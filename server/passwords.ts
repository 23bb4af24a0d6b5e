/** The one place where passwords are hashed and compared: a team link's, and a facilitator's passphrase. */
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { buildWorkTurns } from './work-turns.ts';

export type Cost = { ln: number; r: number; p: number };
/** OWASP's Password Storage Cheat Sheet, scrypt: two settings that cost as much work, in 128 MB and in 16 MB. */
export const costs = {
  /** Of a facilitator: all that they own hangs on it. */
  passphrase: { ln: 17, r: 8, p: 1 },
  /** Of a link for a team: many open it at the same moment. */
  link: { ln: 14, r: 8, p: 5 },
} as const satisfies Record<string, Cost>;

const keyLength = 32;
const saltLength = 16;
const derive = promisify<string, Buffer, number, { N: number; r: number; p: number; maxmem: number }, Buffer>(scrypt);

/** Two at once: never more than twice 128 MB, and two threads left for the disk. */
const turns = buildWorkTurns(2, 40);

function deriveWith(words: string, salt: Buffer, { ln, r, p }: Cost, isFirst: boolean): Promise<Buffer> {
  const N = 2 ** ln;
  return turns(() => derive(words, salt, keyLength, { N, r, p, maxmem: 256 * N * r }), isFirst);
}

const form = /^\$scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})\$([\w-]{16,})\$([\w-]{16,})$/;
const stored = ({ ln, r, p }: Cost, salt: Buffer, hash: Buffer): string =>
  `$scrypt$ln=${ln},r=${r},p=${p}$${salt.toString('base64url')}$${hash.toString('base64url')}`;

/** As it is stored: names its parameters, so that a stronger setting takes nobody's password away. */
export async function hashPassword(words: string, cost: Cost): Promise<string> {
  const salt = randomBytes(saltLength);
  return stored(cost, salt, await deriveWith(words, salt, cost, false));
}

/** `isFirst`: goes before others who wait, and waits however many there are. Throws TooBusy. */
export async function fitsPassword(words: string, kept: string, isFirst = false): Promise<boolean> {
  const [, ln = '', r = '', p = '', salt = '', hash = ''] = form.exec(kept) ?? [];
  if (!hash) return false;
  const cost = { ln: Number(ln), r: Number(r), p: Number(p) };
  const given = await deriveWith(words, Buffer.from(salt, 'base64url'), cost, isFirst);
  const known = Buffer.from(hash, 'base64url');
  return known.length === given.length && timingSafeEqual(given, known);
}

/** Made as the others and fits nothing: who asks for a name that is not there waits as long. */
export const nobodysPassword = (cost: Cost): string => stored(cost, Buffer.alloc(saltLength), Buffer.alloc(keyLength));
