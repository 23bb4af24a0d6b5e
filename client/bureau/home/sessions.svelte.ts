import type { Home, SessionRow } from '../../../shared/api.ts';
import { call } from '../../live/api.ts';
import type { Keep } from '../../live/storage.ts';
import { wording } from './wording.svelte.ts';

type Said = { text: string; undo: (() => void) | null };

/** The facilitator's sessions and scripts, read again after every change. */
export class Sessions {
  home = $state.raw<Home | null>(null);
  trouble = $state('');
  /** What was just done. */
  said = $state.raw<Said | null>(null);
  readonly #keep: Keep;
  readonly #onlost: () => void;

  constructor(keep: Keep, onlost: () => void) {
    this.#keep = keep;
    this.#onlost = onlost;
  }

  async read(): Promise<void> {
    const result = await call<Home>('GET', '/api/home');
    if (result.ok) {
      this.home = result.body;
      this.trouble = '';
    } else if (result.reason === 'noTicket') this.#onlost();
    else this.trouble = wording.refusal(result.reason);
  }

  async archive(row: SessionRow, archived: boolean): Promise<void> {
    const done = await call('POST', `/api/sessions/${row.session}/archive`, { archived });
    const { home } = wording.words;
    if (done.ok) {
      const text = (archived ? home.archived : home.unarchived)(row.title);
      this.#say(text, () => void this.archive(row, !archived));
    } else this.#say(wording.refusal(done.reason));
    await this.read();
  }

  /** What went wrong, or nothing; of a deleted session nothing stays on this device either. */
  async remove(row: SessionRow): Promise<string> {
    const gone = await call('DELETE', `/api/sessions/${row.session}`);
    if (!gone.ok && gone.reason !== 'noSuchSession') return wording.refusal(gone.reason);
    for (const key of this.#keep.keys('ig.')) if (key.includes(row.session)) this.#keep.remove(key);
    this.#say(wording.words.home.removed(row.title));
    await this.read();
    return '';
  }

  async bringBack(file: File): Promise<void> {
    const { home } = wording.words;
    const archive = await file
      .text()
      .then(JSON.parse)
      .catch(() => undefined);
    const result = archive ? await call('POST', '/api/import', archive as object) : undefined;
    if (result?.ok) this.#say(home.broughtBack);
    else if (result?.reason === 'nothingToDo') this.#say(home.alreadyHere);
    else this.#say(result?.reason === 'offline' ? wording.words.offline : home.notBroughtBack);
    await this.read();
  }

  #say(text: string, undo: Said['undo'] = null): void {
    this.said = { text, undo };
  }
}

/** The calendar day here and now, as "2026-11-24". */
export function today(now = new Date()): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Running and planned: the soonest first; past and archived: the latest first. */
export function groupRows(rows: readonly SessionRow[]) {
  const bySoonest = (a: SessionRow, b: SessionRow) => a.date.localeCompare(b.date) || a.title.localeCompare(b.title);
  const sorted = rows.toSorted(bySoonest);
  const inPhase = (phase: SessionRow['phase']) => sorted.filter((row) => row.phase === phase && !row.archived);
  return {
    running: inPhase('running'),
    planned: inPhase('planned'),
    past: inPhase('past').reverse(),
    archive: sorted.filter((row) => row.archived).reverse(),
  };
}
