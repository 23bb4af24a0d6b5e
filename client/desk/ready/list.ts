import { presentSeats } from '../../../shared/session/selectors.ts';
import type { Desk } from '../session/desk.svelte.ts';
import { type Chore, chores } from './ticks.svelte.ts';

const seenItems = ['wall', 'phone', 'address', 'stored', 'size'] as const;
type SeenItem = (typeof seenItems)[number];
export type ReadyItem = { name: SeenItem; done: boolean; chore: null } | { name: Chore; done: boolean; chore: Chore };

/** An address that only this machine knows. */
export const isOnlyHere = (address: string): boolean => /^(localhost(:|$)|127\.|\[::1\])/.test(address);

/** What has to be so before people come: the program's own part by what it sees, the rest by hand. */
export function readyItems({ ticks, live, access }: Desk): ReadyItem[] {
  const isReached = presentSeats(live.state).some(({ seat }) => live.presence.online.includes(seat));
  const seen: Record<SeenItem, boolean> = {
    wall: ticks.has('wall'),
    phone: ticks.has('phone'),
    address: !isOnlyHere(access.address) && (isReached || ticks.has('phone')),
    stored: live.status === 'online' && live.outbox.pending.length === 0,
    size: ticks.has('size'),
  };
  return [
    ...seenItems.map((name): ReadyItem => ({ name, done: seen[name], chore: null })),
    ...chores.map((name): ReadyItem => ({ name, done: ticks.has(name), chore: name })),
  ];
}
