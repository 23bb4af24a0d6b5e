/** Local search over groups of people, who are named by their places in a list. */
const sizeCost = 10_000;
const maxRounds = 12;
/** Other groups that a group looks at in a round: in a hall of thousands, not all of them. */
const maxLooks = 250;
const nobody = -1;

type Groups = {
  members: number[][];
  peopleAt: (person: number) => number;
  /** What it costs to seat two people together. */
  cost: (a: number, b: number) => number;
};

const sum = (list: readonly number[]): number => list.reduce((total, value) => total + value, 0);

/** Swaps two people, or moves one, as long as that lowers what the groups cost; an uneven or lonely group costs most. */
export function improve({ members, peopleAt, cost }: Groups): number[][] {
  const people = members.map((group) => sum(group.map(peopleAt)));
  const even = sum(people) / members.length;

  /** Where pairs that stay together leave somebody over, a group less is better than somebody alone. */
  const offSize = (count: number): number => {
    if (count === 0) return sizeCost;
    return sizeCost * (Math.max(0, Math.floor(even) - count, count - Math.ceil(even)) + (count < 2 ? 10 : 0));
  };
  /** What somebody costs in a group, but for one who leaves it. */
  function costIn(person: number, group: readonly number[], leaving: number): number {
    if (person === nobody) return 0;
    let total = 0;
    for (const other of group) if (other !== person && other !== leaving) total += cost(person, other);
    return total;
  }
  const costs = members.map(
    (group, g) => offSize(people[g] as number) + sum(group.map((person) => costIn(person, group, nobody))) / 2,
  );

  /** Seats `a` of group g and `b` of group h in each other's place, if that helps; one of them may be nobody. */
  function exchange(g: number, h: number, a: number, b: number): boolean {
    const [one, two] = [members[g] as number[], members[h] as number[]];
    const [was, wasTwo] = [people[g] as number, people[h] as number];
    const more = (b === nobody ? 0 : peopleAt(b)) - (a === nobody ? 0 : peopleAt(a));
    const sized = offSize(was + more) - offSize(was);
    const sizedTwo = offSize(wasTwo - more) - offSize(wasTwo);
    const change = sized + costIn(b, one, a) - costIn(a, one, nobody);
    const changeTwo = sizedTwo + costIn(a, two, b) - costIn(b, two, nobody);
    if (change + changeTwo >= 0) return false;
    members[g] = [...one.filter((person) => person !== a), ...(b === nobody ? [] : [b])];
    members[h] = [...two.filter((person) => person !== b), ...(a === nobody ? [] : [a])];
    people[g] = was + more;
    people[h] = wasTwo - more;
    costs[g] = (costs[g] as number) + change;
    costs[h] = (costs[h] as number) + changeTwo;
    return true;
  }

  function improveTwo(g: number, h: number): boolean {
    for (const a of [...(members[g] as number[]), nobody]) {
      for (const b of [...(members[h] as number[]), nobody]) {
        if ((a !== nobody || b !== nobody) && exchange(g, h, a, b)) return true;
      }
    }
    return false;
  }

  const looks = Math.min(members.length - 1, maxLooks);
  for (let round = 0, better = true; better && round < maxRounds; round++) {
    better = false;
    for (let g = 0; g < members.length; g++) {
      for (let look = 1; look <= looks && costs[g] !== 0; look++) {
        better = improveTwo(g, (g + look) % members.length) || better;
      }
    }
  }
  return members;
}
