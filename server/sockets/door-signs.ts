import type { DoorSign } from '../../shared/protocol.ts';
import { subgroupsOf } from '../../shared/session/subgroups.ts';
import { wallOf } from '../../shared/views/audience.ts';
import type { Access } from '../access.ts';
import { lettersAt, turnLength } from '../entry/second-step.ts';
import { addressesOf } from '../http/addresses.ts';
import type { Connection } from '../live/connection.ts';
import type { Hosts } from '../live/hosts.ts';
import type { Host } from '../live/session-host.ts';
import type { Nodes } from '../nodes/nodes.ts';
import type { Io } from './gateway.ts';
import { roomOf } from './line.ts';

type Parts = { io: Io; access: Access; hosts: Hosts; nodes: Nodes; origin: () => string; clock: () => number };

export type DoorSigns = ReturnType<typeof buildDoorSigns>;

/** What desks and walls show of the way in, as it is now: a signal beside the log, which no phone ever gets. */
export function buildDoorSigns({ io, access, hosts, nodes, origin, clock }: Parts) {
  let turning: NodeJS.Timeout | undefined;

  async function signOf(session: string): Promise<DoorSign> {
    const { code, secret, letters } = await access.entryOf(session);
    const { joinUrl } = addressesOf(origin(), secret);
    return { code, joinUrl, letters: letters === null ? null : lettersAt(letters, clock()) };
  }

  function send({ session, state }: Host, sign: DoorSign): void {
    const walls = subgroupsOf(state).map(({ id }) => wallOf(id));
    io.local.to((['desk', 'wall', ...walls] as const).map((stream) => roomOf(session, stream))).emit('door', sign);
  }

  /** The letters turn on all screens at once. */
  async function turn(): Promise<void> {
    for (const host of await hosts.openOnes()) {
      if (![...host.connections].some(({ role }) => role !== 'seat')) continue;
      const sign = await signOf(host.session).catch(() => undefined);
      if (sign && sign.letters !== null) send(host, sign);
    }
  }

  function waitForTurn(): void {
    turning = setTimeout(
      () => {
        void turn();
        waitForTurn();
      },
      turnLength - (clock() % turnLength),
    ).unref();
  }
  waitForTurn();

  /** To this node's own. */
  async function show(host: Host): Promise<void> {
    if ([...host.connections].some(({ role }) => role !== 'seat')) send(host, await signOf(host.session));
  }

  return {
    turn,
    show,
    /** It is another: by all nodes. */
    async tell(host: Host): Promise<void> {
      await show(host);
      nodes.tell({ kind: 'door', session: host.session });
    },
    /** To one that just came. */
    tellOne: (session: string, one: Connection): void =>
      void signOf(session)
        .then((sign) => one.door(sign))
        .catch(() => undefined),
    stop: (): void => clearTimeout(turning),
  };
}
