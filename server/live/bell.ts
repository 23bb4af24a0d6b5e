/** Most readers that one session keeps waiting: more of them are answered at once, and ask again later. */
const most = 2_000;

export type Waiting = {
  /** true: rung; false: the time was over, or it was let go. */
  heard: Promise<boolean>;
  letGo: () => void;
};

export type Bell = ReturnType<typeof buildBell>;

/** Who waits to hear that a session's summary, or the right to read it, may be another: rung by session. */
export function buildBell() {
  const waiting = new Map<string, Set<(rung: boolean) => void>>();
  /** Who reads more than their own session: by the other. */
  const readBy = new Map<string, Set<string>>();
  let closed = false;

  function ring(session: string): void {
    for (const one of [session, ...(readBy.get(session) ?? [])])
      for (const end of [...(waiting.get(one) ?? [])]) end(true);
  }

  return {
    ring,
    /** Whatever it may be that is another. */
    ringAll(): void {
      for (const session of [...waiting.keys()]) ring(session);
    },
    /** What rings for this session rings for that reader of it too. */
    also(session: string, reader: string): void {
      readBy.set(session, (readBy.get(session) ?? new Set()).add(reader));
    },
    /** Until the next ring, at most `ms`; undefined where nobody can wait now. */
    hear(session: string, ms: number): Waiting | undefined {
      const own = waiting.get(session) ?? new Set();
      if (closed || own.size >= most || ms <= 0) return undefined;
      waiting.set(session, own);
      const { promise: heard, resolve } = Promise.withResolvers<boolean>();
      const end = (rung: boolean) => {
        clearTimeout(timer);
        own.delete(end);
        if (own.size === 0 && waiting.get(session) === own) waiting.delete(session);
        resolve(rung);
      };
      const timer = setTimeout(end, ms, false);
      own.add(end);
      return { heard, letGo: () => end(false) };
    },
    /** Whether anybody waits to hear of this session. */
    isHeard: (session: string): boolean => [session, ...(readBy.get(session) ?? [])].some((one) => waiting.has(one)),
    /** How many wait for this session now. */
    waitingFor: (session: string): number => waiting.get(session)?.size ?? 0,
    /** Everybody is sent on: the server stops. */
    close(): void {
      closed = true;
      this.ringAll();
    },
  };
}
