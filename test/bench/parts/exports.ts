/** What a file of ten thousand answers costs, and whether a room next door notices: its acknowledgements with and without. */
import { readFileSync } from 'node:fs';
import { archiveOf } from '../../../server/exports/archive.ts';
import type { ExportKind } from '../../../shared/exports.ts';
import type { Client } from '../../support/client.ts';
import type { openSession } from '../../support/program-session.ts';
import { playLargeSession } from './large-session.ts';

type Session = Awaited<ReturnType<typeof openSession>>;
type Running = { url: string; pid: number | undefined };
type Writer = { client: Client; seat: string };

/** Milliseconds between two answers of the room next door: a room of two hundred that writes busily. */
const pace = 25;
const quietFor = 8_000;

export type ExportCost = {
  kind: ExportKind;
  seconds: number;
  bytes: number;
  /** Acknowledgements next door while it was made, in milliseconds, over those just before. */
  quiet: number[];
  busy: number[];
  /** Megabytes of the server before and at most; undefined where the system does not tell. */
  memory: { before: number; most: number } | undefined;
};

/** Of each kind: made while the people of another session answer, in the step that is open there. */
export async function timeExports(
  program: Running,
  room: Session,
  crowd: readonly Writer[],
  kinds: readonly ExportKind[],
): Promise<{ answers: number; costs: ExportCost[] }> {
  const large = playLargeSession();
  const { session } = await room.call<{ session: string }>('POST', '/api/import', JSON.parse(archiveOf(large.log)));
  const download = async (kind: ExportKind) => {
    const response = await fetch(`${program.url}/api/sessions/${session}/exports/${kind}`, {
      headers: { cookie: room.cookie },
    });
    if (!response.ok) throw new Error(`${kind}: ${response.status}`);
    return (await response.arrayBuffer()).byteLength;
  };
  await download('moderation-csv');
  const costs: ExportCost[] = [];
  for (const kind of kinds) {
    const quiet = await answering(room, crowd, sleep(quietFor));
    const watch = watchMemory(program.pid);
    const from = performance.now();
    const made = download(kind);
    const busy = await answering(room, crowd, made);
    const seconds = (performance.now() - from) / 1000;
    costs.push({ kind, seconds, bytes: await made, quiet, busy, memory: watch() });
  }
  return { answers: large.answers, costs };
}

/** An answer at each pace, until the work is done; how long each waited for its acknowledgement. */
async function answering(room: Session, crowd: readonly Writer[], until: Promise<unknown>): Promise<number[]> {
  const step = room.desk.state().script.steps.find(({ id }) => id === 'feedback');
  const prompt = step?.prompts[0]?.id ?? '';
  const times: number[] = [];
  const sent: Promise<void>[] = [];
  let over = false;
  const done = until.finally(() => {
    over = true;
  });
  for (let i = 0; !over; i++) {
    const { client, seat } = crowd[i % crowd.length] as Writer;
    const from = performance.now();
    const values = { text: { kind: 'text', text: `Dat ik dit morgen anders doe, keer ${i}.` } } as const;
    const command = { type: 'SubmitAnswer', unit: seat, step: 'feedback', item: 'list', prompt, values } as const;
    sent.push(
      client.command(command).then((result) => {
        if (!result.ok) throw new Error(result.refusal.reason);
        times.push(performance.now() - from);
      }),
    );
    await sleep(pace);
  }
  await Promise.all([done, ...sent]);
  return times;
}

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** The server's memory now and then; asked at the end for the least and the most. */
function watchMemory(pid: number | undefined): () => ExportCost['memory'] {
  const now = (): number | undefined => {
    try {
      return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
    } catch {
      return undefined;
    }
  };
  const before = now();
  let most = before ?? 0;
  const watching = setInterval(() => {
    most = Math.max(most, now() ?? 0);
  }, 50);
  return () => {
    clearInterval(watching);
    return before === undefined ? undefined : { before, most };
  };
}
