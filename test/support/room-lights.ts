/** Which answer stands in which light, for the oracle: the room's, and that of a subgroup that turned its own wall. */
export function buildLights() {
  /** Turned its own wall in this step: follows the room's no more; what is in its own light. */
  const own = new Map<string, string | null>();
  let room: string | null = null;
  /** Only an answer of its own people stands there. */
  let isOf: (answer: string, subgroup: string) => boolean = () => true;
  const onWall = (subgroup: string): string | null => {
    const lit = own.has(subgroup) ? own.get(subgroup) : room;
    return lit && isOf(lit, subgroup) ? lit : null;
  };

  return {
    get own(): ReadonlySet<string> {
      return new Set(own.keys());
    },
    onWall,
    /** In the light of the wall that people of this subgroup see. */
    onPhones: (subgroup: string | null | undefined): string | null =>
      subgroup && own.has(subgroup) ? onWall(subgroup) : room,
    /** It takes along what the room's light was on, if that is its own. */
    turned(subgroup: string): void {
      if (!own.has(subgroup)) own.set(subgroup, onWall(subgroup));
    },
    lit(answer: string | null, by: string | null): void {
      if (by === null) room = answer;
      else own.set(by, answer);
    },
    out(answer: string): void {
      if (room === answer) room = null;
      for (const [subgroup, lit] of own) if (lit === answer) own.set(subgroup, null);
    },
    /** Where people sit decides on whose wall a light is: it goes with them, and comes back with them (A4). */
    seatedAs(subgroupOf: (answer: string) => string | null): void {
      isOf = (answer, subgroup) => subgroupOf(answer) === subgroup;
    },
  };
}
