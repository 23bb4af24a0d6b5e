import type { WallAccess } from '../../shared/api.ts';
import type { BarPart } from '../../shared/figure/bar-boxes.ts';
import type { Counts } from '../../shared/protocol.ts';
import type { Language } from '../../shared/script.ts';
import { say } from '../../shared/script-queries.ts';
import type { SessionState } from '../../shared/session/state.ts';
import type { JudgedCount } from '../../shared/views/wall.ts';
import { localeOf } from '../../shared/words/locale.ts';
import type { Room } from './settings.svelte.ts';
import type { Words } from './wording.svelte.ts';

/** All that a scene needs to be drawn. */
export type WallView = {
  state: SessionState;
  counts: Counts;
  /** Without a code when looking back: nobody comes in by a picture of then. */
  access: Pick<WallAccess, 'code' | 'address' | 'joinUrl' | 'subgroup'> & {
    /** What whoever is new types too, where that is asked. */
    letters?: string | null;
  };
  language: Language;
  words: Words;
  room: Room;
  fresh: ReadonlySet<string>;
  /** When the connection was lost; null while it is there. */
  offlineSince: number | null;
  /** The server has another version than this page. */
  outdated?: boolean;
  /** The server's clock, ms since 1970. */
  now: () => number;
};

/** "BCD FGH": a code is read in threes. */
export const codeOf = (code: string): string => code.replace(/(.{3})(?=.)/g, '$1 ').toUpperCase();

/** "14:05", on this screen's own clock. */
export const timeIn = (language: Language, at: number): string =>
  new Intl.DateTimeFormat(localeOf(language), { hour: '2-digit', minute: '2-digit' }).format(at);

/** "vr 4 december": a day that lies near; written as ISO 8601. */
export const dayIn = (language: Language, day: string): string =>
  new Intl.DateTimeFormat(localeOf(language), {
    weekday: 'short',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).format(new Date(day));

export const partsOf = (count: JudgedCount, language: Language): BarPart[] =>
  count.parts.map(({ id, label, shape, count: n }) => ({ id, label: say(label, language), shape, count: n }));

/** "7 ja, 3 deels, 1 nee": a bar in words. */
export const partsInWords = (count: JudgedCount, language: Language): string =>
  count.parts
    .filter((part) => part.count > 0)
    .map((part) => `${part.count} ${say(part.label, language)}`)
    .join(', ');

/** What stands outside n, in words: don't-know, split, and who is not on this screen. */
export const besides = (count: JudgedCount, view: Pick<WallView, 'words' | 'language'>): string[] => [
  ...(count.unknown
    ? [view.words.cards.unknown(count.unknown, say(count.unknownLabel ?? undefined, view.language))]
    : []),
  ...(count.split ? [view.words.cards.splitCount(count.split)] : []),
  ...(count.unseen ? [view.words.cards.unseen(count.unseen)] : []),
];
