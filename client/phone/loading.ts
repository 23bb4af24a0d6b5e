/** Milliseconds until what did not come is asked for again. */
const again = 2_000;

/**
 * Comes through when it is here, however often the network fails: nothing that was written waits for it (A3). A browser may
 * remember that a module failed (Chromium does), and names it: then it is asked for by a name that it did not hear yet.
 */
export async function untilHere<T extends object>(load: () => Promise<T>): Promise<T> {
  let failed: string | undefined;
  const noted = (error: unknown): undefined => {
    failed ??= /http\S+\.js/.exec(String(error))?.[0];
  };
  for (let time = 1; ; time++) {
    // The same part of this program, by its address.
    const renamed = `${failed}?${time}`;
    const anew = failed && ((await import(/* @vite-ignore */ renamed).catch(() => undefined)) as T | undefined);
    const loaded = anew || (await load().catch(noted));
    if (loaded) return loaded;
    await new Promise((resolve) => setTimeout(resolve, again));
    // Nor is a style that failed asked for once more by what imports the part.
    for (const link of document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]'))
      if (!link.sheet) link.replaceWith(link.cloneNode());
  }
}

export const importRoom = (): Promise<typeof import('./room/Room.svelte')> => import('./room/Room.svelte');
