/** Logs that were spoilt, or that somebody made to get in what never happened. */
import type { LogChange, LogInput } from '../case.ts';
import { typesInBase } from '../log.ts';
import { type Made, named, slug } from './made.ts';

const log = (why: string, changes: LogChange[], more: Partial<LogInput> = {}, expect?: string): Made =>
  named(slug(why), why, { road: 'log', input: { changes, ...more } }, expect);

/** Every event that is there: one hole, one too many, one field too many, one field too few. */
function eachEvent(): Made[] {
  return typesInBase().flatMap((type) => [
    ...(type === 'SessionClosed' ? [] : [log(`${type} is missing`, [{ of: type, do: 'remove' }])]),
    log(`${type} has a part too many`, [{ of: type, set: { extra: 1 } }]),
    log(`${type} is of tomorrow: a name that we do not know`, [{ of: type, set: { type: `${type}2` } }]),
  ]);
}

const files: Made[] = [
  log('not a word', [{ text: '' }], {}, 'notAnArchive'),
  log('null', [{ text: 'null' }], {}, 'notAnArchive'),
  log('a number', [{ text: '1e400' }], {}, 'notAnArchive'),
  log('a list', [{ text: '[]' }], {}, 'notAnArchive'),
  log('an object of nothing', [{ text: '{}' }], {}, 'notAnArchive'),
  log('a prototype', [{ text: '{"__proto__":{"polluted":1},"format":"in-gesprek/archive@1"}' }], {}, 'notAnArchive'),
  log('a byte order mark first', [{ text: '\ufeff{}' }], {}, 'notAnArchive'),
  log('half a character', [{ text: '{"format":"\ud800"}' }], {}, 'notAnArchive'),
  log(
    'lists of a hundred thousand in one another',
    [{ text: { join: [{ repeat: ['[', 100_000] }, { repeat: [']', 100_000] }] } }],
    {},
    'notAnArchive',
  ),
  log(
    'objects of fifty thousand in one another',
    [{ text: { join: [{ repeat: ['{"a":', 50_000] }, '1', { repeat: ['}', 50_000] }] } }],
    {},
    'notAnArchive',
  ),
  log('an event of twenty thousand lists in one another', [
    {
      text: {
        join: [
          '{"format":"in-gesprek/archive@1","form":1,"session":"x","sha256":"","events":[{"a":',
          { repeat: ['[', 20_000] },
          { repeat: [']', 20_000] },
          '}]}',
        ],
      },
    },
  ]),
  log('an event of ten thousand objects in one another', [
    {
      text: {
        join: [
          '{"format":"in-gesprek/archive@1","form":1,"session":"x","sha256":"","events":[',
          { repeat: ['{"a":', 10_000] },
          '1',
          { repeat: ['}', 10_000] },
          ']}',
        ],
      },
    },
  ]),
  log(
    'a summary in place of the log',
    [{ text: '{"format":"in-gesprek/export@1","events":[{}]}' }],
    {},
    'notAnArchive',
  ),
  log('YAML', [{ text: 'format: in-gesprek/archive@1' }], {}, 'notAnArchive'),
  log('a zip', [{ text: { hex: '504b0304' } }], {}, 'notAnArchive'),
  ...[10, 500, 2_000, 8_000].map((cut) => log(`cut off after ${cut} characters`, [{ cut }], {}, 'notAnArchive')),
  log('another format', [{ file: { format: 'in-gesprek/archive@2' } }], {}, 'notAnArchive'),
  log('a form of tomorrow', [{ file: { form: 99 } }], {}, 'newerArchive'),
  log('a form of zero', [{ file: { form: 0 } }], {}, 'notAnArchive'),
  log('a form and a half', [{ file: { form: 1.5 } }], {}, 'notAnArchive'),
  log('a form that is a text', [{ file: { form: '1' } }], {}, 'notAnArchive'),
  log('another session in its head', [{ file: { session: 'other' } }], {}, 'badEvent 1'),
  log('a session named by a path', [{ file: { session: '../x' } }], {}, 'notAnArchive'),
  log('a session without a name', [{ file: { session: '' } }], {}, 'notAnArchive'),
  log('a session with a name of 65 characters', [{ file: { session: 'x'.repeat(65) } }], {}, 'notAnArchive'),
  log('a session named like a prototype', [{ file: { session: '__proto__' } }], {}, 'badEvent 1'),
  log('no events', [{ file: { events: [] } }], {}, 'notAnArchive'),
  log('events that are an object', [{ file: { events: {} } }], {}, 'notAnArchive'),
  log('events of null', [{ file: { events: [null, null] } }], {}, 'notAnArchive'),
  log('events that are lists', [{ file: { events: [[], []] } }], {}, 'notAnArchive'),
  log(
    'ten thousand events of nothing',
    [{ file: { events: Array.from({ length: 10_000 }, () => ({})) } }],
    {},
    'badEvent 1',
  ),
  log('a field too many in its head', [{ file: { owner: 'me' } }], {}, 'notAnArchive'),
  log('another hash', [{ file: { sha256: '0'.repeat(64) } }], {}, 'changedArchive'),
  log('no hash', [{ file: { sha256: null } }], {}, 'notAnArchive'),
  log('a hash that is a list', [{ file: { sha256: [] } }], {}, 'notAnArchive'),
];

