import { type Item, type ItemSet, languages, type Text } from '../../script.ts';
import { stepOf } from '../../script-queries.ts';
import { entriesOf } from '../../session/table.ts';
import type { View } from './figures.ts';
import type { ItemView, Phrase, SectionView } from './summary-form.ts';

/** An item without a title is named by its text (a characteristic). */
export const titleOfItem = (item: Item): Text => item.title ?? item.text ?? { nl: item.id, en: item.id };

export const memberOf = (item: Item): SectionView['members'][number] => ({
  id: item.id,
  title: titleOfItem(item),
  text: item.title && item.text ? item.text : null,
  icon: item.icon ?? null,
  hue: item.hue ?? null,
  place: item.place ?? null,
  citation: item.citation ?? null,
  parts: [
    ...(item.points ? [{ label: null, points: item.points }] : []),
    ...(item.sections ?? []).map(({ label, intro, points }) => ({
      label,
      points: [...(intro ? [intro] : []), ...points],
    })),
  ],
});

/** Phrases that readers tapped as not clear; the nth phrase is the same one in each language. */
export function unclearOf({ state, attendance }: View, set: ItemSet, item: Item): ItemView['unclear'] {
  const count = Math.max(0, ...languages.map((language) => item.phrases?.[language]?.length ?? 0));
  if (count === 0) return null;
  const phrases: Phrase[] = Array.from({ length: count }, (_, i) => ({
    text: Object.fromEntries(
      languages.flatMap((language) => {
        const phrase = item.phrases?.[language]?.[i];
        return phrase ? [[language, phrase]] : [];
      }),
    ),
    count: 0,
  }));
  const readers = new Set<string>();
  const steps = state.script.steps.filter((step) => step.kind === 'reading' && step.items?.set === set.id);
  for (const { id } of steps) for (const seat of attendance[id]?.seats ?? []) readers.add(seat);
  for (const [place, tapped] of entriesOf(state.unclear)) {
    const [step = '', about, seat = ''] = place.split('/');
    if (about !== item.id || stepOf(state.script, step)?.items?.set !== set.id) continue;
    readers.add(seat);
    for (const index of tapped) {
      const phrase = phrases[index];
      if (phrase) phrase.count += 1;
    }
  }
  return readers.size ? { n: readers.size, phrases } : null;
}
