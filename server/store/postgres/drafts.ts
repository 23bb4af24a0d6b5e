import { CannotStore } from '../errors.ts';
import { seal, unseal } from '../sealing.ts';
import { type DraftKey, draftPlaceOf } from '../session-rules.ts';
import type { StoredDraft } from '../store.ts';
import type { Run } from './database.ts';
import type { Keys } from './keys.ts';

const placeOf = (session: string, place: string) => `draft/${session}/${place}`;
type Row = { place: string; at: number; sealed: Buffer };

/** What is being written, the latest only, sealed with the session's key. */
export function buildDrafts(keys: Keys) {
  return {
    async save(run: Run, session: string, draft: StoredDraft): Promise<void> {
      const key = await keys.of(session);
      if (!key) throw new CannotStore('the key of this session is missing');
      const place = draftPlaceOf(draft);
      const { sealed } = seal(key, placeOf(session, place), draft.words.toWellFormed());
      await run(
        `INSERT INTO drafts (session, unit, place, at, sealed) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (session, place) DO UPDATE SET at = excluded.at, sealed = excluded.sealed`,
        [session, JSON.stringify(draft.unit), place, draft.at, sealed],
      );
    },
    async list(run: Run, session: string, unit: string): Promise<StoredDraft[]> {
      const rows = await run<Row>(
        `SELECT place, at, sealed FROM drafts WHERE session = $1 AND unit = $2 ORDER BY at, place COLLATE "C"`,
        [session, JSON.stringify(unit)],
      );
      const key = rows.length > 0 ? await keys.of(session) : undefined;
      if (!key) return [];
      return rows.map(({ place, at, sealed }) => {
        const [, step = '', item = '', prompt = '', seat = ''] = JSON.parse(place) as string[];
        try {
          return { unit, step, item, prompt, seat, at, words: unseal(key, placeOf(session, place), sealed).words };
        } catch (cause) {
          throw new CannotStore('a draft cannot be opened', { cause });
        }
      });
    },
    drop: (run: Run, session: string, key: DraftKey) =>
      run('DELETE FROM drafts WHERE session = $1 AND place = $2', [session, draftPlaceOf(key)]),
  };
}
