/** Figures as a person reads them, and assertions that hold only where something is known. */
export const gigabytes = (bytes: number | undefined): string =>
  bytes === undefined
    ? ''
    : bytes < 2 ** 30
      ? `${Math.round(bytes / 2 ** 20)} MB`
      : `${(bytes / 2 ** 30).toFixed(1)} GB`;
export const share = (part: number | undefined): string =>
  part === undefined ? '' : `${Math.round(part * 100)} / 100`;
export const milliseconds = (ms: number | null | undefined): string =>
  typeof ms === 'number' ? `${Math.round(ms)} ms` : '';
export const octal = (mode: number | null): string => (mode === null ? '' : mode.toString(8).padStart(3, '0'));
export const days = (ms: number): number => Math.floor(ms / (24 * 3_600_000));

export const whereHttps = ({ isHttps }: { isHttps: boolean }, is: boolean): boolean | null => (isHttps ? is : null);
export const whereKnown = (value: number | null, is: (value: number) => boolean): boolean | null =>
  value === null ? null : is(value);

/** "24.21.0" is at least 24.15. */
export function isAtLeast(version: string, [major, minor]: readonly [number, number]): boolean {
  const [isMajor = 0, isMinor = 0] = version.split('.').map(Number);
  return isMajor > major || (isMajor === major && isMinor >= minor);
}
