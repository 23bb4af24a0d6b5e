/** Each payload in two of the places where people and facilitators put words, such that every place gets its share. */

import type { Field } from '../case.ts';
import { payloads } from '../payloads.ts';
import { type Made, named, slug } from './made.ts';

/** How many characters fit. A question of the moment is a step, of which a session has few: two. */
const places: [Field, number][] = [
  ...([
    ['name', 40],
    ['subgroup', 40],
    ['signature', 60],
    ['theme', 80],
    ['seatPlace', 80],
    ['title', 200],
  ] as [Field, number][]),
  ...([
    ['place', 200],
    ['partner', 200],
    ['collaboration', 200],
    ['section', 200],
    ['answer', 400],
    ['note', 500],
  ] as [Field, number][]),
  ...([
    ['conclusion', 500],
    ['reason', 500],
    ['minority', 500],
    ['comment', 1_000],
    ['introduction', 3_000],
    ['fillIn', 160],
  ] as [Field, number][]),
  ...([
    ['question', 200],
    ['invited', 40],
  ] as [Field, number][]),
];

/** The places in turn, each as soon as a payload comes that fits. */
function picked(text: string, used: Map<Field, number>, not: Field | undefined): Field {
  const [field] = places
    .filter(([one, max]) => text.length <= max && one !== not && (one !== 'question' || (used.get(one) ?? 0) < 2))
    .toSorted(([one], [other]) => (used.get(one) ?? 0) - (used.get(other) ?? 0))[0] ?? ['introduction'];
  used.set(field, (used.get(field) ?? 0) + 1);
  return field;
}

export function makeMarkup(): Made[] {
  const used = new Map<Field, number>();
  return payloads.flatMap(([shape, text]) => {
    const first = picked(text, used, undefined);
    return [first, picked(text, used, first)].map((field) => ({
      ...named(`${slug(shape)}-${field}`, `${shape}, in the ${field}`, { road: 'words', input: { field, text } }, 'ok'),
      becomes: text,
    }));
  });
}
