import type { DeskAccess, Home, Keeping, SessionRow } from '../../../shared/api.ts';
import type { Command } from '../../../shared/commands.ts';
import { call } from '../../live/api.ts';
import type { Keep } from '../../live/storage.ts';
import { toasts } from '../toasts.svelte.ts';
import { wording } from '../wording.svelte.ts';

/** Milliseconds between two looks at what others did, and how long the pointer is still before rows may move (law 16). */
const lookEvery = 5_000;
const stillFor = 2_000;

/** The facilitator's sessions and scripts, read again after every change, when the page is seen again, and while it is seen. */
export class Sessions {
  home = $state.raw<Home | null>(null);
  /** The page could not be read. */
  trouble = $state<string | null>(null);
  readonly #keep: Keep;
  readonly #onlost: () => void;
  #asked = 0;
  #heard = 0;
  #movedAt = -stillFor;

  constructor(keep: Keep, onlost: () => void) {
    this.#keep = keep;
    this.#onlost = onlost;
  }

  /** The pointer is among the rows. */
  moved = (): void => {
    this.#movedAt = performance.now();
  };

  /** Follows what is done elsewhere: shared, given away, deleted; gives the way to stop. */
  follow(): () => void {
    const look = () => document.visibilityState === 'visible' && void this.read();
    const lookWhenStill = () => performance.now() - this.#movedAt >= stillFor && look();
    const timer = setInterval(lookWhenStill, lookEvery);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }

  async read(): Promise<void> {
    this.#asked += 1;
    const turn = this.#asked;
    const result = await call<Home>('GET', '/api/home');
    // What was asked later and is here already is newer.
    if (turn < this.#heard) return;
    this.#heard = turn;
    if (result.ok) {
      this.home = result.body;
      this.trouble = null;
    } else if (result.reason === 'noTicket') this.#onlost();
    else this.trouble = wording.refusal(result.reason);
  }

  /** The new session's id, or nothing where it was refused. */
  async again(row: SessionRow, date: string): Promise<string | undefined> {
    const made = await call<{ session: string }>('POST', `/api/sessions/${row.session}/again`, { date });
    if (!made.ok) toasts.say(wording.refusal(made.reason));
    await this.read();
    return made.ok ? made.body.session : undefined;
  }

  async archive(row: SessionRow, archived: boolean): Promise<void> {
    const { home } = wording.words;
    const done = await this.#give(row.session, { type: 'ArchiveSession', archived });
    if (!done) toasts.say(wording.words.failed);
    else {
      toasts.say((archived ? home.archived : home.unarchived)(row.title), () => void this.archive(row, !archived));
    }
    await this.read();
  }

  async keeping(row: SessionRow): Promise<Keeping | null> {
    const told = await call<Keeping>('GET', `/api/sessions/${row.session}/keeping`);
    if (!told.ok) toasts.say(wording.refusal(told.reason));
    return told.ok ? told.body : null;
  }

  /** So many days after it was last held. */
  async keepFor(row: SessionRow, days: number, reason: string): Promise<boolean> {
    const set = await call<Keeping>('POST', `/api/sessions/${row.session}/keeping`, { days, reason });
    toasts.say(set.ok ? wording.words.keeping.done(wording.day(set.body.until)) : wording.refusal(set.reason));
    await this.read();
    return set.ok;
  }

  async remove(row: Pick<SessionRow, 'session' | 'title'>): Promise<boolean> {
    const gone = await call('DELETE', `/api/sessions/${row.session}`);
    if (gone.ok) {
      // Nothing of it stays on this device either.
      for (const name of [`ig.desk.${row.session}.`, `ig.home.${row.session}.`, `ig.summary.${row.session}.`]) {
        for (const key of this.#keep.keys(name)) this.#keep.remove(key);
      }
      toasts.say(wording.words.home.removed(row.title));
    } else toasts.say(wording.refusal(gone.reason));
    await this.read();
    return gone.ok;
  }

  async bringBack(file: File): Promise<void> {
    const { home } = wording.words;
    let archive: object;
    try {
      archive = JSON.parse(await file.text()) as object;
    } catch {
      toasts.say(home.notBroughtBack);
      return;
    }
    const result = await call('POST', '/api/import', archive);
    const why: Partial<Record<string, string>> = {
      malformed: home.notBroughtBack,
      nothingToDo: home.alreadyHere,
      noSuchSession: home.removedBefore,
    };
    toasts.say(result.ok ? home.broughtBack : (why[result.reason] ?? wording.refusal(result.reason)));
    await this.read();
  }

  /** One command by the desk's own road, with a line of its own. */
  async #give(session: string, command: Command): Promise<boolean> {
    const access = await call<DeskAccess>('GET', `/api/sessions/${session}/desk`);
    if (!access.ok) return false;
    const { LiveSession } = await import('../../live/live-session.svelte.ts');
    const { ticket, script } = access.body;
    const live = new LiveSession({
      ...{ ticket, session, keep: this.#keep, name: `home.${session}`, scriptOf: async () => script },
    });
    const result = await live.send(command);
    live.stop();
    return result.ok || result.refusal.reason === 'nothingToDo';
  }
}

/** The calendar day here and now, as "2026-11-24". */
export function today(now = new Date()): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Whole days from today to a date. */
export const daysUntil = (date: string, from = today()): number =>
  Math.round((Date.parse(date) - Date.parse(from)) / 86_400_000);

/** Planned and running: the soonest first; past: the latest first. */
export function groupRows(rows: readonly SessionRow[]) {
  const soonest = (a: SessionRow, b: SessionRow) =>
    a.date < b.date ? -1 : a.date > b.date ? 1 : a.title < b.title ? -1 : 1;
  const of = (phase: SessionRow['phase']) => rows.filter((row) => row.phase === phase && !row.archived).sort(soonest);
  return {
    running: of('running'),
    planned: of('planned'),
    past: of('past').reverse(),
    archive: rows
      .filter((row) => row.archived)
      .sort(soonest)
      .reverse(),
  };
}
