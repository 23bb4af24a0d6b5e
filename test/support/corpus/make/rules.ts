/** Each rule of the script's schema broken once, in a script that has every key: found by going through schema and script together. */
import { parse } from 'yaml';
import * as z from 'zod';
import { scriptSchema } from '../../../../shared/script.ts';
import type { ScriptInput } from '../case.ts';
import { full } from '../full-script.ts';
import { type Made, named, slug } from './made.ts';

type Shape = {
  type?: string;
  properties?: Record<string, Shape>;
  required?: string[];
  additionalProperties?: Shape | false;
  items?: Shape;
  anyOf?: Shape[];
  oneOf?: Shape[];
  enum?: string[];
  const?: unknown;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  minimum?: number;
  maximum?: number;
};
type At = (string | number)[];
type Break = [what: string, input: ScriptInput];

const whole = z.toJSONSchema(scriptSchema, { io: 'input' }) as Shape;
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Of several shapes the one that this value has. */
function shapeOf(shape: Shape, value: unknown): Shape {
  const all = shape.oneOf ?? shape.anyOf;
  if (!all) return shape;
  const fits = ({ type, properties }: Shape) =>
    isObject(value)
      ? type === 'object' && [undefined, value['kind']].includes(properties?.['kind']?.const)
      : type !== 'object';
  return all.find(fits) ?? shape;
}

/** The ways in which this value can break its own shape; of words in a language once, for there are dozens of them. */
function breaks(shape: Shape, at: At, isWords: boolean): Break[] {
  const put = (what: string, value: unknown): Break => [what, { at, put: value }];
  const found: Break[] = [];
  if (shape.type === 'object' && isWords) return [put('words without a language', 'woorden')];
  if (shape.type === 'object') {
    found.push(['a word that is not known', { at: [...at, 'kleur'], put: 'rood' }], put('a text for a block', 'tekst'));
    for (const key of shape.required ?? []) found.push([`no ${key}`, { at: [...at, key], drop: true }]);
  }
  if (shape.type === 'array') found.push(put('a text for a list', 'tekst'));
  if (shape.minItems) found.push(put('too few', []));
  if (shape.maxItems) found.push(['too many', { at, times: shape.maxItems + 1 }]);
  if (shape.const !== undefined || shape.enum) return [...found, put('none of the choices', 'zonnebloem')];
  if (shape.type === 'string') found.push(put('a number for a text', 5));
  if (shape.pattern) found.push(put('signs that may not be', 'Geen Id!'));
  if (shape.minLength) found.push(put('an empty text', ''));
  if (shape.maxLength) found.push(['a text that is too long', { at, word: { repeat: ['x', shape.maxLength + 1] } }]);
  if (shape.type === 'number' || shape.type === 'integer') found.push(put('a word for a number', 'tien'));
  if (shape.type === 'integer') found.push(put('half a number', 2.5));
  if (shape.minimum !== undefined) found.push(put('too small', shape.minimum - 1));
  if (shape.maximum !== undefined && shape.maximum < 1e6) found.push(put('too large', shape.maximum + 1));
  if (shape.type === 'boolean') found.push(put('a word for true or false', 'ja'));
  return found;
}

const isText = ({ properties }: Shape) => properties?.['quote'] !== undefined;

function walk(from: Shape, value: unknown, at: At, done: Set<string>): Made[] {
  const shape = shapeOf(from, value);
  // The same rule at the same words is broken once, wherever it counts.
  const place = at.filter((key) => typeof key === 'string').slice(-2);
  const isLeaf = isText(shape) || (shape.type === 'string' && !shape.enum);
  const key = JSON.stringify([isLeaf ? '' : shape.type === 'object' ? place : place.at(-1), shape]);
  const isNew = !done.has(key);
  done.add(key);
  const name = at.length > 0 ? at.join(' ') : 'the script';
  const own = isNew || (isText(shape) && at.length < 3) ? breaks(shape, at, isText(shape) && !isNew) : [];
  const made = own.map(([what, input]) => {
    const why = `${name}: ${what}`;
    return named(slug(`rule-${place.join('-') || 'script'}-${what}`), why, { road: 'script', input });
  });
  const inner = Array.isArray(value)
    ? value.map((each, n) => walk(shape.items ?? {}, each, [...at, n], done))
    : isObject(value)
      ? Object.entries(value).map(([word, each]) =>
          walk(shape.properties?.[word] ?? (shape.additionalProperties || {}), each, [...at, word], done),
        )
      : [];
  return [...made, ...inner.flat()];
}

export const makeRules = (): Made[] => walk(whole, parse(full), [], new Set());
