type Due = { at: number; act: () => unknown };

export type Agenda = ReturnType<typeof buildAgenda>;

/** What the played people are about to do, each at its moment on the rehearsal's own clock. */
export function buildAgenda(now: () => number) {
  let waiting: Due[] = [];

  return {
    /** In so many milliseconds of the rehearsal's time. */
    in(milliseconds: number, act: Due['act']): void {
      const due = { at: now() + milliseconds, act };
      const place = waiting.findLastIndex(({ at }) => at <= due.at) + 1;
      waiting.splice(place, 0, due);
    },
    /** Does what is due, one after the other, `most` at once: who comes later waits a little, and no real room does. */
    async run(most: number): Promise<void> {
      for (let done = 0; done < most; done++) {
        const [first] = waiting;
        if (!first || first.at > now()) return;
        waiting.shift();
        await first.act();
      }
    },
    clear(): void {
      waiting = [];
    },
  };
}
