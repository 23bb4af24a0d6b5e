/** Dealing items so that the room covers them evenly: the table of DOMAIN section 6, and who comes late. */
import { describe, expect, test } from 'vitest';
import { scriptSchema } from '../../shared/script.ts';
import { dealLate, dealRound } from '../../shared/session/dealing.ts';
import { activeUnits, dealtItems } from '../../shared/session/selectors.ts';
import { eventsOf, join, joinMany, openRoom, openStep, type Room, unitOfSeat } from '../support/room.ts';
import { roomScript } from '../support/room-script.ts';

const items = ['o1', 'o2', 'o3', 'o4', 'o5', 'o6'];
/** Three items a unit, so that the third reading can be counted too. */
const script = scriptSchema.parse({
  ...roomScript,
  steps: roomScript.steps.map((step) =>
    step.id === 'model' ? { ...step, items: { set: 'model', deal: { across: 'subgroup', perUnit: 3 } } } : step,
  ),
});

function modelWith(people: number): Room {
  const room = openRoom({ script });
  joinMany(room, people);
  openStep(room, 'model');
  return room;
}

/** How often each item is read if every unit finishes this many. */
function readings(room: Room, finished: number): number[] {
  const dealt = activeUnits(room.state).flatMap(({ unit }) => dealtItems(room.state, 'model', unit).slice(0, finished));
  return items.map((item) => dealt.filter((one) => one === item).length);
}
const spread = (counts: number[]) => [Math.min(...counts), Math.max(...counts)];

describe('coverage of six items, as DOMAIN section 6 has it', () => {
  test.each([
    [
      24,
      [6, 6],
      [
        [2, 2],
        [4, 4],
        [6, 6],
      ],
    ],
    [
      23,
      [5, 6],
      [
        [1, 2],
        [3, 4],
        [5, 6],
      ],
    ],
    [
      12,
      [3, 3],
      [
        [1, 1],
        [2, 2],
        [3, 3],
      ],
    ],
    [
      9,
      [2, 2],
      [
        [0, 1],
        [1, 2],
        [2, 2],
      ],
    ],
    [
      8,
      [2, 2],
      [
        [0, 1],
        [1, 2],
        [2, 2],
      ],
    ],
    [
      7,
      [3],
      [
        [0, 1],
        [1, 1],
        [1, 2],
      ],
    ],
    ...[4, 5].map((people): [number, number[], number[][]] => [
      people,
      [2],
      [
        [0, 1],
        [0, 1],
        [1, 1],
      ],
    ]),
    ...[2, 3].map((people): [number, number[], number[][]] => [
      people,
      [1],
      [
        [0, 1],
        [0, 1],
        [0, 1],
      ],
    ]),
  ])('given %i people, then the subgroups have %j units, and the readings are %j', (people, units, expected) => {
    const room = modelWith(people);
    const subgroups = Map.groupBy(activeUnits(room.state), ({ subgroup }) => subgroup);
    expect([...subgroups.values()].map((group) => group.length).sort()).toEqual(units);
    expect([1, 2, 3].map((finished) => spread(readings(room, finished)))).toEqual(expected);
  });

  test('given 8 people, then the last item of each subgroup is left out when every unit finishes one', () => {
    expect(readings(modelWith(8), 1)).toEqual([1, 1, 0, 1, 1, 0]);
  });

  test('given two or three people, then they read three of the six: it is the facilitator who chooses which', () => {
    const room = modelWith(3);
    expect(readings(room, 3).filter((count) => count === 1)).toHaveLength(3);
    const unit = activeUnits(room.state)[0]?.unit ?? '';
    const chosen = ['o2', 'o4', 'o6'];
    expect(room.decide({ type: 'DealItems', step: 'model', unit, items: chosen }).ok).toBe(true);
    expect(dealtItems(room.state, 'model', unit)).toEqual(chosen);
  });

  test('given 7 people, then there are no subgroups, and half is left out when every unit finishes one', () => {
    const room = modelWith(7);
    expect(activeUnits(room.state).map(({ subgroup }) => subgroup)).toEqual([null, null, null]);
    expect(readings(room, 1).filter((count) => count === 0)).toHaveLength(3);
  });
});

test('given subgroups with items of their own, then each unit is dealt its own subgroup’s', () => {
  const room = modelWith(16);
  for (const { unit, subgroup } of activeUnits(room.state)) {
    const own = subgroup === 'a' ? ['o1', 'o2', 'o3'] : ['o4', 'o5', 'o6'];
    expect([...dealtItems(room.state, 'model', unit)].sort()).toEqual(own);
  }
});

test('given any number of units and items, then each unit gets different items, and no item falls behind by more than one round', () => {
  for (let units = 1; units <= 24; units++) {
    for (let perUnit = 1; perUnit <= 6; perUnit++) {
      const dealt = dealRound(items, units, perUnit);
      for (const one of dealt) expect(new Set(one).size).toBe(perUnit);
      const counts = items.map((item) => dealt.flat().filter((one) => one === item).length);
      const [least = 0, most = 0] = spread(counts);
      expect(most - least).toBeLessThanOrEqual(
        units < items.length ? 2 : Math.min(perUnit, items.length - perUnit) || 0,
      );
    }
  }
});

test('given a late unit, then it begins where the fewest began', () => {
  expect(dealLate(items, [['o1'], ['o2'], ['o4']], 2)).toEqual(['o3', 'o4']);
  expect(dealLate(['o1', 'o2', 'o3'], [['o1'], ['o2'], ['o3'], ['o1']], 3)).toEqual(['o2', 'o3', 'o1']);
});

test('given a couple that comes late into the dealing step, then their new unit is dealt items at once', () => {
  const room = modelWith(8);
  const couple = join(room, { people: 2 });
  expect(dealtItems(room.state, 'model', unitOfSeat(room, couple).unit)).toHaveLength(3);
});

test('given a step that is opened again, then nobody is dealt anew', () => {
  const room = modelWith(12);
  const before = eventsOf(room, 'ItemsDealt').length;
  openStep(room, 'talk-model');
  openStep(room, 'model');
  expect(eventsOf(room, 'ItemsDealt')).toHaveLength(before);
});
