import { idsAt, listAt, type Path, textAt } from '../places.ts';

/** The places of the items that a step is about. */
export function itemsOf(value: unknown, step: number): Path[] {
  const set = textAt(value, ['steps', step, 'items', 'set']);
  const at = set === '' ? -1 : idsAt(value, ['itemSets']).indexOf(set);
  return at < 0 ? [] : listAt(value, ['itemSets', at, 'items']).map((_, n) => ['itemSets', at, 'items', n]);
}
