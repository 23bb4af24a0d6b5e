/** Whole afternoons at random: after each, the log, the state, the streams and every screen have to agree (S1-S4, V1-V4, D2). */
import { isDeepStrictEqual } from 'node:util';
import { expect, test } from 'vitest';
import { type CommandType, commandSchema } from '../../shared/commands.ts';
import { type Logged, textIdsOf } from '../../shared/events.ts';
import { unitSize } from '../../shared/script-queries.ts';
import { rights } from '../../shared/session/decide.ts';
import { evolve } from '../../shared/session/evolve.ts';
import { activeUnits, isOnWall, presentSeats, seatOf } from '../../shared/session/selectors.ts';
import { initialState, type SessionState } from '../../shared/session/state.ts';
import { entriesOf, get, valuesOf } from '../../shared/session/table.ts';
import { openRoom, type Room } from '../support/room.ts';
import { buildGiver, type Given } from '../support/room-commands.ts';
import { buildOracle, type Oracle } from '../support/room-oracle.ts';
import { randomFrom } from '../support/room-random.ts';
import type { Screen } from '../support/room-screens.ts';

const long = Boolean(process.env['FULL']);
const seeds = long ? 10_000 : 1_000;
const commandsPerSeed = 70;
const maxScreens = 8;

/** Frozen all the way down, so that a rule that changes what it was given throws. Shared parts are frozen already. */
function deepFreeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  for (const inner of Object.values(value)) deepFreeze(inner);
}

type Run = { seed: number; room: Room; oracle: Oracle; accepted: Set<CommandType>; refused: Set<CommandType> };

class Fault extends Error {}
function demand(holds: boolean, what: () => string): void {
  if (!holds) throw new Fault(what());
}

const keysOf = (state: SessionState) => new Set([...entriesOf(state.texts)].map(([id]) => id));
const beyond = (some: ReadonlySet<string>, bound: ReadonlySet<string>) => [...some.difference(bound)].join(' ');

/** S1, S3: the log alone gives the state. */
function checkLog({ room }: Run): void {
  room.log.forEach((event, i) => {
    demand(event.seq === i + 1, () => `S1: event ${i + 1} has seq ${event.seq}`);
  });
  const folded = room.log.reduce((state, event) => evolve(state, event), initialState());
  demand(
    isDeepStrictEqual(folded, room.state),
    () => `S3: the log folds to another state: ${different(folded, room.state)}`,
  );
}

function different(a: SessionState, b: SessionState): string {
  const keys = Object.keys(b) as (keyof SessionState)[];
  return keys.filter((key) => !isDeepStrictEqual(a[key], b[key])).join(', ');
}

/** S3, S4: whatever was cut off and resumed, a screen holds what its streams give to who begins with nothing. */
function checkScreen(run: Run, screen: Screen): void {
  const { room } = run;
  const anew = room.foldedAnew(screen);
  demand(
    isDeepStrictEqual(screen.state, anew),
    () => `S3: ${screen.name} differs from its stream: ${different(screen.state, anew)}`,
  );
  if (screen.role === 'desk') {
    demand(
      isDeepStrictEqual(screen.state, room.state),
      () => `S3: the desk differs: ${different(screen.state, room.state)}`,
    );
  }
  checkWords(run, screen);
  checkAnswers(run, screen);
}

/** V1 to V4: no words that it may not hold, in its state or in what a rejoin would get; and all that it needs. */
function checkWords({ room, oracle }: Run, { name, role, seat, state }: Screen): void {
  const may = oracle.mayHold(role, seat);
  const held = keysOf(state);
  demand(held.isSubsetOf(may), () => `V2/V3/V4: ${name} holds ${beyond(held, may)}`);
  const sent = new Set(
    room.streams.since(room.streamsFor({ role, seat } as Screen), {}).flatMap(({ texts }) => Object.keys(texts ?? {})),
  );
  demand(sent.isSubsetOf(may), () => `V1: a rejoin of ${name} would get ${beyond(sent, may)}`);
  const must = oracle.mustHold(role, seat);
  demand(must.isSubsetOf(held), () => `V1: ${name} misses ${beyond(must, held)}`);
}

