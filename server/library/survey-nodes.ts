import { type Alias, type Document, isAlias, isMap, isSeq, type Node } from 'yaml';

/** What each alias stands for, and how many parts a text has with all of them filled in. */
export type Survey = { targets: ReadonlyMap<Alias, Node>; parts: number };

type Named = { node: Node; parts: number };

/** In one walk: looked up one by one, each alias is a walk of its own. */
export function survey(doc: Document): Survey {
  const named = new Map<string, Named>();
  const targets = new Map<Alias, Node>();

  function partsOf(node: unknown): number {
    if (isAlias(node)) {
      const found = named.get(node.source);
      if (found) targets.set(node, found.node);
      return found?.parts ?? 1;
    }
    const { anchor } = (node ?? {}) as { anchor?: string };
    const own: Named = { node: node as Node, parts: 1 };
    // A name may be given again: it is the last one's, also within the first.
    if (anchor !== undefined) named.set(anchor, own);
    if (isSeq(node)) for (const item of node.items) own.parts += partsOf(item);
    if (isMap(node)) for (const { key, value } of node.items) own.parts += partsOf(key) + partsOf(value);
    return own.parts;
  }

  return { parts: partsOf(doc.contents), targets };
}
