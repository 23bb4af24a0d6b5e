/** Several nodes on one PostgreSQL: what breaks there, and what must hold (F19, F21, F22). */
import { setTimeout } from 'node:timers/promises';
import { connect } from '../support/client.ts';
import type { Broken } from './check.ts';
import type { Fault, Outcome, Tools } from './fault.ts';
import { type Cluster, openCluster } from './support/cluster.ts';
import { openRoom, type Room } from './support/room.ts';
import { quantile, until } from './support/until.ts';

const phones = 24;
/** Figures that are asked for (ms). */
const backWithin = 5_000;
/** That it is cut a node knows after 8 s, and looks every 2 s. */
const cutWithin = 15_000;
const seconds = (ms: number) => (ms / 1000).toFixed(1);

type Scene = { tools: Tools; cluster: Cluster; room: Room; broken: Broken[] };
type Setting = Parameters<typeof openCluster>[1] & { transports?: string[] };

/** A room of phones behind the balancer; `round` breaks something, `rounds` times. */
async function inRoom(
  tools: Tools,
  { transports, ...setting }: Setting,
  round: (scene: Scene, nth: number) => Promise<void>,
): Promise<Outcome & { scene: Scene }> {
  const cluster = await openCluster(tools.after, setting);
  const room = await openRoom(tools, cluster.running, { phones, ...(transports && { transports }) });
  const scene: Scene = { tools, cluster, room, broken: [] };
  for (let nth = 0; nth < tools.rounds; nth++) {
    await round(scene, nth);
    await room.drained();
  }
  const broken = [...scene.broken, ...(await room.end()).broken];
  return { broken, figures: `${room.acts.length} answers`, scene };
}

const sayAll = ({ phones: all, say }: Room) => {
  for (const phone of all) void say(phone);
};

/** How long each phone that lost its line is without one, from now; whoever did not lose it counts for nothing. */
async function timesBack({ phones: all }: Room, within: number, atLeast = 1_500): Promise<number[]> {
  const from = performance.now();
  const lost = new Set<number>();
  const back = new Map<number, number>();
  for (;;) {
    for (const [i, { live }] of all.entries()) {
      if (live.status !== 'online') lost.add(i);
      else if (lost.has(i) && !back.has(i)) back.set(i, performance.now() - from);
    }
    const passed = performance.now() - from;
    const isQuiet = back.size === lost.size && all.every((phone) => phone.pending() === 0);
    if ((passed > atLeast && isQuiet) || passed > within) break;
    await setTimeout(10);
  }
  return [...lost].map((i) => back.get(i) ?? within);
}

function slow(times: readonly number[], what: string, most = backWithin): Broken[] {
  const p95 = quantile(times, 0.95);
  return p95 > most
    ? [{ invariant: 'speed', what: `${what} after ${seconds(p95)} s (p95), asked ${seconds(most)} s` }]
    : [];
}
const told = (times: readonly number[]) =>
  times.length
    ? `95 % back within ${seconds(quantile(times, 0.95))} s, the last ${seconds(Math.max(...times))} s`
    : 'nobody lost a line';

/** One node that chance picks is killed amid answers; its phones go on by another, and it comes again. */
async function killed(tools: Tools, setting: Setting = {}): Promise<Outcome> {
  const first = tools.random.below(setting.nodes ?? 2);
  const all: number[] = [];
  const { broken, figures } = await inRoom(tools, setting, async ({ cluster, room, broken }, nth) => {
    const before = room.acknowledged();
    for (let i = 0; i < 5; i++) sayAll(room);
    await until('so many are acknowledged', () => room.acknowledged() >= before + 1 + tools.random.below(phones * 4));
    // Where it was killed last time nobody is.
    const program = cluster.programs[(first + nth) % cluster.programs.length] as Cluster['programs'][0];
    await program.kill('SIGKILL');
    const times = await timesBack(room, 20_000);
    all.push(...times);
    broken.push(...slow(times, 'back by another node'));
    await program.start();
  });
  return { broken, figures: `${figures}; ${all.length} phones lost a line: ${told(all)}` };
}

