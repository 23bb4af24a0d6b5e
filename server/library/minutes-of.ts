/** How long steps last together, in minutes; those that come before the start do not count, nor what is no step yet. */
export function minutesOf(steps: unknown): number {
  if (!Array.isArray(steps)) return 0;
  const sum = steps.reduce<number>((total, step: unknown) => {
    const { before, minutes } = (typeof step === 'object' && step !== null ? step : {}) as Record<string, unknown>;
    return total + (before === true || typeof minutes !== 'number' || !Number.isFinite(minutes) ? 0 : minutes);
  }, 0);
  return Math.round(sum * 100) / 100;
}

/** Without a time of its own a script takes as long as its steps together. */
export function withMinutes(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || Object.hasOwn(value, 'minutes'))
    return value;
  return { ...value, minutes: minutesOf((value as { steps?: unknown }).steps) };
}