const order: Made[] = [
  log('an event twice', [{ of: 'StepOpened', nth: 1, do: 'twice' }]),
  log('two events that changed places', [{ of: 'ParticipantJoined', do: 'swap' }]),
  log('two events that changed places, each with the number of its place', [
    { of: 'ParticipantJoined', nth: 0, set: { seq: 4 } },
    { of: 'ParticipantJoined', nth: 1, set: { seq: 3 } },
    { of: 'ParticipantJoined', nth: 0, do: 'swap' },
  ]),
  log('the plan in the end', [{ of: 'SessionPlanned', do: 'last' }]),
  log('the end at the beginning', [{ of: 'SessionClosed', do: 'first' }]),
  log('a second plan', [{ of: 'SessionPlanned', do: 'twice' }]),
  ...['"1"', '0', '-1', '1.5', '1e21', 'null'].map((seq) =>
    log(`a first number of ${seq}`, [{ of: 'SessionPlanned', set: { seq: JSON.parse(seq) } }]),
  ),
  log('a number that jumps', [{ of: 'ParticipantJoined', set: { seq: 99 } }]),
  log('times that run back', [{ of: 'SessionClosed', set: { at: 1_000 } }], {}, 'ok'),
  ...['"nu"', '-1', '1.5', '1e21', 'null', '4102444800001'].map((at) =>
    log(`a time of ${at}`, [{ of: 'StepOpened', set: { at: JSON.parse(at) } }]),
  ),
  log('by nobody', [{ of: 'StepOpened', drop: ['by'] }]),
  log('by a number', [{ of: 'StepOpened', set: { by: 1 } }]),
  log('by a name of 129 characters', [{ of: 'StepOpened', set: { by: 'x'.repeat(129) } }]),
];

const stale: Made[] = [
  log('a word was changed', [{ of: 'AnswerSubmitted', set: { at: 1 } }], { stale: true }, 'changedArchive'),
  log(
    'an event was taken out, and the hash was not made again',
    [{ of: 'NoteAdded', do: 'remove' }],
    { stale: true },
    'changedArchive',
  ),
  log(
    'an answer of another was put in, and the hash was not made again',
    [{ of: 'AnswerSubmitted', do: 'twice' }],
    { stale: true },
    'changedArchive',
  ),
];

