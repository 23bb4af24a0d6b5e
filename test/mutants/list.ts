import { leading } from './leading.ts';
import { meaning } from './meaning.ts';
import { reading } from './reading.ts';

/** One line of the code, made wrong: the named test must notice. At least one for each A, V, P and D rule. */
export type Mutant = {
  rule: string;
  /** What the mutant does, in a few words. */
  what: string;
  file: string;
  find: string;
  replace: string;
  /** The test file that must fail. */
  test: string;
  project: 'unit' | 'component';
};

const unit = 'unit' as const;

/** What the library refuses of ratings and agreements. */
const ratings = { rule: 'D3', file: 'server/library/check-ratings.ts', test: 'test/server/library-ratings.test.ts' };
const shift = { rule: 'V1', file: 'shared/views/summary/shift.ts', test: 'test/shared/summary-shift.test.ts' };
const first: readonly Mutant[] = [
  {
    ...{ ...ratings, project: unit, what: 'an I-CVI of what people talked about' },
    find: "step.form !== 'individual' || talked ||",
    replace: "step.form !== 'individual' ||",
  },
  {
    ...{ ...ratings, project: unit, what: 'an I-CVI of what the wall may show' },
    find: " || step.wall.reveal !== 'never')",
    replace: ')',
  },
  {
    ...{ ...ratings, project: unit, what: 'an I-CVI on any scale' },
    find: 'shapes.toSorted().join() !== fourSteps',
    replace: 'shapes.length === 0',
  },
  {
    ...{ ...ratings, project: unit, what: 'experts of a role that nobody can choose' },
    find: '!perspectives.includes(id)',
    replace: '!id',
  },
  {
    ...{ ...ratings, project: unit, what: 'a table that no wall can show' },
    find: 'counted).length > mostSteps',
    replace: 'counted).length > 2 * mostSteps',
  },
  {
    ...{ ...ratings, project: unit, what: 'an agreement that says only when' },
    find: "(kind === 'date' && of > 0)",
    replace: "kind === 'date'",
  },
  {
    ...{ ...shift, project: unit, what: 'a table of who moved that still holds what was withdrawn' },
    find: 'if (went > 0)',
    replace: 'if (went > 99)',
  },
  {
    ...{ ...shift, project: unit, what: 'a table of who moved beside one with one person fewer' },
    find: '!told.some((before) => tellsFew(before, table, from))',
    replace: 'told.length < 99',
  },
  {
    rule: 'D2',
    what: 'who comes while nobody looks for a partner is asked to find one',
    file: 'shared/session/decide/late.ts',
    find: 'seekingSeats(state).some((other) => other.seat !== seat.seat)',
    replace: 'true',
    test: 'test/shared/finding.test.ts',
    project: unit,
  },
  {
    rule: 'D3',
    what: 'a summary is silent about what is hidden',
    file: 'shared/views/summary/figures.ts',
    find: 'hidden: unseen.length - unreleased',
    replace: 'hidden: 0',
    test: 'test/shared/summary.test.ts',
    project: unit,
  },
  {
    rule: 'A1',
    what: 'commands are stored without their id',
    file: 'server/live/deciding.ts',
    find: 'entries.push({ commandId, data',
    replace: 'entries.push({ commandId: null, data',
    test: 'test/server/repeats.test.ts',
    project: unit,
  },
  {
    rule: 'A2',
    what: 'acknowledged before it is on disk',
    file: 'server/live/writer.ts',
    find: 'if (entries.length > 0) {',
    replace:
      'for (const [i, one] of turn.entries()) one.resolve(outcomes[i] ?? refused("tryAgain"));\n    if (entries.length > 0) {',
    test: 'test/server/repeats.test.ts',
    project: unit,
  },
  {
    rule: 'A3',
    what: 'the pen is taken from who is writing',
    file: 'shared/session/decide/pen.ts',
    find: "if (sign && isUsed(pen, sign, takenAt(at, signOf(own.me), now), now)) return refuse('penInUse');",
    replace: '',
    test: 'test/shared/pen.test.ts',
    project: unit,
  },
  {
    rule: 'A3',
    what: 'of two who wrote without a network one text is forgotten',
    file: 'client/phone/answer/versions.ts',
    find: 'const all = [...written.filter((one) => !livesOn.has(nameOfWritten(one))), ...more];',
    replace: 'const all = [...more];',
    test: 'test/client/phone-pen.test.ts',
    project: 'component',
  },
  {
    rule: 'A3',
    what: 'what is written is not kept on the phone',
    file: 'client/phone/answer/drafts.ts',
    find: 'if (draft) keep.set(key, JSON.stringify(draft));',
    replace: 'if (draft) void key;',
    test: 'test/client/phone-answering.test.ts',
    project: 'component',
  },
  {
    rule: 'A4',
    what: 'called sent while it is under way',
    file: 'client/phone/answer/answer-page.svelte.ts',
    find: "this.#pendingFor(id))) return 'sending';",
    replace: "this.#pendingFor(id))) return 'sent';",
    test: 'test/client/phone-answering.test.ts',
    project: 'component',
  },
  {
    rule: 'V1',
    what: 'everyone is told who comes in',
    file: 'shared/views/audience/people.ts',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a line of code, as it stands in that file
    find: 'ParticipantJoined: (event) => tell(event, `seat:${event.seat}`),',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a line of code, as it would be
    replace: 'ParticipantJoined: (event) => tell(event, `seat:${event.seat}`, "phones"),',
    test: 'test/shared/fuzz.test.ts',
    project: unit,
  },
  {
    rule: 'V2',
    what: 'an answer goes to all phones when it is submitted',
    file: 'shared/views/audience/answers.ts',
    find: 'const { told } = tell(event, ...ownStreamsOf(after, answer));\n    // Who sits',
    replace: 'const { told } = tell(event, "phones");\n    // Who sits',
    test: 'test/server/gate.test.ts',
    project: unit,
  },
  {
    rule: 'V3',
    what: 'answers are on the wall before all have submitted',
    file: 'shared/session/selectors.ts',
    find: "case 'atOnce':\n      return true;",
    replace: "case 'whenAllSubmitted':\n    case 'atOnce':\n      return true;",
    test: 'test/server/gate.test.ts',
    project: unit,
  },
  {
    rule: 'V4',
    what: 'words that are taken back stay in the streams',
    file: 'server/live/streams.ts',
    find: 'filter(([id]) => !gone.has(id))',
    replace: 'filter(([id]) => gone.has(id) || id)',
    test: 'test/server/gate.test.ts',
    project: unit,
  },
  {
    rule: 'P1',
    what: 'nobody comes in without a name',
    file: 'shared/session/decide/people.ts',
    find: 'perspectivesProblem(state, guest ?? []) ?? nameProblem(name);',
    replace: "perspectivesProblem(state, guest ?? []) ?? (name ? nameProblem(name) : 'nothingWritten');",
    test: 'test/shared/people.test.ts',
    project: unit,
  },
  {
    rule: 'P2',
    what: 'a backup of the keys outlives a deletion',
    file: 'server/backup/kept-keys.ts',
    find: 'lastDeletedAt !== null && lastDeletedAt >= keysAt;',
    replace: 'lastDeletedAt !== null && lastDeletedAt < 0;',
    test: 'test/server/backup.test.ts',
    project: unit,
  },
  {
    rule: 'S4',
    what: 'a restored log goes on in its old epoch',
    file: 'server/backup/restore.ts',
    find: 'begin.run(newEpoch(), String(session));',
    replace: 'void [begin, newEpoch(), session];',
    test: 'test/server/backup.test.ts',
    project: unit,
  },
  {
    rule: 'P2',
    what: 'words lie readable on disk',
    file: 'server/store/sealing.ts',
    find: 'cipher.getAuthTag(), hidden]), hash: hashOf(salted) };',
    replace: 'cipher.getAuthTag(), hidden, Buffer.from(words)]), hash: hashOf(salted) };',
    test: 'test/server/store.test.ts',
    project: unit,
  },
  {
    rule: 'P3',
    what: 'pages may ask other servers',
    file: 'server/http/guards.ts',
    find: 'connectSrc: own,',
    replace: "connectSrc: ['*'],",
    test: 'test/server/http.test.ts',
    project: unit,
  },
  {
    rule: 'P4',
    what: 'requests are printed with their address',
    file: 'server/http/log.ts',
    find: 'req: ({ method, routeOptions }) => ({ method, route: routeOptions?.url }),',
    replace: 'req: ({ url }) => ({ url }),',
    test: 'test/server/log.test.ts',
    project: unit,
  },
  {
    rule: 'P4',
    what: 'what a message says is printed with the error',
    file: 'server/http/log.ts',
    find: "message: '',",
    replace: 'message: error.message,',
    test: 'test/server/log.test.ts',
    project: unit,
  },
  {
    rule: 'V1',
    what: 'for research one of a pair is enough',
    file: 'shared/session/consent.ts',
    find: '.every((seat) => isForResearch(state, seat))',
    replace: '.some((seat) => isForResearch(state, seat))',
    test: 'test/shared/consent.test.ts',
    project: unit,
  },
  {
    rule: 'V1',
    what: 'who said no is still counted in a file for research',
    file: 'server/exports/research.ts',
    find: 'ParticipantJoined: ofSeat,',
    replace: '',
    test: 'test/server/research.test.ts',
    project: unit,
  },
  {
    rule: 'P2',
    what: 'what an erased person typed stays beside the log',
    file: 'server/live/dropping.ts',
    find: "if (event.type === 'PersonErased') void dropDraftsOfSeat(event.seat).catch(() => undefined);",
    replace: '',
    test: 'test/server/erasure.test.ts',
    project: unit,
  },
  {
    rule: 'D1',
    what: 'the clock closes the step',
    file: 'shared/session/decide/answers.ts',
    find: 'const version = (known?.version ?? 0) + 1;',
    replace:
      "if ((state.runs[step.id]?.endsAt ?? Infinity) < context.now) return refuse('stepClosed');\n    const version = (known?.version ?? 0) + 1;",
    test: 'test/shared/steps.test.ts',
    project: unit,
  },
  {
    rule: 'A3',
    what: 'a paper takes the place of what people sent themselves',
    file: 'shared/session/decide/answers.ts',
    find: "return known.withdrawn ? 'withdrawn' : 'answeredThemselves';",
    replace: "return known.withdrawn ? 'withdrawn' : undefined;",
    test: 'test/shared/paper.test.ts',
    project: unit,
  },
  {
    rule: 'V1',
    what: 'every phone is told who was late',
    file: 'shared/views/audience/disclose.ts',
    find: 'seat: null, late: false }',
    replace: 'seat: null, late: answer.late }',
    test: 'test/shared/paper.test.ts',
    project: unit,
  },
  {
    rule: 'D2',
    what: 'an odd one out sits alone',
    file: 'shared/session/pairing.ts',
    find: 'size === 2 ? Math.floor(people / 2)',
    replace: 'size === 2 ? Math.ceil(people / 2)',
    test: 'test/shared/pairing.test.ts',
    project: unit,
  },
  {
    rule: 'V1',
    what: 'two comparisons by role tell who came between them',
    file: 'shared/session/contrast.ts',
    find: 'const isFew = (n: number) => n > 0 && n < from;',
    replace: 'const isFew = (n: number) => n > from && n < from;',
    test: 'test/shared/contrast.test.ts',
    project: unit,
  },
  {
    rule: 'V1',
    what: 'who wrote with another role counts as of the first',
    file: 'shared/session/contrast.ts',
    find: 'const isOne = all.size === 1 &&',
    replace: 'const isOne = all.size >= 1 &&',
    test: 'test/shared/contrast.test.ts',
    project: unit,
  },
  {
    rule: 'D3',
    what: 'n counts what does not count',
    file: 'shared/views/counts.ts',
    find: 'n: sumOf(true),',
    replace: 'n: answered,',
    test: 'test/shared/summary.test.ts',
    project: unit,
  },
];

export const mutants: readonly Mutant[] = [...first, ...meaning, ...leading, ...reading];
