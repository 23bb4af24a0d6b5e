import { groupBy } from '../../../shared/group-by.ts';
import { say } from '../../../shared/script-queries.ts';
import { currentSummary } from '../../../shared/views/summary.ts';
import type { ExportSource } from '../export-source.ts';
import type { Codebook } from './codebook.ts';
import { shortName } from './names.ts';
import { openText } from './source-text.ts';
import type { SourceText } from './unit-sources.ts';

/** What was noted while people talked: one text for each subgroup, and one for the room as a whole. */
export function noteSources({ log, language, words }: ExportSource, codebook: Codebook): SourceText[] {
  const { refi } = words;
  const { notes, agreements } = currentSummary(log);
  const noted = [...groupBy(notes, ({ subgroup }) => (subgroup ? say(subgroup, language) : ''))].map(
    ([subgroup, own]) => {
      const label = subgroup ? `${refi.notes} ${subgroup}` : refi.notes;
      const out = openText();
      out.line(label);
      for (const { key, kind, text, item } of own) {
        const title = item ? say(item, language) : '';
        const codes = [codebook.itemCalled(title), codebook.guidOf('note', kind)];
        out.line();
        out.line(`${refi.noteKinds[kind]}${title ? ` – ${title}` : ''}`);
        out.select(text, {
          ...{ key: [key], name: shortName(`${refi.notes} ${refi.noteKinds[kind]}`), at: '' },
          codes: codes.filter((code) => code !== undefined),
        });
      }
      return {
        ...{ key: ['notes', subgroup], label, ...out.close() },
        unit: { kind: refi.notes, people: 0, subgroup, roles: [] },
      };
    },
  );
  const agreed = agreements.map(({ step, title, columns, rows }): SourceText => {
    const label = shortName(say(title, language));
    const out = openText();
    out.line(label);
    for (const { cells } of rows) {
      out.line();
      for (const [i, cell] of cells.entries()) if (cell) out.line(`${say(columns[i]?.label, language)} ${cell}`.trim());
    }
    return {
      ...{ key: ['agreements', step], label, ...out.close() },
      unit: { kind: refi.notes, people: 0, subgroup: '', roles: [] },
    };
  });
  return [...noted, ...agreed];
}
