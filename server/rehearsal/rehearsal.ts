import type { Logged } from '../../shared/events.ts';
import type { PlayedPerson, Rehearsal as Told } from '../../shared/rehearsal.ts';
import { rehearsalPrefix } from '../../shared/rehearsal-id.ts';
import type { Language, Script } from '../../shared/script.ts';
import { answeredStepOf, stepOf } from '../../shared/script-queries.ts';
import { seatOf } from '../../shared/session/selectors.ts';
import type { House } from '../house.ts';
import { planSession } from '../http/planning.ts';
import type { Outlet } from '../live/connection.ts';
import { buildHosts, newId } from '../live/hosts.ts';
import { buildAgenda } from './agenda.ts';
import { bringIn, type Played, playedLine } from './cast.ts';
import { buildChance } from './chance.ts';
import { buildOwnAccess, buildOwnHouse, openOwnStore } from './own-house.ts';
import { slow } from './paces.ts';
import { practiceItem } from './practice-answers.ts';
import { reportOf } from './report.ts';
import { buildSpeedClock } from './speed-clock.ts';
import { buildTapping } from './tapping.ts';
import { buildWorking } from './working.ts';

export type Wanted = {
  script: Script;
  /** By its id among this facilitator's own; null where it is none of those. */
  ownScript: string | null;
  language: Language;
  people: number;
  speed: number;
  /** Begins here, with everybody there. */
  step?: string | undefined;
  seed: number;
};

export type OpenRehearsal = Awaited<ReturnType<typeof openRehearsal>>;

/** One session in memory with a clock of its own, and the people who play in it. */
export async function openRehearsal(
  house: House,
  outletOf: (session: string) => Outlet,
  owner: string,
  cookie: string,
  { script, ownScript, language, people, speed, step, seed }: Wanted,
) {
  const { clock } = house;
  const time = buildSpeedClock(clock, speed);
  const agenda = buildAgenda(time.now);
  const store = openOwnStore(house.store, clock);
  const access = buildOwnAccess(store, house, language);
  let usedAt = clock();
  let looking = false;
  let play: { look: () => void }[] = [];

  function told(_session: string, events: readonly Logged[]): void {
    if (events.some(({ by }) => by.startsWith('desk:'))) usedAt = clock();
    if (looking) return;
    looking = true;
    agenda.in(0, look);
  }
  const hosts = buildHosts({
    store,
    clock: time.now,
    outletOf,
    told,
    rehearsed: { steady: clock, speed: () => time.speed },
  });
  const own = buildOwnHouse(house, store, access, hosts);
  const words = {
    title: '',
    place: '',
    partner: '',
    collaboration: '',
    date: new Date(clock()).toISOString().slice(0, 10),
  };
  const details = { ...words, language, pairing: 'automatic' } as const;
  const session = await planSession(own, withItems(script, language), details, owner, rehearsalPrefix + newId());
  const host = await hosts.open(session);
  if (!host) throw new Error('a rehearsal could not be opened');
  const outlet = outletOf(session);
  const chance = buildChance(seed);
  const cast = bringIn({ host, agenda, chance, people, atOnce: step !== undefined });
  const shared = { host, agenda, chance, cast };
  const working = buildWorking({ ...shared, now: time.now, speed: () => time.speed, tell: outlet.draft });
  const tapping = buildTapping(shared);
  play = [working, tapping];
  function look(): void {
    looking = false;
    for (const part of play) part.look();
  }
  const wanted = step === undefined ? undefined : stepOf(script, step);
  if (wanted) {
    const go = (to: string) =>
      host.give({ commandId: null, command: { type: 'OpenStep', step: to, from: null }, actor: { role: 'system' } });
    const talkedAbout = wanted.prompts.length === 0 ? answeredStepOf(script, wanted) : undefined;
    // Behind those who come in.
    if (talkedAbout) {
      agenda.in(0, () => go(talkedAbout.id));
      agenda.in(0, working.answerAll);
    }
    agenda.in(0, () => go(wanted.id));
  }

  /** Those of people: who is played holds none. */
  const screens = () => [...host.connections].filter(({ subject }) => subject !== playedLine);
  const tickets = new Map<string, string>();
  async function ticketOf(seat: string): Promise<string> {
    const ticket = tickets.get(seat) ?? (await access.ticketFor(session, seat));
    tickets.set(seat, ticket);
    return ticket;
  }
  const personOf = async ({ seat, number, phone, pace }: Played): Promise<PlayedPerson> => ({
    ...{ seat, number, isSlow: pace >= slow },
    ticket: phone ? await ticketOf(seat) : null,
    unit: seatOf(host.state, seat)?.unit ?? '',
    isGone: seatOf(host.state, seat)?.gone !== null,
  });

  return {
    ...{ session, owner, cookie, house: own, host },
    usedAt: () => usedAt,
    touch(): void {
      usedAt = clock();
    },
    hasScreens: () => screens().length > 0,
    /** Does what is due of what people do, at most so many acts. */
    run: agenda.run,
    /** All screens hear of it: they say hello again. */
    setSpeed(next: number): void {
      if (next === time.speed) return;
      time.set(next);
      for (const one of host.connections) one.refresh();
    },
    told: async (): Promise<Told> => ({
      ...{ session, language, speed: time.speed, step: host.state.step },
      people: await Promise.all([...cast.played.values()].map(personOf)),
      ownScript,
      report: reportOf(host.state, working.needs),
    }),
    /** Nothing is left of it. */
    async end(): Promise<void> {
      agenda.clear();
      await hosts.delete(session);
      await hosts.stop();
      await store.close();
    },
  };
}

/** What is typed in when a session is made: here by the program. */
function withItems(script: Script, language: Language): Script {
  const itemSets = script.itemSets.map(({ fillIn, fromSummary, ...set }) => {
    const limits = fillIn ?? (fromSummary && { min: 1, max: fromSummary.max });
    if (!limits) return set;
    const count = Math.min(limits.max, Math.max(limits.min, 3));
    const items = Array.from({ length: count }, (_, i) => {
      const words = practiceItem(language, i + 1);
      return { id: `item-${i + 1}`, text: { nl: words, en: words } };
    });
    return { ...set, items };
  });
  return { ...script, itemSets };
}
