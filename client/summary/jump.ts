/** The address holds the reader's link: a jump within the page leaves it as it is. A heading gets the focus, for who listens. */
export function jumpTo(event: Event, id: string): void {
  event.preventDefault();
  const place = document.getElementById(id);
  if (!place) return;
  place.tabIndex = -1;
  place.focus({ preventScroll: true });
  place.scrollIntoView();
}
