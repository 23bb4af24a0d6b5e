import type { Step } from '../../../shared/script.ts';
import { stepOf } from '../../../shared/script-queries.ts';
import type { SessionState } from '../../../shared/session/state.ts';
import {
  answeredSteps,
  type DeskCard,
  type DeskPile,
  deskCardsOf,
  deskPiles,
  deskStep,
  isInPile,
} from '../../../shared/views/desk.ts';
import { groupCards, groupOf, sceneOf } from '../../../shared/views/wall.ts';

type Order = {
  ids: readonly string[];
  /** So many of them, at the head, are what the wall shows now. */
  inPicture: number;
};

const nothing = { cards: [], wordless: 0, withdrawn: 0 };

/**
 * The answers on the desk, in piles. While somebody points at the list, reads or walks it, it is held: what is in it
 * stays where it is, and new answers wait.
 */
export class AnswerList {
  item = $state<string | null>(null);
  prompt = $state<string | null>(null);
  selected = $state<string | null>(null);
  /** Answers are being put together in themes. */
  isBundling = $state(false);
  #pile = $state.raw<{ pile: DeskPile; at: string } | null>(null);
  #chosen = $state.raw<{ step: string; at: string } | null>(null);
  #kept = $state.raw<(Order & { of: string }) | null>(null);
  readonly #state: () => SessionState;

  readonly step: Step | undefined = $derived.by(() => {
    const state = this.#state();
    // Another step's answers are chosen for now: the next step brings its own.
    const chosen = this.#chosen?.at === state.step ? stepOf(state.script, this.#chosen.step) : undefined;
    return chosen ?? deskStep(state);
  });
  /** While people talk it is the wall's cards that matter; while they write, the new ones. */
  readonly pile: DeskPile = $derived.by(() => {
    const state = this.#state();
    if (this.#pile?.at === state.step) return this.#pile.pile;
    const step = stepOf(state.script, state.step);
    const isTalk = step?.kind === 'discussion' || step?.kind === 'harvest' || step?.stars;
    return isTalk && deskStep(state)?.wall.reveal !== 'afterRelease' ? 'wall' : 'new';
  });
  readonly #all = $derived.by(() => (this.step ? deskCardsOf(this.#state(), this.step) : nothing));
  readonly #found = $derived.by(() =>
    this.#all.cards.filter(
      (card) => (!this.item || card.item === this.item) && (!this.prompt || card.prompt.id === this.prompt),
    ),
  );
  /** What can be put together: everything that the filter lets through. */
  readonly found: readonly DeskCard[] = $derived.by(() => this.#found);
  readonly steps = $derived.by(() => answeredSteps(this.#state()));
  readonly total = $derived.by(() => this.#all.cards.length);
  readonly wordless = $derived.by(() => this.#all.wordless);
  readonly withdrawn = $derived.by(() => this.#all.withdrawn);
  readonly counts = $derived.by(
    () =>
      Object.fromEntries(
        deskPiles.map((pile) => [pile, this.#found.filter((card) => isInPile(card, pile)).length]),
      ) as Record<DeskPile, number>,
  );
  /** What the room reads on the wall now is talked about now: it comes first, in the order of the wall. */
  readonly #order: Order = $derived.by(() => {
    const state = this.#state();
    const ids = this.#found.filter((card) => isInPile(card, this.pile)).map((card) => card.answer);
    if (this.pile !== 'wall') return { ids, inPicture: 0 };
    const here = new Set(ids);
    const first = groupCards(state, groupOf(state)).flatMap(({ answer }) => (here.delete(answer) ? [answer] : []));
    // One of them in the light, or another picture, moves none: who stands on a card stays there.
    return { ids: [...first, ...here], inPicture: sceneOf(state) === 'cards' ? first.length : 0 };
  });
  /**
   * A pile of a step's answers: what is held of one is no longer held of another. It stays held when another step opens
   * that is about the same answers: a card that moves under somebody's hands loses them.
   */
  readonly #here: string = $derived.by(() => `${this.step?.id}/${this.pile}`);
  readonly #held: Order | null = $derived.by(() => (this.#kept?.of === this.#here ? this.#kept : null));
  readonly #drawn: Order = $derived.by(() => this.#held ?? this.#order);
  /** What is drawn: held ones keep their place, also when they have gone to another pile. */
  readonly cards: DeskCard[] = $derived.by(() => {
    const known = new Map(this.#found.map((card) => [card.answer, card]));
    return this.#drawn.ids.flatMap((id) => known.get(id) ?? []);
  });
  readonly waiting: number = $derived.by(() => {
    const held = new Set(this.#drawn.ids);
    return this.#order.ids.filter((id) => !held.has(id)).length;
  });
  /** The first card that the wall does not show now, below those that it does; nothing where all are alike. */
  readonly firstOut: string | null = $derived.by(() => {
    const { ids, inPicture } = this.#drawn;
    const shown = new Set(this.cards.map((card) => card.answer));
    return inPicture > 0 ? (ids.slice(inPicture).find((id) => shown.has(id)) ?? null) : null;
  });
  /** The card that the keys are about. */
  readonly current: DeskCard | undefined = $derived.by(() =>
    this.#all.cards.find((card) => card.answer === this.selected),
  );

  constructor(state: () => SessionState) {
    this.#state = state;
  }

  isHere(card: DeskCard): boolean {
    return isInPile(card, this.pile);
  }

  show(pile: DeskPile): void {
    this.#pile = { pile, at: this.#state().step };
    this.#kept = null;
  }
  narrow(item: string | null, prompt: string | null): void {
    this.item = item;
    this.prompt = prompt;
    this.#kept = null;
  }
  choose(step: string): void {
    this.#chosen = { step, at: this.#state().step };
    this.narrow(null, null);
  }

  /** At this answer, whatever step and pile it lies in. */
  open(answer: string): void {
    const step = stepOf(this.#state().script, answer.split('/')[0] ?? '');
    const card = step && deskCardsOf(this.#state(), step).cards.find((one) => one.answer === answer);
    if (!step || !card) return;
    this.choose(step.id);
    this.show(deskPiles.find((pile) => isInPile(card, pile)) ?? 'new');
    this.selected = answer;
  }

  hold(): void {
    if (!this.#held) this.#kept = { ...this.#order, of: this.#here };
  }
  release(): void {
    this.#kept = null;
  }
  /** Lets in what waits; the list is held again from there. */
  refresh(): void {
    if (this.#held) this.#kept = { ...this.#order, of: this.#here };
  }

  /** The next card down or up; the first one when none was chosen. */
  walk(by: 1 | -1): string | null {
    const at = this.cards.findIndex((card) => card.answer === this.selected);
    const next = at < 0 ? (by > 0 ? 0 : this.cards.length - 1) : Math.max(0, Math.min(this.cards.length - 1, at + by));
    this.selected = this.cards[next]?.answer ?? null;
    return this.selected;
  }
}
