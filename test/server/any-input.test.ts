/** Whatever comes in, at random: 200,000 times on every run, five million with FULL=1. */
import * as fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import type * as z from 'zod/mini';
import { readArchive } from '../../server/exports/archive.ts';
import { parseScript } from '../../server/library/parse-script.ts';
import * as api from '../../shared/api.ts';
import { type Command, commandSchema } from '../../shared/commands.ts';
import { eventSchema } from '../../shared/events.ts';
import * as ownScripts from '../../shared/own-scripts.ts';
import { commandMessage, draftMessage, helloSchema, pagesMessage } from '../../shared/protocol.ts';
import { scriptSchema } from '../../shared/script.ts';
import { type Actor, actorName } from '../../shared/session/actor.ts';
import { decide, rights } from '../../shared/session/decide.ts';
import { evolve } from '../../shared/session/evolve.ts';
import { entriesOf, valuesOf } from '../../shared/session/table.ts';
import { isTooLong, normaliseDeep, normaliseText } from '../../shared/text.ts';
import { bytesOf, readCorpus } from '../support/corpus/case.ts';
import { startMetered } from '../support/corpus/program.ts';
import { openRaw } from '../support/corpus/raw-socket.ts';
import { callerOf, openStage, signIn } from '../support/corpus/stage.ts';
import { makers, walk } from '../support/fold-samples.ts';
import { seatActor } from '../support/room.ts';
import { deepFreeze, playSafely } from '../support/room-afternoon.ts';

const times = process.env['FULL'] ? 25 : 1;
/** The same every time, so that a change is judged by itself; every night another. `SEED=7` repeats one. */
const seed = Number(process.env['SEED'] ?? (process.env['FULL'] ? Date.now() % 2 ** 31 : 20_261_127));
const runs = (numRuns: number) => ({ numRuns: numRuns * times, seed, maxSkipsPerRun: 1_000 });
const prototypes = [Object.prototype, Array.prototype, String.prototype, Function.prototype];
const ownNames = () => prototypes.map((one) => Reflect.ownKeys(one).length);

const schemas = {
  ...{ commandMessage, helloSchema, draftMessage, pagesMessage, eventSchema, scriptSchema },
  ...Object.fromEntries(
    Object.entries({ ...api, ...ownScripts }).filter(([, one]) => one && typeof one === 'object' && '_zod' in one),
  ),
} as Record<string, z.ZodMiniType>;

