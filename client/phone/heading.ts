import { tick } from 'svelte';

/** A new screen begins at its heading, for eyes and for screen readers; nobody is taken out of a text. */
export async function toHeading(heading = 'h1'): Promise<void> {
  await tick();
  if (document.activeElement?.matches('textarea, input:not([type=radio], [type=checkbox])')) return;
  const found = document.querySelector<HTMLElement>(heading);
  if (heading === 'h1') scrollTo(0, 0);
  // A question further down: with large letters it would be below the screen.
  else found?.scrollIntoView({ block: 'center' });
  found?.focus({ preventScroll: true });
}
