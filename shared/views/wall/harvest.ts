import type { ConclusionKind } from '../../harvest.ts';
import type { Item, NoteKind, Text } from '../../script.ts';
import { stepOf } from '../../script-queries.ts';
import { conclusionOf, textOf } from '../../session/selectors.ts';
import type { SessionState } from '../../session/state.ts';
import { type Card, cardsOf } from './cards.ts';
import { itemOf } from './groups.ts';
import { noteKindOrder } from './note-kinds.ts';
import { answeredHere } from './scene.ts';

/** What the room takes along: a conclusion that it was asked about, an answer with a star, or a note. */
export type Taken =
  | { key: string; kind: 'star'; item: Item | null; card: Card; text: string }
  | { key: string; kind: NoteKind | 'conclusion'; item: Item | null; text: string }
  /** afspraak; `more`: its other fields that were filled in ("Wie?"), a date as ISO 8601. */
  | {
      key: string;
      kind: 'agreement';
      item: null;
      text: string;
      more: { label: Text; text: string; isDate: boolean }[];
    };

/** The conclusion that the room is asked about now. */
export function askedOf(state: SessionState): { text: string; item: Item | null; kind: ConclusionKind } | null {
  const asked = state.asked === null ? undefined : conclusionOf(state, state.asked);
  const text = textOf(state, asked?.text ?? null);
  return asked && text ? { text, item: itemIn(state, asked.item), kind: asked.kind } : null;
}

/** Conclusions as they were drawn; starred answers by item, as they came: stars are no ranking; then the notes by kind. */
export function harvestOf(state: SessionState): Taken[] {
  const step = answeredHere(state);
  const starred = step ? cardsOf(state, step).filter((card) => card.stars > 0) : [];
  const place = (card: Card) => (step ? itemPlace(state, card) : 0);
  const stars: Taken[] = [...starred]
    .sort((a, b) => place(a) - place(b) || a.firstSeq - b.firstSeq)
    .map((card) => ({
      key: card.answer,
      kind: 'star',
      item: step ? itemOf(state, step.id, card.item) : null,
      card,
      text: card.text,
    }));
  const notes: Taken[] = Object.values(state.notes)
    .filter((note) => !note.removed && textOf(state, note.text))
    .sort((a, b) => noteKindOrder.indexOf(a.kind) - noteKindOrder.indexOf(b.kind) || a.seq - b.seq)
    .map((note) => ({
      key: note.note,
      kind: note.kind,
      item: itemIn(state, note.item),
      text: textOf(state, note.text),
    }));
  const conclusions: Taken[] = Object.values(state.conclusions)
    .filter((one) => !one.removed && textOf(state, one.text))
    .sort((a, b) => a.seq - b.seq)
    .map((one) => ({
      key: one.conclusion,
      kind: one.kind,
      item: itemIn(state, one.item),
      text: textOf(state, one.text),
    }));
  return [...agreed(state), ...conclusions, ...stars, ...notes];
}

/** What was agreed, in the order in which it was made. */
function agreed(state: SessionState): Taken[] {
  return Object.values(state.agreements)
    .filter((one) => !one.removed)
    .sort((a, b) => a.seq - b.seq)
    .flatMap(({ agreement, step, values }): Taken[] => {
      const fields = (stepOf(state.script, step)?.agreement ?? []).flatMap(({ id, label }) => {
        const value = values[id];
        const text = value?.kind === 'text' ? textOf(state, value.text) : value?.kind === 'date' ? value.date : '';
        return text ? [{ label: label ?? {}, text, isDate: value?.kind === 'date' }] : [];
      });
      const [first, ...more] = fields;
      return first ? [{ key: agreement, kind: 'agreement', item: null, text: first.text, more }] : [];
    });
}

/** An item of any set. */
export const itemIn = (state: SessionState, id: string | null): Item | null =>
  (id && state.script.itemSets.flatMap((set) => set.items).find((item) => item.id === id)) || null;

const itemPlace = (state: SessionState, card: Card): number =>
  state.script.itemSets.flatMap((set) => set.items).findIndex((item) => item.id === card.item);
