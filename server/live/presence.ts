import type { Beside, Counts, Presence } from '../../shared/protocol.ts';
import type { Sign } from '../../shared/session/decide/decision.ts';
import { activeUnits, unitOf } from '../../shared/session/selectors.ts';
import type { SessionState } from '../../shared/session/state.ts';
import { subgroupsOf } from '../../shared/session/subgroups.ts';
import type { Part } from '../nodes/news.ts';
import type { Connection, Outlet } from './connection.ts';
import { countsOf } from './counts.ts';

const tellEvery = 1_000;
/** Who wrote this recently is writing. */
const writingFor = 5_000;
/** Who was here this recently still counts as present: a phone that sleeps for a moment, a server that comes back. */
const presentFor = 20_000;

/** Of a rehearsal: the room's clock, and how many times faster the session's runs. */
export type Rehearsed = { steady: () => number; speed: () => number };

type Options = {
  state: () => SessionState;
  connections: ReadonlySet<Connection>;
  outlet: Outlet;
  clock: () => number;
  /** The room's clock, where the session's runs faster: by it others are told, and count as here. */
  steady: () => number;
  /** Seats that count as just seen: those of a session that was opened from its log. */
  seatsAtStart: readonly string[];
  /** Somebody went, and the grace is over. */
  onGone: () => void;
  /** Those who are here by other nodes. */
  elsewhere: () => readonly Part[];
  /** There are other nodes, or may be. */
  isShared: boolean;
  /** Who is here by this node is another. */
  tellOthers: (part: Part) => void;
};

