import type { Presence } from '../../protocol.ts';
import type { Step, Text } from '../../script.ts';
import { answerableItems, answeredStepOf, unitSize } from '../../script-queries.ts';
import { hasBegun, hasSubmitted } from '../../session/done.ts';
import {
  activeUnits,
  answersOf,
  currentStep,
  dealtItems,
  isOpen,
  isToStar,
  presentSeats,
  seatOf,
  seekingSeats,
} from '../../session/selectors.ts';
import type { Seat, SessionState } from '../../session/state.ts';
import { subgroupsOf } from '../../session/subgroups.ts';
import { valuesOf } from '../../session/table.ts';

/** How far somebody is: here (nothing asked), seeking (a partner), reading, writing, shared; paper without a phone; quiet when none is connected. */
export type TilePhase = 'here' | 'seeking' | 'reading' | 'writing' | 'shared' | 'paper' | 'quiet';

/** Who acts together in the current step: a unit, or one seat where the step asks each person. */
export type Tile = {
  id: string;
  number: number | null;
  seats: readonly Seat[];
  people: number;
  phase: TilePhase;
  /** Items answered, of those that were dealt or are asked of all; null where it is about one thing. */
  items: { answered: number; asked: number } | null;
  /** Phones here that gave a star, where each person gives their own. */
  stars: Starred | null;
};
type Starred = { gave: number; of: number };
/** `shared` of `total`: units, or people where each acts alone; who looks for a partner is in neither. */
export type TileGroup = {
  id: string | null;
  label: Text | null;
  tiles: Tile[];
  shared: number;
  total: number;
  stars: Starred | null;
};

type Actor = Pick<Tile, 'id' | 'number' | 'seats' | 'people'> & { subgroup: string | null };

function actorsOf(state: SessionState): Actor[] {
  const step = currentStep(state);
  const units = activeUnits(state);
  const alone = (seats: readonly Seat[]): Actor[] =>
    seats.map((seat) => ({ id: seat.seat, number: null, seats: [seat], people: seat.people, subgroup: null }));
  if (units.length === 0 || (step && unitSize(step) === 1)) return alone(presentSeats(state));
  const together = units.map(({ unit, number, seats, people, subgroup }) => ({
    ...{ id: unit, number, people, subgroup },
    seats: seats.flatMap((seat) => seatOf(state, seat) ?? []),
  }));
  return [...together, ...alone(seekingSeats(state))];
}

/** Everybody who is here, by subgroup, with how far they are in the current step. */
export function roomOf(state: SessionState, presence: Pick<Presence, 'online' | 'writing'>): TileGroup[] {
  const step = currentStep(state);
  const online = new Set(presence.online);
  const writing = new Set(presence.writing);
  const seeking = new Set(seekingSeats(state).map(({ seat }) => seat));
  const answered = new Map<string, Set<string>>();
  for (const { unit, item, withdrawn } of step?.items ? answersOf(state, step.id) : [])
    if (!withdrawn) answered.set(unit, (answered.get(unit) ?? new Set()).add(item));
  const about = step?.stars?.per === 'person' ? answeredStepOf(state.script, step) : undefined;
  const gave = new Set(about && answersOf(state, about.id).flatMap(({ stars }) => Object.keys(stars)));
  const starredBy = (tiles: readonly Pick<Tile, 'seats'>[]): Starred | null => {
    const phones = tiles.flatMap(({ seats }) => seats.filter(({ phone }) => phone));
    return about ? { gave: phones.filter(({ seat }) => gave.has(seat)).length, of: phones.length } : null;
  };
  const phaseOf = ({ id, seats }: Actor): TilePhase => {
    const isHere = seats.some(({ seat }) => online.has(seat));
    const away = seats.some(({ phone }) => phone) ? 'quiet' : 'paper';
    if (!step?.prompts.length) return isHere ? 'here' : away;
    if (seeking.has(id)) return isHere ? 'seeking' : away;
    if (seats.some(({ seat }) => writing.has(seat))) return 'writing';
    if (hasSubmitted(state, step.id, id)) return 'shared';
    if (hasBegun(state, step.id, id)) return 'writing';
    return isHere ? 'reading' : away;
  };
  const tiles = actorsOf(state).map(({ subgroup, ...actor }) => {
    const asked = step?.prompts.length ? askedItems(state, step, actor.id) : 0;
    const items = asked > 1 ? { answered: answered.get(actor.id)?.size ?? 0, asked } : null;
    return { subgroup, tile: { ...actor, phase: phaseOf({ ...actor, subgroup }), items, stars: starredBy([actor]) } };
  });
  const names = subgroupsOf(state);
  return [...names.map(({ id, label }) => ({ id, label })), { id: null, label: null }]
    .map((group) => {
      const own = tiles
        .filter(({ subgroup }) => (names.some(({ id }) => id === subgroup) ? subgroup : null) === group.id)
        .map(({ tile }) => tile);
      const acting = own.filter(({ id }) => !seeking.has(id));
      const shared = acting.filter(({ id }) => step && hasSubmitted(state, step.id, id));
      return { ...group, tiles: own, shared: countOf(shared), total: countOf(acting), stars: starredBy(own) };
    })
    .filter(({ tiles: own }) => own.length > 0);
}

/** Units; people where each acts alone, on however few phones. */
/** How many items a unit is asked about: those that it was dealt, or that it chooses, or all. */
const askedItems = (state: SessionState, step: Step, unit: string): number =>
  dealtItems(state, step.id, unit).length || (step.items?.choose ?? answerableItems(state.script, step).length);

const countOf = (tiles: readonly Tile[]): number =>
  tiles.reduce((sum, { number, people }) => sum + (number === null ? people : 1), 0);

/** Stars that a subgroup, a person or everyone gave in a step, for "2 van 3 sterren". */
export function starsGiven(state: SessionState, stepId: string, star: string): number {
  return [...valuesOf(state.answers)].filter((answer) => answer.step === stepId && star in answer.stars).length;
}

/** How many answers there are to give stars to, where that is no more than the stars that each has; 0 where it asks a choice. */
export function fewForStars(state: SessionState, step: Step): number {
  const about = step.stars && answeredStepOf(state.script, step);
  if (!step.stars || !about || !isOpen(state, step.id)) return 0;
  const shown = answersOf(state, about.id).filter((answer) => isToStar(state, answer)).length;
  return shown <= step.stars.count ? shown : 0;
}
