/** Milliseconds until what did not come is asked for again. */
const again = 2_000;

/** Comes through when it is here, however often the network fails: nothing that was written waits for it (A3). */
export async function untilHere<T>(load: () => Promise<T>): Promise<T> {
  for (;;) {
    const loaded = await load().catch(() => undefined);
    if (loaded !== undefined) return loaded;
    await new Promise((resolve) => setTimeout(resolve, again));
    // A style that failed is not asked for once more by what imports the part.
    for (const link of document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]'))
      if (!link.sheet) link.replaceWith(link.cloneNode());
  }
}

export const importRoom = (): Promise<typeof import('./room/Room.svelte')> => import('./room/Room.svelte');
