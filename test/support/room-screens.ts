/** A screen without a browser: folds what its streams are told, and can be cut off and come back. */
import type { Logged } from '../../shared/events.ts';
import type { Frame, Role, StreamName } from '../../shared/protocol.ts';
import type { Script } from '../../shared/script.ts';
import { phonePart } from '../../shared/script-queries.ts';
import { evolve } from '../../shared/session/evolve.ts';
import { initialState } from '../../shared/session/initial-state.ts';
import type { SessionState } from '../../shared/session/state.ts';

export type Screen = {
  readonly name: string;
  readonly role: Role;
  readonly seat: string | null;
  /** Of a wall: the one subgroup that it shows. */
  readonly subgroup: string | null;
  state: SessionState;
  /** Its last seq in each of its streams. */
  heads: Record<string, number>;
  /** What it hears now; nothing while it is cut off. */
  streams: readonly StreamName[];
  online: boolean;
  /** Between "fresh" and the next welcome frames are dropped. */
  greeted: boolean;
  /** The seat was taken out, or left. */
  gone: boolean;
};

export const buildScreen = (name: string, role: Role, seat: string | null, subgroup: string | null): Screen => ({
  ...{ name, role, seat, subgroup, state: initialState(), heads: {}, streams: [] },
  ...{ online: false, greeted: false, gone: false },
});

const parts = new WeakMap<Script, Script>();
/** The same part for every phone, as if fetched once. */
function partOf(script: Script): Script {
  const part = parts.get(script) ?? phonePart(script);
  parts.set(script, part);
  return part;
}

/** What a screen of this kind makes of these events. */
export function foldScreen(role: Role, script: Script, from: SessionState, events: readonly Logged[]): SessionState {
  return events.reduce((state, event) => {
    const whole = event.type === 'SessionPlanned' && !event.script;
    return evolve(state, whole ? { ...event, script: role === 'seat' ? partOf(script) : script } : event);
  }, from);
}

/** `false`: it has missed something, and has to say hello again. */
export function foldFrame(screen: Screen, script: Script, { stream, after, seq, events }: Frame): boolean {
  if (!screen.greeted || !screen.streams.includes(stream)) return true;
  const head = screen.heads[stream] ?? 0;
  if (seq <= head) return true;
  if (after !== head) return false;
  screen.state = foldScreen(screen.role, script, screen.state, events);
  screen.heads = { ...screen.heads, [stream]: seq };
  return true;
}
