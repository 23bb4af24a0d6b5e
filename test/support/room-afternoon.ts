/** A whole afternoon at random, checked as it goes; the same seed gives the same afternoon. */
import { type CommandType, commandSchema } from '../../shared/commands.ts';
import { type Logged, textIdsOf } from '../../shared/events.ts';
import { isTakenOut, presentSeats, seatOf } from '../../shared/session/selectors.ts';
import { answerIdOf } from '../../shared/session/state.ts';
import { openRoom, type Room } from './room.ts';
import {
  checkArranged,
  checkDesk,
  checkEveryoneSits,
  checkFinding,
  checkLeftOver,
  checkLog,
  checkPeople,
  checkScreen,
  checkSeating,
  checkUnseen,
  demand,
  looking,
} from './room-checks.ts';
import { buildGiver, type Given } from './room-commands.ts';
import { buildOracle, type Oracle } from './room-oracle.ts';
import { type Random, randomFrom } from './room-random.ts';
import { roomScript } from './room-script.ts';

export const commandsPerSeed = process.env['FULL'] ? 200 : 190;
const maxScreens = 8;
/** How many are there at the beginning. */
const crowds = [0, 1, 2, 3, 5, 7, 9, 12, 15];

/** `pairs`: each command with each reason for which it was refused. */
export type Run = {
  room: Room;
  oracle: Oracle;
  accepted: Set<CommandType>;
  refused: Set<CommandType>;
  pairs: Set<string>;
  /** What happened to its screens, in how many. */
  lines: Record<'cut' | 'back' | 'anew' | 'repeated', number>;
};

/** Frozen all the way down, so that a rule that changes what it was given throws. Shared parts are frozen already. */
export function deepFreeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  for (const inner of Object.values(value)) deepFreeze(inner);
}

/** Whether the oracle lets this one have the pen, or pass it on; undefined where it is about something else. */
function penRight({ room, oracle }: Run, { command, actor }: Given): boolean | undefined {
  if ((command.type !== 'TakePen' && command.type !== 'PassPen') || actor.role !== 'seat') return undefined;
  const seat = seatOf(room.state, actor.seat);
  if (!seat || isTakenOut(seat)) return undefined;
  // In turns the pen lies before the writer of the turn: told by test/shared/turns.test.ts.
  if (room.state.script.steps.find(({ id }) => id === room.state.step)?.turns) return undefined;
  const to = command.type === 'PassPen' ? command.seat : actor.seat;
  const writer = oracle.writerIn(command.unit)?.seat;
  // Passed by one who does not hold it: only if it is there already.
  if (command.type === 'PassPen' && writer !== actor.seat && (writer ?? null) !== to) return false;
  const sign = writer === undefined ? null : (room.signs.get(writer) ?? null);
  const at = command.type === 'TakePen' ? command.at : undefined;
  const own = room.signs.get(actor.seat);
  return oracle.mayGetPen(command.unit, actor.seat, to ?? actor.seat, { now: room.now, sign, own, at });
}

function giveOne(run: Run, given: Given): void {
  const { room } = run;
  const before = room.state;
  const length = room.log.length;
  const mayGetPen = penRight(run, given);
  const { command, actor } = given;
  const told = command.type === 'SubmitAnswer' ? run.oracle.told(answerIdOf(command)) : undefined;
  const isOut = actor.role === 'seat' && run.oracle.isRemoved(actor.seat);
  const looked = looking(room);
  const decision = room.decide(given.command, given.actor);
  (decision.ok ? run.accepted : run.refused).add(given.command.type);
  if (!decision.ok) run.pairs.add(`${command.type} ${decision.refusal.reason}`);
  demand(
    mayGetPen === undefined || mayGetPen === decision.ok,
    () => `the pen: ${given.command.type} was ${decision.ok ? 'accepted' : 'refused'}`,
  );
  checkLeftOver(run, given, looked, decision.ok);
  if (decision.ok) {
    demand(!isOut, () => `who was taken out did ${command.type}`);
    checkUnseen(run, given, decision.events, told);
    checkSeating(run, given, decision.events);
    checkArranged(run, given, before);
    checkFinding(run, given, decision.events);
    checkDesk(run, given, decision.events);
    checkEveryoneSits(run);
    for (const event of decision.events) {
      const named = textIdsOf(event).sort().join();
      if (
        Object.keys(event.texts ?? {})
          .sort()
          .join() !== named
      )
        throw new Error(`${event.type} has other texts than it names`);
    }
  } else demand(room.state === before && room.log.length === length, () => 'A1: a refusal changed something');
  deepFreeze(room.state);
}

