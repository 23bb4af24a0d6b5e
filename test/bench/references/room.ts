/**
 * What every reference does, whatever it speaks: people join, answer, are told what all are told and how far the room is,
 * and get what they missed; a wall and a desk get each answer. No rules, no rights, no schema: the least that does the work.
 */
import { buildNoLog, buildSqliteLog, type Log } from './log.ts';

export type Kept = { seq: number; seat: string; text: string };
export type Join = { session: string; role: 'phone' | 'wall' | 'desk'; seat?: string; after: number };
export type Joined = { seat: string; head: number; events: Kept[] };

/** A message to all in a room of the transport, encoded once. */
type Tell = (room: string, type: 'frame' | 'counts', message: unknown) => void;
type Work = { session: Session; kept: Kept; kind: Kind; answer: (kept: Kept) => void };
type Kind = 'joined' | 'answered' | 'told';
type Session = {
  id: string;
  seq: number;
  people: number;
  /** What phones are told, and what walls and desks are. */
  toAll: Kept[];
  toScreens: Kept[];
  counting: NodeJS.Timeout | undefined;
};

const phonesOf = (session: string): string => `${session}/phones`;
const screensOf = (session: string): string => `${session}/screens`;

type Options = {
  tell: Tell;
  /** Durable, in this folder; undefined: nothing is stored. */
  folder: string | undefined;
  /** Everybody is told every answer. */
  naive: boolean;
};

export function buildRooms({ tell, folder, naive }: Options) {
  const sessions = new Map<string, Session>();
  const log: Log<Work> = folder === undefined ? buildNoLog(publish) : buildSqliteLog(folder, publish);

  function sessionOf(id: string): Session {
    const known = sessions.get(id) ?? { id, seq: 0, people: 0, toAll: [], toScreens: [], counting: undefined };
    sessions.set(id, known);
    return known;
  }

  /** After it was stored: screens are told of a slice at once, and then who sent it is answered. */
  function publish(slice: readonly Work[]): void {
    for (const [session, works] of Map.groupBy(slice, ({ session }) => session)) {
      const told = works.filter(({ kind }) => kind === 'told').map(({ kept }) => kept);
      const seen = works.filter(({ kind }) => kind !== 'joined').map(({ kept }) => kept);
      session.toAll.push(...told);
      if (folder !== undefined) session.toScreens.push(...seen);
      if (seen.length > 0) tell(screensOf(session.id), 'frame', seen);
      const forPhones = naive ? seen : told;
      if (forPhones.length > 0) tell(phonesOf(session.id), 'frame', forPhones);
      session.counting ??= setTimeout(count, 1_000, session);
    }
    for (const { kept, answer } of slice) answer(kept);
  }

  /** How far the room is, once a second at most. */
  function count(session: Session): void {
    session.counting = undefined;
    const counts = { people: session.people, answers: session.seq };
    tell(phonesOf(session.id), 'counts', counts);
    tell(screensOf(session.id), 'counts', counts);
  }

  function append(session: Session, kind: Kind, seat: string, text: string): Promise<Kept> {
    const kept = { seq: ++session.seq, seat, text };
    return new Promise((answer) => {
      const line = { session: session.id, seq: kept.seq, body: JSON.stringify({ kind, seat, text, at: Date.now() }) };
      log.append(line, { session, kept, kind, answer });
    });
  }

  return {
    /** `enter`: into which room of the transport, before what is missed is reckoned. */
    async join({ session: id, role, seat, after }: Join, enter: (room: string) => void): Promise<Joined> {
      const session = sessionOf(id);
      const isNew = role === 'phone' && seat === undefined;
      const known = isNew ? `s${++session.people}` : (seat ?? role);
      if (isNew) await append(session, 'joined', known, '');
      enter(role === 'phone' ? phonesOf(id) : screensOf(id));
      const missed = role === 'phone' ? session.toAll : session.toScreens;
      const events = missed.slice(missed.findLastIndex(({ seq }) => seq <= after) + 1);
      return { seat: known, head: session.seq, events };
    },
    answer: (id: string, seat: string, text: string): Promise<Kept> => append(sessionOf(id), 'answered', seat, text),
    tell: (id: string, text: string): Promise<Kept> => append(sessionOf(id), 'told', 'desk', text),
  };
}
