/** Who answers alone, stars or recognises is a seat, and a partner's phone knows that seat's name: no replay tells which it was. */
import type { Logged } from '../../../shared/events.ts';
import type { SessionState } from '../../../shared/session/state.ts';
import { valuesOf } from '../../../shared/session/table.ts';

/** In each step another word for the same seat, so that nobody's answers can be laid beside each other. */
export function buildVeil(state: SessionState): (event: Logged) => Logged {
  const seats = new Set([...valuesOf(state.seats)].map(({ seat }) => seat));
  const veils = new Map<string, string>();

  function veiled(step: string, seat: string): string {
    const key = `${step}/${seat}`;
    const known = veils.get(key) ?? `p${veils.size + 1}`;
    veils.set(key, known);
    return known;
  }

  /** A seat, or an id that has one in it ("step/seat/item/prompt"). */
  function word(step: string, value: string): string {
    if (seats.has(value)) return veiled(step, value);
    const [own = '', ...rest] = value.split('/');
    return rest.length ? [own, ...rest.map((part) => (seats.has(part) ? veiled(own, part) : part))].join('/') : value;
  }

  function deep(step: string, value: unknown): unknown {
    if (typeof value === 'string') return word(step, value);
    if (Array.isArray(value)) return value.map((one) => deep(step, one));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [word(step, key), deep(step, one)]));
  }

  return ({ texts, ...event }) => {
    const own = 'step' in event && event.step ? event.step : 'answer' in event ? event.answer?.split('/')[0] : '';
    const bare = deep(own ?? '', event) as Logged;
    return texts ? { ...bare, texts } : bare;
  };
}
