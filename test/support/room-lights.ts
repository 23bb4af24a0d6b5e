/** Which answer stands in which light, for the oracle: the room's, and that of a subgroup that turned its own wall. */
const subgroups = ['a', 'b'];

export function buildLights() {
  /** Turned its own wall in this step: follows the room's no more. */
  const own = new Set<string>();
  /** What its wall shows. */
  const wall = new Map<string, string | null>();
  /** What its phones know to be in its own light. */
  const phones = new Map<string, string | null>();
  let room: string | null = null;

  return {
    own: own as ReadonlySet<string>,
    onWall: (subgroup: string): string | null => wall.get(subgroup) ?? null,
    /** In the light of the wall that people of this subgroup see. */
    onPhones: (subgroup: string | null | undefined): string | null =>
      subgroup && own.has(subgroup) ? (phones.get(subgroup) ?? null) : room,
    /** It takes along what the room's light was on, if that is its own. */
    turned(subgroup: string, subgroupOf: (answer: string) => string | null): void {
      if (!own.has(subgroup)) phones.set(subgroup, room !== null && subgroupOf(room) === subgroup ? room : null);
      own.add(subgroup);
    },
    lit(answer: string | null, by: string | null, of: string | null): void {
      if (by !== null) {
        own.add(by);
        wall.set(by, answer);
        phones.set(by, answer);
        return;
      }
      room = answer;
      for (const subgroup of subgroups) if (!own.has(subgroup)) wall.set(subgroup, of === subgroup ? answer : null);
    },
    out(answer: string): void {
      if (room === answer) room = null;
      for (const lights of [wall, phones]) for (const [key, lit] of lights) if (lit === answer) lights.set(key, null);
    },
    /** An answer whose people sit elsewhere now leaves the wall of the subgroup that they left. */
    settle(subgroupOf: (answer: string) => string | null): void {
      for (const [subgroup, lit] of wall) if (lit !== null && subgroupOf(lit) !== subgroup) wall.set(subgroup, null);
    },
  };
}
