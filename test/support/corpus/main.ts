/**
 * `npm run corpus` makes test/corpus anew from the lists in test/support/corpus/make, and writes down what came of each on
 * the real program. What is known beforehand is not written over: where the program does otherwise, this stops. Look at
 * what git says has changed. Files whose name begins with `hand-` are left alone: those came from bugs.
 */
import { type Case, type Filed, type Kind, kinds, writeMade } from './case.ts';
import { makeFrames } from './make/frames.ts';
import { makeHttp } from './make/http.ts';
import { makeInjection } from './make/injection.ts';
import { makeLogs } from './make/logs.ts';
import type { Made } from './make/made.ts';
import { makeMarkup } from './make/markup.ts';
import { makePaths } from './make/paths.ts';
import { makeSchema } from './make/schema.ts';
import { makeScripts } from './make/scripts.ts';
import { makeSize } from './make/size.ts';
import { makeUnicode } from './make/unicode.ts';
import { startMetered } from './program.ts';
import { buildRunner, type Ran } from './runner.ts';

const makers: Record<Kind, () => Made[]> = {
  ...{ frames: makeFrames, http: makeHttp, schema: makeSchema, size: makeSize, unicode: makeUnicode },
  ...{ markup: makeMarkup, injection: makeInjection, paths: makePaths, scripts: makeScripts, logs: makeLogs },
};
const only = process.argv.slice(2);
const wrong: string[] = [];

/** What came of each, on a program of its own. */
async function runAll(kind: Kind, list: readonly Made[]): Promise<[Made, Ran][]> {
  const program = await startMetered();
  const runner = await buildRunner(program);
  const ran: [Made, Ran][] = [];
  for (const made of list) ran.push([made, await runner.run({ ...made, kind, expect: made.expect ?? '' } as Filed)]);
  await runner.stop();
  await program.end();
  return ran;
}

for (const kind of kinds.filter((one) => only.length === 0 || only.includes(one))) {
  let ran = await runAll(kind, makers[kind]());
  // What was in place after all is no bad input, and changed what came after it: without those, once more.
  while (kind === 'schema' && ran.some(([, { outcome }]) => outcome === 'ok')) {
    ran = await runAll(
      kind,
      ran.filter(([, { outcome }]) => outcome !== 'ok').map(([made]) => made),
    );
  }
  const pairs = new Set<string>();
  const filed: Filed[] = [];
  for (const [made, { outcome, becomes, wrong: found, cpu }] of ran) {
    if (made.expect !== undefined && outcome !== made.expect) found.push(`${outcome}, expected ${made.expect}`);
    if (found.length > 0) console.error(`${kind}/${made.name}: ${found.join('; ')} (${Math.round(cpu)} ms)`);
    wrong.push(...found);
    const { name, ...one } = made;
    const read = becomes === undefined ? {} : { becomes: made.becomes ?? becomes };
    if (kind === 'schema' && isTold(pairs, made, outcome)) continue;
    filed.push({ ...one, ...read, kind, name, expect: outcome } as Filed);
  }
  writeMade(kind, filed);
  const outcomes = Map.groupBy(filed, (one: Case) => one.expect);
  console.log(kind, filed.length, JSON.stringify([...outcomes].map(([outcome, list]) => `${list.length} ${outcome}`)));
}
process.exit(wrong.length > 0 ? 1 : 0);

/** Of a command one refusal for one reason is enough. */
function isTold(pairs: Set<string>, one: Made, outcome: string): boolean {
  if (one.road !== 'command' || 'expect' in one || outcome === 'malformed') return false;
  const { type } = one.input.command as { type: string };
  const pair = `${type} ${outcome}`;
  const isKnown = pairs.has(pair);
  pairs.add(pair);
  return isKnown;
}
