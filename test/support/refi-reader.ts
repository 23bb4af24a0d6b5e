/** A reader of REFI-QDA files that knows nothing of how they were written: what a program for analysis would find in them. */
import { DOMParser, type Element } from '@xmldom/xmldom';
import { readZip } from './zip-reader.ts';

export type ReadCode = { guid: string; name: string; codable: boolean; about: string; codes: ReadCode[] };
export type ReadSelection = { name: string; text: string; codes: string[] };
export type ReadSource = { name: string; text: string; selections: ReadSelection[]; values: Record<string, string> };

const childrenOf = (parent: Element, name: string): Element[] =>
  [...parent.childNodes].filter((node): node is Element => node.nodeName === name);
const inside = (parent: Element, ...names: string[]): Element[] =>
  names.reduce((found, name) => found.flatMap((one) => childrenOf(one, name)), [parent]);
const get = (of: Element, name: string): string => {
  const value = of.getAttribute(name);
  if (value === null) throw new Error(`${of.nodeName} without ${name}`);
  return value;
};

const uuid = /^[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;

/** Well-formed to the letter, and every id is one, and there once. */
function rootOf(xml: string, namespace: string): { root: Element; guids: Set<string> } {
  const parser = new DOMParser({
    onError: (level, message) => {
      throw new Error(`${level}: ${message}`);
    },
  });
  const root = parser.parseFromString(xml, 'text/xml').documentElement;
  if (root?.namespaceURI !== namespace) throw new Error('another namespace');
  const guids = new Set<string>();
  for (const one of [...root.getElementsByTagName('*')]) {
    const guid = one.getAttribute('guid');
    if (guid === null) continue;
    if (!uuid.test(guid)) throw new Error(`no guid: ${guid}`);
    if (guids.has(guid)) throw new Error(`${guid} twice`);
    guids.add(guid);
  }
  for (const one of [...root.getElementsByTagName('*'), root])
    for (const name of ['targetGUID', 'creatingUser', 'creatingUserGUID']) {
      const target = one.getAttribute(name);
      if (target !== null && !guids.has(target)) throw new Error(`${one.nodeName} points to nothing`);
    }
  return { root, guids };
}

const codeFrom = (one: Element): ReadCode => ({
  ...{ guid: get(one, 'guid'), name: get(one, 'name'), codable: get(one, 'isCodable') === 'true' },
  about: inside(one, 'Description')[0]?.textContent ?? '',
  codes: childrenOf(one, 'Code').map(codeFrom),
});

export const allCodes = (codes: readonly ReadCode[]): ReadCode[] =>
  codes.flatMap((code) => [code, ...allCodes(code.codes)]);

/** As a program that keeps names apart without regard for case would: a name that is there twice is an error. */
function codesIn(root: Element, ...path: string[]): ReadCode[] {
  const codes = inside(root, ...path, 'Code').map(codeFrom);
  const names = new Set<string>();
  for (const { name } of allCodes(codes)) {
    if (names.has(name.toLowerCase())) throw new Error(`two codes are called ${name}`);
    if (name === '' || name.length > 63) throw new Error(`this name is cut: ${name}`);
    names.add(name.toLowerCase());
  }
  return codes;
}

export function readQdc(xml: string): { origin: string; codes: ReadCode[] } {
  const { root } = rootOf(xml, 'urn:QDA-XML:codebook:1.0');
  return { origin: get(root, 'origin'), codes: codesIn(root, 'Codes') };
}

function valuesFrom(of: Element, variables: Map<string, string>): Record<string, string> {
  return Object.fromEntries(
    inside(of, 'VariableValue').map((value) => {
      const [reference, told] = [...value.childNodes].filter((node): node is Element => node.nodeType === 1);
      if (!reference || !told) throw new Error('a value without its variable');
      return [variables.get(get(reference, 'targetGUID')) ?? '', told.textContent ?? ''];
    }),
  );
}

export function readQdpx(bytes: Uint8Array) {
  const files = readZip(bytes);
  const decode = (name: string): string => {
    const file = files.get(name);
    if (!file) throw new Error(`no ${name}`);
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(file);
  };
  const projects = [...files.keys()].filter((name) => /^[^/]+\.qde$/.test(name));
  if (projects.length !== 1 || !projects[0]) throw new Error('not one project');
  const xml = decode(projects[0]);
  const { root } = rootOf(xml, 'urn:QDA-XML:project:1.0');
  const codes = codesIn(root, 'CodeBook', 'Codes');
  const codeNames = new Map(allCodes(codes).map(({ guid, name, codable }) => [guid, codable ? name : '']));
  const variables = new Map(inside(root, 'Variables', 'Variable').map((one) => [get(one, 'guid'), get(one, 'name')]));
  const values = new Map(
    inside(root, 'Cases', 'Case').map((one) => {
      const [source, second] = inside(one, 'SourceRef');
      if (!source || second || one.hasAttribute('name')) throw new Error('a case is unnamed, and of one source');
      return [get(source, 'targetGUID'), valuesFrom(one, variables)];
    }),
  );
  const used = new Set(projects);
  const names = new Set<string>();
  const sources = inside(root, 'Sources', 'TextSource').map((one): ReadSource => {
    const path = get(one, 'plainTextPath').replace(/^internal:\/\//, 'sources/');
    used.add(path);
    if (inside(one, 'PlainTextContent').length + inside(one, 'VariableValue').length) throw new Error('told twice');
    const name = get(one, 'name');
    if (!/^[\p{L}\p{N}_.() -]+$/u.test(name) || names.has(name.toLowerCase())) throw new Error(`no file: ${name}`);
    names.add(name.toLowerCase());
    const letters = [...decode(path)];
    const selections = inside(one, 'PlainTextSelection').map((selection): ReadSelection => {
      const [from, to] = [Number(get(selection, 'startPosition')), Number(get(selection, 'endPosition'))];
      if (!(from >= 0 && to > from && to <= letters.length)) throw new Error('a selection outside its text');
      const name = get(selection, 'name');
      if (name.startsWith('line:')) throw new Error('a name that readers take for a place');
      const coded = inside(selection, 'Coding', 'CodeRef').map((ref) => codeNames.get(get(ref, 'targetGUID')) ?? '');
      if (coded.length === 0 || coded.includes('')) throw new Error('coded with no code');
      for (const coding of inside(selection, 'Coding')) get(coding, 'creatingUser');
      return { name, text: letters.slice(from, to).join(''), codes: coded };
    });
    return { name, text: letters.join(''), selections, values: values.get(get(one, 'guid')) ?? {} };
  });
  const unused = [...files.keys()].filter((name) => !used.has(name));
  if (unused.length) throw new Error(`of no use: ${unused}`);
  return {
    xml,
    name: get(root, 'name'),
    origin: get(root, 'origin'),
    codes,
    variables: [...variables.values()],
    sources,
  };
}
