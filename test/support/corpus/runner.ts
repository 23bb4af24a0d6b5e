/** Runs cases one after another on one program, and judges what must hold whatever comes in. */
import { type CaseOn, type Filed, textOf } from './case.ts';
import { logFile } from './log.ts';
import type { Program } from './program.ts';
import { sendHttp } from './raw-socket.ts';
import {
  closeStrangers,
  type Outcome,
  openScene,
  requestBytes,
  runCommand,
  runFrames,
  runHttp,
  runLog,
  runScript,
} from './run.ts';
import { runWords } from './words.ts';

/** What no answer may hold: where in the program something went wrong, or where it lies on the disk. */
const looksLikeInsides =
  /\n\s+at |node_modules|\.ts:\d+|file:\/\/|(?:Type|Range|Reference|Syntax)Error|ZodError|SQLITE_/;
const maxCpu = 100;
const mostTries = 5;
/** What `yardstick` takes (ms) on the machine that the bound of 100 ms is meant for: one of 2026, with nothing else to do. */
const yardstickThere = 23;
/** Between two cases, so that nobody is refused for being fast. */
const forward = 60_000;

function work(): number {
  let hash = 0;
  for (let i = 0; i < 2e7; i++) hash = (hash * 31 + i) | 0;
  return hash;
}
/** Milliseconds of processor time for the same work each time, once it is warm. */
function yardstick(): number {
  work();
  const before = process.cpuUsage();
  if (work() === 1) throw new Error('work that nobody uses may be left out');
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

export type Ran = { outcome: string; becomes?: string; cpu: number; wrong: string[] };

export type Runner = Awaited<ReturnType<typeof buildRunner>>;

export async function buildRunner(program: Program) {
  const scene = await openScene(program);
  let here = 0;

  async function outcomeOf(one: Filed): Promise<Outcome & { told?: string[] }> {
    switch (one.road) {
      case 'frames':
        return runFrames(scene, one);
      case 'http':
        return runHttp(scene, one);
      case 'command':
        return runCommand(scene, one);
      case 'words':
        return runWords(scene, one);
      case 'script':
        return runScript(one);
      case 'log':
        return runLog(one);
    }
  }

  /** Inside this process, or in the program's. */
  const isHere = ({ road }: Filed) => road === 'script' || road === 'log';
  const ownUse = () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  };

  async function measured(one: Filed) {
    const before = isHere(one) ? ownUse() : await program.used(forward);
    const outcome = await outcomeOf(one);
    const after = isHere(one) ? ownUse() : await program.used();
    return { ...outcome, cpu: after - before };
  }

  async function run(one: Filed): Promise<Ran> {
    let ran = await measured(one);
    // Whatever else ran meanwhile, such as a collection of garbage: once more.
    let most = maxCpu;
    for (let turn = 1; turn < mostTries && ran.cpu > most; turn++) {
      // Processors that are shared, or older, take longer over everything.
      most = maxCpu * Math.max(1, yardstick() / yardstickThere);
      ran = { ...(await measured(one)), outcome: ran.outcome };
    }
    const wrong: string[] = [];
    if (!program.lives()) wrong.push('the program ended');
    if (looksLikeInsides.test(ran.answer)) wrong.push(`an answer tells of its insides: ${ran.answer.slice(0, 300)}`);
    if (ran.cpu > most) wrong.push(`${Math.round(ran.cpu)} ms of processor time`);
    if (ran.outcome === 'nothing' || ran.outcome === 'deaf') wrong.push('no answer');
    const told = ran.told?.at(-1);
    if (ran.outcome !== 'ok' || ran.told === undefined || one.road !== 'words') return { ...ran, wrong };
    const becomes = one.becomes === undefined ? told : textOf(one.becomes);
    if (!ran.told.some((text) => text === becomes)) wrong.push(`it became ${JSON.stringify(told)}`);
    return { ...ran, becomes: becomes ?? '', wrong };
  }

  return {
    scene,
    run,
    /** Where the log of each session ends; the same before and after what was refused. */
    heads: scene.heads,
    /** Others can still come in. */
    async canJoin(): Promise<boolean> {
      await program.used(forward);
      const joined = await scene.at.pairs.join(`wie later komt ${here++}`);
      return joined.ticket.length > 20;
    },
    /** A log as a file, at the door through which files come in. */
    async bringIn(one: CaseOn<'log'>): Promise<string> {
      await program.used(forward);
      const words = { $host: `127.0.0.1:${program.port}`, $cookie: scene.cookie };
      const input = { method: 'POST', path: '/api/import', as: 'facilitator', raw: logFile(one.input) } as const;
      const answered = await sendHttp(program.port, requestBytes(input, words));
      return typeof answered === 'string' ? answered : String(answered.status);
    },
    async stop() {
      closeStrangers();
      scene.stop();
    },
  };
}
