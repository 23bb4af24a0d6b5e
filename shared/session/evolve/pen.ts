import { get, set } from '../table.ts';
import type { Evolutions } from './evolution.ts';

export const penEvolutions: Evolutions<'PenTaken' | 'PenAsked'> = {
  PenTaken: (state, { unit, seat, from, at }) => ({
    ...state,
    pens: set(state.pens, unit, { seat, at, from, asked: null }),
  }),
  PenAsked: (state, { unit, seat }) => {
    const pen = get(state.pens, unit) ?? { seat: null, at: 0, from: null };
    return { ...state, pens: set(state.pens, unit, { ...pen, asked: seat }) };
  },
};
