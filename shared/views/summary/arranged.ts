import { stepOf } from '../../script-queries.ts';
import { readItemOf, textOf } from '../../session/selectors.ts';
import type { Answer, SessionState } from '../../session/state.ts';
import type { View } from './figures.ts';
import type { ItemView, SectionView } from './summary-form.ts';

/** The part of a section that an item is, as the facilitator hides it. */
const partOf = (section: string, item: string): string => `${section}/${item}`;

/** Whether readers of the summary do without this item: itself, or its whole section. */
export const isHiddenPart = ({ arranged }: SessionState, section: string, item: string): boolean =>
  arranged.hidden.includes(section) || arranged.hidden.includes(partOf(section, item));

/** Whether the words of this answer are read in such a part: then readers have them nowhere. */
export function isInHiddenPart(state: SessionState, answer: Answer): boolean {
  const section = stepOf(state.script, answer.step)?.items?.set ?? answer.step;
  return isHiddenPart(state, section, readItemOf(answer));
}

/** As the facilitator arranged them: what is hidden is left out for readers, and marked for the facilitator. */
export function arrangedSections({ state, reader }: View, sections: readonly SectionView[]): SectionView[] {
  const { titles, order, hidden } = state.arranged;
  const isHidden = (part: string) => hidden.includes(part);
  const isRead = ({ hidden }: { hidden: boolean }) => reader === 'facilitator' || !hidden;
  const placeOf = ({ id }: SectionView) => (order.includes(id) ? order.indexOf(id) : order.length);

  function arranged(section: SectionView): SectionView {
    const known = titles.find((one) => one.section === section.id);
    const words = known && textOf(state, known.title);
    const items: ItemView[] = section.items.map((item) => ({ ...item, hidden: isHidden(partOf(section.id, item.id)) }));
    return {
      ...section,
      ...(words && { title: { nl: words, en: words }, scriptTitle: section.title }),
      hidden: isHidden(section.id),
      items: items.filter(isRead),
      order: section.order.filter(({ item }) => !isHidden(partOf(section.id, item))),
    };
  }
  // A stable sort: what has no place of its own comes after, in the script's order.
  return sections
    .map(arranged)
    .filter(isRead)
    .sort((a, b) => placeOf(a) - placeOf(b));
}
