/** The figures as Markdown tables: for the terminal and for docs/performance.md. */
import { median } from '../arithmetic.ts';
import type { PhaseName, Whole } from '../load/whole.ts';
import type { InBrowser } from '../parts/in-browser.ts';
import type { LongSession } from '../parts/long-session.ts';
import { type About, nameOf, type Results } from '../results.ts';
import { yardstick } from '../systems.ts';
import { type Aim, aimsOf, limitedBy, yardstickAims } from './aims.ts';

export const round = (value: number): string =>
  Number.isNaN(value) ? '-' : value.toLocaleString('en', { maximumSignificantDigits: value >= 100 ? 4 : 2 });

export const tableOf = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

export function aimTable(aims: readonly Aim[]): string {
  return tableOf(
    ['aim', 'at most', 'measured', 'range', 'pairs', ''],
    aims.map(({ name, bound, unit, ratio: { median, least, most, pairs }, reached }) => {
      const written = (value: number) => (unit === 'x' ? `${value.toFixed(2)}x` : `${round(value)} ${unit}`);
      const range = pairs > 1 ? `${written(least)} - ${written(most)}` : '';
      return [name, written(bound), `**${written(median)}**`, range, `${pairs}`, reached ? 'reached' : 'not reached'];
    }),
  );
}

export const waits: [PhaseName, string][] = [
  ['joinPaced', 'join, paced'],
  ['joinFast', 'join, as fast as they can'],
  ['quiet', '10 s of quiet'],
  ['answersPaced', 'answer, paced'],
  ['answers1', 'answer, in 1 s'],
  ['answersAtOnce', 'answer, all at once'],
  ['back', 'back, nothing missed'],
  ['backMissed', 'back, 50 events missed'],
];

/** Medians of the runs. */
function rowsOf(name: string, system: string, wholes: readonly Whole[]): string[][] {
  const middle = (of: (whole: Whole) => number | undefined) =>
    round(median(wholes.map((whole) => of(whole) ?? Number.NaN)));
  return waits
    .filter(([phase]) => wholes[0]?.phases[phase])
    .map(([phase, words]) => [
      ...[name, system, words],
      ...(['p50', 'p99', 'wallP50', 'wallP99', 'cpuEach', 'lateP99', 'load'] as const).map((key) =>
        middle(({ phases }) => phases[phase]?.[key]),
      ),
    ]);
}

function memoryRow(name: string, system: string, wholes: readonly Whole[]): string[] {
  const middle = (of: (whole: Whole) => number) => round(median(wholes.map(of)));
  return [
    ...[name, system, middle(({ rssEach }) => rssEach / 1024), middle(({ rss }) => rss / 2 ** 20)],
    middle(({ mostRss }) => mostRss / 2 ** 20),
    ...[
      middle(({ lineBytes }) => lineBytes),
      middle(({ joinBytes }) => joinBytes),
      middle(({ scriptBytes }) => scriptBytes),
    ],
  ];
}

/** Every system at every size. */
function groupsOf({ sizes, beside }: Results): [string, string, Whole[]][] {
  return sizes.flatMap(({ pairs, ...size }) => [
    [nameOf(size), 'product', pairs.map(({ product }) => product)] as [string, string, Whole[]],
    [nameOf(size), yardstick, pairs.map((pair) => pair.yardstick)] as [string, string, Whole[]],
    ...[
      ...Map.groupBy(
        beside.filter(({ people }) => people === size.people),
        ({ system }) => system,
      ),
    ].map(([system, all]) => [nameOf(size), system, all.map(({ whole }) => whole)] as [string, string, Whole[]]),
  ]);
}

export function aboutOf({ machine, versions, at, commit, full, minutes }: About): string {
  const versionWords = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  return `Measured on ${at.slice(0, 10)}, commit ${commit}, ${full ? 'full' : 'quick'} run of ${minutes} minutes: ${machine.cores} cores (${machine.model}), ${machine.memory} GB, ${machine.system}, load ${machine.load.join(' ')} before, data ${machine.data}; ${versionWords.join(', ')}.`;
}

