export type TokenBucket = ReturnType<typeof buildTokenBucket>;

/** At most `capacity` at once, and `perSecond` lasting. `now` in milliseconds. */
export function buildTokenBucket(capacity: number, perSecond: number) {
  let tokens = capacity;
  let filledAt = Number.NEGATIVE_INFINITY;

  function fill(now: number): void {
    if (now > filledAt) tokens = Math.min(capacity, tokens + ((now - filledAt) / 1000) * perSecond);
    // A clock that is set back gives nothing for that; from there on it fills as before.
    filledAt = now;
  }
  return {
    /** Takes one, if there is one. */
    take(now: number): boolean {
      fill(now);
      if (tokens < 1) return false;
      tokens -= 1;
      return true;
    },
    /** What was taken turned out not to count. */
    giveBack(): void {
      tokens = Math.min(capacity, tokens + 1);
    },
    /** So many are left, and stay. */
    holds(count: number, now: number): boolean {
      fill(now);
      return tokens >= count;
    },
    /** One is left, and stays. */
    hasOne(now: number): boolean {
      return this.holds(1, now);
    },
    isFull(now: number): boolean {
      fill(now);
      return tokens >= capacity;
    },
  };
}

/** A bucket for each name, forgotten when it is full again. */
export function buildTokenBuckets(capacity: number, perSecond: number) {
  const buckets = new Map<string, TokenBucket>();
  const sweepFrom = 1_000;
  let sweepAt = sweepFrom;

  return (name: string, now: number): TokenBucket => {
    if (buckets.size >= sweepAt) {
      for (const [key, bucket] of buckets) if (bucket.isFull(now)) buckets.delete(key);
      // Where most are in use, not at each call again.
      sweepAt = Math.max(sweepFrom, 2 * buckets.size);
    }
    const bucket = buckets.get(name) ?? buildTokenBucket(capacity, perSecond);
    buckets.set(name, bucket);
    return bucket;
  };
}
