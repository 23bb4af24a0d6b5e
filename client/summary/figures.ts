import { reachOf } from '../../shared/figure/bar-boxes.ts';
import type { FigureItem } from '../../shared/figure/figure-plan.ts';
import type { Figures, ItemView, SectionView } from '../../shared/views/summary/summary-form.ts';
import { wording } from './wording.svelte.ts';

export const partsOf = (figures: Figures) =>
  figures.options.map(({ id, label, shape, counted, count }) => ({
    ...{ id, count, label: wording.say(label) },
    shape: counted ? shape : ('unknown' as const),
  }));

/** "4 ja, 2 deels, 2 nee (n = 8)": what a bar says to who cannot see it. */
export function figuresAsText(figures: Figures): string {
  const counted = figures.options.filter((option) => option.counted);
  const counts = counted.map((option) => `${option.count} ${wording.say(option.label)}`).join(', ');
  return `${counts} (${wording.words.n(figures.n)})`;
}

/** What stands outside n, in words: don't know, split, withdrawn, hidden, not released, no answer. */
export function outsideOf(figures: Figures): string {
  const { words } = wording;
  const unknown = figures.options.filter((option) => !option.counted && option.count > 0);
  return [
    ...unknown.map((option) => `${option.count} ${wording.say(option.label)}`),
    ...(figures.split ? [words.splitCount(figures.split)] : []),
    ...(figures.withdrawn ? [words.withdrawnCount(figures.withdrawn)] : []),
    ...(figures.hidden ? [words.hiddenOutside(figures.hidden)] : []),
    ...(figures.unreleased ? [words.unreleased(figures.unreleased)] : []),
    ...(figures.notAnswered ? [words.notAnswered(figures.notAnswered)] : []),
  ].join(', ');
}

/** The largest n of a section: its bars compare with one another. */
export function widestOf({ items }: SectionView): number {
  return Math.max(1, ...items.flatMap((item) => item.prompts.map((prompt) => prompt.figures?.n ?? 0)));
}

/** How far the longest bar of a role reaches in a section: one scale for all of them. */
export function widestRoleOf({ items }: SectionView): number {
  const all = items.flatMap((item) => item.prompts.flatMap(({ perspectives }) => perspectives ?? []));
  const groups = all.flatMap((one) => (one.shown ? one.groups : []));
  return Math.max(1, ...groups.map(({ figures }) => reachOf(partsOf(figures))));
}

/** A model's parts for the figure, each with the bars of one question. */
export function figureItems(section: SectionView, prompt: string, scale: number): FigureItem[] {
  return section.members.flatMap((member) => {
    const { place } = member;
    if (!isPlace(place)) return [];
    const figures = promptIn(section.items, member.id, prompt)?.figures;
    const title = wording.say(member.title);
    return [
      {
        ...{ id: member.id, title, place },
        icon: member.icon ?? undefined,
        hue: member.hue ?? undefined,
        bars:
          figures && figures.n > 0
            ? { parts: partsOf(figures), scale, label: `${title}: ${figuresAsText(figures)}` }
            : undefined,
      },
    ];
  });
}

export const promptIn = (items: readonly ItemView[], item: string, prompt: string) =>
  items.find((known) => known.id === item)?.prompts.find((known) => known.id === prompt);

const figurePlaces = ['core', 'around', 'surrounding', 'before', 'after'] as const;
const isPlace = (place: string | null): place is FigureItem['place'] => figurePlaces.some((known) => known === place);