/** A node no longer reaches the database, and its phones still reach it: nothing that it did not store is acknowledged. */
async function cut(tools: Tools): Promise<Outcome> {
  const all: number[] = [];
  const { broken, figures } = await inRoom(tools, {}, async ({ cluster, room, broken }, nth) => {
    const node = cluster.nodes[nth % cluster.nodes.length] as Cluster['nodes'][0];
    const direct = await connect(node.program.url, room.ticket, { transports: ['websocket'] });
    const kind = nth % 2 ? 'closed' : 'dead';
    node.cable.become(kind);
    if (kind === 'closed') node.cable.cut();
    const text = `Zonder database ${nth}`;
    const answer: { ok?: boolean } = {};
    const asked = direct
      .command({ type: 'AddNote', kind: 'insight', text, item: null, subgroup: null })
      .then(({ ok }) => Object.assign(answer, { ok }))
      .catch(() => undefined);
    sayAll(room);
    // It is still cut: what is said is said by another node.
    const times = await timesBack(room, 40_000);
    all.push(...times);
    broken.push(...slow(times, 'back by another node', cutWithin));
    await Promise.race([asked, setTimeout(10_000)]);
    if (answer.ok) broken.push({ invariant: 'act', what: `a node without its database (${kind}) acknowledged` });
    direct.stop();
    node.cable.become('good');
    node.cable.cut();
    const well = async () => (await fetch(`${node.program.url}/healthz`).catch(() => null))?.ok === true;
    for (let tries = 0; !(await well()) && tries < 200; tries++) await setTimeout(100);
    if (!(await well())) broken.push({ invariant: 'act', what: 'the node does not find its database again' });
  });
  return { broken, figures: `${figures}; cut from the database, ${told(all)}` };
}

/** PostgreSQL falls over and comes again: the programs live, and all is there within 5 s. */
async function restarted(tools: Tools): Promise<Outcome> {
  const drained: number[] = [];
  const { broken, figures } = await inRoom(tools, {}, async ({ cluster, room, broken }) => {
    for (let i = 0; i < 3; i++) sayAll(room);
    await setTimeout(tools.random.below(60));
    await cluster.postgres.stop('crash');
    sayAll(room);
    await cluster.postgres.start();
    const from = performance.now();
    await room.drained(30_000);
    await until('the desk was told of all', () => room.acts.every(room.isTold), 30_000);
    drained.push(performance.now() - from);
    if (!cluster.running.isAlive()) broken.push({ invariant: 'I9', what: cluster.running.errors().slice(-300) });
    broken.push(...slow(drained.slice(-1), 'all is told again'));
  });
  return { broken, figures: `${figures}; all told within ${seconds(Math.max(...drained))} s of its being there` };
}

/** Nodes tell one another half, or nothing: each learns it by itself. */
async function hintsLost(tools: Tools, mutant: string): Promise<Outcome> {
  const times: number[] = [];
  const { broken, figures } = await inRoom(tools, { mutant }, async ({ room }) => {
    const before = room.acts.length;
    sayAll(room);
    await room.drained();
    const from = performance.now();
    const mine = room.acts.slice(before);
    await until('the desk was told of all', () => mine.every(room.isTold), 20_000).catch(() => undefined);
    times.push(performance.now() - from);
  });
  return { broken, figures: `${figures}; told within ${seconds(Math.max(...times))} s` };
}

/** Two desks on two nodes press next at once. */
async function twoDeciders(tools: Tools): Promise<Outcome> {
  let steps = 0;
  const { broken, figures } = await inRoom(tools, {}, async ({ cluster, room, broken }) => {
    const [one, other] = await Promise.all(
      cluster.programs.slice(0, 2).map(({ url }) => connect(url, room.ticket, { transports: ['websocket'] })),
    );
    if (!one || !other) return;
    // Of one ticket the oldest lines are ended: these may not push out the room's own desk.
    const stop = () => {
      one.stop();
      other.stop();
    };
    tools.after(stop);
    const ids = one.state().script.steps.map(({ id }) => id);
    for (let i = 0; i < 10; i++) {
      const from = one.state().step;
      const step = i % 2 ? room.step : (ids.find((id) => id !== from && id !== room.step) as string);
      // As fast as a desk may, round after round.
      await setTimeout(250);
      const results = await Promise.all([one, other].map((desk) => desk.command({ type: 'OpenStep', step, from })));
      const opened = results.filter(({ ok }) => ok).length;
      if (opened !== 1) broken.push({ invariant: 'act', what: `${opened} of two desks opened a step` });
      steps += 1;
      for (const desk of [one, other]) await desk.waitFor(step, () => desk.state().step === step);
    }
    if (one.state().step !== room.step) await room.must({ type: 'OpenStep', step: room.step, from: null });
    stop();
  });
  return { broken, figures: `${figures}; ${steps} times at once, one step each` };
}

