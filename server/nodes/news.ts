/** What nodes tell one another: hints and signals. No words of people: what is told lies for a while in the database's own files. */

export type DraftPlace = {
  unit: string;
  step: string;
  item: string;
  prompt: string;
  turn?: number | undefined;
  seat: string;
};

/** What one node has of a session: its screens that are here. On the way all times are how long ago (ms): each node has its own clock. */
export type Part = {
  /** By seat: since when its phone is here, until when it is known to have been here before, and when it last wrote; 0: never. */
  seats: Record<string, [since: number, hereUntil: number, wroteAt: number]>;
  walls: { subgroup: string | null; pages: number; isMini: boolean }[];
  /** By whose right each desk came in. */
  desks: string[];
};

export type News =
  /** The log goes on, up to `seq`. */
  | { kind: 'grew'; logs: [session: string, seq: number][] }
  /** Somebody types: their draft is in the store. `seq`: where the log stood. */
  | { kind: 'draft'; session: string; seq: number; place: DraftPlace; ago: number }
  /** `more`: goes on where the one before ended; `ends`: it is whole with this. */
  | { kind: 'here'; session: string; part: Part; more: boolean; ends: boolean }
  /** Tell all that you have: I just came, or missed something. */
  | { kind: 'who' }
  /** The session is deleted. */
  | { kind: 'ended'; session: string }
  /** A right ended: look whose. */
  | { kind: 'rights' }
  /** What readers of a summary get may be another. */
  | { kind: 'ring'; session: string }
  /** The way in is another. */
  | { kind: 'door'; session: string }
  /** Nothing new: I am here. */
  | { kind: 'beat' }
  /** I stop. */
  | { kind: 'went' };

/** Of times, how long ago they were, and the other way round. */
export function turned({ seats, ...rest }: Part, now: number): Part {
  const turn = (at: number) => at && now - at;
  const all = Object.entries(seats).map(([seat, [since, until, wrote]]) => [
    seat,
    [turn(since), turn(until), turn(wrote)],
  ]);
  return { ...rest, seats: Object.fromEntries(all) };
}

/** So many seats go into one letter: what is longer than 8,000 bytes travels by a slower road. */
const seatsInOne = 100;

/** A node's part of a session, as letters. */
export function tellPart(session: string, part: Part, now: number): News[] {
  const { seats, walls, desks } = turned(part, now);
  const all = Object.entries(seats);
  const last = Math.max(0, Math.ceil(all.length / seatsInOne) - 1);
  return Array.from({ length: last + 1 }, (_, i): News => {
    const some = Object.fromEntries(all.slice(i * seatsInOne, (i + 1) * seatsInOne));
    const rest = i === 0 ? { walls, desks } : { walls: [], desks: [] };
    return { kind: 'here', session, more: i > 0, ends: i === last, part: { seats: some, ...rest } };
  });
}

/** `n` counts what this node told, from 1: a gap is something missed. */
export type Letter = { version: 1; node: string; n: number; news: News };

/** Carries letters to all other nodes, in order where it can. It may lose them; it never throws. */
export type Wire = {
  send: (letter: Letter) => void;
  /** Called with what others sent. */
  hear: (heard: (letter: unknown) => void) => void;
  /** All others fell silent: it may be this end. */
  renew: () => void;
  close: () => Promise<void>;
  /** How often (ms) a node looks at the store itself: a letter that was lost costs that much at most. */
  lookEvery: number;
};
