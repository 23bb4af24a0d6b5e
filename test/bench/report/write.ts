/** Writes the measured part of docs/performance.md, its plot and the figures behind them. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { median } from '../arithmetic.ts';
import type { Whole } from '../load/whole.ts';
import type { Results } from '../results.ts';
import { type Curve, type Panel, plotOf } from './plot.ts';
import { reportOf } from './table.ts';

const docs = join(import.meta.dirname, '../../../docs');
const [begin, end] = ['<!-- measured: npm run bench -- --write -->', '<!-- /measured -->'];
const sides = ['product', 'yardstick'] as const;

function panelsOf({ sizes, growth }: Results): Panel[] {
  const bySize = (of: (whole: Whole) => number | undefined): Curve[] =>
    sides.map((name) => ({
      name,
      // Thirty people alone are too few to measure what one costs: a hundred such sessions stand for it.
      points: sizes
        .filter(({ sessions, people }) => people > 30 || sessions > 1)
        .map(({ people, pairs }) => [people, median(pairs.map((pair) => of(pair[name]) ?? Number.NaN))] as const)
        .filter(([, value]) => !Number.isNaN(value))
        .sort(([a], [b]) => a - b),
    }));
  const byStage = (key: 'answer' | 'phone'): Curve[] =>
    sides.map((name) => ({
      name,
      points: (growth[0]?.[name] ?? []).map(
        ({ stored }, i) => [stored, median(growth.map((one) => one[name][i]?.[key] ?? Number.NaN))] as const,
      ),
    }));
  const ms = '(CPU, ms)';
  return [
    {
      title: `An answer ${ms}`,
      across: 'people in a session',
      curves: bySize(({ phases }) => phases.answersPaced?.cpuEach),
    },
    { title: `A join ${ms}`, across: 'people in a session', curves: bySize(({ phases }) => phases.joinPaced?.cpuEach) },
    { title: `An answer ${ms}`, across: 'answers stored', curves: byStage('answer') },
    { title: `A join ${ms}`, across: 'answers in the log', curves: byStage('phone') },
  ];
}

export function writeDocs(results: Results): void {
  const page = join(docs, 'performance.md');
  const text = readFileSync(page, 'utf8');
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${page} has no part to write in: ${begin} ... ${end}`);
  const plot = '![How the cost of an answer and of a join grows](pictures/performance.svg)';
  const measured = `${begin}\n${plot}\n\n${reportOf(results)}\n`;
  writeFileSync(page, text.slice(0, from) + measured + text.slice(to));
  const described = 'Server CPU of an answer and of a join, by people in a session and by answers stored';
  writeFileSync(join(docs, 'pictures/performance.svg'), plotOf(panelsOf(results), described));
  writeFileSync(join(docs, 'performance.json'), `${JSON.stringify(results)}\n`);
}
