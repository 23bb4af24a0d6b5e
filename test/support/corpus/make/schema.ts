/** Every command with each of its parts wrong in its own way, from who may not give it, and where it does not fit. */
import type * as z from 'zod/mini';
import { type CommandType, commandSchema } from '../../../../shared/commands.ts';
import { rights } from '../../../../shared/session/decide.ts';
import type { By, Stage } from '../case.ts';
import { type Made, named } from './made.ts';

type Schema = z.core.$ZodType;
const defOf = (schema: Schema) => (schema as z.core.$ZodTypes)._zod.def;
type Shape = Record<string, Schema>;

const shapeOf = Object.fromEntries(
  commandSchema._zod.def.options.map((option) => {
    const def = defOf(option);
    const shape = (def.type === 'object' ? def.shape : {}) as Shape;
    const kind = shape['type'] ? defOf(shape['type']) : undefined;
    return [kind?.type === 'literal' ? String(kind.values[0]) : '', shape];
  }),
) as Record<CommandType, Shape>;
const types = Object.keys(rights) as CommandType[];

/** Ids of the session that runs, by what a part is called. */
const own: Record<string, unknown> = {
  ...{ step: '$step', unit: '$unit', seat: '$seat', answer: '$answer', note: '$note', theme: '$theme', from: '$step' },
  ...{
    conclusion: '$conclusion',
    comment: '$comment',
    item: 'def',
    prompt: 'recognisable',
    subgroup: 'a',
    seen: '$text',
  },
  ...{
    answers: ['$answer'],
    facilitator: 'co-x',
    field: 'why',
    date: '2026-11-24',
    wall: { mode: 'cards', item: null, prompt: null, page: 0, blank: false },
  },
  values: { judgement: { kind: 'judgement', choices: ['ja'] } },
};

/** A value that the form allows. */
function sampleOf(name: string, schema: Schema, type: CommandType): unknown {
  if (name in own && !(name === 'seen' && type !== 'MaskAnswer')) return own[name];
  const def = defOf(schema);
  switch (def.type) {
    case 'literal':
      return def.values[0];
    case 'enum':
      return Object.values(def.entries)[0];
    case 'nullable':
      return null;
    case 'string':
      return name === 'link' || name === 'check' ? 'some-id' : 'woorden';
    case 'boolean':
      return true;
    case 'number':
      return name === 'distance' || name === 'width' ? 5 : 1;
    case 'array':
      return [];
    default:
      return undefined;
  }
}

function validOf(type: CommandType): Record<string, unknown> {
  const entries = Object.entries(shapeOf[type]).map(([name, schema]) => [name, sampleOf(name, schema, type)]);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

type Fault = [what: string, change: (command: Record<string, unknown>, name: string) => Record<string, unknown>];
const without = (command: Record<string, unknown>, name: string) => {
  const { [name]: _, ...rest } = command;
  return rest;
};
const set = (value: unknown) => (command: Record<string, unknown>, name: string) => ({ ...command, [name]: value });

/** What no part may be, whatever it is. */
const faults: Fault[] = [
  ['is missing', without],
  ['is an object that compares', set({ $ne: 'x' })],
  ['is a list in a list', set([[]])],
  ['is a text of 13,000 characters', set({ repeat: ['x', 13_000] })],
  ['is a number below zero and a half', set(-1.5)],
  ['is a list of null', set([null])],
];

const isOptional = (schema: Schema) => defOf(schema).type === 'optional';

/** Each part in two ways, another two for the next part, so that all are tried on every kind of part. */
function misshapen(): Made[] {
  let turn = 0;
  return types.flatMap((type) =>
    Object.entries(shapeOf[type])
      .filter(([name]) => name !== 'type')
      .flatMap(([name, schema]) => {
        const able = faults.filter(([what]) => what !== 'is missing' || !isOptional(schema));
        const picked = [able[turn++ % able.length]] as Fault[];
        return picked.map(([what, change], i) =>
          named(
            `${type}-${name}-${faults.findIndex(([one]) => one === what)}${i}`,
            `${type}: ${name} ${what}`,
            { road: 'command', input: { stage: 'talk', by: byOf(type), command: change(validOf(type), name) } },
            'malformed',
          ),
        );
      }),
  );
}

const extra = (): Made[] =>
  types.map((type) =>
    named(
      `${type}-extra`,
      `${type} with a part too many`,
      {
        road: 'command',
        input: { stage: 'talk', by: byOf(type), command: { ...validOf(type), actor: 'desk:facilitator' } },
      },
      'malformed',
    ),
  );

const byOf = (type: CommandType): By => (rights[type].includes('desk') ? 'desk' : 'seat');

/** From a phone what is the desk's, from a desk what is a phone's, from both what is the program's, and from a wall. */
function wrongRole(): Made[] {
  return types.flatMap((type) => {
    const may = rights[type];
    const wrong: By[] = [
      ...(may.includes('seat') ? [] : (['seat'] as const)),
      ...(may.includes('desk') ? [] : (['desk'] as const)),
    ];
    const by = wrong.length > 0 ? wrong : (['wall'] as const);
    return by.map((one) =>
      named(
        `${type}-by-${one}`,
        `${type} from a ${one}`,
        { road: 'command', input: { stage: 'talk', by: one, command: validOf(type) } },
        'notAllowed',
      ),
    );
  });
}

/** Of another session, or of nobody. */
const foreign = Object.fromEntries(
  ['$unit', '$seat', '$note', '$theme', '$conclusion', '$comment', '$step'].map((name) => [
    name,
    `${name.slice(1)}-of-nobody`,
  ]),
);
const asForeign = (value: unknown): unknown => {
  if (value === '$answer') return 'def-duo/unit-of-nobody/def/recognisable';
  if (typeof value === 'string') return foreign[value] ?? value;
  return Array.isArray(value) ? value.map(asForeign) : value;
};

/** Whoever did this is there no more. */
const ends: CommandType[] = ['LeaveSession', 'RemoveSeat'];

/** What a screen could give at another moment: nearly all of it is refused, each for a reason of its own. */
function outOfPlace(): Made[] {
  const places: [Stage, By, string][] = [
    ...([
      ['lobby', 'desk', 'in the lobby'],
      ['lobby', 'seat', 'in the lobby'],
    ] as [Stage, By, string][]),
    ...([['pairs', 'co-desk', 'from the desk of a subgroup']] as [Stage, By, string][]),
    ...([
      ['over', 'desk', 'when all is over'],
      ['over', 'seat', 'when all is over'],
    ] as [Stage, By, string][]),
  ];
  const inPlace = places.flatMap(([stage, by, when]) =>
    types
      .filter((type) => rights[type].includes(by === 'seat' ? 'seat' : 'desk') && !ends.includes(type))
      .map((type) =>
        named(`${type}-${stage}-${by}`, `${type} ${when}`, {
          road: 'command',
          input: { stage, by, command: validOf(type) },
        }),
      ),
  );
  const ofNobody = types
    .filter((type) => Object.values(validOf(type)).some((value) => asForeign(value) !== value))
    .map((type) => {
      const command = Object.fromEntries(
        Object.entries(validOf(type)).map(([name, value]) => [name, asForeign(value)]),
      );
      return named(`${type}-of-nobody`, `${type} about what is not there`, {
        ...{ road: 'command', input: { stage: 'talk', by: byOf(type), command } },
      });
    });
  return [...inPlace, ...ofNobody];
}

export const makeSchema = (): Made[] => [...misshapen(), ...extra(), ...wrongRole(), ...outOfPlace()];
