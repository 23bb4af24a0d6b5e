/** YAML 1.2 from outside, read so that no file can keep the server busy: everything is counted before it is built. */
import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  type Node,
  parseDocument,
  visit,
} from 'yaml';
import { atStart, type Path, type Place, type PlaceOf, type Sentence } from './problem.ts';
import * as say from './yaml-sentences.ts';

/** The largest script file, in bytes; a script itself (with its aliases filled in) may be twice that, as JSON. */
export const maxBytes = 512 * 1024;
/** The largest script that people wrote has 10,000; thirty thousand take a tenth of a second at most. */
const maxTokens = 30_000;
const maxAliases = 50;
/** Brackets within brackets: nobody writes ten. */
const maxDepth = 100;
/** Columns to the right at which a block may begin: a deep script has thirty. */
const maxIndent = 200;

export type ReadYaml =
  | { ok: true; value: unknown; doc: Document; placeOf: PlaceOf }
  | { ok: false; place: Place; message: Sentence };

/** The value that the text stands for, and where its parts stand; or the first thing wrong with the notation. */
export function readYaml(text: string): ReadYaml {
  const refuse = (place: Place, message: Sentence): ReadYaml => ({ ok: false, place, message });
  // A byte order mark is no part of the first line.
  const source = text.replace(/^\ufeff/, '');
  if (Buffer.byteLength(source) > maxBytes) return refuse(atStart, say.tooLarge('512 kB'));
  const tooMuchOf = tooMuchIn(source);
  if (tooMuchOf) return refuse(tooMuchOf.place, tooMuchOf.message);

  const lines = new LineCounter();
  const options = { version: '1.2', schema: 'core', stringKeys: true, uniqueKeys: false, prettyErrors: false } as const;
  const doc: Document = parseDocument(source, { ...options, lineCounter: lines, logLevel: 'error' });
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const fault = doc.errors[0];
  if (fault) {
    const place = placeAt(faultOffset(doc, fault.pos[0], source));
    const start = lines.lineStarts[place.line - 1] ?? 0;
    return refuse(place, say.yamlSentence(fault.code, source.slice(start, start + 200).split('\n', 1)[0] ?? ''));
  }
  if (doc.directives?.yaml.version !== '1.2') return refuse(atStart, say.wrongYamlVersion);

  const odd = oddNodeIn(doc);
  if (odd) return refuse(placeAt(odd.offset), odd.message);
  const value = plainValueOf(doc);
  if (value === tooMuch) return refuse(placeAt(firstAliasOf(doc)), say.tooManyAliases);
  return { ok: true, value, doc, placeOf: (path, isKey) => placeAt(offsetOf(doc, path, isKey)) };
}

const marks = ['\u0002', '\u0018', '\u001f'];

/** What would keep the reader of YAML busy, or have it run out of its stack: too many parts, or parts too deep in one another. */
function tooMuchIn(source: string): { place: Place; message: Sentence } | undefined {
  let tokens = 0;
  let depth = 0;
  let line = 1;
  let column = 1;
  let isFirst = true;
  for (const token of new Lexer().lex(source)) {
    if (++tokens > maxTokens) return { place: atStart, message: say.tooDense };
    // The lexer's own marks (a document begins, a scalar follows) stand nowhere.
    if (marks.includes(token)) continue;
    if (token === '[' || token === '{') depth += 1;
    else if (token === ']' || token === '}') depth -= 1;
    // Each block stands further to the right than the one around it, also on one line: - - - x
    const isBlock = (isFirst && !/^\s*$|^#/.test(token)) || token === '-' || token === '?';
    if (depth > maxDepth || (isBlock && column > maxIndent)) return { place: { line, column }, message: say.tooDeep };
    if (!/^[ \t]*$/.test(token)) isFirst = false;
    const breaks = token.split('\n');
    if (breaks.length > 1) isFirst = true;
    column = breaks.length > 1 ? (breaks.at(-1) ?? '').length + 1 : column + token.length;
    line += breaks.length - 1;
  }
  return undefined;
}

/** Where a fault is: a quotation mark that is never closed is found at the end, but stands where the last text begins. */
function faultOffset(doc: Document, offset: number, source: string): number {
  let start = offset;
  if (offset < source.trimEnd().length) return start;
  visit(doc, {
    Scalar(_, { type, range }) {
      if (type?.startsWith('QUOTE') && range) start = range[0];
    },
  });
  return start;
}

type Odd = { offset: number; message: Sentence };

/** The first tag, repeated key, or alias that goes nowhere or is one too many. (The package's own search for repeats is quadratic.) */
function oddNodeIn(doc: Document): Odd | undefined {
  let odd: Odd | undefined;
  let aliases = 0;
  const names = new Set<string>();
  const stop = (offset: number, message: Sentence) => {
    odd = { offset, message };
    return visit.BREAK;
  };
  visit(doc, {
    Node(_, node) {
      const offset = node.range?.[0] ?? 0;
      if (isAlias(node)) {
        if (++aliases > maxAliases) return stop(offset, say.tooManyAliases);
        // Looked up by the package, each would be a walk through all of it.
        return names.has(node.source) ? undefined : stop(offset, say.unknownAlias(node.source));
      }
      if (node.anchor) names.add(node.anchor);
      if (node.tag) return stop(offset, say.noTags(node.tag.replace('tag:yaml.org,2002:', '!!')));
      if (!isMap(node)) return undefined;
      const seen = new Set<string>();
      for (const { key } of node.items) {
        const name = keyNameOf(key);
        if (seen.has(name)) return stop((key as Node).range?.[0] ?? offset, say.twiceInBlock(name));
        seen.add(name);
      }
      return undefined;
    },
  });
  return odd;
}

const keyNameOf = (key: unknown) => (isScalar(key) ? String(key.value) : '');

const tooMuch = Symbol('too much');

/** The plain value; aliases that multiply, or that go round in a circle, are too much. */
function plainValueOf(doc: Document): unknown {
  try {
    const value: unknown = doc.toJS({ maxAliasCount: maxAliases });
    return (JSON.stringify(value) ?? '').length > 2 * maxBytes ? tooMuch : value;
  } catch {
    return tooMuch;
  }
}

function firstAliasOf(doc: Document): number {
  let offset = 0;
  visit(doc, {
    Alias(_, alias) {
      offset = alias.range?.[0] ?? 0;
      return visit.BREAK;
    },
  });
  return offset;
}

/**
 * Where a part of the value begins in the text: a word or a number itself, and what goes on over more lines at the word
 * before its colon (as `isKey` always does). Of a part that is not there: where the nearest part around it begins.
 */
function offsetOf(doc: Document, path: Path, isKey = false): number {
  let node: unknown = doc.contents;
  let offset = doc.contents?.range?.[0] ?? 0;
  for (const [at, name] of path.entries()) {
    if (isAlias(node)) node = node.resolve(doc);
    const pair = isMap(node) ? node.items.find(({ key }) => keyNameOf(key) === String(name)) : undefined;
    const next: unknown = isSeq(node) ? node.items[Number(name)] : pair?.value;
    const isWord = !isKey && at === path.length - 1 && isScalar(next) && next.source !== '';
    const start = (pair && !isWord ? pair.key : next) as Node | null | undefined;
    if (!start?.range) break;
    offset = start.range[0];
    node = next;
  }
  return offset;
}
