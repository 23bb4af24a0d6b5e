import type { ExportSource } from '../export-source.ts';
import type { Code } from './codebook.ts';
import { guidsOf } from './guids.ts';
import { uniqueNames } from './names.ts';

/** The mechanisms by which people learn at a boundary: an empty folder, to be used by hand. */
export function mechanismsOf({ state, words }: ExportSource): Code[] {
  const { title, source, groups } = words.refi.mechanisms;
  const guid = guidsOf(state.session);
  const unique = uniqueNames();
  const folder = { guid: guid('mechanisms'), name: unique(title), about: source, codable: false };
  const codes = groups.map(({ name, about, processes }, place) => ({
    ...{ guid: guid('mechanism', String(place)), name: unique(name), about, codable: true },
    codes: processes.map((process, i) => ({
      ...{ guid: guid('mechanism', String(place), String(i)), name: unique(process), about: '' },
      ...{ codable: true, codes: [] },
    })),
  }));
  return [{ ...folder, codes }];
}
