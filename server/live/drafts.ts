import type { Draft, DraftMessage } from '../../shared/protocol.ts';
import type { Prompt } from '../../shared/script.ts';
import { answerableItems, promptOf, stepOf } from '../../shared/script-queries.ts';
import { isTakenOut, seatOf, unitOf } from '../../shared/session/selectors.ts';
import type { SessionState } from '../../shared/session/state.ts';
import { answerIdOf } from '../../shared/session/state.ts';
import { isTurn } from '../../shared/session/turns.ts';
import type { Store, StoredDraft } from '../store/store.ts';

type Place = Omit<StoredDraft, 'at' | 'words'>;
type Key = Place & { turn?: number | null | undefined };

const placeOf = (key: Key) => `${answerIdOf(key)}/${key.seat}`;
/** The store has one name for the place: item, and turn where there are turns. */
const storedItem = ({ item, turn }: Pick<Key, 'item' | 'turn'>) => (turn ? `${item}/${turn}` : item);

/** Whether this seat may draft in this unit's name, at a place that the script has. */
export function mayDraft(
  state: SessionState,
  { unit, step: stepId, item, prompt: promptId, turn, values }: DraftMessage,
  seat: string,
): boolean {
  const writer = seatOf(state, seat);
  // Taken out or erased: what is on its way from their phone comes too late.
  if (!writer || isTakenOut(writer)) return false;
  const step = stepOf(state.script, stepId);
  const prompt = step && promptOf(step, promptId);
  if (!prompt || !answerableItems(state.script, step).includes(item) || !fits(values, prompt)) return false;
  if (!isTurn(state, step, unitOf(state, unit), turn)) return false;
  return step.form === 'individual' ? unit === seat : Boolean(unitOf(state, unit)?.seats.includes(seat));
}

/** Only what is asked; too long is no reason yet: it is still being written, but there is an end to it. */
const fits = (values: DraftMessage['values'], { fields }: Prompt): boolean =>
  Object.entries(values).every(([id, value]) => {
    const field = fields.find((one) => one.id === id);
    if (field?.kind !== value.kind) return false;
    return value.kind !== 'text' || field.kind !== 'text' || value.text.length <= Math.max(4_000, 8 * field.max);
  });

/** `beside`: who sat in the unit when it was written. */
export type KeptDraft = { draft: Draft; beside: readonly string[] };

/**
 * Whose hello brings this draft: its writer's, wherever they sit now; and in its own unit, of those who saw it being
 * written, or who sit there with its writer.
 */
export function isFor(state: SessionState, { draft, beside }: KeptDraft, seat: string): boolean {
  if (draft.seat === seat) return true;
  const seats = unitOf(state, draft.unit)?.seats ?? [];
  return seats.includes(seat) && (seats.includes(draft.seat) || beside.includes(seat));
}

type Told = {
  /** One is in the store. */
  saved?: (draft: Draft) => void;
  /** How often (ms) this one is saved at most. */
  every?: (draft: Draft) => number;
};