const meaning: Made[] = [
  log('an event only for screens', [{ of: 'StepOpened', set: { type: 'TakenBack', texts: undefined } }]),
  log('words that no event names', [{ of: 'StepOpened', set: { texts: { x: 'woorden' } } }]),
  log('words under the name of a prototype', [
    { of: 'NoteAdded', set: { texts: JSON.parse('{"__proto__":"woorden"}') } },
  ]),
  log('words that are a number', [{ of: 'NoteAdded', set: { texts: { a: 1 } } }]),
  log('words of 12,001 characters', [{ of: 'NoteAdded', set: { texts: { a: 'x'.repeat(12_001) } } }]),
  log('words with half a character, under a name that is not the event’s', [
    { of: 'NoteAdded', set: { texts: { a: '\ud800' } } },
  ]),
  log('a script that is not what its hash says', [{ of: 'SessionPlanned', set: { scriptHash: 'x' } }]),
  log('a plan without a script', [{ of: 'SessionPlanned', set: { script: null } }]),
  log('a plan with a script of nothing', [{ of: 'SessionPlanned', set: { script: {} } }]),
  log('a plan in a language that we do not speak', [{ of: 'SessionPlanned', set: { language: 'fr' } }]),
  log('a seat named by a path', [{ of: 'ParticipantJoined', set: { seat: '../x' } }]),
  log('a seat of minus one people', [{ of: 'ParticipantJoined', set: { people: -1 } }]),
  log('a seat of half a person', [{ of: 'ParticipantJoined', set: { people: 0.5 } }]),
  log('a seat that everybody is', [{ of: 'ParticipantJoined', set: { seat: '__proto__' } }]),
  log('a step that is not in the script', [{ of: 'StepOpened', set: { step: 'nope' } }]),
  log('a step named like what every object has', [{ of: 'StepOpened', set: { step: 'constructor' } }]),
  log('an end of the clock that is no number', [{ of: 'StepOpened', set: { endsAt: 'nooit' } }]),
  log('units of seats that are not there', [
    { of: 'UnitsFormed', set: { units: [{ unit: 'u', number: 1, seats: ['x', 'y'], people: 2, subgroup: null }] } },
  ]),
  log('units of a number below zero', [{ of: 'UnitsFormed', set: { size: -4 } }]),
  log('units that are an object', [{ of: 'UnitsFormed', set: { units: {} } }]),
  log('an answer of a unit that is not there', [{ of: 'AnswerSubmitted', nth: 1, set: { unit: 'nope' } }]),
  log('an answer with values of a prototype', [
    { of: 'AnswerSubmitted', nth: 1, set: { values: JSON.parse('{"__proto__":{"kind":"text","text":"t"}}') } },
  ]),
  log('an answer of a kind that is none', [
    { of: 'AnswerSubmitted', nth: 1, set: { values: { why: { kind: 'html', text: 't' } } } },
  ]),
  log('an answer that was never given is withdrawn', [{ of: 'AnswerWithdrawn', set: { answer: 'a/b/c/d' } }]),
  log('an answer is withdrawn by what every object has', [{ of: 'AnswerWithdrawn', set: { answer: '__proto__' } }]),
  log('a light on an answer that was never given', [{ of: 'AnswerSpotlighted', set: { answer: 'a/b/c/d' } }]),
  log('a theme of answers that were never given', [{ of: 'AnswersGrouped', set: { answers: ['a/b/c/d'] } }]),
  log('a conclusion on answers that were never given', [{ of: 'ConclusionDrawn', set: { answers: ['a/b/c/d'] } }]),
  log('a pen of nobody', [{ of: 'PenTaken', set: { unit: 'nope', seat: 'nobody' } }]),
  log('a name of nobody', [{ of: 'SeatRenamed', set: { seat: 'nobody' } }]),
  log('nobody leaves', [{ of: 'ParticipantLeft', set: { seat: 'nobody' } }]),
  log('a step is shown that was never opened', [{ of: 'StepRevealed', set: { step: 'model' } }]),
  log('an event of nothing but its name', [
    { of: 'NoteAdded', drop: ['note', 'kind', 'text', 'item', 'step', 'subgroup', 'texts'] },
  ]),
];

export const makeLogs = (): Made[] => [...files, ...order, ...stale, ...meaning, ...eachEvent()];
