/**
 * Looks one at a time. Who asks while one is under way shares the next with all who ask meanwhile: one that began before may
 * miss what came since.
 */
export function shared<T>(look: () => Promise<T>): () => Promise<T> {
  let now: Promise<T> | undefined;
  let next: Promise<T> | undefined;
  const begin = (): Promise<T> => {
    const one = look().finally(() => {
      now = undefined;
    });
    now = one;
    return one;
  };
  return () => {
    if (!now) return begin();
    next ??= now
      .then(
        () => undefined,
        () => undefined,
      )
      .then(() => {
        next = undefined;
        return begin();
      });
    return next;
  };
}
