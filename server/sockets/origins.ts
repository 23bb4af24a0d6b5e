/** Whether a browser's page may speak to this server: its own pages, or those under PUBLIC_URL. Programs name no origin. */
export function isOwnOrigin(
  { origin, host }: { origin?: string | undefined; host?: string | undefined },
  publicUrl: string | undefined,
): boolean {
  if (origin === undefined) return true;
  const url = URL.parse(origin);
  return url !== null && (url.origin === publicUrl || (url.host === host && /^https?:$/.test(url.protocol)));
}
