import type { Config } from '../config.ts';
import { isOwnOrigin } from '../sockets/origins.ts';

/** Where a passkey belongs: the host for which it is made, and the page's origin that its signature names. */
export type PasskeyPlace = { rpId: string; origin: string };

/**
 * Undefined where browsers know no passkeys: without https (but on this machine itself), and where the address is a
 * number. With PUBLIC_URL only there, and on this machine itself.
 */
export function passkeyPlaceOf(
  headers: { origin?: string | undefined; host?: string | undefined },
  { publicUrl }: Pick<Config, 'publicUrl'>,
): PasskeyPlace | undefined {
  const url = URL.parse(headers.origin ?? '');
  if (!url || !isOwnOrigin(headers, publicUrl)) return undefined;
  const isLocal = url.hostname === 'localhost';
  if (!isLocal && (url.protocol !== 'https:' || /^\[|^[\d.]+$/.test(url.hostname))) return undefined;
  if (!isLocal && publicUrl !== undefined && url.origin !== publicUrl) return undefined;
  return { rpId: url.hostname, origin: url.origin };
}
