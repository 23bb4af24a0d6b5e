import type { Draft, DraftMessage } from '../../shared/protocol.ts';
import { answerableItems, promptOf, stepOf } from '../../shared/script-queries.ts';
import { unitOf } from '../../shared/session/selectors.ts';
import type { SessionState } from '../../shared/session/state.ts';
import { answerIdOf } from '../../shared/session/state.ts';
import type { Store, StoredDraft } from '../store/store.ts';

type Key = Omit<StoredDraft, 'at' | 'words'> & { turn?: number | null | undefined };

const saveEvery = 1_000;
const placeOf = (key: Key) => `${answerIdOf(key)}/${key.seat}`;
/** The store has one name for the place: item, and turn where there are turns. */
const storedItem = ({ item, turn }: Pick<Key, 'item' | 'turn'>) => (turn ? `${item}/${turn}` : item);

/** Whether this seat may draft in this unit's name, at a place that the script has. */
export function mayDraft(
  state: SessionState,
  { unit, step: stepId, item, prompt }: DraftMessage,
  seat: string,
): boolean {
  const step = stepOf(state.script, stepId);
  if (!step || !promptOf(step, prompt) || !answerableItems(state.script, step).includes(item)) return false;
  return step.form === 'individual' ? unit === seat : Boolean(unitOf(state, unit)?.seats.includes(seat));
}

/** What is being written in one session, beside the log: the latest by place, saved at most once a second each. */
export function buildDrafts(session: string, store: Store, clock: () => number) {
  const waiting = new Map<string, { draft: Draft; timer: NodeJS.Timeout }>();
  const savedAt = new Map<string, number>();

  function save(place: string): Promise<void> {
    const found = waiting.get(place);
    if (!found) return Promise.resolve();
    clearTimeout(found.timer);
    waiting.delete(place);
    savedAt.set(place, clock());
    const { unit, step, prompt, seat, at, values, grewFrom } = found.draft;
    const item = storedItem(found.draft);
    // A draft that could not be saved is still on its phone.
    const words = JSON.stringify({ values, grewFrom, item: found.draft.item, turn: found.draft.turn });
    return store.saveDraft(session, { unit, step, item, prompt, seat, at, words }).catch(() => undefined);
  }

  return {
    note(draft: Draft): void {
      const place = placeOf(draft);
      const known = waiting.get(place);
      if (known) {
        if (draft.at >= known.draft.at) known.draft = draft;
        return;
      }
      const wait = Math.max(0, (savedAt.get(place) ?? 0) + saveEvery - clock());
      const timer = setTimeout(() => void save(place), Math.min(wait, saveEvery));
      waiting.set(place, { draft, timer });
    },

    /** Sent, withdrawn: what was typed on the way to it goes too. */
    async drop(key: Key): Promise<void> {
      const place = placeOf(key);
      clearTimeout(waiting.get(place)?.timer);
      waiting.delete(place);
      savedAt.delete(place);
      const { unit, step, prompt, seat } = key;
      await store.dropDraft(session, { unit, step, item: storedItem(key), prompt, seat }).catch(() => undefined);
    },

    /** The latest of each place under these units (a seat's own id where it writes for itself). */
    async of(units: readonly string[]): Promise<Draft[]> {
      const stored = await Promise.all(units.map((unit) => store.drafts(session, unit)));
      const saved = stored.flat().map(({ words, ...draft }): Draft => ({ ...draft, ...JSON.parse(words) }));
      const newer = [...waiting.values()].map(({ draft }) => draft).filter(({ unit }) => units.includes(unit));
      return [...new Map([...saved, ...newer].map((draft) => [placeOf(draft), draft])).values()];
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
