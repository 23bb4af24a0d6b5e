/** `npm run faults -- --soak=8h`: a long afternoon of answers, people who come and go, and a server that is killed now and then. */
import { setTimeout } from 'node:timers/promises';
import { randomFrom } from '../support/room-random.ts';
import type { Broken } from './check.ts';
import { lostEnds, newFolder, type Program, startProgram } from './support/program.ts';
import { openRoom, type Room } from './support/room.ts';
import { quantile, until } from './support/until.ts';

const phones = 200;
const minute = 60_000;
const hour = 60 * minute;
/** Each phone sends ten answers an hour, 2,000 in all; somebody goes and somebody else comes now and then. */
const sayEvery = 1_800;
const changeEvery = 20_000;

/** "8h" or "90m" in milliseconds. */
export function durationOf(words: string): number {
  const [, count, unit] = /^(\d+)(m|h)$/.exec(words) ?? [];
  if (!count) throw new Error(`not so many minutes or hours: ${words}`);
  return Number(count) * (unit === 'h' ? hour : minute);
}

/** `held`: bytes that it needs; `seq`: how long the log was. */
type Sample = { at: number; rss: number; held: number; seq: number };

/** How much more of one for one more of the other: the straight line that lies nearest to what was measured. */
function slopeOf(samples: readonly Sample[], of: keyof Sample, by: keyof Sample): number {
  const mean = (value: (sample: Sample) => number) =>
    samples.reduce((sum, one) => sum + value(one), 0) / samples.length;
  const [x, y] = [mean((one) => one[by]), mean((one) => one[of])];
  return mean((one) => (one[by] - x) * (one[of] - y)) / mean((one) => (one[by] - x) ** 2);
}

/** What an hour adds in all, to what it needs, and what one line of the log costs of that. */
function growthOf(samples: readonly Sample[]): string {
  if (samples.length < 2) return 'growth not measured';
  const [rss, held] = [slopeOf(samples, 'rss', 'at'), slopeOf(samples, 'held', 'at')].map((one) => (one * hour) / 1e6);
  const perLine = slopeOf(samples, 'held', 'seq') / 1e3;
  return `rss ${rss?.toFixed(1)} MB/h, needed ${held?.toFixed(1)} MB/h or ${perLine.toFixed(2)} kB per line of the log, over ${samples.length} samples`;
}

/** What it held more than a program does that begins with the same log and the same phones: bytes. */
async function leakOf(program: Program, room: Room): Promise<number> {
  const { held } = await program.settled();
  await program.kill('SIGTERM');
  await program.start();
  await until('all are back', () => room.backOnline() === room.phones.length);
  const anew = await program.settled();
  // A start is not what this measures.
  program.forgetLag();
  return held - anew.held;
}

type Options = { lasts: number; killEvery: number; seed: number };

/** Prints what it holds as it goes, and one line at the end; whether all held. */
export async function soak({ lasts, killEvery, seed }: Options): Promise<boolean> {
  const cleaning: (() => unknown)[] = [];
  const after = (clean: () => unknown) => void cleaning.push(clean);
  const random = randomFrom(seed);
  const program = await startProgram(after, newFolder(after));
  const room = await openRoom({ rounds: 1, seed, random, after }, program, { phones });
  const from = performance.now();
  const passed = () => performance.now() - from;
  const sampleEvery = Math.min(minute, lasts / 40);
  const killAt = killEvery > 0 ? Math.min(killEvery, lasts / 3) : Number.POSITIVE_INFINITY;
  const samples: Sample[] = [];
  const lags: number[] = [];
  const broken: Broken[] = [];
  let leaked = Number.NaN;
  let [came, went, kills, sampled, changed, killed] = [0, 0, 0, 0, 0, 0];
  try {
    while (passed() < lasts) {
      const seated = room.phones.filter((phone) => phone.unit());
      void room.say(random.pick(seated));
      if (passed() - changed > changeEvery) {
        changed = passed();
        // The first one's seat has a second screen, that is looked at in the end.
        await room.leave(random.pick(seated.filter((phone) => phone !== room.phones[0])));
        await room.come();
        [came, went] = [came + 1, went + 1];
      }
      if (passed() - killed > killAt) {
        killed = passed();
        kills += 1;
        await program.kill('SIGKILL');
        await program.start();
        await until('all are back', () => room.backOnline() === room.phones.length);
      }
      if (passed() - sampled > sampleEvery) {
        sampled = passed();
        const { rss, held, lagP99 } = await program.settled();
        samples.push({ at: sampled, rss, held, seq: room.length() });
        lags.push(lagP99);
        console.log(
          `${(sampled / minute).toFixed(1)} min: ${(rss / 1e6).toFixed(1)} MB, ${(held / 1e6).toFixed(2)} needed, ${room.acknowledged()} answers acknowledged, ${kills} kills`,
        );
      }
      await setTimeout(sayEvery);
    }
    await room.drained(minute);
    leaked = await leakOf(program, room);
    broken.push(...(await room.end()).broken, ...lostEnds(program));
  } catch (error) {
    broken.push({ invariant: 'act', what: error instanceof Error ? error.message : 'unknown' });
  } finally {
    for (const clean of cleaning.reverse()) await clean();
  }
  for (const { invariant, what } of broken.slice(0, 10)) console.log(`    ${invariant}: ${what}`);
  const warm = samples.filter(({ at }) => at > Math.min(hour, lasts / 4));
  console.log(
    `soak of ${lasts / minute} minutes, seed ${seed}: ${broken.length ? 'BROKEN' : 'held'}; ${phones} phones, ${room.acts.length} answers, ${came} came, ${went} went, ${kills} kills; ${growthOf(warm)}, of which ${(leaked / 1e6).toFixed(2)} MB in all was gone after a start anew, most ${(Math.max(...samples.map(({ rss }) => rss)) / 1e6).toFixed(0)} MB, loop late ${quantile(lags, 1).toFixed(0)} ms (p99, worst)`,
  );
  return broken.length === 0;
}
