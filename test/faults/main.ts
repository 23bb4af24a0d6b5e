/**
 * `npm run faults`: breaks things on purpose and prints one table of what held. Behind `--`: `--full` for all of it and
 * more rounds, `--seed=7`, `--rounds=20`, and parts of the names of the faults to stay with; `--only=kill` for that one
 * alone; `--soak=8h` (`--kill-every=10m`, `0m`: never) for a long afternoon in the place of the table.
 */
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { faults } from './catalogue.ts';
import { missing, type Ran, runFault } from './run.ts';
import { durationOf, soak } from './soak.ts';

const { values, positionals } = parseArgs({
  options: {
    full: { type: 'boolean' },
    seed: { type: 'string' },
    rounds: { type: 'string' },
    only: { type: 'string' },
    soak: { type: 'string' },
    'kill-every': { type: 'string', default: '10m' },
  },
  allowPositionals: true,
});
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31));
const isWanted = (name: string) =>
  values.only ? name === values.only : positionals.length === 0 || positionals.some((one) => name.includes(one));
const roundsOf = ({ quick, full }: { quick: number; full: number }) =>
  Number(values.rounds ?? (values.full ? full : quick));

const load = loadavg().map((one) => one.toFixed(1));
console.log(
  `${cpus().length} cores (${cpus()[0]?.model.trim()}), load ${load.join(' ')} before, Node ${process.version}; phones and server share it`,
);
if (values.soak) {
  const held = await soak({ lasts: durationOf(values.soak), killEvery: durationOf(values['kill-every']), seed });
  process.exit(held ? 0 : 1);
}
const widths = [30, 6, 10, 26, 7];
const row = (cells: readonly string[]) => cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('  ');
console.log(row(['fault', 'rounds', 'seed', 'result', 'seconds', 'figures']));

let bad = 0;
for (const fault of faults.filter(({ name }) => isWanted(name))) {
  const rounds = roundsOf(fault);
  if (rounds === 0) continue;
  const lacking = missing(fault);
  if (lacking.length > 0) {
    console.log(row([fault.name, '', '', `not run: needs ${lacking.join(' and ')}`]));
    continue;
  }
  try {
    print(await runFault(fault, rounds, seed, true));
  } catch (error) {
    bad += 1;
    console.log(row([fault.name, `${rounds}`, `${seed}`, 'BROKEN', '', error instanceof Error ? error.message : '']));
  }
}
console.log(bad ? `${bad} did not hold` : 'all as promised, or open and told in docs/reliability.md');
process.exit(bad ? 1 : 0);

function print({ fault, rounds, seed, result, isGood, figures, seconds, broken }: Ran): void {
  console.log(row([fault.name, `${rounds}`, `${seed}`, result, seconds.toFixed(1), figures]));
  if (isGood) return;
  bad += 1;
  const examples = [...Map.groupBy(broken, ({ invariant }) => invariant).values()].flatMap((some) => some.slice(0, 5));
  for (const { invariant, what } of examples) console.log(`    ${invariant}: ${what}`);
}
