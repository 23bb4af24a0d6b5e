import type { KeyObject } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { CorruptLog } from '../errors.ts';
import { type Hashes, textPlaceOf, wordsIn } from '../log-rows.ts';
import { seal } from '../sealing.ts';
import type { Words } from '../stored-form.ts';
import type { Keys } from './keys.ts';

export type TextRows = ReturnType<typeof buildTextRows>;

/** People's words: sealed, beside the log. */
export function buildTextRows(database: DatabaseSync, keys: Keys) {
  const insert = database.prepare('INSERT INTO texts (session, text, sealed) VALUES (?, ?, ?)');
  const select = database.prepare('SELECT sealed FROM texts WHERE session = ? AND text = ?');
  const blank = database.prepare(
    'UPDATE texts SET sealed = NULL WHERE session = ? AND text = ? AND sealed IS NOT NULL',
  );

  const sealedIn = (session: string, text: string) =>
    select.get(session, text)?.['sealed'] as Uint8Array | null | undefined;

  return {
    write(session: string, key: KeyObject, texts: Words[]): Hashes {
      return texts.map(([text, words]) => {
        const { sealed, hash } = seal(key, textPlaceOf(session, text), words);
        insert.run(session, text, sealed);
        return [text, hash];
      });
    },
    /** The words that are left of an event's texts. */
    read(session: string, seq: number, hashes: Hashes): Words[] {
      if (hashes.length === 0) return [];
      const key = keys.of(session);
      if (!key) throw new CorruptLog(session, seq, 'its key is missing: restore takes both files');
      return hashes.flatMap((one) => wordsIn({ session, seq, key }, one, sealedIn(session, one[0])));
    },
    /** Whether there were words. */
    erase: (session: string, text: string): boolean => blank.run(session, text).changes > 0,
  };
}
