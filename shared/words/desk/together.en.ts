/** Working together at several desks, and in subgroups. */
import { capital, countOf, unitsOf } from './counting.en.ts';
import type { together as nl } from './together.nl.ts';

export const together: typeof nl = {
  roomSize: {
    title: 'Can the last row read it?',
    width: 'How wide is the picture? (metres)',
    distance: 'How far away is the last row? (metres)',
    set: 'Set',
    done: 'The wall adapts to the room.',
    wrong: 'Fill in two numbers, in metres. For example 3 and 8.',
    help: 'The wall then makes its letters large enough.',
    result: {
      1: 'The usual letters are large enough.',
      1.2: 'The wall makes its letters larger: fewer cards fit on a page.',
      1.4: 'The wall makes its letters much larger: a few cards fit on a page.',
    },
    notEnough: 'Even large letters are too small here. Use the spotlight, or let people read along on their phones.',
  },
  desks: {
    you: 'you',
    owner: 'the facilitator',
    co: (number) => `co-facilitator ${number}`,
    in: (who, subgroup) => `${who} (subgroup ${subgroup})`,
    by: (who) => `by ${who}`,
    own: (subgroup) => `Desk of subgroup ${subgroup}`,
    steps: (who) => `${capital(who)} opens and closes the steps.`,
    nobodyYet: 'The facilitator opens and closes the steps.',
  },

  lead: {
    mine: 'You lead.',
    other: (who) => `${capital(who)} leads now.`,
    take: 'Take over the lead',
    taken: 'You lead now.',
  },

  subgroups: {
    from: (count, size) => `Subgroups need ${count} ${unitsOf(size, count)} or more.`,
    name: (subgroup) => `Name and place of subgroup ${subgroup}`,
    nameShort: 'Name and place',
    label: 'Name',
    place: 'Place',
    example: 'tables by the window',
    save: 'Save',
    named: (subgroup) => `Subgroup ${subgroup} has a name and a place.`,
  },

  coverage: {
    title: 'How the items are spread',
    needed: (units, size, each) =>
      `With ${units} ${unitsOf(size, units)}: ${countOf(each, 'item', 'items')} each, or some stay empty.`,
    tooFew: (units, size, dealt) =>
      `With ${units} ${unitsOf(size, units)} some items stay empty: ${units === 1 ? 'it does' : 'each does'} ${dealt}.`,
    fine: 'Every item has somebody, or will have.',
    done: (unit, item) => `${unit} is done. Nobody has ‘${item}’ yet.`,
    partly: (unit, count, item) => `${unit} has done ${count}. Nobody has ‘${item}’ yet.`,
    give: (unit) => `Give it to ${unit}`,
    given: (item, unit) => `‘${item}’ is now next for ${unit}.`,
  },

  invite: {
    name: 'Name (optional)',
    where: 'Facilitates',
    all: 'The whole session',
    subgroupHelp: 'In one subgroup: notes, stars, showing and hiding, a wall of its own and two minutes more.',
  },

  walls: {
    which: 'Which wall',
    all: 'The whole room',
    link: (subgroup) => `Link to the wall of subgroup ${subgroup}`,
  },
};
