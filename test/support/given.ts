/** A session in a test of the rules: commands go in, and what they lead to is folded. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseScript } from '../../server/library/parse-script.ts';
import type { Command } from '../../shared/commands.ts';
import type { Logged, NewEvent } from '../../shared/events.ts';
import type { Language, Script } from '../../shared/script.ts';
import type { Actor } from '../../shared/session/actor.ts';
import type { Decision } from '../../shared/session/decide/decision.ts';
import { decide, plan } from '../../shared/session/decide.ts';
import { evolve } from '../../shared/session/evolve.ts';
import { initialState, type SessionState } from '../../shared/session/state.ts';

export const desk: Actor = { role: 'desk', facilitator: 'f' };
export const system: Actor = { role: 'system' };
export const atSeat = (seat: string): Actor => ({ role: 'seat', seat });

export function scriptNamed(id: string): Script {
  const file = `${id}.yaml`;
  const parsed = parseScript(file, readFileSync(join(import.meta.dirname, '../../sessions', file), 'utf8'));
  if (!parsed.ok) throw new Error(`${file}: ${parsed.problems[0]?.message.en}`);
  return parsed.script;
}

export function givenSession(script: Script, language: Language = 'nl') {
  let state: SessionState = initialState();
  let now = Date.UTC(2026, 10, 24, 13);
  let ids = 0;
  const context = () => ({ now, newId: () => `id${++ids}` });
  const log: Logged[] = [];

  function take(decision: Decision, by: string): Decision {
    if (!decision.ok) return decision;
    for (const event of decision.events as NewEvent[]) {
      const logged = { ...event, seq: state.seq + 1, at: now, by } as Logged;
      log.push(logged);
      state = evolve(state, logged);
    }
    return decision;
  }
  const details = { title: 'Proef', date: '2026-11-24', place: '', partner: '', collaboration: '' };
  take(plan(state, { session: 's', script, scriptHash: 'h', language, ...details }, context()), 'desk');

  const when = (command: Command, actor: Actor = desk): Decision =>
    take(decide(state, command, actor, context()), actor.role);
  return {
    log,
    get state() {
      return state;
    },
    when,
    later(milliseconds: number): void {
      now += milliseconds;
    },
    /** Somebody comes in; gives the seat. */
    join(perspectives: string[] = [], people = 1): string {
      const decision = when({ type: 'Join', people, perspectives, name: '' }, system);
      const joined = decision.ok && decision.events.find((event) => event.type === 'ParticipantJoined');
      if (joined === false || joined?.type !== 'ParticipantJoined') throw new Error('nobody came in');
      return joined.seat;
    },
    open: (step: string): Decision => when({ type: 'OpenStep', step, from: null }),
  };
}

export const reasonOf = (decision: Decision): string => (decision.ok ? 'accepted' : decision.refusal.reason);
