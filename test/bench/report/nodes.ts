/** What several nodes on one PostgreSQL cost beside one, as Markdown. */
import { median, type Ratio, ratioOf } from '../arithmetic.ts';
import type { Phase } from '../load/phase.ts';
import type { PhaseName, Whole } from '../load/whole.ts';
import { type Arrangement, arrangements, type NodesResults } from '../nodes/measure.ts';
import { nameOf } from '../results.ts';
import { aimOf } from './aims.ts';
import { aboutOf, aimTable, round, tableOf, waits } from './table.ts';

type SizeResults = NodesResults['sizes'][number];
/** Of what is measured, those that the aim is about. */
const aimed: PhaseName[] = ['joinPaced', 'joinFast', 'answersPaced', 'answers1', 'answersAtOnce'];
const most = 1.15;
/** Of one node the first; see `arrangements`. */
const one = 0;

const phaseOf = (whole: Whole | undefined, phase: PhaseName): Phase | undefined => whole?.phases[phase];

/** Two, by chance and held. */
const compared = [...arrangements.entries()].filter(([, { nodes }]) => nodes === 2);
const said = ({ nodes, held }: Arrangement): string => (nodes === 1 ? '1' : `${nodes}, ${held ? 'held' : 'by chance'}`);

/** By this arrangement to one node, in the same round. */
const ratio = (
  { rounds }: SizeResults,
  arrangement: number,
  of: (whole: Whole | undefined) => number | undefined,
): Ratio => ratioOf(rounds.map((wholes) => [of(wholes[arrangement]) ?? Number.NaN, of(wholes[one]) ?? Number.NaN]));

function aimsOfNodes({ sizes }: NodesResults) {
  return sizes.flatMap((size) =>
    compared.flatMap(([i, arrangement]) =>
      aimed.map((phase) => {
        const words = waits.find(([name]) => name === phase)?.[1] ?? phase;
        const found = ratio(size, i, (whole) => phaseOf(whole, phase)?.cpuEach);
        const name = `${nameOf(size)}: ${said(arrangement)}, to one node, CPU of an ${words}`;
        return aimOf(name.replace('an join', 'a join'), most, found);
      }),
    ),
  );
}

function rowsOf({ rounds, ...size }: SizeResults): string[][] {
  return waits
    .filter(([phase]) => rounds[0]?.[one]?.phases[phase])
    .flatMap(([phase, words]) =>
      arrangements.map((arrangement, i) => {
        const middle = (of: (phase: Phase) => number | undefined) =>
          round(
            median(
              rounds.map((wholes) => {
                const found = phaseOf(wholes[i], phase);
                return (found && of(found)) ?? Number.NaN;
              }),
            ),
          );
        const nodes = ratio({ rounds, ...size }, i, (whole) => phaseOf(whole, phase)?.cpuEach);
        const database = (key: 'cpu' | 'statements' | 'commits' | 'log') =>
          middle(({ database: spent }) => spent?.[key]);
        return [
          ...[nameOf(size), words, said(arrangement), middle(({ cpuEach }) => cpuEach), `${nodes.median.toFixed(2)}x`],
          ...[database('cpu'), database('statements'), database('commits'), database('log')],
          ...[middle(({ p50 }) => p50), middle(({ p99 }) => p99)],
          ...[middle(({ wallP50 }) => wallP50), middle(({ wallP99 }) => wallP99), middle(({ load }) => load)],
        ];
      }),
    );
}

const memoryRows = ({ rounds, ...size }: SizeResults): string[][] =>
  arrangements.map((arrangement, i) => {
    const middle = (of: (whole: Whole) => number) =>
      round(median(rounds.flatMap((wholes) => (wholes[i] ? [of(wholes[i])] : []))));
    return [
      nameOf(size),
      said(arrangement),
      middle(({ rssEach }) => rssEach / 1024),
      middle(({ rss }) => rss / 2 ** 20),
    ];
  });

export function nodesReportOf(results: NodesResults): string {
  return [
    aboutOf(results),
    'Held: all of a session (lines, joins, its desk’s requests) goes to one node, as by docs/deploy/nginx-nodes.conf; the sessions go to each node in turn. By chance: each request and each line goes to a node that chance picks, as by a balancer that holds nobody to one: every session lives on all of them, which is the dearest that it can be. Nodes, database and load share the cores, so more nodes cannot show more throughput here, and waiting is that for a processor; what can be read is what a join and an answer cost. Data of the database as above, with fsync.',
    aimTable(aimsOfNodes(results)),
    'Milliseconds, medians of the rounds. CPU: of all nodes together, and of the database beside it, for each join or answer; statements and commits that the database saw, also of what nodes ask by themselves, and bytes of its write-ahead log.',
    tableOf(
      [
        ...['people', 'work', 'nodes', 'CPU each', 'to one node', 'database CPU', 'statements', 'commits', 'log bytes'],
        ...['p50', 'p99', 'wall p50', 'wall p99', 'load'],
      ],
      results.sizes.flatMap(rowsOf),
    ),
    'Memory with everybody there and quiet: of all nodes together, and the kilobytes that each phone adds to it.',
    tableOf(['people', 'nodes', 'kB each', 'MB in all'], results.sizes.flatMap(memoryRows)),
  ].join('\n\n');
}