/** What is being written in one session, beside the log: the latest by place, saved at most once a second each. */
export function buildDrafts(
  session: string,
  store: Store,
  clock: () => number,
  { saved = () => {}, every = () => 1_000 }: Told = {},
) {
  const saving = new Map<string, Promise<void>>();
  const waiting = new Map<string, KeptDraft & { timer: NodeJS.Timeout }>();
  const savedAt = new Map<string, number>();
  const reading = new Set<{ units: readonly string[]; isOld: boolean }>();

  function save(place: string): Promise<void> {
    const found = waiting.get(place);
    if (!found) return Promise.resolve();
    clearTimeout(found.timer);
    waiting.delete(place);
    savedAt.set(place, clock());
    const { unit, step, prompt, seat, at, values, grewFrom } = found.draft;
    const item = storedItem(found.draft);
    // A draft that could not be saved is still on its phone.
    const { beside, draft } = found;
    const words = JSON.stringify({ draft: { values, grewFrom, item: draft.item, turn: draft.turn }, beside });
    const done = store
      .saveDraft(session, { unit, step, item, prompt, seat, at, words })
      .then(
        () => saved(found.draft),
        () => undefined,
      )
      .finally(() => saving.get(place) === done && saving.delete(place));
    saving.set(place, done);
    return done;
  }

  /** When the one that is stored there was typed; undefined: there is none. */
  async function storedAt({ unit, step, item, prompt, seat }: Place): Promise<number | undefined> {
    const isHere = (one: StoredDraft) =>
      one.step === step && one.item === item && one.prompt === prompt && one.seat === seat;
    return (await store.drafts(session, unit)).find(isHere)?.at;
  }
  const placeIn = (key: Key): Place => {
    const { unit, step, prompt, seat } = key;
    return { unit, step, item: storedItem(key), prompt, seat };
  };

  /** What is stored under these units. Who waits for it hears nothing yet: what another node stores meanwhile is read too. */
  async function readUndisturbed(units: readonly string[]): Promise<StoredDraft[][]> {
    const mine = { units, isOld: false };
    reading.add(mine);
    try {
      for (;;) {
        mine.isOld = false;
        const stored = await Promise.all(units.map((unit) => store.drafts(session, unit)));
        if (!mine.isOld) return stored;
      }
    } finally {
      reading.delete(mine);
    }
  }

  return {
    note(draft: Draft, beside: readonly string[]): void {
      const place = placeOf(draft);
      const known = waiting.get(place);
      if (known) {
        if (draft.at >= known.draft.at) Object.assign(known, { draft, beside });
        return;
      }
      const pause = every(draft);
      const wait = Math.max(0, (savedAt.get(place) ?? 0) + pause - clock());
      const timer = setTimeout(() => void save(place), Math.min(wait, pause));
      waiting.set(place, { draft, beside, timer });
    },

    /** Sent: what was typed on the way to it goes too. `forGood`: withdrawn or erased, and no byte of it is left. */
    async drop(key: Key, forGood = false): Promise<void> {
      const here = placeOf(key);
      clearTimeout(waiting.get(here)?.timer);
      waiting.delete(here);
      const wasSaved = savedAt.delete(here);
      // Else what is on its way to the disk would come after this.
      await saving.get(here);
      const place = placeIn(key);
      // Mostly there is none: to look costs no transaction of its own.
      if (!wasSaved && !forGood && (await storedAt(place).catch(() => 0)) === undefined) return;
      await store.dropDraft(session, place, forGood).catch(() => undefined);
    },

    /** The latest of each place under these units (a seat's own id where it writes for itself). */
    async of(units: readonly string[]): Promise<KeptDraft[]> {
      const stored = await readUndisturbed(units);
      const saved = stored.flat().map(({ words, ...draft }): KeptDraft => {
        const kept: { draft: Pick<Draft, 'values' | 'grewFrom' | 'item' | 'turn'>; beside: string[] } =
          JSON.parse(words);
        return { draft: { ...draft, ...kept.draft }, beside: kept.beside };
      });
      const newer = [...waiting.values()].filter(({ draft }) => units.includes(draft.unit));
      return [...new Map([...saved, ...newer].map((kept) => [placeOf(kept.draft), kept])).values()];
    },

    /** Another node has this one, and it is as new: what waits here would take its place. */
    yieldTo(key: Key, at: number): void {
      for (const one of reading) one.isOld ||= one.units.includes(key.unit);
      const here = placeOf(key);
      const known = waiting.get(here);
      if (!known || known.draft.at > at) return;
      clearTimeout(known.timer);
      waiting.delete(here);
    },

    /**
     * Sent by another node (or withdrawn, or erased: `forGood`), which drops what is in the store: what came from here goes,
     * on its way or stored. It may be heard of late, so what was typed since then stays.
     */
    async dropOlder(key: Key, at: number, forGood: boolean): Promise<void> {
      const here = placeOf(key);
      const known = waiting.get(here);
      if (!known && !savedAt.has(here) && !forGood) return;
      if (known && known.draft.at <= at) {
        clearTimeout(known.timer);
        waiting.delete(here);
      }
      await saving.get(here);
      const place = placeIn(key);
      const typedAt = await storedAt(place).catch(() => undefined);
      if (typedAt !== undefined && typedAt <= at) await store.dropDraft(session, place, forGood).catch(() => undefined);
    },

    /** Whoever leaves may write on elsewhere: what is theirs is saved before that. */
    async flushOf(seat: string): Promise<void> {
      const theirs = [...waiting].filter(([, { draft }]) => draft.seat === seat);
      await Promise.all(theirs.map(([place]) => save(place)));
    },

    forget(): void {
      for (const { timer } of waiting.values()) clearTimeout(timer);
      waiting.clear();
    },

    async flush(): Promise<void> {
      await Promise.all([...waiting.keys()].map(save));
    },
  };
}
