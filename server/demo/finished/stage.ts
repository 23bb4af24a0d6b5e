/** Where a finished session is played: its own host on the same store, by the same rules, at the hours of its own clock. */
import type { Command } from '../../../shared/commands.ts';
import type { Script } from '../../../shared/script.ts';
import { stepOf } from '../../../shared/script-queries.ts';
import type { Actor } from '../../../shared/session/actor.ts';
import type { House } from '../../house.ts';
import { planSession } from '../../http/planning.ts';
import type { Outlet } from '../../live/connection.ts';
import { buildHosts } from '../../live/hosts.ts';

const owner = 'facilitator';
export const desk: Actor = { role: 'desk', facilitator: owner };

const minute = 60_000;
const unheard: Outlet = { frame() {}, counts() {}, presence() {}, draft() {}, beside() {} };

/** Something that happens in a step. */
export type Act = () => Promise<unknown>;
export type Stage = Awaited<ReturnType<typeof openStage>>;

type Details = { title: string; date: string; place: string; partner: string; collaboration: string };

/** `begins`: when the first step after the arrival is opened (ms since 1970). */
export async function openStage(house: House, script: Script, details: Details, begins: number) {
  let now = begins - 24 * 60 * minute;
  const clock = () => now;
  const hosts = buildHosts({ store: house.store, clock, outletOf: () => unheard });
  const planned = { ...details, language: 'nl', pairing: 'automatic' } as const;
  const session = await planSession({ ...house, clock }, script, planned, owner);
  const host = await hosts.open(session);
  if (!host) throw new Error('The finished session could not be opened.');
  /** Answers by the name under which the words know them. */
  const named = new Map<string, string>();

  async function give(actor: Actor, command: Command): Promise<string | undefined> {
    const result = await host?.give({ commandId: null, command, actor });
    if (!result?.ok) throw new Error(`${command.type}: ${result?.refusal.reason}`);
    return result.data?.['seat'];
  }

  return {
    session,
    script,
    give,
    state: () => host.state,
    name: (answer: string, name: string | undefined) => void (name && named.set(name, answer)),
    /** The answer that goes by this name. */
    answerNamed(name: string): string {
      const answer = named.get(name);
      if (!answer) throw new Error(`Nobody said ${name}.`);
      return answer;
    },
    at(moment: number): void {
      now = moment;
    },
    /** Spread evenly, to the second, over so many minutes. */
    async during(minutes: number, acts: readonly Act[]): Promise<void> {
      const since = now;
      for (const [i, act] of acts.entries()) {
        now = since + Math.round((minutes * 60 * (i + 1)) / (acts.length + 1)) * 1_000;
        await act();
      }
      now = since + minutes * minute;
    },
    open: (step: string) => give(desk, { type: 'OpenStep', step, from: null }),
    minutesOf: (step: string): number => stepOf(script, step)?.minutes ?? 0,
    close: () => hosts.stop(),
  };
}
