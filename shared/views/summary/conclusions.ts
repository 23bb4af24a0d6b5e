import type { Text } from '../../script.ts';
import { silentOn, textOf } from '../../session/selectors.ts';
import type { Answer, Conclusion, SessionState } from '../../session/state.ts';
import { get } from '../../session/table.ts';
import type { View } from './figures.ts';
import { titleOfItem } from './items.ts';
import { sizeAsked } from './people.ts';
import { quoteOf } from './quotes.ts';
import type { ConclusionView, ProposalView } from './summary-form.ts';

/** An item of whichever set. */
export function itemTitle({ script }: SessionState, id: string | null): Text | null {
  const item = script.itemSets.flatMap((set) => set.items).find((known) => known.id === id);
  return item ? titleOfItem(item) : null;
}

/** By phone, and never by whose it was; hidden notes are the facilitator's. */
function checkedOf({ state, reader }: View, conclusion: Conclusion): ConclusionView['checked'] {
  const { opinions, seq } = conclusion;
  const said = Object.entries(opinions);
  if (said.length === 0) return null;
  const agree = said.filter(([, { agrees }]) => agrees).length;
  const minority = said.flatMap(([seat, { agrees, note, hidden }]) => {
    const text = agrees ? '' : textOf(state, note);
    if (!text || (hidden && reader !== 'facilitator')) return [];
    return [{ text, hidden, seat: reader === 'facilitator' ? seat : null }];
  });
  // In the order of their words, so that their place tells nothing of who wrote them.
  minority.sort((a, b) => (a.text < b.text ? -1 : 1));
  return {
    ...{ agree, differ: said.length - agree, n: said.length },
    silent: silentOn(state, conclusion),
    minority: minority.map((one, place) => ({ key: `minority-${seq}-${place}`, ...one })),
  };
}

/** Two answers of one pair are one voice. */
function unitsBehind(state: SessionState, answers: readonly Answer[]): ConclusionView['units'] {
  const sizes = new Set(answers.map((answer) => (answer.number === null ? 1 : sizeAsked(state, answer))));
  return {
    count: new Set(answers.map(({ unit }) => unit)).size,
    size: sizes.size === 1 ? ([...sizes][0] ?? 0) : 0,
  };
}

function viewOf(view: View, conclusion: Conclusion): ConclusionView {
  const { state } = view;
  const answers = conclusion.answers.flatMap((id) => get(state.answers, id) ?? []);
  const quotes = answers.flatMap((answer) => quoteOf(view, answer) ?? []);
  return {
    key: `conclusion-${conclusion.seq}`,
    text: textOf(state, conclusion.text),
    item: itemTitle(state, conclusion.item),
    quotes,
    units: unitsBehind(state, answers),
    unread: conclusion.answers.length - quotes.length,
    notes: conclusion.notes.flatMap((id) => {
      const note = state.notes[id];
      return note && !note.removed ? [`note-${note.seq}`] : [];
    }),
    checked: checkedOf(view, conclusion),
  };
}

const standing = (view: View, kind: Conclusion['kind']): Conclusion[] =>
  Object.values(view.state.conclusions)
    .filter((one) => one.kind === kind && !one.removed && textOf(view.state, one.text))
    .sort((a, b) => a.seq - b.seq);

export const conclusionsOf = (view: View): ConclusionView[] =>
  standing(view, 'conclusion').map((one) => viewOf(view, one));

export const proposalsOf = (view: View): ProposalView[] =>
  standing(view, 'proposal').map((one) => ({
    ...viewOf(view, one),
    decision: one.decision,
    reason: textOf(view.state, one.reason),
  }));
