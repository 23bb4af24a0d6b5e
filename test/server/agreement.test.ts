/** Whatever happens, in whatever order: a screen that was there, one that came back and one that comes now agree (S3, S4). */
import { expect, test } from 'vitest';
import { buildHosts } from '../../server/live/hosts.ts';
import type { Command } from '../../shared/commands.ts';
import { evolve } from '../../shared/session/evolve.ts';
import { initialState } from '../../shared/session/initial-state.ts';
import { activeUnits } from '../../shared/session/selectors.ts';
import type { SessionState } from '../../shared/session/state.ts';
import { valuesOf } from '../../shared/session/table.ts';
import type { Client } from '../support/client.ts';
import { addPhone, answerOf, connectFor, must, openScene, openServer, type Phone } from '../support/server-scene.ts';
import { newDataFolder } from '../support/server-stores.ts';

function randomFrom(seed: number): () => number {
  let a = seed;
  return () => {
    a = (Math.imul(a ^ (a >>> 15), a | 1) + 0x6d2b79f5) >>> 0;
    return ((a ^ (a >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Something that somebody might do now; much of it is refused, and that is part of it. */
function anything(state: SessionState, random: () => number): { by: 'desk' | 'seat'; seat: string; command: Command } {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const either = random() < 0.5;
  const seat = pick([...valuesOf(state.seats)])?.seat ?? 'none';
  const unit = pick(activeUnits(state))?.unit ?? 'none';
  const answer = pick([...valuesOf(state.answers)])?.answer ?? 'a/b/c/d';
  const note = pick(Object.keys(state.notes)) ?? 'none';
  const own = [...valuesOf(state.units)].find(({ seats }) => seats.includes(seat))?.unit ?? unit;
  const step = pick(['def-lezen', 'def-duo', 'def-duo', 'def-duo', 'def-gesprek', 'ken-duo', 'model-groepen', 'oogst']);
  const desk = (command: Command) => ({ by: 'desk', seat, command }) as const;
  const bySeat = (command: Command) => ({ by: 'seat', seat, command }) as const;
  const name = pick(['', 'Noor', 'Hamid', 'Bo']);
  return pick([
    () => desk({ type: 'OpenStep', step, from: null }),
    () => desk({ type: 'CloseStep', step: state.step }),
    () => desk({ type: 'RevealStep', step: 'def-duo', revealed: either }),
    () => desk({ type: 'HideAnswer', answer, hidden: either }),
    () => desk({ type: 'ReleaseAnswer', answer, released: either }),
    () => desk({ type: 'SpotlightAnswer', answer: either ? answer : null }),
    () => desk({ type: 'StarAnswer', answer, starred: either }),
    () => desk({ type: 'FormUnits', step: 'def-duo', seed: Math.floor(random() * 99) }),
    () => desk({ type: 'FormSubgroups' }),
    () => desk({ type: 'MoveSeat', seat, unit: either ? unit : null }),
    () => desk({ type: 'MoveUnit', unit, subgroup: either ? 'a' : 'b' }),
    () => desk({ type: 'RemoveSeat', seat, removed: random() < 0.3 }),
    () =>
      desk({
        type: 'AddNote',
        kind: 'insight',
        text: `Notitie ${Math.floor(random() * 99)}`,
        item: null,
        subgroup: null,
      }),
    () => desk({ type: 'ChangeNote', note, text: 'Anders.' }),
    () => desk({ type: 'RemoveNote', note, removed: either }),
    () =>
      desk({
        type: 'ChangeDetails',
        title: `Titel ${Math.floor(random() * 99)}`,
        date: '2026-11-24',
        place: '',
        partner: '',
        collaboration: '',
      }),
    () => bySeat({ type: 'ShareSeat', guest: either ? [] : null }),
    () => desk({ type: 'RenameSeat', seat, name }),
    () => bySeat({ type: 'TakePen', unit: own }),
    () => bySeat({ type: 'WithdrawAnswer', answer }),
    () => bySeat({ type: 'StarAnswer', answer, starred: either }),
    () => bySeat({ type: 'RecogniseAnswer', answer, recognised: either }),
    ...Array.from(
      { length: 8 },
      () => () =>
        bySeat(answerOf(own, `Woorden ${Math.floor(random() * 999)}`, pick(['recognisable', 'usable', 'complete']))),
    ),
  ])();
}

/** A desk's own command that everyone hears of: what came before has arrived when it has. */
async function untilAllHeard(desk: Client, screens: readonly Client[]): Promise<void> {
  const seq = await must(desk, {
    type: 'SetWall',
    wall: { mode: 'blank', item: null, prompt: null, page: 0, blank: true },
  });
  for (const screen of screens) await screen.waitFor(`seq ${seq}`, () => screen.state().seq >= seq);
}

test.each([1, 2, 3, 4])(
  'after whatever happened, all copies of each screen agree (seed %i)',
  { timeout: 60_000 },
  async (seed) => {
    const folder = newDataFolder();
    const server = await openServer({ folder });
    const scene = await openScene({ server, phones: 8, step: 'def-duo' });
    const { desk, wall, session } = scene;
    const phones: Phone[] = [...scene.phones];
    const random = randomFrom(seed);
    const host = await server.house.hosts.open(session.session);
    if (!host) throw new Error('no host');
    const middle = new Map<Client, { cursor: ReturnType<Client['cursor']>; state: SessionState }>();
    const underway: Promise<unknown>[] = [];
    for (let i = 0; i < 150; i++) {
      const { by, seat, command } = anything(host.state, random);
      const actor = by === 'desk' ? ({ role: 'desk', facilitator: 'x' } as const) : ({ role: 'seat', seat } as const);
      const given = host.give({ commandId: null, command, actor });
      // Some together, some one after the other.
      underway.push(given);
      if (random() < 0.6) await given;
      if (i === 60) phones.push(await addPhone(server, session, { name: 'Laat' }));
      if (i === 75)
        for (const screen of [desk, wall, ...phones])
          middle.set(screen, { cursor: screen.cursor(), state: screen.state() });
    }
    await Promise.all(underway);
    // Goodbyes are said after the answers: one more answer, and they are.
    await must(desk, { type: 'ExtendClock', step: 'def-duo', seconds: 60 });
    const connected = new Set([...host.connections].map(({ seat }) => seat));
    const here = phones.filter(({ joined }) => connected.has(joined.seat));
    expect(here.length).toBeGreaterThan(1);
    await untilAllHeard(desk, [desk, wall, ...here]);

    for (const screen of [desk, wall, ...here]) {
      const ticket =
        screen === desk ? session.ticket : screen === wall ? session.wallTicket : (screen as Phone).joined.ticket;
      const anew = await connectFor(server.url, ticket);
      expect(anew.state()).toEqual(screen.state());
      const from = middle.get(screen);
      if (from) expect((await connectFor(server.url, ticket, { from })).state()).toEqual(screen.state());
    }
    expect(desk.state()).toEqual(host.state);
    expect(host.log().reduce(evolve, initialState())).toEqual(host.state);

    // The same from the disk alone, streams included.
    const { store, clock } = server.house;
    const outlet = {
      frame: () => undefined,
      counts: () => undefined,
      presence: () => undefined,
      draft: () => undefined,
      beside: () => undefined,
    };
    const hosts = buildHosts({ store, clock, outletOf: () => outlet });
    const again = await hosts.open(session.session);
    expect(again?.state).toEqual(host.state);
    expect(again?.log()).toEqual(host.log());
    await hosts.stop();
  },
);
