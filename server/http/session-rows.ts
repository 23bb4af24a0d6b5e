import type { DamagedRow, SessionRow } from '../../shared/api.ts';
import type { Logged } from '../../shared/events.ts';
import { say } from '../../shared/script-queries.ts';
import { evolve } from '../../shared/session/evolve.ts';
import { initialState } from '../../shared/session/initial-state.ts';
import { textOf } from '../../shared/session/selectors.ts';
import type { SessionState } from '../../shared/session/state.ts';
import { tookPart } from '../../shared/views/summary/people.ts';
import { answersToRead } from '../../shared/views/summary.ts';
import type { House } from '../house.ts';
import { inTurns } from '../in-turns.ts';
import { keptUntil, openUntil } from '../retention.ts';
import { CorruptLog } from '../store/errors.ts';
import type { SessionEntry } from '../store/store.ts';

/** planned: nobody came yet, and nothing but the first step was opened. */
function phaseOf(state: SessionState): SessionRow['phase'] {
  if (state.closedAt !== null) return 'past';
  return Object.keys(state.runs).length > 1 || state.seats.size > 0 ? 'running' : 'planned';
}

type OwnRow = Omit<SessionRow, 'sharedBy'>;

function rowOf(state: SessionState, createdAt: number): OwnRow {
  const { script, language, date } = state;
  return {
    session: state.session,
    script: script.id,
    scriptTitle: { nl: say(script.title, 'nl'), en: say(script.title, 'en') },
    language,
    title: textOf(state, state.title),
    date,
    place: textOf(state, state.place),
    partner: textOf(state, state.partner),
    collaboration: textOf(state, state.collaboration),
    phase: phaseOf(state),
    archived: state.archived,
    published: state.publication !== null,
    people: tookPart(state),
    answers: answersToRead(state),
    keptUntil: keptUntil(state, createdAt),
  };
}

function* folding(log: readonly Logged[]): Generator<undefined, SessionState> {
  let state = initialState();
  for (const event of log) {
    state = evolve(state, event);
    yield;
  }
  return state;
}

const unreadableFor = 400 * 24 * 60 * 60_000;

type Known = { seq: number; row: OwnRow; scriptHash: string; openUntil: number | null };

export type SessionRows = ReturnType<typeof buildSessionRows>;

/** One row a session for the start page, folded again only when the log has grown; never a host of its own. */
export function buildSessionRows({ store, hosts }: Pick<House, 'store' | 'hosts'>) {
  const known = new Map<string, Known>();

  async function stateOf({ session, seq }: SessionEntry): Promise<SessionState | undefined> {
    const host = await hosts.hostHere(session);
    // Another node may be ahead of this one.
    if (host) return host.state.seq >= seq ? host.state : (await hosts.open(session))?.state;
    // Of many short ones, too, whoever waits goes before the next.
    await new Promise(setImmediate);
    const log = await store.read(session);
    return log.length ? inTurns(folding(log)) : undefined;
  }

  async function look(entry: SessionEntry): Promise<Known | undefined> {
    const { session, seq, createdAt } = entry;
    const found = known.get(session);
    if (found?.seq === seq) return found;
    // A damaged log has a row of its own kind.
    const state = await stateOf(entry).catch(() => undefined);
    if (!state) return undefined;
    const next = { seq, row: rowOf(state, createdAt), scriptHash: state.scriptHash, openUntil: openUntil(state) };
    known.set(session, next);
    return next;
  }

  async function* all(): AsyncGenerator<Known & Pick<SessionEntry, 'session' | 'owner'>> {
    const entries = await store.sessions();
    const ids = new Set(entries.map(({ session }) => session));
    for (const session of known.keys()) if (!ids.has(session)) known.delete(session);
    for (const entry of entries) {
      const one = await look(entry);
      if (one) yield { ...one, session: entry.session, owner: entry.owner };
    }
  }

  /** Undefined: it is well, or the disk cannot be read now. */
  async function damageOf({ session, createdAt }: SessionEntry): Promise<DamagedRow | undefined> {
    const seq = await store.read(session).then(
      () => undefined,
      (error: unknown) => (error instanceof CorruptLog ? error.seq : undefined),
    );
    if (seq === undefined) return undefined;
    const state = (await store.readIntact(session)).reduce(evolve, initialState());
    return { session, seq, title: state.seq === 0 ? '' : textOf(state, state.title), createdAt };
  }

  return {
    /** What is theirs, and what others share with them. */
    async ofFacilitator(facilitator: string): Promise<SessionRow[]> {
      const shared = new Set((await store.shares({ facilitator })).map(({ session }) => session));
      const names = new Map((await store.facilitators()).map(({ id, name }) => [id, name]));
      const rows: SessionRow[] = [];
      for await (const { session, owner, row } of all()) {
        if (owner === facilitator) rows.push({ ...row, sharedBy: null });
        else if (shared.has(session)) rows.push({ ...row, sharedBy: names.get(owner) ?? '' });
      }
      return rows;
    },
    /** Those that cannot be opened any more, or only to look at. */
    async damagedOf(facilitator: string): Promise<DamagedRow[]> {
      const own = (await store.sessions()).filter(({ session, owner }) => owner === facilitator && !known.has(session));
      const rows = await Promise.all(own.map(damageOf));
      return rows.filter((row) => row !== undefined);
    },
    /** The sessions that are kept no longer. */
    async overdue(now: number): Promise<string[]> {
      const over: string[] = [];
      for await (const { row } of all()) if (row.keptUntil <= now) over.push(row.session);
      // A damaged log tells nothing of its days; it does not stay for ever.
      for (const { session, createdAt } of await store.sessions()) {
        if (!known.has(session) && createdAt + unreadableFor <= now) over.push(session);
      }
      return over;
    },
    /** The sessions that nobody leads and whose days are over. */
    async unledOver(now: number): Promise<string[]> {
      const over: string[] = [];
      for await (const { row, openUntil } of all()) if (openUntil !== null && openUntil <= now) over.push(row.session);
      return over;
    },
    /** A session with this script, by its hash. */
    async withScript(hash: string): Promise<string | undefined> {
      for await (const { scriptHash, row } of all()) if (scriptHash === hash) return row.session;
      return undefined;
    },
  };
}
