/** The phone's own road to the server (client/live: its session, its outbox), without its page. */
import './runes.ts';
import { LiveSession } from '../../../client/live/live-session.svelte.ts';
import type { Pending } from '../../../client/live/outbox.svelte.ts';
import { openStorage } from '../../../client/live/storage.ts';
import type { Joined } from '../../../shared/api.ts';
import type { Command } from '../../../shared/commands.ts';
import type { CommandResult } from '../../../shared/protocol.ts';
import type { Script } from '../../../shared/script.ts';
import type { SessionState, Unit } from '../../../shared/session/state.ts';
import { valuesOf } from '../../../shared/session/table.ts';
import type { Tools } from '../fault.ts';
import type { Act } from '../history.ts';

const scripts = new Map<string, Promise<Script>>();

export type Phone = ReturnType<typeof openPhone>;

/** `url`: where it goes, the server itself or a road to it; `home`: where it may fetch its script without trouble. */
export function openPhone(after: Tools['after'], joined: Joined, url: string, home: string, acts: Act[]) {
  // As in a page: the socket goes to where the page came from.
  Object.assign(globalThis, { location: new URL(url) });
  const keep = openStorage();
  const scriptOf = (hash: string) => {
    const known = scripts.get(hash) ?? fetch(`${home}/api/scripts/${hash}`).then((answer) => answer.json());
    scripts.set(hash, known);
    return known as Promise<Script>;
  };
  const refused: Pending[] = [];
  const live = new LiveSession({
    ...{ ticket: joined.ticket, session: joined.session, keep, name: `${joined.session}.${joined.seat}`, scriptOf },
    onRefused: (entry) => void refused.push(entry),
  });
  after(() => live.stop());
  const from = performance.now();
  let onlineAt = Number.NaN;
  const heads: number[][] = [];
  let state: SessionState = live.state;
  Object.defineProperty(live, 'state', {
    get: () => state,
    set(next: SessionState) {
      const list = heads.at(-1);
      if (list) list.push(next.seq);
      else heads.push([next.seq]);
      state = next;
      if (Number.isNaN(onlineAt)) onlineAt = performance.now();
    },
  });
  const unit = (): Unit | undefined => [...valuesOf(state.units)].find(({ seats }) => seats.includes(joined.seat));

  return {
    joined,
    live,
    heads,
    unit,
    goes: url,
    /** What it put back and was refused. */
    refused,
    /** Milliseconds until it held the session for the first time. */
    onlineAfter: () => onlineAt - from,
    /** What it has not heard back about. */
    pending: () => live.outbox.pending.length,
    /** From now on another log may be told: a restored one. */
    beginAnew: () => void heads.push([]),
    /** Gives an answer with these words to the outbox; what becomes of it is written in the history. */
    say(step: string, prompt: string, words: string): Promise<CommandResult> {
      const command: Command = {
        ...{ type: 'SubmitAnswer', unit: unit()?.unit ?? joined.seat, step, item: 'def', prompt },
        values: { judgement: { kind: 'judgement', choices: ['ja'] }, why: { kind: 'text', text: words } },
      };
      const result = live.send(command);
      const commandId = live.outbox.pending.at(-1)?.commandId ?? '';
      const act: Act = { commandId, phone: joined.seat, words, step, outcome: undefined };
      acts.push(act);
      return result.then((answer) => {
        act.outcome = answer.ok ? { acknowledged: answer.seq } : { refused: answer.refusal.reason };
        return answer;
      });
    },
  };
}
