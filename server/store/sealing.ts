/**
 * Sealed words: version byte, iv, tag, ciphertext of (salt, words) by AES-256-GCM. The salted hash stays with the event
 * when the sealed words are erased, and tells nothing without the salt, which goes with them.
 */
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hash,
  type KeyObject,
  randomBytes,
} from 'node:crypto';

const version = 1;
const ivBytes = 12;
const tagBytes = 16;
const saltBytes = 16;
const headBytes = 1 + ivBytes + tagBytes;

export type Sealed = { sealed: Uint8Array; hash: string };

/** A random key of 256 bits. As a KeyObject it seals four times as fast as raw bytes do. */
export const newKey = (): KeyObject => createSecretKey(randomBytes(32));

/** Random bytes are asked of the system for many at once: one by one they cost as much as the sealing. Each is used once. */
const poolBytes = 4_096;
let pool = Buffer.alloc(0);
function takeRandom(bytes: number): Buffer {
  if (pool.length < bytes) pool = randomBytes(poolBytes);
  const taken = pool.subarray(0, bytes);
  pool = pool.subarray(bytes);
  return taken;
}

/** `place` (where the words belong) is bound to them: sealed words moved elsewhere do not open. */
export function seal(key: KeyObject, place: string, words: string): Sealed {
  const random = takeRandom(ivBytes + saltBytes);
  const iv = random.subarray(0, ivBytes);
  const salted = Buffer.concat([random.subarray(ivBytes), Buffer.from(words, 'utf8')]);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(place));
  const hidden = Buffer.concat([cipher.update(salted), cipher.final()]);
  return { sealed: Buffer.concat([Buffer.of(version), iv, cipher.getAuthTag(), hidden]), hash: hashOf(salted) };
}

/** Throws when the key is another one, or a byte or the place changed. */
export function unseal(key: KeyObject, place: string, sealed: Uint8Array): { words: string; hash: string } {
  if (sealed.length < headBytes + saltBytes || sealed[0] !== version) throw new Error('not a sealed text of version 1');
  const iv = sealed.subarray(1, 1 + ivBytes);
  const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: tagBytes }).setAAD(Buffer.from(place));
  decipher.setAuthTag(sealed.subarray(1 + ivBytes, headBytes));
  const salted = Buffer.concat([decipher.update(sealed.subarray(headBytes)), decipher.final()]);
  return { words: salted.subarray(saltBytes).toString('utf8'), hash: hashOf(salted) };
}

/** The same words under the same key have the same mark; without the key it tells nothing. */
export const markOf = (key: KeyObject, words: string): Uint8Array =>
  createHmac('sha256', key).update('mark\0').update(words).digest();

export const markedPrefix = 'm1.';
/** A secret's hash as it is stored: who has the rows and not the key cannot find a short secret by trying. */
export const markedSecret = (key: KeyObject, secretHash: string): string =>
  markedPrefix + Buffer.from(markOf(key, secretHash)).toString('base64url');

const hashOf = (salted: Uint8Array) => hash('sha256', salted, 'base64url');
