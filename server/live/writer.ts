import type { Command } from '../../shared/commands.ts';
import type { Logged } from '../../shared/events.ts';
import type { RefusalReason } from '../../shared/refusals.ts';
import type { Context } from '../../shared/session/decide/decision.ts';
import { UnknownSession } from '../store/errors.ts';
import type { Entry, Store } from '../store/store.ts';
import { decideTogether, type Given, type Outcome } from './deciding.ts';
import type { Folded } from './folded.ts';
import { shared } from './shared.ts';

/** Told after events were folded and before anybody is answered: the moment to publish. */
type Published = (events: readonly Logged[], moved: ReadonlySet<string>, by: 'us' | 'others') => void;

type Waiting = Given & { resolve: (outcome: Outcome) => void };

type Options = {
  session: string;
  store: Store;
  /** The whole log so far. */
  folded: Folded;
  clock: () => number;
  newId: () => string;
  signOf: Context['signOf'];
  publish: Published;
  /** Others write in this log too: nothing is refused before it is known what they wrote. */
  isShared: boolean;
};

/** Commands decided in one go; more of them wait for the next turn, so that others get theirs. */
const perTurn = 64;
/** How often a turn is decided again because somebody else wrote first. */
const maxTries = 20;

const refused = (reason: RefusalReason): Outcome => ({ ok: false, refusal: { reason } });

/**
 * The single writer of one session (S2): decide, append, evolve, publish, acknowledge. While an append is under way
 * commands gather, and are then decided together; nothing is answered before it is on disk (A2).
 */
export function buildWriter(options: Options) {
  const { session, store, folded, clock, newId, signOf, publish, isShared } = options;
  let queue: Waiting[] = [];
  const underway = new Map<string, Promise<Outcome>>();
  let running: Promise<void> | undefined;

  function foldAndPublish(events: readonly Logged[], by: 'us' | 'others' = 'others'): void {
    // Some may have been looked up meanwhile; what is ours is told as ours all the same.
    const news = events.filter(({ seq }) => seq > folded.state.seq);
    const moved = new Set(news.flatMap(folded.fold));
    const told = by === 'us' ? events : news;
    if (told.length > 0) publish(told, moved, by);
  }

  /** Folds and tells what others stored up to now; whether there was something. */
  const readOn = shared(async () => {
    const known = folded.state.seq;
    foldAndPublish(await store.read(session, known));
    return folded.state.seq > known;
  });

  /** A1: what a command that was stored before led to, else what is decided now. */
  async function asBefore({ commandId }: Given, otherwise: Outcome): Promise<Outcome> {
    const known = commandId === null ? undefined : await store.resultOf(session, commandId);
    return known ? { ok: true, seq: known.seq, data: known.data } : otherwise;
  }

  /** One attempt; gives those who have to be decided again. */
  async function attempt(turn: Waiting[]): Promise<Waiting[]> {
    const decideNow = () => decideTogether(folded.state, turn, { now: clock(), newId, signOf });
    let { entries, outcomes } = decideNow();
    function again(tail: readonly Logged[]): Entry[] {
      foldAndPublish(tail);
      ({ entries, outcomes } = decideNow());
      return entries;
    }
    if (entries.length > 0) {
      const appended = await store.append(session, folded.state.seq, entries, '', again);
      if (!appended.ok) {
        foldAndPublish(appended.tail);
        const isRepeat = ({ commandId }: Given) => commandId !== null && appended.repeated.includes(commandId);
        for (const one of turn.filter(isRepeat)) one.resolve(await asBefore(one, refused('tryAgain')));
        return turn.filter((one) => !isRepeat(one));
      }
      foldAndPublish(appended.events, 'us');
    } else if (isShared && (await readOn())) return turn;
    const results = await Promise.all(
      turn.map((one, i) => {
        const outcome = outcomes[i] ?? refused('tryAgain');
        return outcome.ok ? outcome : asBefore(one, outcome);
      }),
    );
    for (const [i, one] of turn.entries()) one.resolve(results[i] ?? refused('tryAgain'));
    return [];
  }

  async function settle(turn: Waiting[]): Promise<void> {
    let left = turn;
    try {
      for (let tries = 0; left.length > 0 && tries < maxTries; tries++) left = await attempt(left);
      for (const one of left) one.resolve(refused('tryAgain'));
    } catch (error) {
      // Nothing of the last attempt was stored: the state is as it was. Whoever was answered already stays answered.
      for (const one of left) one.resolve(refused(error instanceof UnknownSession ? 'noSuchSession' : 'tryAgain'));
    }
  }

  async function run(): Promise<void> {
    while (queue.length > 0) {
      await new Promise(setImmediate);
      const turn = queue.slice(0, perTurn);
      queue = queue.slice(perTurn);
      await settle(turn);
    }
    running = undefined;
  }

  function enqueue(given: Given): Promise<Outcome> {
    const outcome = new Promise<Outcome>((resolve) => queue.push({ ...given, resolve }));
    running ??= run();
    return outcome;
  }

  return {
    session,
    streams: folded.streams,
    get state() {
      return folded.state;
    },
    log: folded.streams.log,
    wasRevealed: folded.wasRevealed,

    /** Gives a command; the same id again gets the same answer, also while the first is under way. */
    give(given: Given): Promise<Outcome> {
      const { commandId } = given;
      if (commandId === null) return enqueue(given);
      const known = underway.get(commandId);
      if (known) return known;
      const outcome = enqueue(given).finally(() => underway.delete(commandId));
      underway.set(commandId, outcome);
      return outcome;
    },

    /** What the program does by itself. */
    act: (command: Command): Promise<Outcome> => enqueue({ commandId: null, command, actor: { role: 'system' } }),

    readOn,
    /** Resolves when nothing is under way any more. */
    idle: (): Promise<void> => running ?? Promise.resolve(),
  };
}
