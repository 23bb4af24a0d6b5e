import type { DatabaseSync } from 'node:sqlite';
import { CannotStore } from '../errors.ts';
import { seal, unseal } from '../sealing.ts';
import { type DraftKey, draftPlaceOf } from '../session-rules.ts';
import type { StoredDraft } from '../store.ts';
import type { Keys } from './keys.ts';

type Row = Omit<StoredDraft, 'words'> & { sealed: Uint8Array };
const placeOf = (session: string, draft: DraftKey) => `draft/${session}/${draftPlaceOf(draft)}`;

/** What is being written, the latest only, sealed with the session's key. */
export function buildDrafts(database: DatabaseSync, keys: Keys) {
  const upsert = database.prepare(
    `INSERT INTO drafts (session, unit, step, item, prompt, seat, at, sealed) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET at = excluded.at, sealed = excluded.sealed`,
  );
  const select = database.prepare(
    `SELECT unit, step, item, prompt, seat, at, sealed FROM drafts WHERE session = ? AND unit = ?
     ORDER BY at, step, item, prompt, seat`,
  );
  const remove = database.prepare(
    'DELETE FROM drafts WHERE session = ? AND unit = ? AND step = ? AND item = ? AND prompt = ? AND seat = ?',
  );

  return {
    save(session: string, draft: StoredDraft): void {
      const key = keys.of(session);
      if (!key) throw new CannotStore('the key of this session is missing');
      const { unit, step, item, prompt, seat, at, words } = draft;
      const { sealed } = seal(key, placeOf(session, draft), words.toWellFormed());
      upsert.run(session, unit, step, item, prompt, seat, at, sealed);
    },
    list(session: string, unit: string): StoredDraft[] {
      const key = keys.of(session);
      if (!key) return [];
      return (select.all(session, unit) as Row[]).map(({ sealed, ...draft }) => {
        try {
          return { ...draft, words: unseal(key, placeOf(session, draft), sealed).words };
        } catch (cause) {
          throw new CannotStore('a draft cannot be opened', { cause });
        }
      });
    },
    drop: (session: string, { unit, step, item, prompt, seat }: DraftKey) =>
      void remove.run(session, unit, step, item, prompt, seat),
  };
}
