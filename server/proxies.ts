/** Whose word counts for whom they ask (X-Forwarded-For): TRUST_PROXY. */
import type { IncomingMessage } from 'node:http';
import { BlockList, isIP, isIPv6 } from 'node:net';
import { isThisMachine } from './entry/networks.ts';

type Asking = Pick<IncomingMessage, 'headers' | 'socket'>;
const loopback = ['127.0.0.0/8', '::1'];

function added(list: BlockList, text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const kind = isIPv6(address) ? 'ipv6' : 'ipv4';
  if (!isIP(address) || more.length > 0) return false;
  if (bits === undefined) list.addAddress(address, kind);
  else if (/^\d{1,3}$/.test(bits) && Number(bits) > 0 && Number(bits) <= (kind === 'ipv6' ? 128 : 32))
    list.addSubnet(address, Number(bits), kind);
  else return false;
  return true;
}

/** Addresses, and networks such as 10.0.0.0/8; `loopback`: this machine; `none`. Undefined: that is no such list. */
export function proxiesIn(text: string): string[] | undefined {
  if (text.trim() === 'none') return [];
  const all = text.split(',').flatMap((one) => (one.trim() === 'loopback' ? loopback : one.trim()));
  const list = new BlockList();
  return all.every((one) => added(list, one)) ? all : undefined;
}

/**
 * Where nothing is set: a proxy on this machine, if there is an address that is not this machine's own, so that one is
 * to be expected; else nobody, for any program on this machine could say it asks for somebody else.
 */
export const proxiesByDefault = (publicUrl: string | undefined): string[] => (publicUrl === undefined ? [] : loopback);

export type Proxies = ReturnType<typeof buildProxies>;

export function buildProxies(trusted: readonly string[]) {
  const list = new BlockList();
  for (const one of trusted) added(list, one);
  let isUnheard = false;

  const believes = (address: string): boolean =>
    isIP(address) > 0 && list.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');

  return {
    believes,
    /** In words. */
    trusted: trusted.join(' ') || 'none',
    /** Where a request comes from: as far back as those are believed who say so. */
    addressOf({ headers, socket }: Asking): string {
      let address = socket.remoteAddress ?? '';
      const told = headers['x-forwarded-for'];
      const before = typeof told === 'string' ? told.split(',').map((one) => one.trim()) : [];
      while (before.length > 0 && believes(address)) address = before.pop() || address;
      return address;
    },
    /** Whether whoever brought this says for whom it asks, and is believed; also where that is this machine itself. */
    isTold: ({ headers, socket }: Asking): boolean =>
      Boolean(headers['x-forwarded-for']) && believes(socket.remoteAddress ?? ''),
    /** Whether a program on this machine said for whom it asks, and was not believed: a proxy that nobody told of, most likely. */
    get isUnheard() {
      return isUnheard;
    },
    /** Asked of each request. */
    look({ headers, socket }: Asking): void {
      const from = socket.remoteAddress ?? '';
      if (headers['x-forwarded-for'] !== undefined && isThisMachine(from) && !believes(from)) isUnheard = true;
    },
  };
}
