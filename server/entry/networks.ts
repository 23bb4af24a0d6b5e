import { isIPv6 } from 'node:net';

/** The eight groups of an IPv6 address as numbers; undefined of an IPv4 one, also where that is written as IPv6. */
function groupsOf(address: string): number[] | undefined {
  if (!isIPv6(address) || address.includes('.')) return undefined;
  const [head = [], tail = []] = address.split('::').map((part) => part.split(':').filter(Boolean));
  const zeros = Array.from({ length: 8 - head.length - tail.length }, () => '0');
  return [...head, ...zeros, ...tail].map((group) => Number.parseInt(group, 16));
}
const written = (groups: readonly number[]) => groups.map((group) => group.toString(16)).join(':');

/** The network that an address stands for: an IPv6 household has a whole /64, whose addresses count as one. */
export function networkOf(address: string): string {
  const groups = groupsOf(address);
  return groups ? written(groups.slice(0, 4)) : address;
}

/** Whose network that is, roughly: a provider's IPv6 /32, an IPv4 /24. Who rents one has all that is in it. */
export function neighbourhoodOf(address: string): string {
  const groups = groupsOf(address);
  return groups ? written(groups.slice(0, 2)) : address.split('.').slice(0, 3).join('.');
}

/** A program on this machine itself: the practice session, a measurement. */
export const isThisMachine = (address: string): boolean => ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(address);
