/** Writes the measured part of docs/performance.md, its plot and the figures behind them. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { median } from '../arithmetic.ts';
import type { Whole } from '../load/whole.ts';
import type { NodesResults } from '../nodes/measure.ts';
import type { Results } from '../results.ts';
import { nodesReportOf } from './nodes.ts';
import { type Curve, type Panel, plotOf } from './plot.ts';
import { reportOf } from './table.ts';

const docs = join(import.meta.dirname, '../../../docs');
const end = '<!-- /measured -->';
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

/** Puts what was measured between the marks of this command. */
function writePart(typed: string, measured: string): void {
  const page = join(docs, 'performance.md');
  const text = readFileSync(page, 'utf8');
  const begin = `<!-- measured: ${typed} -->`;
  const from = text.indexOf(begin);
  const to = text.indexOf(end, from);
  if (from < 0 || to < from) throw new Error(`${page} has no part to write in: ${begin} ... ${end}`);
  writeFileSync(page, `${text.slice(0, from)}${begin}\n${measured}\n${text.slice(to)}`);
}

export function writeDocs(results: Results): void {
  const plot = '![How the cost of an answer and of a join grows](pictures/performance.svg)';
  writePart('npm run bench -- --write', `${plot}\n\n${reportOf(results)}`);
  const described = 'Server CPU of an answer and of a join, by people in a session and by answers stored';
  writeFileSync(join(docs, 'pictures/performance.svg'), plotOf(panelsOf(results), described));
  writeFileSync(join(docs, 'performance.json'), `${JSON.stringify(results)}\n`);
}

export const writeNodes = (results: NodesResults): void =>
  writePart('npm run bench -- --nodes --write', nodesReportOf(results));
