import type { Page } from '@playwright/test';

/** What does not fit when each word on the screen is 30 % longer, as in another language; the words stand there again as they were. */
export const tooLongFor = (page: Page): Promise<string[]> => page.evaluate(lengthen);

/** Runs in the page, in one go: nothing of the screen itself comes between. */
function lengthen(): string[] {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const texts: { node: Text; text: string; element: HTMLElement }[] = [];
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    const element = node.parentElement;
    if (!(element instanceof HTMLElement) || !node.data.trim() || !element.checkVisibility()) continue;
    // A wall's picture, also of looking back, is laid out by what it measured of its own words: test/client/wall-measures.test.ts.
    if (element.closest('.visually-hidden, script, style, option, svg, section.picture')) continue;
    texts.push({ node, text: node.data, element });
  }
  for (const { node, text } of texts)
    node.data = text.replace(/[\p{L}\p{M}]{2,}/gu, (word) => word + 'o'.repeat(Math.ceil(word.length * 0.3)));

  /** Whether what sticks out of this element is gone, or hangs over its edge. */
  const holds = (element: HTMLElement) => {
    const style = getComputedStyle(element);
    return /hidden|clip/.test(style.overflowX + style.overflowY) || element.matches('button, .button, .card, dialog');
  };
  const found = new Set<string>();
  /** Shortened on purpose, or there to be heard alone. */
  const isShort = ({ textOverflow, webkitLineClamp, clipPath }: CSSStyleDeclaration) =>
    textOverflow === 'ellipsis' || webkitLineClamp !== 'none' || clipPath === 'inset(50%)';
  const name = (text: string) => `"${text.trim().replace(/\s+/g, ' ').slice(0, 40)}"`;
  for (const { node, element } of texts) {
    const range = document.createRange();
    range.selectNodeContents(node);
    const at = range.getBoundingClientRect();
    if (at.width === 0 || isShort(getComputedStyle(element))) continue;
    if (at.left < -1 || at.right > innerWidth + 1) found.add(`${name(node.data)} is outside the screen`);
    for (let one: HTMLElement | null = element; one && one !== document.body; one = one.parentElement) {
      const style = getComputedStyle(one);
      if (isShort(style)) break;
      // What can be scrolled down is not cut off.
      const scrolls = /auto|scroll/.test(style.overflowY);
      if (style.display === 'inline' || !(scrolls || holds(one))) continue;
      const room = one.getBoundingClientRect();
      const isOut =
        at.left < room.left - 1 ||
        at.right > room.right + 1 ||
        (!scrolls && (at.top < room.top - 1 || at.bottom > room.bottom + 1));
      if (isOut) found.add(`${name(node.data)} does not fit in ${one.tagName.toLowerCase()}.${one.className}`);
      if (scrolls) break;
    }
  }
  if (document.documentElement.scrollWidth > innerWidth) found.add('the page scrolls sideways');
  for (const { node, text } of texts) node.data = text;
  return [...found];
}
