/** Words inside the elements of this kind that stand on more than one line, or stick out of the element that holds them all. */
export function brokenWords(kind: string): string[] {
  const broken = new Set<string>();
  for (const element of document.querySelectorAll(kind)) {
    if (!element.checkVisibility({ visibilityProperty: true })) continue;
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.parentElement?.closest('.visually-hidden')) continue;
      for (const { 0: word, index } of (node.textContent ?? '').matchAll(/[^\s-]+/g)) {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        if (range.getClientRects().length > 1) broken.add(word);
      }
    }
  }
  return [...broken];
}
