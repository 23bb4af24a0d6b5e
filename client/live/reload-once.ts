/** Milliseconds: a page that was loaded anew so lately is not loaded anew once more by itself. */
const again = 600_000;
/** Nobody is taken out of a text, or of a dialog. */
const busy =
  'dialog[open], textarea:focus, input:not([type=radio], [type=checkbox]):focus, [type=email]:not(:placeholder-shown)';

const isReloaded = (): boolean =>
  performance.getEntriesByType('navigation').some((entry) => 'type' in entry && entry.type === 'reload');

/** Loads the page anew, where the server answers and this is no loop; else somebody has to do it, and nothing happens. */
export async function reloadOnce(): Promise<void> {
  if (isReloaded() && performance.now() < again) return;
  const answer = await fetch(location.pathname, { method: 'HEAD', cache: 'no-store' }).catch(() => undefined);
  if (answer?.ok && !document.querySelector(busy)) location.reload();
}
