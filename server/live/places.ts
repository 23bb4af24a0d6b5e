import type { StreamName } from '../../shared/protocol.ts';

/**
 * By text or answer: the streams that name it, and at which places. Named, not held: a log without erased words gives the same.
 * A session has as many of these as it has texts, so each is one short list: a stream, a place, a stream, a place.
 */
export function buildPlaces() {
  const lists = new Map<string, readonly (StreamName | number)[]>();

  function* placesOf(named: string): Generator<readonly [StreamName, number]> {
    const list = lists.get(named) ?? [];
    for (let i = 0; i < list.length; i += 2) yield [list[i] as StreamName, list[i + 1] as number];
  }

  return {
    add(named: string, stream: StreamName, place: number): void {
      for (const [other, known] of placesOf(named)) if (other === stream && known === place) return;
      // Not pushed: that keeps room for sixteen more.
      lists.set(named, (lists.get(named) ?? []).concat(stream, place));
    },

    streamsOf: (named: string): Set<StreamName> => new Set([...placesOf(named)].map(([stream]) => stream)),

    /** Where this stream named it, in the order of the places; from now on it does not. */
    take(named: string, stream: StreamName): number[] {
      const all = [...placesOf(named)];
      const left = all.filter(([other]) => other !== stream).flat();
      if (left.length > 0) lists.set(named, left.slice());
      else lists.delete(named);
      return all.flatMap(([other, place]) => (other === stream ? [place] : []));
    },
  };
}