/** Who is here and who is writing: signals beside the log, told at most once a second and only on change. */
export function buildPresence(options: Options) {
  const { state, connections, outlet, clock, steady, seatsAtStart, onGone, elsewhere, isShared, tellOthers } = options;
  const seenAt = new Map(seatsAtStart.map((seat) => [seat, steady()]));
  const wroteAt = new Map<string, number>();
  /** By seat: since when its phone is here, and when it last wrote at all. */
  const signs = new Map<string, Sign>();
  /** By unit: whose phones it was told are here. */
  const toldBeside = new Map<string, string>();
  const told = { presence: '', counts: new Map<string | null, { counts: Counts; json: string }>(), others: '' };
  let toldAt = Number.NEGATIVE_INFINITY;
  let due: NodeJS.Timeout | undefined;
  let leaving: NodeJS.Timeout | undefined;

  /** By seat: how many lines it has by this node. */
  const lines = new Map<string, number>();
  const farSeats = () => new Set(elsewhere().flatMap(({ seats }) => Object.keys(seats)));
  let far = farSeats();
  /** By whatever node; kept as people come and go, so that one more costs the same in a room of thousands. */
  let online = new Set(far);
  /** A desk's own miniature: no wall that a room looks at. */
  const isMini = ({ subject }: Connection) => subject.startsWith('mini:');
  const wallsNow = () => [...ownScreens().walls, ...elsewhere().flatMap(({ walls }) => walls)];
  const desksNow = () => [...ownScreens().desks, ...elsewhere().flatMap(({ desks }) => desks)].length;
  const subgroups = () => subgroupsOf(state()).map(({ id }) => id);
  /** Of the walls in the room where there are any, else of a desk's miniature. */
  function pagesNow(subgroup: string | null): number {
    const walls = wallsNow().filter((one) => one.subgroup === subgroup);
    const inRoom = walls.filter(({ isMini }) => !isMini);
    return Math.max(0, ...(inRoom.length ? inRoom : walls).map(({ pages }) => pages));
  }

  /** When its phone came, wherever it did last, and when it last wrote. */
  function signNow(seat: string): Sign | null {
    const all = elsewhere().flatMap(({ seats }) => (seats[seat] ? [seats[seat]] : []));
    const own = signs.get(seat);
    const there = all.map(([since, hereUntil, wroteAt]): Sign => ({ since, hereUntil, wroteAt }));
    const [latest] = [...there, ...(own ? [own] : [])].sort((a, b) => b.since - a.since);
    return latest ? { ...latest, wroteAt: Math.max(latest.wroteAt, own?.wroteAt ?? 0) } : null;
  }

  function ownScreens(): Pick<Part, 'walls' | 'desks'> {
    const screens = [...connections].filter(({ role }) => role !== 'seat');
    const of = (role: Connection['role']) => screens.filter((one) => one.role === role);
    const walls = of('wall').map((one) => ({ subgroup: one.subgroup, pages: one.pages, isMini: isMini(one) }));
    return { walls, desks: of('desk').map(({ subject }) => subject) };
  }

  /** What is here by this node. */
  function ownPart(): Part {
    const times = [...lines.keys()].sort().map((seat) => {
      const { since, hereUntil, wroteAt } = signs.get(seat) ?? { since: 0, hereUntil: 0, wroteAt: 0 };
      return [seat, [since, hereUntil, wroteAt]];
    });
    return { seats: Object.fromEntries(times), ...ownScreens() };
  }

  /** When somebody last wrote is told by what they write. */
  function tellThem(): void {
    const part = ownPart();
    const news = JSON.stringify({ ...part, seats: Object.entries(part.seats).map(([seat, [since]]) => [seat, since]) });
    if (news !== told.others) tellOthers(part);
    told.others = news;
  }

  function presenceNow(): Presence {
    const writing = [...wroteAt].filter(([, at]) => steady() - at < writingFor).map(([seat]) => seat);
    return {
      online: [...online].sort(),
      writing: writing.sort(),
      walls: wallsNow().filter(({ isMini }) => !isMini).length,
      desks: desksNow(),
      pages: pagesNow(null),
      subgroupPages: Object.fromEntries(subgroups().map((id) => [id, pagesNow(id)])),
    };
  }
  const countsNow = (subgroup: string | null): Counts => countsOf(state(), online, subgroup);
  const besideNow = (unit: string): Beside => ({
    unit,
    here: (unitOf(state(), unit)?.seats ?? []).filter((seat) => online.has(seat)),
  });

  /** Each unit hears of its own people alone, and only what is new. */
  function tellUnits(): void {
    for (const { unit, seats } of activeUnits(state())) {
      if (seats.length < 2) continue;
      const beside = besideNow(unit);
      if (toldBeside.get(unit) === beside.here.join()) continue;
      toldBeside.set(unit, beside.here.join());
      outlet.beside(beside);
    }
  }

  function tell(): void {
    due = undefined;
    toldAt = steady();
    const presence = presenceNow();
    const news = JSON.stringify(presence);
    if (news !== told.presence) outlet.presence(presence);
    told.presence = news;
    if (isShared) tellThem();
    for (const subgroup of [null, ...subgroups()]) {
      const counts = countsNow(subgroup);
      const json = JSON.stringify(counts);
      if (json !== told.counts.get(subgroup)?.json) outlet.counts(counts, subgroup);
      told.counts.set(subgroup, { counts, json });
    }
    tellUnits();
    for (const [seat, at] of wroteAt) if (steady() - at >= writingFor) wroteAt.delete(seat);
    if (wroteAt.size > 0) changed();
  }

  /** Something may be different: tells it soon. */
  function changed(): void {
    due ??= setTimeout(tell, Math.min(tellEvery, Math.max(0, toldAt + tellEvery - steady())));
  }

  function went(seat: string): void {
    seenAt.set(seat, steady());
    waitForGone();
  }
  /** Looks again once the grace of whoever went first is over, and then that of the next: once a second at most. */
  function waitForGone(): void {
    if (leaving) return;
    const first = Math.min(...[...seenAt.values()].filter((at) => steady() - at < presentFor));
    if (!Number.isFinite(first)) return;
    const wait = Math.max(tellEvery, first + presentFor + 50 - steady());
    leaving = setTimeout(() => {
      leaving = undefined;
      onGone();
      waitForGone();
    }, wait).unref();
  }
  waitForGone();

  return {
    changed,
    /** As they were told last, where what is new since is told within the second anyway. */
    lastCounts: (subgroup: string | null): Counts => (due && told.counts.get(subgroup)?.counts) || countsNow(subgroup),
    presenceNow,
    besideNow,
    ownPart,
    signOf: (seat: string): Sign | null => (online.has(seat) ? signNow(seat) : null),
    /** Who is here by other nodes is another. */
    heard(): void {
      const before = far;
      far = farSeats();
      online = new Set([...lines.keys(), ...far]);
      for (const seat of before.difference(far)) went(seat);
      changed();
    },
    came(seat: string): void {
      lines.set(seat, (lines.get(seat) ?? 0) + 1);
      online.add(seat);
      const known = signNow(seat) ?? { since: 0, wroteAt: 0 };
      // Where an old line still hangs it is not known when it died, but that it was alive when it came.
      const hereUntil = Math.max(seenAt.get(seat) ?? 0, known.since);
      signs.set(seat, { since: clock(), hereUntil, wroteAt: known.wroteAt });
      changed();
    },
    wrote(seat: string, at: number): void {
      const known = signs.get(seat) ?? { since: 0, hereUntil: 0, wroteAt: 0 };
      signs.set(seat, { ...known, wroteAt: Math.max(at, known.wroteAt) });
      const isNews = !wroteAt.has(seat);
      wroteAt.set(seat, steady());
      if (isNews) changed();
    },
    stoppedWriting(seat: string): void {
      if (wroteAt.delete(seat)) changed();
    },
    /** One of its lines ended; `forGood`: it is not waited for. */
    left(seat: string, forGood = false): void {
      const others = (lines.get(seat) ?? 1) - 1;
      if (others > 0) lines.set(seat, others);
      else {
        lines.delete(seat);
        if (!far.has(seat)) online.delete(seat);
      }
      if (!forGood) went(seat);
    },
    /** Who counts as taking part now: online, or seen a moment ago. */
    *present(): Generator<string> {
      yield* online;
      for (const [seat, at] of seenAt) if (!online.has(seat) && steady() - at < presentFor) yield seat;
    },
    stop(): void {
      clearTimeout(due);
      clearTimeout(leaving);
    },
  };
}
