/** The words that a script may have at a place, as its schema says. */
import * as z from 'zod';
import { scriptSchema } from '../../shared/script.ts';
import type { Path } from './problem.ts';

type Shape = {
  properties?: Record<string, Shape>;
  additionalProperties?: Shape | false;
  items?: Shape;
  anyOf?: Shape[];
  oneOf?: Shape[];
  const?: unknown;
};

let whole: Shape | undefined;

/** Which words may stand before a colon at this path of this value. */
export function knownWords(value: unknown, path: Path): string[] {
  whole ??= z.toJSONSchema(scriptSchema, { io: 'input' }) as Shape;
  let shapes = [whole];
  let at = value;
  for (const key of path) {
    shapes = fitting(shapes, at).flatMap((shape) => under(shape, key) ?? []);
    at = typeof at === 'object' && at !== null ? (at as Record<PropertyKey, unknown>)[key] : undefined;
  }
  return [...new Set(fitting(shapes, at).flatMap(({ properties = {} }) => Object.keys(properties)))];
}

function under({ items, properties, additionalProperties }: Shape, key: PropertyKey): Shape | undefined {
  if (typeof key === 'number') return items;
  const name = String(key);
  if (properties && Object.hasOwn(properties, name)) return properties[name];
  return additionalProperties || undefined;
}

/** Of several shapes those that the value says it has (by its `kind`). */
const fitting = (shapes: Shape[], value: unknown): Shape[] =>
  shapes
    .flatMap((shape) => shape.oneOf ?? shape.anyOf ?? [shape])
    .filter(({ properties }) => {
      const kind = properties?.['kind']?.const;
      return kind === undefined || kind === (value as { kind?: unknown } | null)?.kind;
    });