const anything = fc.oneof(
  fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true, withMap: true, withSet: true }),
  fc.jsonValue({ maxDepth: 4 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
);

test('no schema throws, lets anything else in than its own form, or changes what every object has (S2)', {
  timeout: 3_600_000,
}, async () => {
  const before = ownNames();
  const names = Object.keys(schemas);
  expect(names.length).toBeGreaterThan(20);
  const each = Math.ceil(90_000 / names.length);
  for (const name of names) {
    const schema = schemas[name] as z.ZodMiniType;
    /** Of its form, with one part replaced: nearly right. */
    const nearly = fc
      .tuple(name === 'commandMessage' ? walk(commandSchema, makers) : anything, fc.string(), anything)
      .map(([value, key, other]) => (value && typeof value === 'object' ? { ...value, [key]: other } : value));
    await fc.assert(
      fc.property(fc.oneof(anything, nearly), (value) => {
        const read = schema.safeParse(value);
        // What came through comes through again: nothing in it was left that is not of the form.
        if (read.success) expect(schema.safeParse(read.data).success).toBe(true);
      }),
      runs(each),
    );
  }
  expect(ownNames()).toEqual(before);
});

/** Rooms at the end of a random afternoon, with the ids that are theirs. */
function rooms() {
  return [3, 14, 15, 92, 65].map((one) => {
    const { room } = playSafely(one);
    const { state } = room;
    deepFreeze(state);
    const names = [
      ...[...valuesOf(state.seats)].map(({ seat }) => seat),
      ...[...valuesOf(state.units)].map(({ unit }) => unit),
      ...[...entriesOf(state.answers)].map(([answer]) => answer),
      ...[...entriesOf(state.themes)].map(([theme]) => theme),
      ...[...Object.keys(state.notes), ...Object.keys(state.conclusions)],
      ...state.script.steps.map(({ id }) => id),
      ...[
        'ja',
        'nee',
        'recognisable',
        'situation',
        'why',
        'def',
        'o1',
        'a',
        'b',
        '2026-11-24',
        'Lef.',
        '',
        '__proto__',
        'toString',
      ],
    ];
    const seats = [...valuesOf(state.seats)].map(({ seat }) => seatActor(seat));
    const others: Actor[] = [
      ...['fac1', 'co-a', 'co-b', 'co-all'].map((facilitator): Actor => ({ role: 'desk', facilitator })),
      { role: 'system' },
    ];
    return { state, actors: fc.constantFrom<Actor[]>(...seats, ...others), names: fc.constantFrom(...names) };
  });
}

test('commands of the right form, by anybody at any moment, are decided: nothing throws, nothing that was given is changed, what is accepted folds (S2, S3)', {
  timeout: 3_600_000,
}, async () => {
  const pairs = new Set<string>();
  let decided = 0;
  for (const { state, actors, names } of rooms()) {
    let ids = 0;
    const context = { now: 1_795_000_000_000, newId: () => `new${ids++}`, signOf: () => null };
    const given = walk(commandSchema, { ...makers, string: () => names });
    await fc.assert(
      fc.property(given, actors, (raw, actor) => {
        const parsed = commandSchema.safeParse(raw);
        // Of another length or pattern: once more, so that each run is one that is decided.
        fc.pre(parsed.success);
        if (!parsed.success) return;
        decided += 1;
        const command: Command = normaliseDeep(parsed.data);
        const decision = decide(state, command, actor, context);
        if (!decision.ok) {
          pairs.add(`${command.type} ${decision.refusal.reason}`);
          return;
        }
        expect(rights[command.type]).toContain(actor.role);
        let after = state;
        for (const event of decision.events) {
          after = evolve(after, { ...event, seq: after.seq + 1, at: context.now, by: actorName(actor) });
        }
      }),
      runs(17_000),
    );
  }
  console.info(`seed ${seed}: ${decided} commands decided, ${pairs.size} distinct pairs of a command and a reason`);
  expect(decided).toBeGreaterThanOrEqual(85_000);
});

const words = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({
    unit: fc.constantFrom(
      'e',
      '\u0301',
      '\u0323',
      '\ud83d',
      '\ude00',
      '\u200d',
      '\u0000',
      '\r',
      '\n',
      '\u2028',
      ' ',
      '\u3164',
      '\u1112',
      '\u1161',
    ),
  }),
);

test('the normaliser is idempotent, its words are well-formed, and counting them never throws', {
  timeout: 3_600_000,
}, async () => {
  await fc.assert(
    fc.property(words, fc.nat(50), (raw, max) => {
      const text = normaliseText(raw);
      expect(normaliseText(text)).toBe(text);
      expect(text.isWellFormed() && text === text.normalize('NFC')).toBe(true);
      expect(text).not.toMatch(/[\p{Cc}--[\t\n]]|\p{M}{5}/v);
      expect(JSON.parse(JSON.stringify(text))).toBe(text);
      isTooLong(text, max);
    }),
    runs(20_000),
  );
});

test('a file that is no log and no script is refused, whatever is in it', { timeout: 3_600_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.json({ maxDepth: 4 }), words), async (text) => {
      expect((await readArchive(text)).ok).toBe(false);
      expect(parseScript('a.yaml', text).ok).toBe(false);
    }),
    runs(5_000),
  );
});

/** Frames as a screen or somebody else sent them. */
const recorded = readCorpus().flatMap((one) => (one.road === 'frames' ? one.input.frames : []));

test('frames of which some bytes were changed end their line at most: the program lives, and its log stays as it was (S2)', {
  timeout: 3_600_000,
}, async () => {
  const program = await startMetered();
  onTestFinished(program.end);
  const stage = await openStage(program.url, callerOf(program.url, await signIn(program)), 'pairs');
  onTestFinished(stage.stop);
  const head = await stage.head();
  const frames = recorded.flatMap((frame) => (typeof frame === 'string' ? [bytesOf(frame)] : []));
  const changed = fc.tuple(
    fc.constantFrom(...frames),
    fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 4 }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(changed, { minLength: 20, maxLength: 20 }), async (list) => {
      const line = await openRaw(program.port);
      line.text('40');
      for (const [frame, spots] of list) {
        const bytes = Buffer.from(frame);
        for (const [at, byte] of spots) bytes[at % bytes.length] = byte;
        line.text(bytes);
      }
      // A close of the line comes after all of them.
      line.text('41');
      await line.close();
    }),
    runs(process.env['FULL'] ? 2_000 : 50),
  );
  expect(await stage.head()).toBe(head);
  expect(program.lives()).toBe(true);
  expect(await stage.join()).toHaveProperty('ticket');
});
