/** Runs a plan: product and yardstick in turn, others beside them. */
import { alternating } from './arithmetic.ts';
import type { Work } from './load/whole.ts';
import type { Plan } from './plan.ts';
import { type Beside, nameOf, type Pair, type Results } from './results.ts';
import { runGrowth, runWhole } from './run.ts';
import { type System, yardstick } from './systems.ts';

type Measured = Pick<Results, 'sizes' | 'beside' | 'growth'>;
const sides = ['product', yardstick] as const;

/** `say`: told of each run. */
export async function measurePlan(plan: Plan, folder: string, say: (line: string) => void): Promise<Measured> {
  async function one(system: System, work: Work) {
    const from = performance.now();
    const whole = await runWhole(system, work, folder);
    say(`${nameOf(work)}, ${system}: ${((performance.now() - from) / 1000).toFixed(0)} s`);
    return whole;
  }
  async function pairOf(turn: number, work: Work): Promise<Pair> {
    const [first, second] = alternating(turn, ...sides);
    const [a, b] = [await one(first, work), await one(second, work)];
    return first === 'product' ? { product: a, yardstick: b } : { product: b, yardstick: a };
  }

  const sizes: Results['sizes'] = [];
  const beside: Beside[] = [];
  for (const { pairs: count, ...work } of plan.sizes) {
    const pairs: Pair[] = [];
    for (let turn = 0; turn < count; turn++) {
      const pair = await pairOf(turn, work);
      pairs.push(pair);
      for (const { system } of plan.beside.filter((one) => one.people === work.people && turn < one.pairs))
        beside.push({ system, people: work.people, whole: await one(system, work), yardstick: pair.yardstick });
    }
    sizes.push({ ...work, pairs });
  }
  const growth: Results['growth'] = [];
  for (let turn = 0; turn < plan.growth.pairs; turn++) {
    const made = {
      product: await runGrowth('product', plan.growth.stages, folder),
      yardstick: [] as Results['growth'][number]['yardstick'],
    };
    made.yardstick = await runGrowth(yardstick, plan.growth.stages, folder);
    say(`growth: ${turn + 1} of ${plan.growth.pairs}`);
    growth.push(made);
  }
  return { sizes, beside, growth };
}
