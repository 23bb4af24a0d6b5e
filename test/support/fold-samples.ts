/** Events made from their schema: one full sample of each kind, and arbitrary ones for properties. */
import * as fc from 'fast-check';
import type * as z from 'zod/mini';
import { textId } from '../../shared/events/ids.ts';
import { type Event, eventSchema } from '../../shared/events.ts';
import { scriptSchema } from '../../shared/script.ts';
import { roomScript } from './room-script.ts';

export type Schema = z.core.$ZodType;
type Def = z.core.$ZodTypes['_zod']['def'];

const defOf = (schema: Schema): Def => (schema as z.core.$ZodTypes)._zod.def;

/** The schemas of all events. */
export const eventSchemas: readonly Schema[] = eventSchema._zod.def.options;

export type Makers<T> = {
  text: () => T;
  script: () => T;
  string: () => T;
  number: () => T;
  boolean: () => T;
  constant: (values: readonly unknown[]) => T;
  nullable: (inner: T) => T;
  array: (inner: T[]) => T;
  record: (inner: T[]) => T;
  object: (shape: Record<string, T>) => T;
  union: (options: T[]) => T;
};

/** Walks a schema; a kind of schema that is not known here is an error, so that nothing is passed over. */
export function walk<T>(schema: Schema, make: Makers<T>): T {
  if (schema === textId) return make.text();
  if (schema === scriptSchema) return make.script();
  const def = defOf(schema);
  const inside = (inner: Schema): T[] => {
    const options = defOf(inner);
    return options.type === 'union' ? options.options.map((option) => walk(option, make)) : [walk(inner, make)];
  };
  switch (def.type) {
    case 'string':
      return make.string();
    case 'number':
      return make.number();
    case 'boolean':
      return make.boolean();
    case 'literal':
      return make.constant(def.values);
    case 'enum':
      return make.constant(Object.values(def.entries));
    case 'optional':
      return walk(def.innerType, make);
    case 'nullable':
      return make.nullable(walk(def.innerType, make));
    case 'array':
      return make.array(inside(def.element));
    case 'record':
      return make.record(inside(def.valueType));
    case 'object':
      return make.object(Object.fromEntries(Object.entries(def.shape).map(([key, inner]) => [key, walk(inner, make)])));
    case 'union':
      return make.union(def.options.map((option) => walk(option, make)));
    default:
      throw new Error(`no sample for a schema of type ${def.type}`);
  }
}

/** An event with everything filled in, and the texts that its schema says it names. */
export function fullSample(schema: Schema): { event: Event; texts: string[] } {
  const texts: string[] = [];
  const event = walk<unknown>(schema, {
    text: () => {
      texts.push(`text-${texts.length}`);
      return texts.at(-1);
    },
    script: () => roomScript,
    string: () => 'some-id',
    number: () => 1,
    boolean: () => true,
    constant: ([first]) => first,
    nullable: (inner) => inner,
    array: (inner) => inner,
    record: (inner) => Object.fromEntries(inner.map((value, i) => [`key-${i}`, value])),
    object: (shape) => shape,
    union: ([first]) => first,
  });
  return { event: event as Event, texts };
}

/** Few ids, so that events are about each other; among them what every object knows. */
const ids = [
  'a',
  'b',
  'c',
  'pairs',
  'model',
  'alone',
  'def',
  'pairs/a/def/recognisable',
  '__proto__',
  'constructor',
  '',
];

/** Values of the form that a schema has, with few ids in them. */
export const makers: Makers<fc.Arbitrary<unknown>> = {
  text: () => fc.constantFrom('t1', 't2', 't3'),
  script: () => fc.constant(roomScript),
  string: () => fc.constantFrom(...ids),
  number: () => fc.integer({ min: -3, max: 9 }),
  boolean: () => fc.boolean(),
  constant: (values) => fc.constantFrom(...values),
  nullable: (inner) => fc.option(inner),
  array: (inner) => fc.array(fc.oneof(...inner), { maxLength: 3 }),
  record: (inner) => fc.dictionary(fc.constantFrom(...ids), fc.oneof(...inner), { maxKeys: 3, noNullPrototype: true }),
  object: (shape) => fc.record(shape, { noNullPrototype: true }),
  union: (options) => fc.oneof(...options),
};

export const anyEvent = fc.oneof(...eventSchemas.map((schema) => walk(schema, makers))) as fc.Arbitrary<Event>;
