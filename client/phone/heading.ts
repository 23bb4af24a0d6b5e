import { tick } from 'svelte';

/** A new screen begins at its heading, for eyes and for screen readers; nobody is taken out of a text. */
export async function toHeading(heading = 'h1'): Promise<void> {
  await tick();
  if (document.activeElement?.matches('textarea, input:not([type=radio], [type=checkbox])')) return;
  scrollTo(0, 0);
  document.querySelector<HTMLElement>(heading)?.focus({ preventScroll: true });
}