/** What a screen takes for shown is shown, and is as the log has it. */
function checkAnswers({ room, oracle }: Run, { name, role, seat, state }: Screen): void {
  const shown = new Set(oracle.shown());
  for (const answer of valuesOf(state.answers)) {
    if (role === 'desk' || !isOnWall(state, answer)) continue;
    demand(shown.has(answer.answer), () => `A4: ${name} takes ${answer.answer} for shown`);
  }
  const spotlit = oracle.spotlight();
  demand(state.spotlight === spotlit, () => `${name} has ${state.spotlight} in the spotlight, not ${spotlit}`);
  const heard = role === 'wall' ? [...shown] : role === 'seat' ? oracle.starrable(seat ?? '') : [];
  for (const id of new Set([...heard, ...(spotlit ? [spotlit] : [])])) {
    const [mine, real] = [get(state.answers, id), get(room.state.answers, id)];
    demand(mine !== undefined && isOnWall(state, mine), () => `${name} does not show ${id}`);
    for (const key of ['version', 'values', 'number', 'firstSeq', 'stars'] as const) {
      demand(isDeepStrictEqual(mine?.[key], real?.[key]), () => `${name} has another ${key} of ${id}`);
    }
    demand(
      isDeepStrictEqual([...(mine?.recognised ?? [])].sort(), [...(real?.recognised ?? [])].sort()),
      () => `${name} has another recognised of ${id}`,
    );
  }
}

/** D2, after a forming or the opening of a step in units: everyone sits somewhere, nobody alone, sizes even. */
function checkSeating({ room }: Run, { command }: Given, events: readonly { type: string }[]): void {
  const step = room.script.steps.find(({ id }) => command.type === 'OpenStep' && id === command.step);
  const forming = events.some(({ type }) => type === 'UnitsFormed') && command.type !== 'ArrangeUnits';
  const seats = presentSeats(room.state);
  if (step && unitSize(step) > 1) {
    for (const { seat, unit } of seats) demand(unit !== null, () => `D2: ${seat} has no unit in ${step.id}`);
  }
  const sizes = activeUnits(room.state).map(({ people }) => people);
  const people = seats.reduce((sum, seat) => sum + seat.people, 0);
  if (!forming || people < 2) return;
  demand(
    sizes.every((size) => size >= 2),
    () => `D2: somebody is alone: ${sizes.join(' ')}`,
  );
  if (seats.some((seat) => seat.people > 1) || room.state.unitSize > 2) return;
  demand(Math.max(...sizes) - Math.min(...sizes) <= 1, () => `D2: sizes are uneven: ${sizes.join(' ')}`);
}

/** A seat is in exactly the unit that lists it, and a unit has the people of its seats. */
function checkPeople({ room }: Run): void {
  for (const unit of valuesOf(room.state.units)) {
    let people = 0;
    for (const seat of unit.seats) {
      const known = seatOf(room.state, seat);
      demand(
        known?.unit === unit.unit && !known.gone,
        () => `${seat} is listed in ${unit.unit} and sits in ${known?.unit}`,
      );
      people += known?.people ?? 0;
    }
    demand(people === unit.people, () => `${unit.unit} counts ${unit.people} people and has ${people}`);
  }
  for (const { seat, unit } of valuesOf(room.state.seats)) {
    demand(
      !unit || get(room.state.units, unit)?.seats.includes(seat) === true,
      () => `${seat} is not listed in ${unit}`,
    );
  }
}