export function reportOf(results: Results): string {
  const { growth } = results;
  const limited = limitedBy(results);
  const groups = groupsOf(results);
  return [
    aboutOf(results),
    '### Aims',
    `How many times the yardstick (${yardstick}), but for those with a unit or an arrow. The median of the pairs' ratios decides.`,
    aimTable(aimsOf(results)),
    ...(results.beside.length ? [aimTable(yardstickAims(results))] : []),
    limited.length
      ? `The load generator was (nearly) the limit: ${limited.join('; ')}.`
      : 'Nowhere was the load generator the limit (0.9 of a core or more).',
    '### Times and processor',
    'Milliseconds, medians of the runs; `load` is what the load generator used of one core.',
    tableOf(
      ['people', 'system', 'work', 'p50', 'p99', 'wall p50', 'wall p99', 'server CPU each', 'loop late p99', 'load'],
      groups.flatMap(([name, system, wholes]) => rowsOf(name, system, wholes)),
    ),
    '### Memory and bytes',
    'The process with everybody there and quiet, after a collection; bytes to one phone over the whole afternoon.',
    tableOf(
      [
        'people',
        'system',
        'kB each',
        'MB in all',
        'MB at most',
        'bytes by the line',
        'at joining, by HTTP',
        "script's part",
      ],
      groups.map(([name, system, wholes]) => memoryRow(name, system, wholes)),
    ),
    '### As a session grows',
    'Server CPU in ms; 500 people answer, 100 come, and 20 walls and desks open, with so many answers stored. Medians.',
    growthTable(growth),
    ...partLines(results),
  ].join('\n\n');
}

function growthTable(growth: Results['growth']): string {
  const stages = growth[0]?.product.map(({ stored }) => stored) ?? [];
  return tableOf(
    ['stored', 'system', 'an answer', 'a phone joins', "a wall's welcome", 'its kB', "a desk's welcome", 'its kB'],
    stages.flatMap((stored, i) =>
      (['product', 'yardstick'] as const).map((side) => {
        const middle = (key: 'answer' | 'phone' | 'wall' | 'wallBytes' | 'desk' | 'deskBytes') =>
          median(growth.map((one) => one[side][i]?.[key] ?? Number.NaN));
        return [
          ...[stored.toLocaleString('en'), side === 'product' ? side : yardstick],
          ...[
            round(middle('answer')),
            round(middle('phone')),
            round(middle('wall')),
            round(middle('wallBytes') / 1000),
          ],
          ...[round(middle('desk')), round(middle('deskBytes') / 1000)],
        ];
      }),
    ),
  );
}

function partLines({ parts }: Results): string[] {
  if (!parts) return [];
  const { typing, pairing, answers, exports, long, inBrowser, pages } = parts;
  return [
    '### Parts',
    `A key to the partner, ${typing.pairs} pairs typing at once: p50 ${round(typing.p50)} ms, p99 ${round(typing.p99)} ms. Bringing 300 people together over 3 rounds: ${round(pairing.milliseconds)} ms, ${pairing.repeats} sat together again.`,
    tableOf(
      [
        'file',
        'answers',
        's',
        'MB',
        'acknowledged next door before: p50, p95, p99',
        'meanwhile',
        'server MB before, at most',
      ],
      exports.map(({ kind, seconds, megabytes, quiet, busy, memory }) => [
        ...[kind, answers.toLocaleString('en'), round(seconds), round(megabytes)],
        ...[quiet, busy].map(({ p50, p95, p99 }) => [p50, p95, p99].map(round).join(', ')),
        memory ? `${round(memory.before)}, ${round(memory.most)}` : '-',
      ]),
    ),
    ...(long.length > 0 ? [longTable(long)] : []),
    browserLine(inBrowser),
    tableOf(
      ['first load', 'kB gzip', 'script', 'style'],
      pages.map(({ page, script, style }) => [
        page,
        ...[script + style, script, style].map((bytes) => round(bytes / 1000)),
      ]),
    ),
  ];
}

function browserLine({ wall, summary }: InBrowser): string {
  const [empty, halfway, full] = wall.heap.map(round);
  return (
    `In Chromium, 1920 x 1080, on this machine: a wall that shows answers as they come, ${wall.perSecond} a second, ${wall.answers.toLocaleString('en')} in all: longest task ${round(wall.longest)} ms, ${wall.long} over 100 ms; heap ${empty} MB before, ${halfway} with half of them, ${full} with all. ` +
    `A summary of ${summary.answers.toLocaleString('en')} answers: ${round(summary.shown / 1000)} s until it is there, longest task ${round(summary.longest / 1000)} s, heap ${round(summary.heap)} MB.`
  );
}

/** A session of an hour beside one of a long day: milliseconds, and gzipped kilobytes that a newcomer is told. */
const longTable = (long: LongSession[]): string =>
  tableOf(
    [
      ...['events', 'hours', 'first desk after a start', 'a desk comes', 'a wall', 'a phone joins', 'an answer'],
      ...['summary', 'looking back', 'kB: desk', 'wall', 'phone', 'looking back'],
    ],
    long.map(({ events, hours, opening, desk, wall, join, answer, summary, replay, kilobytes }) => [
      ...[events.toLocaleString('en'), String(hours)],
      ...[opening, desk, wall, join, answer, summary, replay].map(round),
      ...[kilobytes.desk, kilobytes.wall, kilobytes.phone, kilobytes.replay].map(round),
    ]),
  );
