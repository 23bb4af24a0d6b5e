/** The figure with its counts as a picture: the model, or the items of a list; under it the same in rows. */
import { currentSummary } from '../../shared/views/summary.ts';
import { speechIn } from './document/speech.ts';
import type { ExportSource } from './export-source.ts';
import { type Drawing, stacked } from './figure/drawing.ts';
import { drawModel } from './figure/model.ts';
import { type Question, questionsOf } from './figure/questions.ts';
import { drawHeading, drawLegend, drawRows } from './figure/rows.ts';
import { svgOf } from './figure/svg.ts';

const drawQuestion = ({ title, model, rows, legend, scale }: Question): Drawing =>
  stacked([drawHeading(title), ...(model ? [drawModel(model)] : []), drawLegend(legend), drawRows(rows, scale)], 36);

const saidOf = ({ title, rows }: Question): string =>
  `${title} ${rows.map((row) => [`${row.title}: ${row.counts}`, row.outside].filter(Boolean).join('; ')).join('. ')}.`;

export function figureSvgOf({ log, language }: Pick<ExportSource, 'log' | 'language'>): string {
  const speech = speechIn(language);
  const summary = currentSummary(log);
  const title = summary.head.title || speech.say(summary.head.script);
  const questions = questionsOf(speech, summary);
  const drawings = questions.length ? questions.map(drawQuestion) : [drawHeading(speech.words.nothing)];
  const description = questions.length ? questions.map(saidOf).join('\n') : speech.words.nothing;
  return svgOf(stacked([drawHeading(title), ...drawings], 70), { title, description, language });
}