function giveOne(run: Run, given: Given): void {
  const { room } = run;
  const before = room.state;
  const length = room.log.length;
  const decision = room.decide(given.command, given.actor);
  (decision.ok ? run.accepted : run.refused).add(given.command.type);
  if (decision.ok) {
    checkSeating(run, given, decision.events);
    for (const event of decision.events) {
      const named = textIdsOf(event).sort().join();
      if (
        Object.keys(event.texts ?? {})
          .sort()
          .join() !== named
      )
        throw new Fault(`${event.type} has other texts than it names`);
    }
  } else demand(room.state === before && room.log.length === length, () => 'A1: a refusal changed something');
  deepFreeze(room.state);
}

function play(seed: number): Run {
  const random = randomFrom(seed);
  const oracle = buildOracle(openRoom().script);
  const onEvent = (event: Logged) => oracle.note(event);
  const room = openRoom({ onEvent });
  const run: Run = { seed, room, oracle, accepted: new Set(), refused: new Set() };
  const give = buildGiver(room, random);
  const inAnyOrder = <T>(list: readonly T[]) => random.shuffled(list);
  const checkAll = () => {
    room.publish(inAnyOrder);
    for (const screen of room.screens) if (screen.online) checkScreen(run, screen);
    checkLog(run);
    checkPeople(run);
  };

  for (let i = random.below(13); i > 0; i--)
    room.decide({ type: 'Join', people: 1, perspectives: [], name: `naam ${i}` }, { role: 'system' });
  for (let i = 0; i < commandsPerSeed; i++) {
    const given = give();
    if (seed < 30) commandSchema.parse(given.command);
    giveOne(run, given);
    wiggleScreens(run, random);
    // Now and then a few commands go out together, as after a slow write to disk.
    if (random.chance(0.7)) room.publish(inAnyOrder);
    if (random.chance(0.05)) checkAll();
  }
  checkAll();
  for (const screen of room.screens) if (!screen.gone) room.hello(screen, true);
  checkAll();
  return run;
}

/** Screens come, lose their line, and come back: with a cursor, or with nothing. */
function wiggleScreens({ room }: Run, random: ReturnType<typeof randomFrom>): void {
  if (room.screens.length < maxScreens && random.chance(0.3)) {
    const role = random.pick(['seat', 'seat', 'seat', 'seat', 'wall', 'desk'] as const);
    const seat = random.pickOr(presentSeats(room.state), undefined)?.seat;
    if (role !== 'seat' || seat) room.addScreen(role, role === 'seat' ? (seat ?? null) : null);
  }
  const screen = random.pickOr(
    room.screens.filter(({ gone }) => !gone),
    undefined,
  );
  if (!screen || !random.chance(0.25)) return;
  if (screen.online) room.cut(screen);
  else if (!screen.seat || !seatOf(room.state, screen.seat)?.gone) room.hello(screen, random.chance(0.8));
}

function playSafely(seed: number): Run {
  try {
    return play(seed);
  } catch (error) {
    throw new Error(`seed ${seed}: ${error instanceof Error ? error.message : error}`, { cause: error });
  }
}

test(`${seeds} random afternoons: log, state, streams and screens agree (S1, S3, S4, V1, V2, V3, V4, D2)`, {
  timeout: 600_000,
}, () => {
  const kinds = Object.keys(rights) as CommandType[];
  const accepted = new Map(kinds.map((kind) => [kind, 0]));
  const refused = new Map(kinds.map((kind) => [kind, 0]));
  for (let seed = 1; seed <= seeds; seed++) {
    const run = playSafely(seed);
    for (const kind of run.accepted) accepted.set(kind, (accepted.get(kind) ?? 0) + 1);
    for (const kind of run.refused) refused.set(kind, (refused.get(kind) ?? 0) + 1);
  }
  const tooFew = (counts: Map<CommandType, number>) => [...counts].filter(([, count]) => count < 100);
  expect({ accepted: tooFew(accepted), refused: tooFew(refused) }).toEqual({ accepted: [], refused: [] });
});
