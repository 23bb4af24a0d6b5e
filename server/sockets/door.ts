import type { IncomingMessage } from 'node:http';
import { isThisMachine, networkOf } from '../entry/networks.ts';
import type { Proxies } from '../proxies.ts';
import { buildTokenBuckets } from '../token-bucket.ts';

/** How long (ms) who flooded is kept out. */
const heldFor = 10_000;
/** From how many on those who may come again are forgotten. */
const sweepFrom = 1_000;

export type Door = ReturnType<typeof buildDoor>;

/**
 * Who may open a line. A whole school may come from one address, so who is in stays in, and what is limited is how often
 * a new line is opened from where a flood came, and how many lines one address has.
 */
export function buildDoor(mostLines: number, now: () => number, proxies: Pick<Proxies, 'addressOf'>) {
  /** Since when. */
  const held = new Map<string, number>();
  const lines = new Map<string, number>();
  const openings = buildTokenBuckets(10, 10);
  let isShut = false;

  function isHeld(name: string): boolean {
    const since = held.get(name);
    if (since === undefined) return false;
    const passed = now() - since;
    // A clock that is set back keeps nobody out for longer.
    if (passed >= 0 && passed < heldFor) return true;
    held.delete(name);
    return false;
  }

  return {
    /** From which network. */
    addressIn: (request: Pick<IncomingMessage, 'headers' | 'socket'>): string => networkOf(proxies.addressOf(request)),
    isHeld,
    /** Nobody comes in, and who is in goes: this node cannot do anything for them now. */
    shut(isNow: boolean): void {
      isShut = isNow;
    },
    isShut: (): boolean => isShut,
    hold(name: string): void {
      if (held.size >= sweepFrom) for (const one of [...held.keys()]) isHeld(one);
      held.set(name, now());
    },
    mayOpen: (address: string): boolean =>
      (isThisMachine(address) || (lines.get(address) ?? 0) < mostLines) &&
      (!isHeld(address) || openings(address, now()).take(now())),
    came: (address: string) => void lines.set(address, (lines.get(address) ?? 0) + 1),
    went(address: string): void {
      const left = (lines.get(address) ?? 1) - 1;
      if (left > 0) lines.set(address, left);
      else lines.delete(address);
    },
  };
}
