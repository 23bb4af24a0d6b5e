/** All that the catalogues in shared/words say, in both languages. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../../shared/script.ts';

const folder = join(import.meta.dirname, '../../shared/words');

export const catalogueNames: readonly string[] = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.nl.ts'))
  .map((file) => file.slice(0, -'.nl.ts'.length))
  .sort();

type Said = string | ((...made: never[]) => unknown);
/** What a catalogue says, by its path: `room.bar.menu`. */
export async function catalogueOf(name: string, language: Language): Promise<Map<string, Said>> {
  const found = new Map<string, Said>();
  const walk = (path: string, value: unknown): void => {
    if (typeof value === 'string') found.set(path, value);
    else if (typeof value === 'function') found.set(path, value as Said);
    else for (const [key, inner] of Object.entries(value ?? {})) walk(path ? `${path}.${key}` : key, inner);
  };
  walk('', { ...((await import(join(folder, `${name}.${language}.ts`))) as object) });
  return found;
}

/** What a sentence is made with, by the name of its parameter. */
const people = [['Noor'], ['Noor', 'Hamid']];
const sampleOf: Readonly<Record<string, readonly unknown[]>> = {
  ...{ names: people, partners: people, roles: [...people, []] },
  ...{ name: ['Noor'], role: ['verteller'], item: ['Leren'], title: ['Leren'], text: ['Leren'], label: ['Leren'] },
  ...{ place: ['Zaal 1', ''], date: ['1 mei'], day: ['1 mei'], time: ['2:00'], session: ['Leren'], parts: ['Leren'] },
  ...{ address: ['leren.nl'], reason: ['Wacht even.'], purpose: ['leren'], contact: ['Noor'], host: ['leren.nl'] },
  ...{ confirm: ['leren.nl'], stop: ['leren.nl'], dark: [true, false] },
  ...{ before: ['Leren'], after: ['Doen'], experts: ['docent'] },
  ...{ turn: [null, 2], seconds: [30, 60, 120, 45], days: [1, 90] },
};
/** The others are numbers: none, one, two, more. */
const numbers: readonly unknown[] = [0, 1, 2, 3, 5];
const isNumber =
  /^(_?count|n|total|number|size|people|done|max|used|left|nth|from|to|page|pages|speed|agree|differ|answers|units|minutes|needed|same)$/;

/** Every sentence that a catalogue can make: what is made of numbers and names, said with a few of them. */
export function sentencesIn(catalogue: ReadonlyMap<string, Said>): { path: string; text: string }[] {
  return [...catalogue].flatMap(([path, said]) => {
    if (typeof said === 'string') return [{ path, text: said }];
    const parameters = /^\(?([^)=]*(?:=\s*null)?)\)?\s*=>/.exec(said.toString())?.[1] ?? '';
    const names = parameters.split(',').map((one) => one.split('=')[0]?.trim() ?? '');
    const made = names.filter(Boolean).reduce<unknown[][]>(
      (rows, name) => {
        const samples = sampleOf[name] ?? (isNumber.test(name) ? numbers : undefined);
        if (!samples)
          throw new Error(`${path} is made with ${name}: say in test/support/catalogues.ts what that can be.`);
        return rows.flatMap((row) => samples.map((sample) => [...row, sample]));
      },
      [[]],
    );
    const texts = made.map((row) => said(...(row as never[]))).filter((text) => typeof text === 'string');
    return [...new Set(texts)].map((text) => ({ path, text }));
  });
}