/** Each node in turn is stopped and started, while phones write. */
async function rolling(tools: Tools, setting: Setting = {}): Promise<Outcome> {
  const all: number[] = [];
  const { broken, figures } = await inRoom(tools, setting, async ({ cluster, room, broken }) => {
    for (const program of cluster.programs) {
      sayAll(room);
      await program.kill('SIGTERM');
      const times = await timesBack(room, 20_000);
      all.push(...times);
      broken.push(...slow(times, 'back by another node'));
      sayAll(room);
      await program.start();
    }
  });
  return { broken, figures: `${figures}; ${told(all)}` };
}

export const nodeFaults: readonly Fault[] = [
  {
    name: 'nodes-killed',
    promise: 'a node is killed amid answers: its phones go on by another, nothing is lost or doubled (A1, A2, S1)',
    quick: 0,
    full: 10,
    run: (tools) => killed(tools),
  },
  {
    name: 'nodes-killed-polling-only',
    promise: 'the same where no websocket gets through, with stickiness (S4)',
    quick: 0,
    full: 5,
    run: (tools) => killed(tools, { upgrades: false }),
  },
  {
    name: 'nodes-killed-not-sticky',
    promise: 'the same without stickiness, by websockets (S4)',
    quick: 0,
    full: 5,
    run: (tools) => killed(tools, { sticking: 'none', transports: ['websocket'] }),
  },
  {
    name: 'nodes-cut',
    promise: 'a node that does not reach its database acknowledges nothing, and its phones go on by another (A2)',
    quick: 0,
    full: 4,
    run: cut,
  },
  {
    name: 'nodes-postgres-restart',
    promise: 'PostgreSQL falls over: the programs live, nothing is lost, and all is told again within 5 s (A2, S4)',
    quick: 0,
    full: 10,
    run: restarted,
  },
  {
    name: 'nodes-hints-lost',
    promise: 'none of what nodes tell one another arrives: each learns it by itself (S4)',
    quick: 0,
    full: 10,
    run: (tools) => hintsLost(tools, 'all letters lost'),
  },
  {
    name: 'nodes-hints-half-lost',
    promise: 'half of what nodes tell one another is lost (S4)',
    quick: 0,
    full: 10,
    run: (tools) => hintsLost(tools, 'half of the letters lost'),
  },
  {
    name: 'nodes-deaf',
    promise: 'nodes that read nothing of what others stored are caught (S3)',
    quick: 0,
    full: 1,
    breaks: ['I4'],
    // Its screens may not even come so far as to sit in pairs.
    run: (tools) =>
      hintsLost(tools, 'reads nothing of others').catch((error: Error) => ({
        broken: [{ invariant: 'I4', what: error.message }],
        figures: 'a bug that was put in',
      })),
  },
  {
    name: 'nodes-two-deciders',
    promise: 'two desks on two nodes press next at once: one step opens (S1, S2)',
    quick: 0,
    full: 5,
    run: twoDeciders,
  },
  {
    name: 'nodes-rolling',
    promise: 'each node in turn is stopped and started while phones write: nothing is lost (A2, S4)',
    quick: 0,
    full: 5,
    run: (tools) => rolling(tools),
  },
  {
    name: 'nodes-killed-of-three',
    promise: 'one of three nodes is killed amid answers: its phones go on by the others (A1, A2, S1)',
    quick: 0,
    full: 9,
    run: (tools) => killed(tools, { nodes: 3 }),
  },
  {
    name: 'nodes-rolling-three',
    promise: 'each of three nodes in turn is stopped and started while phones write (A2, S4)',
    quick: 0,
    full: 3,
    run: (tools) => rolling(tools, { nodes: 3 }),
  },
];
