import type { SessionState } from '../state.ts';
import { emptyTable, entriesOf, get, remove, set } from '../table.ts';
import { firstTurn, turnKey } from '../turns.ts';
import type { Evolutions } from './evolution.ts';

/** Opened again, a step's clock starts anew, and so do its turns; the pen lies there for whoever writes in them. */
export function withTurnsAnew(state: SessionState, step: string): SessionState {
  const keys = [...entriesOf(state.turns)].map(([key]) => key).filter((key) => key.startsWith(`${step}/`));
  return { ...state, pens: emptyTable(), turns: keys.reduce(remove, state.turns) };
}

export const turnEvolutions: Evolutions<'TurnBegan'> = {
  TurnBegan: (state, { step, unit, turn, left, at }) => {
    const key = turnKey(step, unit);
    const known = get(state.turns, key) ?? get(state.turns, turnKey(step, null)) ?? firstTurn;
    const begun = Array.from({ length: Math.max(known.begun.length, turn - 1) }, (_, i) => known.begun[i] ?? at);
    const lefts = Array.from({ length: Math.max(known.lefts.length, turn) }, (_, i) => known.lefts[i] ?? null);
    lefts[turn - 1] = left;
    const others = unit === null ? [...entriesOf(state.turns)].map(([other]) => other) : [];
    const turns = others.filter((other) => other.startsWith(`${step}/`)).reduce(remove, state.turns);
    const pens = unit === null ? emptyTable<never>() : remove(state.pens, unit);
    return { ...state, pens, turns: set(turns, key, { turn, lefts, begun }) };
  },
};
