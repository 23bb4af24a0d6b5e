import type { KeyObject } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { CorruptLog } from '../errors.ts';
import { seal, unseal } from '../sealing.ts';
import type { Words } from '../stored-form.ts';
import type { Keys } from './keys.ts';

/** Which texts an event brought, each with its salted hash: part of the chain. */
export type Hashes = [text: string, hash: string][];

export type TextRows = ReturnType<typeof buildTextRows>;

const placeOf = (session: string, text: string) => `text/${session}/${text}`;

/** People's words: sealed, beside the log. */
export function buildTextRows(database: DatabaseSync, keys: Keys) {
  const insert = database.prepare('INSERT INTO texts (session, text, sealed) VALUES (?, ?, ?)');
  const select = database.prepare('SELECT sealed FROM texts WHERE session = ? AND text = ?');
  const blank = database.prepare(
    'UPDATE texts SET sealed = NULL WHERE session = ? AND text = ? AND sealed IS NOT NULL',
  );

  function open(session: string, seq: number, key: KeyObject, text: string, hash: string): Words[] {
    const row = select.get(session, text);
    if (!row) throw new CorruptLog(session, seq, 'a text is missing');
    if (!(row['sealed'] instanceof Uint8Array)) return [];
    let found: ReturnType<typeof unseal>;
    try {
      found = unseal(key, placeOf(session, text), row['sealed']);
    } catch {
      throw new CorruptLog(session, seq, 'a text cannot be opened');
    }
    if (found.hash !== hash) throw new CorruptLog(session, seq, 'a text is not the one that was logged');
    return [[text, found.words]];
  }

  return {
    write(session: string, key: KeyObject, texts: Words[]): Hashes {
      return texts.map(([text, words]) => {
        const { sealed, hash } = seal(key, placeOf(session, text), words);
        insert.run(session, text, sealed);
        return [text, hash];
      });
    },
    /** The words that are left of an event's texts. */
    read(session: string, seq: number, hashes: Hashes): Words[] {
      if (hashes.length === 0) return [];
      const key = keys.of(session);
      if (!key) throw new CorruptLog(session, seq, 'its key is missing: restore takes both files');
      return hashes.flatMap(([text, hash]) => open(session, seq, key, text, hash));
    },
    /** Whether there were words. */
    erase: (session: string, text: string): boolean => blank.run(session, text).changes > 0,
  };
}
