/** Who sat together in each step, for when it is opened again (D1): told by hand, like the other facts. */

type Places = ReadonlyMap<string, string>;

/** `unitOf`: where everybody sits, by seat. */
export function buildCompany(unitOf: Places) {
  const left = new Map<string, Map<string, string>>();
  /** In a step whose people were told of units of another size: how it sat until then, and in which size. */
  const announced = new Map<string, { size: number; places: Map<string, string> }>();
  let size = 0;

  /** Who sits with somebody. */
  function together(): Map<string, string> {
    const crowded = Map.groupBy(unitOf, ([, unit]) => unit);
    return new Map([...unitOf].filter(([, unit]) => size > 1 && (crowded.get(unit)?.length ?? 0) > 1));
  }

  return {
    satIn: (step: string): Places => left.get(step) ?? new Map(),
    closed(step: string): void {
      left.set(step, announced.get(step)?.places ?? together());
      announced.delete(step);
    },
    /** The room is brought together in units of this size, while a step is open or none. */
    formed(next: number, open: string | null): void {
      if (open !== null && (next === 0 || announced.get(open)?.size === next)) announced.delete(open);
      else if (open !== null && size > 1 && next !== size && !announced.has(open))
        announced.set(open, { size, places: together() });
      size = next;
    },
    /** By hand, or by leaving: that is not undone, for them and who sat with them. */
    moved(seat: string): void {
      const all = [...left.values(), ...[...announced.values()].map(({ places }) => places)];
      for (const places of all) {
        const unit = places.get(seat);
        for (const [one, own] of places) if (own === unit) places.delete(one);
      }
    },
  };
}
