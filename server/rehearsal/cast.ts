import type { Script } from '../../shared/script.ts';
import type { Connection } from '../live/connection.ts';
import type { Host } from '../live/session-host.ts';
import type { Agenda } from './agenda.ts';
import type { Chance } from './chance.ts';
import { comesIn, hasPhone, leavesAt, paceOf } from './paces.ts';
import { personName } from './practice-answers.ts';

/** Somebody who is played; `pace`: so many times as long as most. */
export type Played = { seat: string; number: number; phone: boolean; pace: number };
export type Cast = ReturnType<typeof bringIn>;

type Parts = {
  host: Host;
  agenda: Agenda;
  chance: Chance;
  people: number;
  /** Everybody is there at once. */
  atOnce: boolean;
};

/** Who plays, who comes when and who leaves before the end. The first four have phones and stay, so that there is always a phone to look along with. */
export function bringIn({ host, agenda, chance, people, atOnce }: Parts) {
  const { script, language } = host.state;
  const played = new Map<string, Played>();

  async function enter(number: number): Promise<void> {
    const name = personName(language, number);
    const phone = number <= 4 || hasPhone(chance);
    const command = { type: 'Join', people: 1, ...whoIs(script, chance), name } as const;
    // Without a phone one is added at the desk.
    const actor = phone ? ({ role: 'system' } as const) : ({ role: 'desk', facilitator: host.owner } as const);
    const joined = await host.give({ commandId: null, command, actor });
    const seat = joined.ok ? joined.data?.['seat'] : undefined;
    if (!seat) return;
    played.set(seat, { seat, number, phone, pace: paceOf(chance) });
    if (!phone) return;
    const one = silentLine(seat);
    host.welcome(one, { role: 'seat', session: host.session, seat, facilitator: null, subgroup: null }, null);
    const leaves = number <= 4 ? null : leavesAt(chance, script.minutes);
    if (leaves !== null) agenda.in(leaves, () => leave(seat, one));
  }

  async function leave(seat: string, line: Connection): Promise<void> {
    await host.give({ commandId: null, command: { type: 'LeaveSession' }, actor: { role: 'seat', seat } });
    host.leave(line);
  }

  for (let number = 1; number <= people; number++) agenda.in(atOnce ? 0 : comesIn(chance), () => enter(number));

  return {
    played,
    of: (seat: string): Played | undefined => played.get(seat),
    /** Those whose phone can do something now. */
    withPhones: (seats: readonly string[]): Played[] =>
      seats.flatMap((seat) => {
        const one = played.get(seat);
        return one?.phone ? [one] : [];
      }),
  };
}

function whoIs({ perspectives, organisations }: Script, chance: Chance) {
  const { options } = perspectives;
  return {
    perspectives: options.length && chance.isSo(0.9) ? [chance.pick(options).id] : [],
    ...(organisations?.length && { organisation: chance.pick(organisations).id }),
  };
}

/** Instead of whose right it came in by. */
export const playedLine = 'played';

/** Counts as a phone that is here, and hears nothing: who plays looks at the session itself. */
function silentLine(seat: string): Connection {
  const nothing = () => undefined;
  return {
    ...{ role: 'seat', seat, facilitator: null, subject: playedLine, subgroup: null, pages: 0, streams: [] },
    listen(streams) {
      this.streams = streams;
    },
    ...{ refresh: nothing, counts: nothing, presence: nothing, beside: nothing, door: nothing, goodbye: nothing },
  };
}
