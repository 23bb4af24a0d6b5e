/** The figure with its counts, for each question: the picture, and the same as a table. */
import type { Summary } from '../../../shared/views/summary.ts';
import { stacked } from '../figure/drawing.ts';
import { drawModel } from '../figure/model.ts';
import { type Question, questionsOf } from '../figure/questions.ts';
import { drawLegend, drawRows } from '../figure/rows.ts';
import { type Block, heading } from './blocks.ts';
import { countTables } from './counts.ts';
import type { Speech } from './speech.ts';

function figureBlocks(speech: Speech, { title, model, rows, legend, scale, counted }: Question): Block[] {
  const { words, paper } = speech;
  const picture = model ? drawModel(model) : drawRows(rows, scale);
  const said = rows.map((row) => `${row.title}: ${row.counts}`).join('; ');
  const tableRows = counted.flatMap(({ item, prompt }) =>
    prompt.figures ? [{ name: speech.say(item.title), figures: prompt.figures }] : [],
  );
  return [
    heading(2, words.figure(title)),
    { kind: 'figure', title, alt: paper.figureAlt(title, said), drawing: stacked([picture, drawLegend(legend)], 30) },
    ...countTables(speech, paper.item, title, tableRows),
  ];
}

/** One item is no figure. */
export const figuresOf = (speech: Speech, summary: Summary): Block[] =>
  questionsOf(speech, summary)
    .filter(({ counted }) => counted.length > 1)
    .flatMap((question) => figureBlocks(speech, question));
