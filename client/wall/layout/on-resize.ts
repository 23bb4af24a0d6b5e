/** Runs when the element's size changes, and once more when the fonts are there. Returns how to stop. */
export function onResize(element: Element, run: () => void): () => void {
  let over = false;
  const observer = new ResizeObserver(() => run());
  observer.observe(element);
  void document.fonts.ready.then(() => {
    if (!over) run();
  });
  return () => {
    over = true;
    observer.disconnect();
  };
}
