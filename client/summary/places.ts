import type { Summary } from '../../shared/views/summary/summary-form.ts';
import { wording } from './wording.svelte.ts';

/** A heading of the summary, with those under it. */
export type Heading = { id: string; name: string; under: { id: string; name: string }[] };

/** The headings in the order in which they stand. */
export function placesIn(summary: Summary): Heading[] {
  const { words } = wording;
  const place = (id: string, name: string): Heading => ({ id, name, under: [] });
  const sections = summary.sections.map((section) => ({
    ...place(`section-${section.id}`, wording.say(section.title)),
    under:
      section.items.length > 1
        ? section.items.map((item) => ({
            id: `item-${section.id}-${item.id}`,
            name: item.id === 'list' ? words.whole : wording.say(item.title),
          }))
        : [],
  }));
  return [
    ...(summary.agreements.length ? [place('agreements-title', words.agreements)] : []),
    ...(summary.conclusions.length ? [place('conclusions-title', words.drawn.conclusions.title)] : []),
    ...(summary.notes.length + summary.taken.length ? [place('taken-title', words.taken)] : []),
    ...sections,
    ...(summary.proposals.length ? [place('proposals-title', words.drawn.proposals.title)] : []),
    ...summary.checks.map(({ key }) => place(`${key}-title`, words.check.result)),
  ];
}
