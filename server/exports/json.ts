import { commentsInFiles } from '../../shared/views/summary/comments.ts';
import { currentSummary } from '../../shared/views/summary.ts';
import type { ExportSource } from './export-source.ts';
import { type FieldContent, readableAnswers } from './readable-answers.ts';

/** Options by their ids: their labels are in the summary. */
const plainValue = (value: FieldContent) => {
  if (!('ids' in value)) return value;
  const { choices: _, ids, ...more } = value;
  return { ...more, choices: ids };
};

/** What a reader may see, for other programs; the way back in is the archive. */
export function jsonOf(source: ExportSource): string {
  const { log, state, research } = source;
  const answers = readableAnswers(source).map(({ step, item, movedTo, prompt, fields, unit: _, ...answer }) => ({
    ...{ step: step.id, item: item?.id ?? null, movedTo: movedTo?.id ?? null, prompt: prompt.id, ...answer },
    values: Object.fromEntries(fields.map(({ field, value }) => [field.id, plainValue(value)])),
  }));
  // What the team wrote beside the summary, unsigned.
  const comments = commentsInFiles(state).map(({ section, version, text, at }) => ({ section, version, text, at }));
  const whole = {
    format: 'in-gesprek/export@1',
    ...(research && { research }),
    summary: currentSummary(log),
    comments,
    answers,
  };
  return `${JSON.stringify(whole, null, 2)}\n`;
}
