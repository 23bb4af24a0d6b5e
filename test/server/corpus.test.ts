/** Bad input, file by file (test/corpus), against the real program: what came of it is what its file says, and nothing else happened. */
import { expect, onTestFinished, test } from 'vitest';
import type { DeskAccess } from '../../shared/api.ts';
import { connect } from '../support/client.ts';
import { type Filed, readCorpus } from '../support/corpus/case.ts';
import { foldWhatFits, logFile } from '../support/corpus/log.ts';
import { type Program, startMetered } from '../support/corpus/program.ts';
import { buildRunner, type Runner } from '../support/corpus/runner.ts';
import { callerOf, signIn } from '../support/corpus/stage.ts';

const corpus = readCorpus();
const byKind = Map.groupBy(corpus, ({ kind }) => kind);
const atLeast = {
  ...{ frames: 150, http: 100, schema: 300, size: 60, unicode: 250 },
  ...{ markup: 200, injection: 80, paths: 80, scripts: 600, logs: 130 },
};
const canary = /pwned|evil\.example|hacked|DROP TABLE/;

test('there are at least 1,500 files of ten kinds, each of which tries something else, and says what', () => {
  const counts = Object.fromEntries([...byKind].map(([kind, list]) => [kind, list.length]));
  for (const [kind, least] of Object.entries(atLeast)) expect(counts[kind], kind).toBeGreaterThanOrEqual(least);
  expect(corpus.length).toBeGreaterThanOrEqual(1_500);
  const inputs = corpus.map(({ road, input }) => JSON.stringify([road, input]));
  expect(inputs.filter((one, at) => inputs.indexOf(one) !== at)).toEqual([]);
  expect(corpus.filter(({ why, expect: said }) => why.length < 3 || !said)).toEqual([]);
});

/** Files whose words are taken change the session, and come last. */
const isTaken = ({ road, expect: said }: Filed) => road === 'words' || said === 'ok';

/** What is not as these files say. */
async function runAll(runner: Runner, list: readonly Filed[]): Promise<string[]> {
  const found: string[] = [];
  for (const one of list) {
    const { outcome, wrong } = await runner.run(one);
    if (outcome !== one.expect) wrong.push(`${outcome}, expected ${one.expect}`);
    if (wrong.length > 0) found.push(`${one.kind}/${one.name}: ${wrong.join('; ')}`);
  }
  return found;
}

/** What the desks of these sessions read, on whatever program holds them now. */
async function textsOn(program: Program, sessions: readonly string[]): Promise<unknown[]> {
  const call = callerOf(program.url, await signIn(program));
  const read = sessions.map(async (session) => {
    const { ticket } = await call<DeskAccess>('GET', `/api/sessions/${session}/desk`);
    const desk = await connect(program.url, ticket);
    desk.stop();
    return desk.state().texts;
  });
  return Promise.all(read);
}

test('each does what its file says: no exit, nothing told of the insides, nothing over 100 ms, what is refused changes nothing, and words that are taken are there after a restart as they were told (S2, S3, V1, P4)', {
  timeout: 180_000,
}, async () => {
  const program = await startMetered();
  onTestFinished(program.end);
  const runner = await buildRunner(program);
  onTestFinished(runner.stop);
  const { call, at } = runner.scene;
  const count = async () => (await call<{ sessions: unknown[] }>('GET', '/api/home')).sessions.length;

  const before = [await runner.heads(), await count()];
  const found: string[] = [];
  for (const list of byKind.values()) {
    found.push(
      ...(await runAll(
        runner,
        list.filter((one) => !isTaken(one)),
      )),
    );
    expect(await runner.canJoin()).toBe(true);
    before[0] = { ...(before[0] as object), pairs: await at.pairs.head() };
  }
  for (const one of corpus) {
    if (one.road !== 'log') continue;
    foldWhatFits(logFile(one.input));
    if (one.expect !== 'ok') expect(await runner.bringIn(one), one.name).toBe('400');
  }
  expect([await runner.heads(), await count()]).toEqual(before);

  found.push(...(await runAll(runner, corpus.filter(isTaken))));
  expect(found).toEqual([]);
  expect(program.said()).not.toMatch(canary);
  const sessions = [at.talk.session, at.pairs.session];
  const told = [at.talk, at.pairs].map(({ desk }) => desk.state().texts);
  await program.stop();
  const again = await startMetered(program.folder);
  onTestFinished(again.end);
  expect(await textsOn(again, sessions)).toEqual(told);
});
