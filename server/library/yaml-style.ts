/** How new parts of a script are written, as the scripts of the library are: words in quotation marks, small parts on one line. */
import { type Document, isMap, isScalar, isSeq, type Node, type Scalar, visit } from 'yaml';

const wordKeys = ['nl', 'en', 'quote', 'source', 'version', 'contact', 'rights'];
/** Always with lines of their own. */
const blockKeys = ['minutes', 'fields', 'items', 'prompts', 'steps'];
/** Characters on one line. */
const mostOnALine = 110;

/** A new node for this value; `name`: the key under which it stands. */
export function newNode(doc: Document, value: unknown, name: string): Node {
  const node = doc.createNode(value, { aliasDuplicateObjects: false }) as Node;
  if (isScalar(node)) style(node, name);
  visit(node, {
    Pair(_, { key, value: part }) {
      if (isScalar(part) && isScalar(key)) style(part, String(key.value));
    },
    Seq(_, list) {
      for (const item of list.items) if (isScalar(item)) style(item, '');
      if (list.items.every(isScalar)) list.flow = JSON.stringify(list).length < mostOnALine;
    },
    Map(_, map) {
      if (isSmall(map)) map.flow = true;
    },
  });
  return node;
}

function isSmall(node: unknown): boolean {
  if (!isMap(node) || JSON.stringify(node).length > mostOnALine) return false;
  return node.items.every(
    ({ key, value }) =>
      !(isScalar(key) && blockKeys.includes(String(key.value))) &&
      (isScalar(value) ? !String(value.value).includes('\n') : isMap(value) ? isSmall(value) : isFlat(value)),
  );
}
const isFlat = (node: unknown): boolean => isSeq(node) && node.items.every(isScalar);

function style(scalar: Scalar, name: string): void {
  const { value } = scalar;
  if (typeof value !== 'string' || value.includes('\n')) return;
  if (wordKeys.includes(name) || value.includes(' ')) scalar.type = 'QUOTE_DOUBLE';
}

/** Another value in the same place: words stay written as they were, where they can be. */
export function restyle(scalar: Scalar, value: unknown): void {
  const wasWords = typeof scalar.value === 'string';
  scalar.value = value;
  delete scalar.source;
  delete scalar.format;
  if (typeof value !== 'string') delete scalar.type;
  else if (!wasWords) scalar.type = 'QUOTE_DOUBLE';
  else if (scalar.type === 'PLAIN' && value.includes(' ')) scalar.type = 'QUOTE_DOUBLE';
}
