/** What has to agree in a room at any moment (S1-S4, V1-V4, D2); throws a sentence where it does not. */
import { isDeepStrictEqual } from 'node:util';
import type { NewEvent, StoredValues } from '../../shared/events.ts';
import { unitSize } from '../../shared/script-queries.ts';
import { evolve } from '../../shared/session/evolve.ts';
import { initialState } from '../../shared/session/initial-state.ts';
import { activeUnits, isOnWall, ownOf, presentSeats, seatOf } from '../../shared/session/selectors.ts';
import type { SessionState } from '../../shared/session/state.ts';
import { entriesOf, get, valuesOf } from '../../shared/session/table.ts';
import type { Room } from './room.ts';
import type { Given } from './room-commands.ts';
import type { Oracle } from './room-oracle.ts';
import type { Screen } from './room-screens.ts';

type Watched = { room: Room; oracle: Oracle };

export function demand(holds: boolean, what: () => string): void {
  if (!holds) throw new Error(what());
}

const keysOf = (state: SessionState) => new Set([...entriesOf(state.texts)].map(([id]) => id));
const beyond = (some: ReadonlySet<string>, bound: ReadonlySet<string>) => [...some.difference(bound)].join(' ');

/** S1, S3: the log alone gives the state. */
export function checkLog({ room }: Watched): void {
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
export function checkScreen(watched: Watched, screen: Screen): void {
  const { room } = watched;
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
  const numbered = [...valuesOf(screen.state.seats)].filter(({ number }) => number !== null).map(({ seat }) => seat);
  const may = screen.role === 'desk' ? numbered : screen.seat === null ? [] : [screen.seat];
  demand(
    numbered.every((seat) => may.includes(seat)),
    () => `V2: ${screen.name} knows the number of ${numbered.join(' ')}`,
  );
  checkWords(watched, screen);
  checkAnswers(watched, screen);
  checkContrast(watched, screen);
}

/** What perspectives said is the room's wall's and the desk's to know, and never of fewer than the script says. */
function checkContrast({ room }: Watched, { name, role, subgroup, state }: Screen): void {
  const may = role === 'desk' || (role === 'wall' && subgroup === null);
  const wanted = may ? room.state.contrast : null;
  demand(isDeepStrictEqual(state.contrast, wanted), () => `V1: ${name} compares ${JSON.stringify(state.contrast)}`);
  const least = room.state.script.privacy.breakdownFrom;
  for (const { perspective, counts } of state.contrast?.groups ?? []) {
    const n = counts.reduce((sum, count) => sum + count, 0);
    demand(n >= least, () => `V1: ${name} knows how ${n} of ${perspective} judged`);
  }
}

/** V1 to V4: no words that it may not hold, in its state or in what a rejoin would get; and all that it needs. */
function checkWords({ room, oracle }: Watched, { name, role, seat, subgroup, state }: Screen): void {
  const may = oracle.mayHold(role, seat, subgroup);
  const held = keysOf(state);
  demand(held.isSubsetOf(may), () => `V2/V3/V4: ${name} holds ${beyond(held, may)}`);
  const sent = new Set(
    room.streams.since(room.streamsFor({ role, seat, subgroup }), {}).flatMap(({ texts }) => Object.keys(texts ?? {})),
  );
  demand(sent.isSubsetOf(may), () => `V1: a rejoin of ${name} would get ${beyond(sent, may)}`);
  const must = oracle.mustHold(role, seat, subgroup);
  demand(must.isSubsetOf(held), () => `V1: ${name} misses ${beyond(must, held)}`);
}

/** With what is read instead of covered texts. */
const readBy = (values: StoredValues, instead: ReadonlyMap<string, string> = new Map()): StoredValues =>
  Object.fromEntries(
    Object.entries(values).map(([field, value]) => [
      field,
      value.kind === 'text' ? { ...value, text: instead.get(value.text) ?? value.text } : value,
    ]),
  );

/** What a screen takes for shown is shown, and is as the log has it. */
function checkAnswers({ room, oracle }: Watched, { name, role, seat, subgroup, state }: Screen): void {
  const known = oracle.mayKnow(role, seat, subgroup);
  const sent = room.streams.since(room.streamsFor({ role, seat, subgroup }), {});
  const told = sent.flatMap((event) => (event.type === 'AnswerSubmitted' ? [event.answer] : []));
  for (const id of [...[...valuesOf(state.answers)].map(({ answer }) => answer), ...told]) {
    demand(known.has(id), () => `V2/V3/V4: ${name} knows of ${id}`);
  }
  const shown = new Set(oracle.shown(subgroup));
  for (const answer of valuesOf(state.answers)) {
    const { unit, step, item, prompt } = answer;
    demand(
      isDeepStrictEqual(oracle.ownerOf(answer.answer), { unit, step, item, prompt }),
      () => `${name} has ${answer.answer} of ${unit}`,
    );
    if (role === 'desk' || !isOnWall(state, answer)) continue;
    demand(shown.has(answer.answer), () => `A4: ${name} takes ${answer.answer} for shown`);
  }
  const spotlit = oracle.spotlight(role, seat, subgroup);
  // A phone says what is on the wall that its people see (A4).
  const group = role === 'seat' ? oracle.seatSubgroup(seat ?? '') : null;
  const [seen, real] = [state, room.state].map((of) => ownOf(of.walls, group ?? '') ?? of);
  demand(seen?.spotlight === spotlit, () => `${name} has ${seen?.spotlight} in the spotlight, not ${spotlit}`);
  demand(
    role !== 'seat' || isDeepStrictEqual(seen?.wall, real?.wall),
    () => `A4: ${name} takes ${JSON.stringify(seen?.wall)} for the picture, not ${JSON.stringify(real?.wall)}`,
  );
  const heard = role === 'wall' ? [...shown] : role === 'seat' ? oracle.starrable(seat ?? '') : [];
  for (const id of new Set([...heard, ...(spotlit ? [spotlit] : [])])) {
    const [mine, real] = [get(state.answers, id), get(room.state.answers, id)];
    demand(mine !== undefined && isOnWall(state, mine), () => `${name} does not show ${id}`);
    const told = oracle.told(id);
    const isOwn = mine?.seat !== null;
    demand(
      isDeepStrictEqual(mine?.values, real && (isOwn ? real.values : readBy(real.values, told?.covers.instead))),
      () => `V4: ${name} has other words of ${id}`,
    );
    for (const key of ['version', 'number', 'firstSeq', 'stars', 'movedTo'] as const) {
      demand(isDeepStrictEqual(mine?.[key], real?.[key]), () => `${name} has another ${key} of ${id}`);
    }
    if (role === 'wall') demand(mine?.theme === real?.theme, () => `${name} has ${id} in ${mine?.theme}`);
    demand(
      isDeepStrictEqual([...(mine?.recognised ?? [])].sort(), [...(real?.recognised ?? [])].sort()),
      () => `${name} has another recognised of ${id}`,
    );
  }
}

/** People find each other in the step that begins the pairs, also when it is opened again; two on one phone have. */
function mayFind({ room }: Pick<Watched, 'room'>, step: string, events: readonly NewEvent[]): boolean {
  const formed = events.find((event) => event.type === 'UnitsFormed' && event.step === step);
  const isAgain = room.log.filter((event) => event.type === 'StepOpened' && event.step === step).length > 1;
  if (formed?.type !== 'UnitsFormed') return isAgain;
  return !isAgain && formed.units.every(({ seats, people }) => seats.length === 0 || people > 1);
}

/** Who has no unit while a step in pairs is open in which people find each other: they look for somebody. */
export function looking({ state }: Room): string[] {
  const step = state.script.steps.find(({ id }) => id === state.step);
  const run = state.runs[state.step];
  const finds = state.pairing === 'self' && step?.form === 'pair' && run?.closedAt === null && state.closedAt === null;
  return finds
    ? presentSeats(state)
        .filter(({ unit }) => unit === null)
        .map(({ seat }) => seat)
    : [];
}

/**
 * Nobody is asked to find somebody where nobody else looks: who comes then sits with others at once, and who is left over
 * may do so in one tap, but only then.
 */
export function checkLeftOver({ room }: Watched, given: Given, before: readonly string[], accepted: boolean): void {
  const { command, actor } = given;
  const now = looking(room);
  const others = activeUnits(room.state).filter(({ seats }) => !seats.some((seat) => now.includes(seat)));
  if (command.type === 'Join' && accepted && before.length === 0 && now.length > 0)
    demand(others.length === 0, () => `D2: ${now.join(' ')} came while nobody looked, and sits nowhere`);
  if (command.type !== 'JoinOtherUnit' || actor.role !== 'seat' || !before.includes(actor.seat)) return;
  const isLast = before.length === 1;
  demand(
    accepted ? isLast : !isLast || others.length === 0,
    () => `D2: ${actor.seat} of ${before.join(' ')} left over`,
  );
}

/** Whoever found a partner sits with the one whose number it is; a third only in an odd room with no three yet. */
export function checkFinding({ room }: Watched, { command, actor }: Given, events: readonly NewEvent[]): void {
  if (command.type !== 'FindPartner' || actor.role !== 'seat' || events.length === 0) return;
  const me = seatOf(room.state, actor.seat);
  const other = presentSeats(room.state).find(({ number }) => number === command.number);
  demand(me?.unit != null && me.unit === other?.unit, () => `D2: ${actor.seat} found nobody by ${command.number}`);
  const sizes = activeUnits(room.state).map(({ people }) => people);
  const own = get(room.state.units, me?.unit ?? '')?.people ?? 0;
  const people = presentSeats(room.state).reduce((sum, seat) => sum + seat.people, 0);
  if (own > 2 && me?.people === 1)
    demand(
      people % 2 === 1 && sizes.filter((size) => size > 2).length === 1,
      () => `D2: a third joined among ${people}: ${sizes.join(' ')}`,
    );
}

/** D2: once a step in units has begun everyone sits somewhere; when all were brought together, nobody alone, sizes even. */
export function checkSeating({ room, oracle }: Watched, { command, actor }: Given, events: readonly NewEvent[]): void {
  demand(
    !(command.type === 'Join' && actor.role === 'system' && oracle.isLocked()),
    () => 'somebody came in by a locked door',
  );
  const step = room.state.script.steps.find(({ id }) => command.type === 'OpenStep' && id === command.step);
  const seats = presentSeats(room.state);
  if (step && unitSize(step) > 1) {
    const isFinding = room.state.pairing === 'self' && step.form === 'pair' && mayFind({ room }, step.id, events);
    for (const { seat, unit, people } of seats)
      demand(unit !== null || (isFinding && people < 2), () => `D2: ${seat} has no unit in ${step.id}`);
  }
  for (const [seat, unit] of step ? oracle.satIn(step.id) : [])
    demand(seatOf(room.state, seat)?.unit === unit, () => `D1: ${seat} sat in ${unit} when ${step?.id} was open`);
  const moved = events.find((event) => event.type === 'SeatMoved');
  if ((command.type === 'Join' || command.type === 'JoinOtherUnit') && moved?.type === 'SeatMoved') {
    const sizes = activeUnits(room.state).map((unit) => unit.people);
    const own = get(room.state.units, moved.unit)?.people ?? 0;
    demand(own > 1 || sizes.length === 1, () => `D2: who came late is alone: ${sizes.join(' ')}`);
  }
  const formed = events.find((event) => event.type === 'UnitsFormed' && event.step !== null);
  const seated = new Set(formed?.type === 'UnitsFormed' ? formed.units.flatMap((unit) => unit.seats) : []);
  const people = seats.reduce((sum, seat) => sum + seat.people, 0);
  if (people < 2 || seated.size < seats.length) return;
  const sizes = activeUnits(room.state).map((unit) => unit.people);
  demand(
    sizes.every((size) => size >= 2),
    () => `D2: somebody is alone: ${sizes.join(' ')}`,
  );
  if (seats.some((seat) => seat.people > 1) || room.state.unitSize > 2) return;
  demand(Math.max(...sizes) - Math.min(...sizes) <= 1, () => `D2: sizes are uneven: ${sizes.join(' ')}`);
}

/** A3: what another replaced without having seen it is said to be so, and stays beside the new one. `before`: as it was. */
export function checkUnseen(
  { room, oracle }: Watched,
  { command, actor }: Given,
  events: readonly NewEvent[],
  before: ReturnType<Oracle['told']>,
): void {
  const event = events.at(-1);
  if (command.type !== 'SubmitAnswer' || event?.type !== 'AnswerSubmitted' || actor.role !== 'seat') return;
  const isHeld = Boolean(room.state.runs[event.step]?.held || command.held);
  demand(isHeld === (event.held ?? false), () => `V3: ${event.answer} is held: ${event.held}`);
  const isOthers = before !== undefined && !before.withdrawn && before.by !== actor.seat;
  const expected = isOthers && command.seen !== undefined && before.version > command.seen;
  demand(Boolean(event.unseen) === expected, () => `A3: unseen is ${event.unseen} for ${event.answer}`);
  const lost = oracle.told(event.answer)?.lost;
  // Covered for good since: gone.
  const left = (lost?.texts ?? []).filter((text) => !oracle.erased.has(text));
  const held = get(room.state.answers, event.answer)?.unseen;
  const texts = Object.values(held?.values ?? {}).flatMap((value) => (value.kind === 'text' ? [value.text] : []));
  demand(
    (held?.seat ?? null) === (lost?.by ?? null) && isDeepStrictEqual(texts.sort(), left.sort()),
    () => `A3: of ${event.answer} ${lost?.texts} of ${lost?.by} should stay, not ${texts} of ${held?.seat}`,
  );
}

/** What a desk of one subgroup may do at all; the rest is the whole session's. */
const inSubgroup = [
  ...[
    'AnswerReleased',
    'AnswerHidden',
    'AnswerMasked',
    'AnswerMoved',
    'AnswerKept',
    'AnswerStarred',
    'AnswerSpotlighted',
    'WallSet',
  ],
  ...['NoteAdded', 'NoteChanged', 'NoteRemoved', 'ClockExtended', 'SeatMoved', 'ItemsDealt'],
  ...['AnswerSubmitted', 'AnswerWithdrawn', 'SeatRenamed', 'AnswersGrouped', 'ThemeNamed', 'RoomMeasured'],
];

/** Only the lead opens and closes; the desk of a subgroup acts in that subgroup alone. */
export function checkDesk({ oracle }: Watched, { command, actor }: Given, events: readonly NewEvent[]): void {
  if (actor.role !== 'desk') return;
  const { facilitator } = actor;
  const isLeading = events.some(({ type }) => ['StepOpened', 'StepClosed', 'SessionClosed'].includes(type));
  demand(!isLeading || oracle.lead() === facilitator, () => `${facilitator} did ${command.type} without the lead`);
  const own = oracle.deskSubgroup(facilitator);
  if (own === null) return;
  for (const event of events) {
    demand(inSubgroup.includes(event.type), () => `the desk of ${own} did ${event.type}`);
    if (event.type === 'AnswersGrouped' || event.type === 'ThemeNamed') {
      const answers = event.type === 'AnswersGrouped' ? event.answers : oracle.answersIn(event.theme);
      const isOwn = answers.length > 0 && answers.every((answer) => oracle.subgroupOf(answer) === own);
      demand(isOwn, () => `the desk of ${own} put together ${answers}`);
      continue;
    }
    const about =
      event.type === 'NoteChanged' || event.type === 'NoteRemoved'
        ? oracle.noteSubgroup(event.note)
        : 'answer' in event && event.answer !== null
          ? oracle.subgroupOf(event.answer)
          : event.type === 'ItemsDealt'
            ? own
            : event.type === 'SeatRenamed'
              ? oracle.seatSubgroup(event.seat)
              : 'subgroup' in event
                ? event.subgroup
                : null;
    demand(about === own, () => `the desk of ${own} did ${event.type} in ${about}`);
  }
}

/** Nobody loses their place by an arrangement that does not say so, or that was meant for another step. */
export function checkArranged({ room }: Pick<Watched, 'room'>, { command }: Given, before: SessionState): void {
  if (command.type !== 'ArrangeUnits') return;
  demand([undefined, before.step].includes(command.step), () => `an arrangement for ${command.step} in ${before.step}`);
  for (const { seat, unit } of presentSeats(room.state))
    demand(
      unit !== null || !seatOf(before, seat)?.unit || command.unseated?.includes(seat) === true,
      () => `D2: ${seat} lost their place`,
    );
}

/** While a step in units is open everyone has one; only who still looks for a partner by number has none yet. */
export function checkEveryoneSits({ room }: Watched): void {
  const { state } = room;
  const step = state.script.steps.find(({ id }) => id === state.step);
  if (!step || unitSize(step) < 2 || !state.runs[step.id] || state.runs[step.id]?.closedAt !== null) return;
  const isFinding = state.pairing === 'self' && step.form === 'pair';
  for (const { seat, unit, people } of presentSeats(state))
    demand(unit !== null || (isFinding && people < 2), () => `D2: ${seat} has no unit in ${step.id}`);
}

/** A seat is in exactly the unit that lists it, and a unit has the people of its seats. No answer changes owner. */
export function checkPeople(watched: Watched): void {
  const { room, oracle } = watched;
  for (const { answer, unit, step, item, prompt } of valuesOf(room.state.answers)) {
    const owner = oracle.ownerOf(answer);
    demand(
      isDeepStrictEqual(owner, { unit, step, item, prompt }),
      () => `${answer} is ${unit}'s, not ${owner?.unit}'s`,
    );
  }
  for (const { seat, people } of valuesOf(room.state.seats)) {
    demand(people === oracle.peopleAt(seat), () => `${seat} holds ${people} people, not ${oracle.peopleAt(seat)}`);
  }
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
