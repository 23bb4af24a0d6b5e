/** What was made of answers, as the oracle notes it: which words the room may have, and which it must. */
import type { EventOf, EventType, Logged } from '../../shared/events.ts';

type Conclusion = {
  text: string;
  words: string;
  removed: boolean;
  told: Set<string>;
  notes: Map<string, string | null>;
  reason: string;
};
type Happened = { [K in EventType]?: (event: Logged<EventOf<K>>) => void };

export function buildConclusions(erase: (texts: (string | null | undefined)[]) => void) {
  const conclusions = new Map<string, Conclusion>();
  let asked: string | null = null;

  const happened = {
    ConclusionDrawn: ({ conclusion, text, texts }) => {
      const known = conclusions.get(conclusion);
      const words = texts?.[text] ?? '';
      if (known) {
        const isJudged = known.notes.size > 0 || asked === conclusion;
        if (isJudged && known.words !== words) throw new Error(`${conclusion} was judged in other words`);
        erase([known.text]);
        if (known.told.size > 0) known.told.add(text);
      }
      const blank = { removed: false, told: new Set<string>(), notes: new Map(), reason: '' };
      conclusions.set(conclusion, { ...blank, ...known, text, words });
    },
    ConclusionRemoved: ({ conclusion, removed }) => {
      const known = conclusions.get(conclusion);
      if (known) known.removed = removed;
      if (removed && asked === conclusion) asked = null;
    },
    ConclusionAsked: ({ conclusion }) => {
      asked = conclusion;
      const known = conclusions.get(conclusion ?? '');
      known?.told.add(known.text);
    },
    ConclusionJudged: ({ conclusion, seat, note }) => {
      const known = conclusions.get(conclusion);
      if (!known || (asked !== conclusion && !known.notes.has(seat))) throw new Error(`${seat} was not asked`);
      erase([known.notes.get(seat)]);
      known.notes.set(seat, note);
    },
    ProposalDecided: ({ conclusion, reason }) => {
      const known = conclusions.get(conclusion);
      erase([known?.reason]);
      if (known) known.reason = reason ?? '';
    },
    StepOpened: () => {
      asked = null;
    },
    SessionClosed: () => {
      asked = null;
    },
  } satisfies Happened;

  const standing = () => [...conclusions.values()].filter(({ removed }) => !removed);
  const ownNotes = (seat: string) => [...conclusions.values()].flatMap(({ notes }) => notes.get(seat) ?? []);
  return {
    happened,
    /** Nothing of this phone's is left. */
    forget: (seat: string): string[] => {
      const own = ownNotes(seat);
      for (const { notes } of conclusions.values()) notes.delete(seat);
      return own;
    },
    /** What a phone or wall may have: what the room was shown; of the notes its own. */
    may: (seat: string | null): string[] => [
      ...standing().flatMap(({ told }) => [...told]),
      ...(seat === null ? [] : ownNotes(seat)),
    ],
    must: (seat: string | null): string[] => {
      const now = conclusions.get(asked ?? '');
      return [...(now ? [now.text] : []), ...(seat === null ? [] : ownNotes(seat))];
    },
  };
}
