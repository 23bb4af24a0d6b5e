import { idsAt, listAt, type Path, textAt } from '../places.ts';

/** Which of the item sets a step is about; -1 where there is none. */
export function setAt(value: unknown, step: number): number {
  const set = textAt(value, ['steps', step, 'items', 'set']);
  return set === '' ? -1 : idsAt(value, ['itemSets']).indexOf(set);
}

/** The places of the items that a step is about. */
export function itemsOf(value: unknown, step: number): Path[] {
  const at = setAt(value, step);
  return at < 0 ? [] : listAt(value, ['itemSets', at, 'items']).map((_, n) => ['itemSets', at, 'items', n]);
}
