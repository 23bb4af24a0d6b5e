import { createHash } from 'node:crypto';

/**
 * An id for each thing in the file that is the same at each export: a UUID of version 8 (RFC 9562) from the session and what the thing is.
 * Never from a seat, which other screens know.
 */
export const guidsOf =
  (session: string) =>
  (...entity: string[]): string => {
    const hash = createHash('sha256')
      .update(JSON.stringify([session, ...entity]))
      .digest();
    const version = ((hash[6] ?? 0) & 0x0f) | 0x80;
    const variant = ((hash[8] ?? 0) & 0x3f) | 0x80;
    const hex = Buffer.from([...hash.subarray(0, 6), version, hash[7] ?? 0, variant, ...hash.subarray(9, 16)]).toString(
      'hex',
    );
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  };
export type Guids = ReturnType<typeof guidsOf>;
