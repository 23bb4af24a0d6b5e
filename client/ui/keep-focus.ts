/** Too wide to be where somebody was. */
const wide = 'html, body, #app, main, dialog, .page';

/** What had the focus is gone: then what was around it has it, or the heading of the screen that came; never nothing. */
export function keepFocus(): void {
  let path: Element[] = [];
  addEventListener('focusin', ({ target }) => {
    path = [];
    for (let at = target as Element | null; at; at = at.parentElement) path.push(at);
  });
  new MutationObserver(() => {
    if (!path[0] || path[0].isConnected || !document.activeElement?.matches('body, dialog')) return;
    const near = path.find((one) => one.isConnected);
    const to = near?.matches(wide) ? near.querySelector<HTMLElement>('h1, h2') : (near as HTMLElement);
    if (!to) return;
    if (!to.hasAttribute('tabindex')) to.tabIndex = -1;
    to.focus({ preventScroll: true });
  }).observe(document.body, { childList: true, subtree: true });
}
