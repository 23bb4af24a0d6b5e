import { nanoid } from 'nanoid';
import { type Letter, type News, type Part, turned, type Wire } from './news.ts';

const beatEvery = 2_000;
/** A node that was not heard for so long (ms) is gone, and who was there with it. */
const goneAfter = 10_000;
/** Hints of one log that follow one another faster than this (ms) are told as one. */
const hintEvery = 40;

/** What a node does with what others tell. */
export type Hearing = {
  news: (news: News, node: string) => void;
  /** Something of others was not heard: whatever they may have told has to be looked at. */
  missed: () => void;
  /** Who is there with others is another, in this session. */
  company: (session: string) => void;
};

export type Nodes = ReturnType<typeof buildNodes>;

/** `coming`: parts of which the last letter is not here yet. */
type Other = { heardAt: number; n: number; parts: Map<string, Part>; coming: Map<string, Part> };

/** This node among the others: what it tells them, and what they said of who is there. Without a wire it is the only one, and all this is nothing. */
export function buildNodes(wire: Wire | undefined, clock: () => number, now = () => performance.now()) {
  const node = nanoid();
  const others = new Map<string, Other>();
  const grown = new Map<string, number>();
  let hinting: NodeJS.Timeout | undefined;
  let hintedAt = Number.NEGATIVE_INFINITY;
  let beating: NodeJS.Timeout | undefined;
  let sent = 0;
  let closed = false;

  function tell(news: News): void {
    if (!wire || closed) return;
    sent += 1;
    wire.send({ version: 1, node, n: sent, news });
  }

  function tellGrown(): void {
    hinting = undefined;
    hintedAt = now();
    const logs = [...grown];
    grown.clear();
    tell({ kind: 'grew', logs });
  }

  function forget(id: string, { company }: Pick<Hearing, 'company'>): void {
    const known = others.get(id);
    others.delete(id);
    for (const session of known?.parts.keys() ?? []) company(session);
  }

  /** Whether the part is whole with this: half of a hall is nobody's leaving. */
  function keep({ parts, coming }: Other, { session, part: told, more, ends }: News & { kind: 'here' }): boolean {
    const part = turned(told, clock());
    const before = more ? coming.get(session) : undefined;
    coming.delete(session);
    // Its beginning was lost: all of it is asked for anew.
    if (more && !before) return false;
    const next = before
      ? {
          seats: { ...before.seats, ...part.seats },
          walls: [...before.walls, ...part.walls],
          desks: [...before.desks, ...part.desks],
        }
      : part;
    if (!ends) {
      coming.set(session, next);
      return false;
    }
    const isEmpty = Object.keys(next.seats).length + next.walls.length + next.desks.length === 0;
    if (isEmpty) parts.delete(session);
    else parts.set(session, next);
    return true;
  }

  function heard(letter: Letter, hearing: Hearing): void {
    const { news } = letter;
    if (news.kind === 'went') {
      forget(letter.node, hearing);
      return;
    }
    const known = others.get(letter.node);
    const other: Other = known ?? { heardAt: 0, n: letter.n, parts: new Map(), coming: new Map() };
    const isGap = known !== undefined && letter.n > known.n + 1;
    if (known && letter.n <= known.n) return;
    Object.assign(other, { heardAt: now(), n: letter.n });
    others.set(letter.node, other);
    if (!known || isGap) {
      tell({ kind: 'who' });
      if (isGap) hearing.missed();
    }
    if (news.kind === 'here') {
      if (keep(other, news)) hearing.company(news.session);
    } else if (news.kind !== 'beat') hearing.news(news, letter.node);
  }

  return {
    /** There are no others. */
    isAlone: wire === undefined,
    lookEvery: wire?.lookEvery ?? 0,
    tell,
    /** The log goes on; told at once, or with what follows it closely. */
    grew(session: string, seq: number): void {
      if (!wire || closed) return;
      grown.set(session, seq);
      hinting ??= setTimeout(tellGrown, Math.max(0, hintedAt + hintEvery - now()));
    },
    /** What the others have of this session. */
    partsOf: (session: string): Part[] => [...others.values()].flatMap(({ parts }) => parts.get(session) ?? []),
    /** Everything that the others have. */
    allParts: (): Part[] => [...others.values()].flatMap(({ parts }) => [...parts.values()]),
    /** How many others were heard lately. */
    count: (): number => others.size,
    /** Begins to listen. */
    open(hearing: Hearing): void {
      wire?.hear((letter) => {
        if (isLetter(letter) && letter.node !== node) heard(letter, hearing);
      });
      if (!wire) return;
      tell({ kind: 'who' });
      beating = setInterval(() => {
        tell({ kind: 'beat' });
        const silent = [...others].filter(([, { heardAt }]) => now() - heardAt > goneAfter);
        for (const [id] of silent) forget(id, hearing);
        if (silent.length > 0 && others.size === 0) wire.renew();
      }, beatEvery).unref();
    },
    /** Says goodbye: who is here by this node is gone. */
    leave(): void {
      clearInterval(beating);
      clearTimeout(hinting);
      if (grown.size > 0) tellGrown();
      tell({ kind: 'went' });
      closed = true;
    },
    close: async (): Promise<void> => wire?.close(),
  };
}

/** Another version of the program may say what this one does not know: then the slow look has to do. */
const isLetter = (letter: unknown): letter is Letter =>
  typeof letter === 'object' && letter !== null && 'version' in letter && letter.version === 1;
