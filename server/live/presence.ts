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

type Options = {
  state: () => SessionState;
  connections: ReadonlySet<Connection>;
  outlet: Outlet;
  clock: () => number;
  /** Seats that count as just seen: those of a session that was opened from its log. */
  seatsAtStart: readonly string[];
  /** Somebody went, and the grace is over. */
  onGone: () => void;
  /** Those who are here by other nodes. */
  elsewhere: () => readonly Part[];
  /** Who is here by this node is another. */
  tellOthers: (part: Part) => void;
};

/** Who is here and who is writing: signals beside the log, told at most once a second and only on change. */
export function buildPresence(options: Options) {
  const { state, connections, outlet, clock, seatsAtStart, onGone, elsewhere, tellOthers } = options;
  const seenAt = new Map(seatsAtStart.map((seat) => [seat, clock()]));
  const wroteAt = new Map<string, number>();
  /** By seat: since when its phone is here, and when it last wrote at all. */
  const signs = new Map<string, Sign>();
  /** By unit: whose phones it was told are here. */
  const toldBeside = new Map<string, string>();
  const timers = new Set<NodeJS.Timeout>();
  const told = { presence: '', counts: new Map<string | null, string>(), others: '' };
  let toldAt = Number.NEGATIVE_INFINITY;
  let due: NodeJS.Timeout | undefined;

  const ownSeats = () => new Set([...connections].flatMap(({ seat }) => seat ?? []));
  const farSeats = () => new Set(elsewhere().flatMap(({ seats }) => Object.keys(seats)));
  const online = () => ownSeats().union(farSeats());
  let far = farSeats();
  /** A desk's own miniature: no wall that a room looks at. */
  const isMini = ({ subject }: Connection) => subject.startsWith('mini:');
  const wallsNow = () => [...ownPart().walls, ...elsewhere().flatMap(({ walls }) => walls)];
  const desksNow = () => [...ownPart().desks, ...elsewhere().flatMap(({ desks }) => desks)].length;
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

  /** What is here by this node. */
  function ownPart(): Part {
    const of = (role: Connection['role']) => [...connections].filter((one) => one.role === role);
    const times = [...ownSeats()].sort().map((seat) => {
      const { since, hereUntil, wroteAt } = signs.get(seat) ?? { since: 0, hereUntil: 0, wroteAt: 0 };
      return [seat, [since, hereUntil, wroteAt]];
    });
    const walls = of('wall').map((one) => ({ subgroup: one.subgroup, pages: one.pages, isMini: isMini(one) }));
    return { seats: Object.fromEntries(times), walls, desks: of('desk').map(({ subject }) => subject) };
  }

  /** When somebody last wrote is told by what they write. */
  function tellThem(): void {
    const part = ownPart();
    const news = JSON.stringify({ ...part, seats: Object.entries(part.seats).map(([seat, [since]]) => [seat, since]) });
    if (news !== told.others) tellOthers(part);
    told.others = news;
  }

  function presenceNow(): Presence {
    const writing = [...wroteAt].filter(([, at]) => clock() - at < writingFor).map(([seat]) => seat);
    return {
      online: [...online()].sort(),
      writing: writing.sort(),
      walls: wallsNow().filter(({ isMini }) => !isMini).length,
      desks: desksNow(),
      pages: pagesNow(null),
      subgroupPages: Object.fromEntries(subgroups().map((id) => [id, pagesNow(id)])),
    };
  }
  const countsNow = (subgroup: string | null): Counts => countsOf(state(), online(), subgroup);
  const besideNow = (unit: string, here = online()): Beside => ({
    unit,
    here: (unitOf(state(), unit)?.seats ?? []).filter((seat) => here.has(seat)),
  });

  /** Each unit hears of its own people alone, and only what is new. */
  function tellUnits(): void {
    const here = online();
    for (const { unit, seats } of activeUnits(state())) {
      if (seats.length < 2) continue;
      const beside = besideNow(unit, here);
      if (toldBeside.get(unit) === beside.here.join()) continue;
      toldBeside.set(unit, beside.here.join());
      outlet.beside(beside);
    }
  }

  function tell(): void {
    due = undefined;
    toldAt = clock();
    const presence = presenceNow();
    const news = JSON.stringify(presence);
    if (news !== told.presence) outlet.presence(presence);
    told.presence = news;
    tellThem();
    for (const subgroup of [null, ...subgroups()]) {
      const counts = countsNow(subgroup);
      const next = JSON.stringify(counts);
      if (next !== told.counts.get(subgroup)) outlet.counts(counts, subgroup);
      told.counts.set(subgroup, next);
    }
    tellUnits();
    for (const [seat, at] of wroteAt) if (clock() - at >= writingFor) wroteAt.delete(seat);
    if (wroteAt.size > 0) changed();
  }

  /** Something may be different: tells it soon. */
  function changed(): void {
    due ??= setTimeout(tell, Math.min(tellEvery, Math.max(0, toldAt + tellEvery - clock())));
  }

  function later(work: () => void, milliseconds: number): void {
    const timer = setTimeout(() => {
      timers.delete(timer);
      work();
    }, milliseconds);
    timers.add(timer.unref());
  }
  if (seatsAtStart.length > 0) later(onGone, presentFor + 50);

  return {
    changed,
    countsNow,
    presenceNow,
    besideNow,
    ownPart,
    signOf: (seat: string): Sign | null => (online().has(seat) ? signNow(seat) : null),
    /** Who is here by other nodes is another. */
    heard(): void {
      const before = far;
      far = farSeats();
      for (const seat of before.difference(far)) this.left(seat);
      changed();
    },
    came(seat: string): void {
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
      wroteAt.set(seat, clock());
      if (isNews) changed();
    },
    stoppedWriting(seat: string): void {
      if (wroteAt.delete(seat)) changed();
    },
    left(seat: string): void {
      seenAt.set(seat, clock());
      later(onGone, presentFor + 50);
    },
    /** Who counts as taking part now: online, or seen a moment ago. */
    present(): Set<string> {
      const recent = [...seenAt].filter(([, at]) => clock() - at < presentFor).map(([seat]) => seat);
      return online().union(new Set(recent));
    },
    stop(): void {
      clearTimeout(due);
      for (const timer of timers) clearTimeout(timer);
    },
  };
}
