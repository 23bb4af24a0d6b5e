import type { Script } from '../../shared/script.ts';
import { freeId } from './meant.ts';
import { type Finding, finding, type Path } from './problem.ts';

type Named = { id: string };
type Place = { id: string; path: Path };

/** Ids that stand twice where they must tell things apart. */
export function repeatedIds(script: Script): Finding[] {
  const lists: Place[][] = [
    places(script.steps, ['steps']),
    places(script.itemSets, ['itemSets']),
    script.itemSets.flatMap((set, at) => places(set.items, ['itemSets', at, 'items'])),
    places(script.perspectives.options, ['perspectives', 'options']),
    places(script.organisations, ['organisations']),
    places(script.subgroups?.names, ['subgroups', 'names']),
    ...Object.entries(script.scales).map(([name, options]) => places(options, ['scales', name])),
    ...script.itemSets.flatMap((set, at) =>
      set.items.map((item, of) => places(item.sections, ['itemSets', at, 'items', of, 'sections'])),
    ),
    ...script.steps.flatMap((step, at) => [
      places(step.prompts, ['steps', at, 'prompts']),
      places(step.agreement, ['steps', at, 'agreement']),
      places(step.turns?.roles, ['steps', at, 'turns', 'roles']),
      ...step.prompts.flatMap((prompt, of) => fieldPlaces(prompt.fields, ['steps', at, 'prompts', of, 'fields'])),
    ]),
  ];
  return lists.flatMap(repeatsIn);
}

const places = (list: readonly Named[] | undefined, path: Path): Place[] =>
  (list ?? []).map(({ id }, at) => ({ id, path: [...path, at, 'id'] }));

type Fields = Script['steps'][number]['prompts'][number]['fields'];

const fieldPlaces = (fields: Fields, path: Path): Place[][] => [
  places(fields, path),
  ...fields.map((field, at) => (field.kind === 'choice' ? places(field.options, [...path, at, 'options']) : [])),
];

function repeatsIn(list: Place[]): Finding[] {
  const seen = new Set<string>();
  const taken = new Set(list.map(({ id }) => id));
  return list.flatMap(({ id, path }) => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [
      finding(
        path,
        `Het id "${id}" is al gebruikt. Kies een ander.`,
        `The id "${id}" is used already. Choose another.`,
        () => freeId(id, taken),
      ),
    ];
  });
}
