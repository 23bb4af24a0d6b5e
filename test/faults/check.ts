/** The one checker (F1 to F41): compares what clients did and saw with the log and with every screen. */
import { isDeepStrictEqual } from 'node:util';
import { foldTold } from '../../server/live/fold.ts';
import type { Logged } from '../../shared/events.ts';
import { initialState } from '../../shared/session/initial-state.ts';
import type { Act, History, Screen } from './history.ts';

/**
 * I8, that a deleted session leaves no byte, is looked up in the files, by the fault that deletes. `act`: a fault's own
 * promise. `speed`: a figure that a machine busy with other things may miss, and so the one thing that `npm test` passes over.
 */
export type Broken = { invariant: `I${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9}` | 'act' | 'speed'; what: string };

/** What of I1 to I9 did not hold. */
export function check(history: History): Broken[] {
  const { log } = history;
  if (log instanceof Error) return [{ invariant: 'I3', what: log.message }, ...alive(history)];
  const inLog = countWords(log);
  return [
    ...history.acts.flatMap((act) => once(act, inLog)),
    ...[...inLog.keys()].filter((words) => !history.acts.some((act) => act.words === words)).map(unsent),
    ...inOrder(log),
    ...asFolded(history, log),
    ...history.screens.flatMap((screen) => [
      ...ascending(screen),
      ...alike(screen),
      ...stored(screen, log),
      ...inTime(screen, history.acts, log),
    ]),
    ...alive(history),
  ];
}

/** How often each answer's words stand in the log. */
function countWords(log: readonly Logged[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const event of log) {
    if (event.type !== 'AnswerSubmitted') continue;
    for (const words of Object.values(event.texts ?? {})) counts.set(words, (counts.get(words) ?? 0) + 1);
  }
  return counts;
}

const unsent = (words: string): Broken => ({ invariant: 'I2', what: `nobody sent “${words}”` });

function once({ words, outcome, phone }: Act, inLog: ReadonlyMap<string, number>): Broken[] {
  const times = inLog.get(words) ?? 0;
  const what = `“${words}” of ${phone} is there ${times} times`;
  if (outcome && 'acknowledged' in outcome) return times === 1 ? [] : [{ invariant: 'I1', what }];
  if (outcome) return times === 0 ? [] : [{ invariant: 'I2', what: `${what}, and was refused` }];
  return times <= 1 ? [] : [{ invariant: 'I7', what }];
}

const inOrder = (log: readonly Logged[]): Broken[] =>
  log.flatMap(({ seq }, i) => (seq === i + 1 ? [] : [{ invariant: 'I3', what: `seq ${seq} at place ${i + 1}` }]));

function asFolded({ live }: History, log: readonly Logged[]): Broken[] {
  const folded = log.reduce((state, event) => foldTold(state, event).state, initialState());
  return isDeepStrictEqual(folded, live) ? [] : [{ invariant: 'I4', what: 'the log folds to another state' }];
}

const alike = ({ name, state, anew }: Screen): Broken[] =>
  isDeepStrictEqual(state, anew) ? [] : [{ invariant: 'I4', what: `${name} holds another state (seq ${state.seq})` }];

function ascending({ name, heads }: Screen): Broken[] {
  const back = heads.flatMap((list) => list.filter((seq, i) => seq < (list[i - 1] ?? 0)));
  return back.map((seq) => ({ invariant: 'I5', what: `${name} went back to ${seq}` }));
}

/** Nothing was shown that is not in the log: who saw it would hold it for said. */
function stored({ name, told }: Screen, log: readonly Logged[]): Broken[] {
  return told.flatMap(({ seq, events }) => {
    const cause = events.find((event) => event.seq === seq && event.type !== 'TakenBack');
    const known = log[seq - 1];
    const isThere = known && (!cause || (cause.at === known.at && (cause.type === known.type || !cause.by)));
    return isThere ? [] : [{ invariant: 'I4', what: `${name} was told seq ${seq}, which was not stored` }];
  });
}

/** The wall, and a phone of another pair, know words of a step only once it is revealed. */
function inTime({ name, role, told }: Screen, acts: readonly Act[], log: readonly Logged[]): Broken[] {
  if (role === 'desk') return [];
  const stepOf = new Map(acts.filter(({ phone }) => phone !== name).map(({ words, step }) => [words, step]));
  return told.flatMap(({ stream, seq, events }) => {
    if (stream.startsWith('unit:') || stream.startsWith('seat:')) return [];
    const words = events.flatMap((event) => Object.values(event.texts ?? {}));
    const early = words.filter((one) => stepOf.has(one) && !isRevealed(log, stepOf.get(one) ?? '', seq));
    return early.map((one): Broken => ({ invariant: 'I6', what: `${name} knew “${one}” at ${seq}` }));
  });
}

function isRevealed(log: readonly Logged[], step: string, upTo: number): boolean {
  const last = log.slice(0, upTo).findLast((event) => event.type === 'StepRevealed' && event.step === step);
  return last?.type === 'StepRevealed' && last.revealed;
}

const mostLag = 200;

function alive({ program }: History): Broken[] {
  if (!program) return [];
  if (!program.alive) return [{ invariant: 'I9', what: 'the program ended' }];
  const { lagP99, workP99 } = program;
  const what = `its loop was ${lagP99.toFixed(0)} ms late (p99; held by its own work ${workP99.toFixed(0)} ms)`;
  return lagP99 < mostLag ? [] : [{ invariant: 'speed', what }];
}
