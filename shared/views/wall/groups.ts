import type { Item, Prompt, Step } from '../../script.ts';
import { itemsOf, promptOf, stepOf, wholeList } from '../../script-queries.ts';
import { currentStep } from '../../session/selectors.ts';
import type { SessionState } from '../../session/state.ts';
import { orderOf } from '../summary/order.ts';
import { type Card, cardsOf, orderCards } from './cards.ts';
import { type JudgedCount, judgedPrompts, nameOf, roomCountOf, visibleAnswers } from './judged.ts';
import { answeredHere } from './scene.ts';

/** What one page of cards is about: an item, a prompt, both, or neither (the whole list). */
export type Group = { item: Item | null; prompt: Prompt | null };

/** Items in the order of discussion: most no, partly and split first, then most difference between subgroups. */
function discussionOrder(state: SessionState, step: Step, items: readonly Item[]): Item[] {
  const titled = items.map((item) => ({ id: item.id, title: nameOf(item) }));
  const ranks = orderOf({ state }, [step], titled, visibleAnswers(state, step)).order.map((rank) => rank.item);
  const place = (item: Item) => (ranks.includes(item.id) ? ranks.indexOf(item.id) : ranks.length);
  return [...items].sort((a, b) => place(a) - place(b));
}

/** The items that a step's cards are grouped by, in the order that the script asks for. */
export function orderedItems(state: SessionState, step: Step, order: Step['wall']['order']): Item[] {
  if (!step.items || step.items.as === 'list') return [];
  const items = itemsOf(state.script, step);
  return order === 'deviatingFirst' || order === 'mostDifference' ? discussionOrder(state, step, items) : items;
}

/** What the wall shows now: what the desk chose, else the first that has something to show. */
export function groupOf(state: SessionState): Group {
  const step = answeredHere(state);
  const shown = currentStep(state);
  if (!step || !shown) return { item: null, prompt: null };
  const { groupBy, order } = shown.wall;
  const items = orderedItems(state, step, order);
  const prompt = (state.wall.prompt && promptOf(step, state.wall.prompt)) || null;
  const chosen = items.find((item) => item.id === state.wall.item) ?? null;
  const cards = cardsOf(state, step);
  if (groupBy === 'prompt') {
    const first = step.prompts.find(({ id }) => cards.some((card) => card.prompt.id === id)) ?? step.prompts[0] ?? null;
    return { item: chosen, prompt: prompt ?? first };
  }
  if (groupBy === 'unit') return { item: chosen, prompt };
  const first = items.find(({ id }) => cards.some((card) => card.item === id)) ?? items[0] ?? null;
  return { item: chosen ?? first, prompt };
}

/** The cards of a group, in the script's order; by unit they stand in the order of their numbers. */
export function groupCards(state: SessionState, { item, prompt }: Group): Card[] {
  const step = answeredHere(state);
  const shown = currentStep(state);
  if (!step || !shown) return [];
  const cards = cardsOf(state, step, { item: item?.id, prompt: prompt?.id });
  if (shown.wall.groupBy !== 'unit') return orderCards(cards, shown.wall.order);
  return cards.sort((a, b) => (a.number ?? 0) - (b.number ?? 0) || a.firstSeq - b.firstSeq);
}

/** The judgements beside the cards: one line a prompt, or the one prompt that is shown. */
export function groupCounts(
  state: SessionState,
  { item, prompt }: Group,
): { prompt: Prompt; title: Prompt['title']; count: JudgedCount }[] {
  const step = answeredHere(state);
  if (!step) return [];
  const about = visibleAnswers(state, step).filter((answer) => !item || answer.item === item.id);
  return judgedPrompts(step)
    .filter((judged) => !prompt || judged.prompt.id === prompt.id)
    .map(({ prompt: one, field, title }) => ({
      prompt: one,
      title,
      count: roomCountOf(
        state,
        step,
        field,
        about.filter((answer) => answer.prompt === one.id),
      ),
    }));
}

/** The item that an answer is about; none for the whole list. */
export function itemOf(state: SessionState, stepId: string, itemId: string): Item | null {
  const step = stepOf(state.script, stepId);
  if (!step || itemId === wholeList) return null;
  return itemsOf(state.script, step).find((item) => item.id === itemId) ?? null;
}
