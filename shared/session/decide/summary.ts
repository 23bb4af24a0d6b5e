import type { CommandOf } from '../../commands.ts';
import { wholeList } from '../../script-queries.ts';
import { isTooLong } from '../../text.ts';
import { textOf } from '../selectors.ts';
import type { SessionState } from '../state.ts';
import { accept, type Decisions, refuse } from './decision.ts';

const maxIntroduction = 3000;
const maxTitle = 200;

/** Sections of the summary, and `section/item` for the items in them. */
function partsOf({ script }: SessionState): { sections: Set<string>; items: Set<string> } {
  const sets = script.itemSets.map(({ id, items }) => ({ id, items: [wholeList, ...items.map((item) => item.id)] }));
  const asked = script.steps.filter((step) => !step.items).map(({ id }) => ({ id, items: [wholeList] }));
  const all = [...sets, ...asked];
  return {
    sections: new Set(all.map(({ id }) => id)),
    items: new Set(all.flatMap(({ id, items }) => items.map((item) => `${id}/${item}`))),
  };
}

export const hasSection = (state: SessionState, section: string): boolean => partsOf(state).sections.has(section);

const areDifferent = (list: readonly string[]) => new Set(list).size === list.length;

/** Whether it names parts that are there, each once. */
function isSound(state: SessionState, { titles, order, hidden }: CommandOf<'ArrangeSummary'>): boolean {
  const { sections, items } = partsOf(state);
  const named = titles.map(({ section }) => section);
  return (
    [named, order, hidden].every(areDifferent) &&
    [...named, ...order].every((section) => sections.has(section)) &&
    hidden.every((part) => sections.has(part) || items.has(part))
  );
}

export const summaryDecisions: Decisions<'PublishSummary' | 'WithdrawSummary' | 'ArrangeSummary'> = {
  PublishSummary: (state, { introduction: words, restores }, _actor, context) => {
    if (restores !== undefined && (state.publication || restores !== state.publications)) return refuse('nothingToDo');
    if (isTooLong(words, maxIntroduction)) return refuse('textTooLong');
    const introduction = context.newId();
    const version = restores ?? state.publications + 1;
    return accept({ type: 'SummaryPublished', version, introduction, texts: { [introduction]: words } });
  },
  WithdrawSummary: (state) => (state.publication ? accept({ type: 'SummaryWithdrawn' }) : refuse('nothingToDo')),
  /** Titles that were are not erased: earlier versions and the undo read them. */
  ArrangeSummary: (state, command, _actor, { newId }) => {
    const { arranged } = state;
    const { order, hidden } = command;
    if (command.seen !== arranged.seq) return refuse('answerChanged');
    const given = command.titles.filter(({ title }) => title !== '');
    if (given.some(({ title }) => isTooLong(title, maxTitle))) return refuse('textTooLong');
    if (!isSound(state, command)) return refuse('doesNotFit');
    const before = arranged.titles.map(({ section, title }) => ({ section, title: textOf(state, title) }));
    if (JSON.stringify([given, order, hidden]) === JSON.stringify([before, arranged.order, arranged.hidden]))
      return refuse('nothingToDo');
    const texts: Record<string, string> = {};
    const titles = given.map(({ section, title: words }) => {
      const title = newId();
      texts[title] = words;
      return { section, title };
    });
    return accept({ type: 'SummaryArranged', titles, order, hidden, texts });
  },
};
