/** The edits of a script's text, on the nodes of its YAML: what stays keeps its comments, its place and its way of writing. */
import {
  type Alias,
  type Document,
  isAlias,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Scalar,
  visit,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { Edit } from '../../shared/own-scripts.ts';
import { newNode, restyle } from './yaml-style.ts';

type Key = string | number;
type Holder = YAMLMap | YAMLSeq;

/** Makes the edit, and tells whether it could be: not where its place is not there. */
export function applyEdit(doc: Document, edit: Edit): boolean {
  const targets = targetsIn(doc);
  const done = edited(doc, edit);
  if (done) freeAliases(doc, targets);
  return done;
}

function edited(doc: Document, edit: Edit): boolean {
  if (edit.do === 'set') return put(doc, edit.path, edit.value);
  if (edit.do === 'remove') return remove(doc, edit.path);
  if (edit.do === 'insert' && nodeAt(doc, edit.path) === undefined) {
    return edit.at === 0 && put(doc, edit.path, [edit.value]);
  }
  const list = nodeAt(doc, edit.path);
  if (!isSeq(list)) return false;
  return changeList(doc, list, edit);
}

function changeList(doc: Document, list: YAMLSeq, edit: Extract<Edit, { do: 'insert' | 'copy' | 'move' }>): boolean {
  const items = list.items as Node[];
  const spaced = items.length > 1 && items.slice(1).every((item) => item.spaceBefore);
  if (edit.do === 'insert') {
    if (edit.at > items.length) return false;
    if (items.length === 0) list.flow = false;
    items.splice(edit.at, 0, newNode(doc, edit.value, String(edit.path.at(-1))));
  } else {
    const item = items[edit.from];
    if (!item || edit.to > items.length - (edit.do === 'move' ? 1 : 0)) return false;
    if (edit.do === 'move') items.splice(edit.from, 1);
    items.splice(edit.to, 0, edit.do === 'move' ? item : freeCopy(doc, item));
  }
  if (spaced) for (const [n, item] of items.entries()) item.spaceBefore = n > 0;
  return true;
}

/** The node at this place, owned by it: what an alias stood for is written out on the way. */
function nodeAt(doc: Document, path: readonly Key[]): Node | undefined {
  let node = doc.contents as Node | null;
  for (const key of path) {
    if (!isCollection(node)) return undefined;
    const holder = node as Holder;
    const next = childOf(holder, key);
    if (!isAlias(next)) node = next ?? null;
    else {
      const target = next.resolve(doc);
      if (!target) return undefined;
      node = freeCopy(doc, target);
      setChild(doc, holder, key, node);
    }
    if (!node) return undefined;
  }
  return node ?? undefined;
}

const pairIn = (map: YAMLMap, key: Key) =>
  map.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === String(key));

function childOf(holder: Holder, key: Key): Node | undefined {
  if (isSeq(holder)) return typeof key === 'number' ? (holder.items[key] as Node | undefined) : undefined;
  return (pairIn(holder, key)?.value as Node | null | undefined) ?? undefined;
}

function setChild(doc: Document, holder: Holder, key: Key, node: Node): boolean {
  if (isSeq(holder)) {
    if (typeof key !== 'number' || key > holder.items.length) return false;
    holder.items[key] = node;
    return true;
  }
  const pair = pairIn(holder, key);
  if (pair) pair.value = node;
  else {
    if (holder.items.length === 0) holder.flow = false;
    holder.items.push(doc.createPair(String(key), node));
  }
  return true;
}

function put(doc: Document, path: readonly Key[], value: unknown): boolean {
  const [key, ...rest] = path.toReversed();
  if (key === undefined) return false;
  const holder = nodeAt(doc, rest.toReversed());
  // A part around it that is not there is made with it.
  if (holder === undefined) return typeof key === 'string' && put(doc, rest.toReversed(), { [key]: value });
  if (isScalar(holder) && holder.value === null) return put(doc, rest.toReversed(), { [key]: value });
  if (!isCollection(holder)) return false;
  const known = childOf(holder as Holder, key);
  return setChild(doc, holder as Holder, key, fitted(doc, known, value, String(key)));
}

/** The node with another value; the parts that stay are the nodes that they were. */
function fitted(doc: Document, node: Node | undefined, value: unknown, name: string): Node {
  if (isScalar(node) && !isObject(value)) {
    if (node.value !== value) restyle(node, value);
    return node;
  }
  if (isMap(node) && isObject(value) && !Array.isArray(value)) {
    node.items = node.items.filter(({ key }) => isScalar(key) && Object.hasOwn(value, String(key.value)));
    for (const [key, part] of Object.entries(value))
      setChild(doc, node, key, fitted(doc, childOf(node, key), part, key));
    return node;
  }
  if (isSeq(node) && Array.isArray(value)) {
    if (node.items.length === 0) node.flow = false;
    node.items = value.map((part, at) => fitted(doc, node.items[at] as Node | undefined, part, name));
    return node;
  }
  if (isAlias(node) && JSON.stringify(node.toJS(doc)) === JSON.stringify(value)) return node;
  return newNode(doc, value, name);
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Takes it out; and what holds nothing by that, unless it is a list or stands in one. */
function remove(doc: Document, path: readonly Key[]): boolean {
  const [key, ...rest] = path.toReversed();
  if (key === undefined) return false;
  const around = rest.toReversed();
  const holder = nodeAt(doc, around);
  if (isSeq(holder)) {
    if (typeof key !== 'number' || key >= holder.items.length) return false;
    const [gone] = holder.items.splice(key, 1) as Node[];
    const first = holder.items[0] as Node | undefined;
    if (key === 0 && first && !gone?.spaceBefore) first.spaceBefore = false;
    return true;
  }
  const pair = isMap(holder) ? pairIn(holder, key) : undefined;
  if (!isMap(holder) || !pair) return false;
  holder.items.splice(holder.items.indexOf(pair), 1);
  const isSpare = holder.items.length === 0 && around.length > 0 && typeof around.at(-1) === 'string';
  return isSpare ? remove(doc, around) : true;
}

/** The same once more, by itself: without names that others refer to, and without referring to others. */
function freeCopy(doc: Document, node: Node): Node {
  const copy = node.clone() as Node;
  if (isAlias(copy)) return freeCopy(doc, (node as Alias).resolve(doc) ?? newNode(doc, null, ''));
  visit(copy, {
    Alias: (_, alias) => {
      const target = alias.resolve(doc);
      return target ? freeCopy(doc, target) : undefined;
    },
    Value(_, value) {
      if ('anchor' in value) delete value.anchor;
    },
  });
  return copy;
}

function targetsIn(doc: Document): Map<Alias, Node> {
  const targets = new Map<Alias, Node>();
  visit(doc, {
    Alias(_, alias) {
      const target = alias.resolve(doc);
      if (target) targets.set(alias, target);
    },
  });
  return targets;
}

/** What an alias referred to has gone, or stands after it now: it is written out. */
function freeAliases(doc: Document, targets: ReadonlyMap<Alias, Node>): void {
  visit(doc, {
    Alias(_, alias) {
      const target = targets.get(alias);
      if (!target || alias.resolve(doc) === target) return undefined;
      return freeCopy(doc, target as Scalar);
    },
  });
}
