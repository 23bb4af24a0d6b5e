/** What we want, and whether it is reached: most aims are a ratio to the yardstick in the same minutes. */
import { median, type Ratio, ratioOf } from '../arithmetic.ts';
import type { Stage } from '../load/growth.ts';
import type { Phase } from '../load/phase.ts';
import type { PhaseName, Whole } from '../load/whole.ts';
import { nameOf, type Results } from '../results.ts';

export type Aim = {
  name: string;
  /** With a unit, or how many times. */
  bound: number;
  unit: '' | 'x' | 'MB' | 'kB' | 'ms';
  ratio: Ratio;
  reached: boolean;
};

export const aimOf = (name: string, bound: number, ratio: Ratio, unit: Aim['unit'] = 'x'): Aim => ({
  ...{ name, bound, unit, ratio, reached: ratio.median <= bound },
});

const phaseNames: Partial<Record<PhaseName, string>> = {
  answersPaced: 'paced',
  answers1: 'in 1 s',
  answersAtOnce: 'all at once',
};
type Answering = keyof typeof phaseNames;
const answering = Object.keys(phaseNames) as Answering[];

type Figure = Exclude<keyof Phase, 'database'>;

const figure = (whole: Whole, phase: PhaseName, key: Figure): number => whole.phases[phase]?.[key] ?? Number.NaN;

export function aimsOf(results: Results): Aim[] {
  const big = results.sizes.filter(({ sessions, people }) => sessions === 1 && people >= 1000);
  const aims: Aim[] = [];
  for (const { pairs, ...size } of big) {
    const ratio = (of: (whole: Whole) => number) =>
      ratioOf(pairs.map(({ product, yardstick }) => [of(product), of(yardstick)]));
    const people = `${nameOf(size)} people`;
    const add = (name: string, bound: number, of: (whole: Whole) => number) =>
      aims.push(aimOf(`${people}: ${name}`, bound, ratio(of)));
    const each = (name: string, bound: number, key: Figure) => {
      for (const phase of answering) add(`${name}, ${phaseNames[phase]}`, bound, (whole) => figure(whole, phase, key));
    };
    each('answer on the wall, p99', 1.5, 'wallP99');
    each('answer acknowledged, p99', 1.5, 'p99');
    each('server CPU per answer', 2, 'cpuEach');
    add('server CPU per join, paced', 2, (whole) => figure(whole, 'joinPaced', 'cpuEach'));
    add('server CPU per join, as fast as they can', 2, (whole) => figure(whole, 'joinFast', 'cpuEach'));
    add('memory per participant', 1.5, ({ rssEach }) => rssEach);
    each('loop delay p99', 1.5, 'lateP99');
    if (size.people === 1000)
      aims.push(
        aimOf(
          `${people}: memory of the process`,
          512,
          figuresOf(pairs.map(({ product }) => product.rss / 2 ** 20)),
          'MB',
        ),
      );
  }
  return [...aims, ...growthAims(results), ...pageAims(results)].filter(({ ratio }) => !Number.isNaN(ratio.median));
}

/** Of one side alone. */
const figuresOf = (values: readonly number[]): Ratio => ratioOf(values.map((value) => [value, 1]));

function growthAims({ sizes, growth }: Results): Aim[] {
  const whole = (sessions: number, people: number) =>
    sizes.find((size) => size.sessions === sessions && size.people === people)?.pairs.map(({ product }) => product) ??
    [];
  const [small, large] = [whole(100, 30), whole(1, 4000)];
  const people = large.flatMap((one, i): [number, number][] => {
    const other = small[i % Math.max(1, small.length)];
    return other ? [[figure(one, 'answersPaced', 'cpuEach'), figure(other, 'answersPaced', 'cpuEach')]] : [];
  });
  const grown = (of: (stage: Stage) => number) =>
    ratioOf(
      growth.flatMap(({ product }): [number, number][] => {
        const [first, last] = [product[0], product.at(-1)];
        return first && last ? [[of(last), of(first)]] : [];
      }),
    );
  const to = (growth[0]?.product.at(-1)?.stored ?? 0).toLocaleString('en');
  return [
    aimOf('cost of an answer, sessions of 30 -> one of 4,000', 1.3, ratioOf(people)),
    aimOf(
      `cost of an answer, 100 -> ${to} stored`,
      1.3,
      grown(({ answer }) => answer),
    ),
    aimOf(
      `cost of joining for a phone, 100 -> ${to} stored`,
      1.3,
      grown(({ phone }) => phone),
    ),
    ...(['wall', 'desk'] as const).map((screen) =>
      aimOf(
        `cost of a ${screen}'s welcome for each byte of it, 100 -> ${to} stored`,
        1.3,
        grown((stage) => stage[screen] / stage[`${screen}Bytes`]),
      ),
    ),
  ];
}

function pageAims({ parts }: Results): Aim[] {
  const phone = parts?.pages.find(({ page }) => page === 'phone');
  const busy = parts?.exports.map(({ busy, quiet }): [number, number] => [busy.p99, quiet.p99]);
  return [
    ...(busy ? [aimOf('acknowledged next door while a file of 10,000 answers is made, p99', 2, ratioOf(busy))] : []),
    ...(parts
      ? [
          aimOf(
            'wall, 1,000 answers at 50 a second: longest task of its browser',
            100,
            figuresOf([parts.inBrowser.wall.longest]),
            'ms',
          ),
        ]
      : []),
    ...(phone
      ? [
          aimOf(
            "phone's first load (script and style, gzip)",
            60,
            figuresOf([(phone.script + phone.style) / 1000]),
            'kB',
          ),
        ]
      : []),
  ];
}

/** The yardstick is only one if it costs little more than bare WebSockets do. */
export function yardstickAims({ beside }: Results): Aim[] {
  const bare = beside.filter(({ system }) => system === 'ws');
  const ratio = (phase: PhaseName) =>
    ratioOf(bare.map(({ whole, yardstick }) => [figure(yardstick, phase, 'cpuEach'), figure(whole, phase, 'cpuEach')]));
  return [
    aimOf('yardstick to bare ws: server CPU per answer, in 1 s', 1.7, ratio('answers1')),
    aimOf('yardstick to bare ws: server CPU per join, paced', 2.1, ratio('joinPaced')),
  ].filter(({ ratio }) => !Number.isNaN(ratio.median));
}

/** Where the load generator used nearly a whole core, so that it may be what was measured. */
export function limitedBy({ sizes }: Results): string[] {
  return sizes.flatMap(({ pairs, ...size }) =>
    (['product', 'yardstick'] as const).flatMap((side) =>
      (Object.keys(pairs[0]?.[side].phases ?? {}) as PhaseName[])
        .filter((phase) => median(pairs.map((pair) => figure(pair[side], phase, 'load'))) >= 0.9)
        .map((phase) => `${nameOf(size)}, ${side}, ${phase}`),
    ),
  );
}