/** `see` is given the room at its beginning, to look into it when something fails. */
function play(seed: number, see: (room: Room) => void = () => undefined): Run {
  const random = randomFrom(seed);
  const oracle = buildOracle(roomScript);
  const onEvent = (event: Logged) => oracle.note(event);
  const room = openRoom({ onEvent, pairing: random.chance(0.5) ? 'self' : 'automatic' });
  see(room);
  const lines = { cut: 0, back: 0, anew: 0, repeated: 0 };
  // A chance of its own: afternoons stay what they were.
  const often = randomFrom(seed + 1e9);
  const run: Run = { room, oracle, accepted: new Set(), refused: new Set(), pairs: new Set(), lines };
  const give = buildGiver(room, random);
  const checkAll = () => {
    room.publish();
    for (const screen of room.screens) if (screen.online) checkScreen(run, screen);
    checkLog(run);
    checkPeople(run);
  };

  if (random.chance(0.5)) room.decide({ type: 'SetNotice', purpose: '', contact: '', research: true });
  for (let i = random.pick(crowds); i > 0; i--)
    room.decide({ type: 'Join', people: 1, perspectives: [], name: `naam ${i}` }, { role: 'system' });
  for (let i = 0; i < commandsPerSeed; i++) {
    if (random.chance(0.05)) room.wait(70_000);
    wiggleSigns(room, random);
    const given = give();
    if (seed < 30) commandSchema.parse(given.command);
    giveOne(run, given);
    wiggleScreens(run, random);
    if (often.chance(0.1)) repeatFrames(run);
    // Now and then a few commands go out together, as after a slow write to disk.
    if (random.chance(0.7)) room.publish();
    if (random.chance(0.05)) checkAll();
  }
  checkAll();
  for (const screen of room.screens) if (!screen.gone) room.hello(screen, true);
  checkAll();
  return run;
}

/** Phones are here or not, and somebody wrote on them just now, or a while ago. */
function wiggleSigns(room: Room, random: Random): void {
  const seat = random.pickOr(presentSeats(room.state), undefined)?.seat;
  if (!seat) return;
  if (random.chance(0.3)) room.signs.delete(seat);
  else {
    const ago = () => room.now - random.pick([0, 0, 5_000, 30_000, 90_000]);
    const [since, wroteAt] = [ago(), ago()];
    room.signs.set(seat, { since, hereUntil: Math.min(since, wroteAt), wroteAt });
  }
}

/** Screens come, lose their line, and come back: with a cursor, or with nothing. */
function wiggleScreens({ room, lines }: Run, random: Random): void {
  if (room.screens.length < maxScreens && random.chance(0.3)) {
    const role = random.pick(['seat', 'seat', 'seat', 'seat', 'wall', 'desk'] as const);
    const seat = random.pickOr(presentSeats(room.state), undefined)?.seat;
    const subgroup = role === 'wall' ? random.pick([null, 'a', 'b']) : null;
    if (role !== 'seat' || seat) room.addScreen(role, role === 'seat' ? (seat ?? null) : null, subgroup);
  }
  const screen = random.pickOr(
    room.screens.filter(({ gone }) => !gone),
    undefined,
  );
  if (!screen || !random.chance(0.25)) return;
  if (screen.online) {
    room.cut(screen);
    lines.cut += 1;
  } else if (!screen.seat || !seatOf(room.state, screen.seat)?.gone) {
    const withCursor = random.chance(0.8);
    room.hello(screen, withCursor);
    lines[withCursor ? 'back' : 'anew'] += 1;
  }
}

/** What was told last is told once more: nobody takes it for new. */
function repeatFrames({ room, lines }: Run): void {
  const before = room.screens.map(({ state }) => state);
  const stillToTell = room.repeat();
  lines.repeated += 1;
  demand(!stillToTell, () => 'a repeated frame was taken for a gap');
  demand(
    room.screens.every(({ state }, i) => state === before[i]),
    () => 'a repeated frame changed a screen',
  );
}

export function playSafely(seed: number, see?: (room: Room) => void): Run {
  try {
    return play(seed, see);
  } catch (error) {
    throw new Error(`seed ${seed}: ${error instanceof Error ? error.message : error}`, { cause: error });
  }
}
