import { groupBy } from '../../group-by.ts';
import type { Item, Step } from '../../script.ts';
import { itemsOf } from '../../script-queries.ts';
import { dealable } from '../../session/decide/deal-items.ts';
import { activeUnits, answersOf, currentStep, dealtItems, isOpen } from '../../session/selectors.ts';
import type { SessionState, Unit } from '../../session/state.ts';

/** "Duo 5 is klaar; 'Samen richten' heeft nog niemand": a unit that could do an item that nobody does. */
export type Proposal = {
  key: string;
  unit: Unit;
  item: Item;
  /** How many of its items it has answered, and whether that is all of them. */
  done: number;
  isDone: boolean;
  /** Its items in their order, with this one as the next; and as they were. */
  items: string[];
  before: string[];
};

type Progress = { unit: Unit; dealt: readonly string[]; done: string[]; rest: string[] };

/** The units among which the same items are dealt: the room, or each subgroup. */
const groupsOf = (state: SessionState, step: Step): [string | null, Unit[]][] => [
  ...groupBy(activeUnits(state), (unit) => (step.items?.deal?.across === 'subgroup' ? unit.subgroup : null)),
];

function progressOf(state: SessionState, step: Step, units: readonly Unit[]): Progress[] {
  const answered = new Set(
    answersOf(state, step.id).flatMap(({ withdrawn, unit, item }) => (withdrawn ? [] : [`${unit}/${item}`])),
  );
  return units.map((unit) => {
    const dealt = dealtItems(state, step.id, unit.unit);
    const isDone = (item: string) => answered.has(`${unit.unit}/${item}`);
    return { unit, dealt, done: dealt.filter(isDone), rest: dealt.filter((item) => !isDone(item)) };
  });
}

/** Who could take this item on now: first who is done, then who has done most and has it further on; never one's own next. */
function readyFor(item: string, units: readonly Progress[], isBare: (item: string) => boolean): Progress | undefined {
  const fits = units.filter(
    ({ done, rest }) =>
      done.length > 0 && (rest.length === 0 || (rest.includes(item) && rest[0] !== undefined && !isBare(rest[0]))),
  );
  const later = ({ rest }: Progress) => Number(rest.length > 0);
  return fits.sort((a, b) => later(a) - later(b) || b.done.length - a.done.length || a.unit.number - b.unit.number)[0];
}

/** What the desk may offer in the open step, the first first: for each item that nobody did or has next, the readiest unit. */
export function proposalsOf(state: SessionState): Proposal[] {
  const step = currentStep(state);
  if (!step?.items?.deal || !isOpen(state, step.id)) return [];
  // Also by who left since.
  const covered = new Set(answersOf(state, step.id).flatMap(({ withdrawn, item }) => (withdrawn ? [] : [item])));
  return groupsOf(state, step).flatMap(([subgroup, members]) => {
    const units = progressOf(state, step, members);
    const coming = new Set(units.flatMap(({ rest }) => rest.slice(0, 1)));
    const bare = dealable(state, step, subgroup).filter((item) => !covered.has(item));
    return bare
      .filter((item) => !coming.has(item))
      .flatMap((id): Proposal[] => {
        const ready = readyFor(id, units, (other) => bare.includes(other));
        const item = itemsOf(state.script, step).find((one) => one.id === id);
        if (!ready || !item) return [];
        const { unit, done, dealt, rest } = ready;
        const items = [...done, id, ...rest.filter((other) => other !== id)];
        const shared = { done: done.length, isDone: rest.length === 0, items, before: [...dealt] };
        return [{ key: `${unit.unit}/${id}`, unit, item, ...shared }];
      });
  });
}

/** How many items each unit has to do so that none stays empty, in the group that has to do most; null where one each is enough. */
export function itemsNeeded(state: SessionState, step: Step): { units: number; each: number; dealt: number } | null {
  const perUnit = step.items?.deal?.perUnit ?? 0;
  const needs = groupsOf(state, step).map(([subgroup, units]) =>
    Math.ceil(dealable(state, step, subgroup).length / units.length),
  );
  const each = Math.max(0, ...needs);
  return each > 1 ? { units: activeUnits(state).length, each, dealt: perUnit } : null;
}
