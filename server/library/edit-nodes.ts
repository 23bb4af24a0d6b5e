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
  visit,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { Edit } from '../../shared/own-scripts.ts';
import { type Survey, survey } from './survey-nodes.ts';
import { newNode, restyle } from './yaml-style.ts';

type Key = string | number;
type Holder = YAMLMap | YAMLSeq;

/** The text as it is edited, and what its aliases stood for before this edit. */
type Work = { doc: Document; targets: Survey['targets'] };

/** Parts of a text, with what its aliases stand for: none that people wrote has half as many, and one of more cannot be read back. */
const mostParts = 60_000;

/** Makes the edit, and tells whether it could be: not where its place is not there, nor where too much would come of it. */
export function applyEdit(doc: Document, edit: Edit): boolean {
  const { targets, parts } = survey(doc);
  const brought = edit.do === 'set' || edit.do === 'insert' ? partsOf(edit.value) : 0;
  // Whatever is copied is there already.
  if (parts * (edit.do === 'copy' ? 2 : 1) + brought > mostParts) return false;
  const work = { doc, targets };
  const done = edited(work, edit);
  if (done && targets.size > 0) freeAliases(work);
  return done;
}

function edited(work: Work, edit: Edit): boolean {
  if (edit.do === 'set') return put(work, edit.path, edit.value);
  if (edit.do === 'remove') return remove(work, edit.path);
  if (edit.do === 'insert' && nodeAt(work, edit.path) === undefined) {
    return edit.at === 0 && put(work, edit.path, [edit.value]);
  }
  const list = nodeAt(work, edit.path);
  if (!isSeq(list)) return false;
  return changeList(work, list, edit);
}

function changeList(work: Work, list: YAMLSeq, edit: Extract<Edit, { do: 'insert' | 'copy' | 'move' }>): boolean {
  const items = list.items as Node[];
  const spaced = items.length > 1 && items.slice(1).every((item) => item.spaceBefore);
  if (edit.do === 'insert') {
    if (edit.at > items.length) return false;
    if (items.length === 0) list.flow = false;
    items.splice(edit.at, 0, newNode(work.doc, edit.value, String(edit.path.at(-1))));
  } else {
    const item = items[edit.from];
    if (!item || edit.to > items.length - (edit.do === 'move' ? 1 : 0)) return false;
    if (edit.do === 'move') items.splice(edit.from, 1);
    items.splice(edit.to, 0, edit.do === 'move' ? item : freeCopy(work, item));
  }
  if (spaced) for (const [n, item] of items.entries()) item.spaceBefore = n > 0;
  return true;
}

/** The node at this place, owned by it: what an alias stood for is written out on the way. */
function nodeAt(work: Work, path: readonly Key[]): Node | undefined {
  let node = work.doc.contents as Node | null;
  for (const key of path) {
    if (!isCollection(node)) return undefined;
    const holder = node as Holder;
    const next = childOf(holder, key);
    if (!isAlias(next)) node = next ?? null;
    else {
      const target = work.targets.get(next);
      if (!target) return undefined;
      node = freeCopy(work, target);
      setChild(work, holder, key, node);
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

function setChild(work: Work, holder: Holder, key: Key, node: Node): boolean {
  if (isSeq(holder)) {
    if (typeof key !== 'number' || key > holder.items.length) return false;
    holder.items[key] = node;
    return true;
  }
  const pair = pairIn(holder, key);
  if (pair) pair.value = node;
  else {
    if (holder.items.length === 0) holder.flow = false;
    holder.items.push(work.doc.createPair(String(key), node));
  }
  return true;
}

function put(work: Work, path: readonly Key[], value: unknown): boolean {
  const [key, ...rest] = path.toReversed();
  if (key === undefined) return false;
  const holder = nodeAt(work, rest.toReversed());
  // A part around it that is not there is made with it.
  if (holder === undefined) return typeof key === 'string' && put(work, rest.toReversed(), { [key]: value });
  if (isScalar(holder) && holder.value === null) return put(work, rest.toReversed(), { [key]: value });
  if (!isCollection(holder)) return false;
  const known = childOf(holder as Holder, key);
  return setChild(work, holder as Holder, key, fitted(work, known, value, String(key)));
}

/** The node with another value; the parts that stay are the nodes that they were. */
function fitted(work: Work, node: Node | undefined, value: unknown, name: string): Node {
  if (isScalar(node) && !isObject(value)) {
    if (node.value !== value) restyle(node, value);
    return node;
  }
  if (isMap(node) && isObject(value) && !Array.isArray(value)) {
    node.items = node.items.filter(({ key }) => isScalar(key) && Object.hasOwn(value, String(key.value)));
    for (const [key, part] of Object.entries(value))
      setChild(work, node, key, fitted(work, childOf(node, key), part, key));
    return node;
  }
  if (isSeq(node) && Array.isArray(value)) {
    if (node.items.length === 0) node.flow = false;
    node.items = value.map((part, at) => fitted(work, node.items[at] as Node | undefined, part, name));
    return node;
  }
  if (isAlias(node) && JSON.stringify(work.targets.get(node)?.toJS(work.doc)) === JSON.stringify(value)) return node;
  return newNode(work.doc, value, name);
}

const partsOf = (value: unknown): number =>
  isObject(value) ? Object.values(value).reduce<number>((sum, part) => sum + 1 + partsOf(part), 1) : 1;

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Takes it out; and what holds nothing by that, unless it is a list or stands in one. */
function remove(work: Work, path: readonly Key[]): boolean {
  const [key, ...rest] = path.toReversed();
  if (key === undefined) return false;
  const around = rest.toReversed();
  const holder = nodeAt(work, around);
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
  return isSpare ? remove(work, around) : true;
}

/** The same once more, by itself: without names that others refer to, and without referring to others. */
function freeCopy(work: Work, node: Node): Node {
  if (isAlias(node)) return freeCopy(work, work.targets.get(node) ?? newNode(work.doc, null, ''));
  const copy = node.clone() as Node;
  // A copy of an alias stands nowhere: what it is of tells what it stands for.
  const originals = aliasesIn(node).values();
  visit(copy, {
    Alias: () => {
      const original = originals.next().value;
      return original && freeCopy(work, original);
    },
    Value(_, value) {
      if ('anchor' in value) delete value.anchor;
    },
  });
  return copy;
}

function aliasesIn(node: Node): Alias[] {
  const aliases: Alias[] = [];
  visit(node, { Alias: (_, alias) => void aliases.push(alias) });
  return aliases;
}

/** What an alias referred to has gone, or stands after it now: it is written out. */
function freeAliases(work: Work): void {
  const now = survey(work.doc).targets;
  visit(work.doc, {
    Alias(_, alias) {
      const target = work.targets.get(alias);
      return target && now.get(alias) !== target ? freeCopy(work, target) : undefined;
    },
  });
}
