/** What there is to draw of a summary: the model, or else its lists, a figure for each question. */
import { type BarPart, reachOf } from '../../../shared/figure/bar-boxes.ts';
import type { FigureItem } from '../../../shared/figure/figure-plan.ts';
import type { ItemView, PromptView, SectionView, Summary } from '../../../shared/views/summary.ts';
import { countsInWords, outsideOf } from '../document/counts.ts';
import type { Speech } from '../document/speech.ts';
import type { FigureRow } from './rows.ts';

export type Question = {
  /** The question; beside a list also what was asked about. */
  title: string;
  /** The parts of the model with their bars; null where there is no model. */
  model: FigureItem[] | null;
  rows: FigureRow[];
  legend: Pick<BarPart, 'label' | 'shape'>[];
  /** The count that fills half a bar. */
  scale: number;
  counted: { item: ItemView; prompt: PromptView }[];
};

const places = ['core', 'around', 'surrounding', 'before', 'after'] as const;
const isPlace = (place: string | null): place is FigureItem['place'] => places.some((known) => known === place);

const partsOf = ({ say }: Speech, { figures }: PromptView): BarPart[] =>
  (figures?.options ?? []).map(({ id, label, shape, counted, count }) => ({
    ...{ id, count, label: say(label) },
    shape: counted ? shape : ('unknown' as const),
  }));

function questionOf(speech: Speech, section: SectionView, prompt: PromptView, isModel: boolean): Question {
  const { say } = speech;
  const counted = section.items.flatMap((item) =>
    item.prompts
      .filter((one) => one.id === prompt.id && one.step === prompt.step && one.figures)
      .map((one) => ({ item, prompt: one })),
  );
  const scale = Math.max(1, ...counted.map((one) => reachOf(partsOf(speech, one.prompt))));
  const rows = counted.map(({ item, prompt: one }) => ({
    ...{ title: say(item.title), parts: partsOf(speech, one) },
    counts: one.figures ? countsInWords(speech, one.figures) : '',
    outside: one.figures ? outsideOf(speech, one.figures) : '',
  }));
  const barsOf = (id: string) => {
    const parts = counted.filter(({ item }) => item.id === id).map(({ prompt: one }) => partsOf(speech, one))[0];
    return parts?.some(({ shape, count }) => shape !== 'unknown' && count > 0)
      ? { parts, scale, label: '' }
      : undefined;
  };
  const model = section.members.flatMap(({ id, title, place }): FigureItem[] =>
    isPlace(place) ? [{ id, title: say(title), place, bars: barsOf(id) }] : [],
  );
  const legend = partsOf(speech, prompt).filter(({ shape }) => shape !== 'unknown');
  const title = isModel ? say(prompt.question) : `${say(section.title)}: ${say(prompt.question)}`;
  return { title, model: isModel ? model : null, rows, legend, scale, counted };
}

const promptsOf = (section: SectionView): PromptView[] => [
  ...new Map(
    section.items.flatMap((item) =>
      item.prompts.filter(({ figures }) => figures).map((prompt) => [`${prompt.step} ${prompt.id}`, prompt] as const),
    ),
  ).values(),
];

export function questionsOf(speech: Speech, { sections }: Summary): Question[] {
  const model = sections.find(({ members }) => members.some(({ place }) => place === 'core'));
  const drawn = model ? [model] : sections;
  return drawn.flatMap((section) =>
    promptsOf(section).map((prompt) => questionOf(speech, section, prompt, section === model)),
  );
}
