/** What a backup says of itself, in a file beside it: enough to know whether it is whole, and whether this program knows it. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import * as z from 'zod';
import { programVersion } from '../program-version.ts';
import { mainSchema } from '../store/sqlite/schema.ts';
import { currentForm } from '../store/upcasters.ts';

export const mainFile = 'in-gesprek.db';
export const keysFile = 'keys.db';
export const aboutFile = 'about.json';
/** Beside the backups themselves, unless another place is named. */
export const keysFolder = 'keys';

const format = 'in-gesprek/backup';
export const backupVersion = 1;

export const aboutSchema = z.object({
  format: z.literal(format),
  version: z.int().min(1),
  /** Of the program that made it. */
  program: z.string(),
  madeAt: z.iso.datetime(),
  /** The form of the file, and the newest form of an event in it. */
  schema: z.int(),
  form: z.int(),
  sessions: z.int(),
  bytes: z.int(),
  sha256: z.string(),
  /** Where its keys were kept. */
  keys: z.string(),
});
export type About = z.infer<typeof aboutSchema>;

type Facts = Pick<About, 'sessions' | 'bytes' | 'sha256' | 'keys'> & { at: number };

export const aboutOf = ({ at, ...facts }: Facts): About => ({
  ...{ format, version: backupVersion, program: programVersion },
  ...{ madeAt: new Date(at).toISOString(), schema: mainSchema.length, form: currentForm },
  ...facts,
});

/** As the commands say it: both languages on one line. */
export const inSessions = (count: number): string =>
  count === 1 ? '1 session / sessie' : `${count} sessions / sessies`;

/** Read bit by bit: a large file holds nobody up. */
export async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}
