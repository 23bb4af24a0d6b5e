/** What has no reference beside it: keys to a partner, files beside acknowledgements, bringing people together, pages. */
import type { Joined } from '../../../shared/api.ts';
import type { ExportKind } from '../../../shared/exports.ts';
import { runProgram } from '../../journeys/support/program.ts';
import { connect, newCommandId } from '../../support/client.ts';
import { type PageSize, pageSizes } from '../../support/page-sizes.ts';
import { openSession } from '../../support/program-session.ts';
import { quantile } from '../arithmetic.ts';
import { inParallel } from '../load/pace.ts';
import { timeExports } from './exports.ts';
import { type InBrowser, timeInBrowser } from './in-browser.ts';
import { type LongSession, timeLongSession } from './long-session.ts';
import { timePairing } from './pairing.ts';
import { type Sitting, timeTyping, unitOf } from './typing.ts';

type Times = { p50: number; p95: number; p99: number };
/** Milliseconds, seconds, megabytes. */
export type Parts = {
  typing: Times & { pairs: number };
  pairing: { milliseconds: number; repeats: number };
  answers: number;
  exports: {
    kind: ExportKind;
    seconds: number;
    megabytes: number;
    quiet: Times;
    busy: Times;
    memory: { before: number; most: number } | undefined;
  }[];
  /** Only in the full run. */
  long: LongSession[];
  inBrowser: InBrowser;
  pages: PageSize[];
};

const people = 200;
const timesOf = (times: readonly number[]): Times => ({
  p50: quantile(times, 0.5),
  p95: quantile(times, 0.95),
  p99: quantile(times, 0.99),
});

export async function timeParts({ kinds, long }: { kinds: readonly ExportKind[]; long: boolean }): Promise<Parts> {
  const program = await runProgram();
  const session = await openSession(program);
  const phones: Sitting[] = [];
  await inParallel(people, 20, async () => {
    const newcomer = { entry: session.secret, commandId: newCommandId(), people: 1, perspectives: [], name: '' };
    const joined = await session.call<Joined>('POST', '/api/join', newcomer);
    phones.push({ client: await connect(program.url, joined.ticket), seat: joined.seat });
  });
  await session.must({ type: 'OpenStep', step: 'def-duo', from: null });
  for (const phone of phones) await phone.client.waitFor('a unit', () => unitOf(phone) !== '');
  const { pairs, times } = await timeTyping(phones);
  await session.must({ type: 'OpenStep', step: 'feedback', from: null });
  const exported = await timeExports(program, session, phones, kinds);
  for (const one of [session.desk, ...phones.map(({ client }) => client)]) one.stop();
  await program.end();
  return {
    typing: { pairs, ...timesOf(times) },
    pairing: timePairing(),
    answers: exported.answers,
    exports: exported.costs.map(({ kind, seconds, bytes, quiet, busy, memory }) => ({
      ...{ kind, seconds, megabytes: bytes / 1e6, memory },
      ...{ quiet: timesOf(quiet), busy: timesOf(busy) },
    })),
    long: long ? await timeLongSession() : [],
    inBrowser: await timeInBrowser(),
    pages: pageSizes(),
  };
}
