/** Reading order against the order of Tab: what may have the focus, where it stands, and whether one sees that it has it. */
const controls = 'a[href], button, input, select, textarea, summary, iframe, [tabindex], [contenteditable]';

/** A hidden box is seen as its label. */
const shownAs = (one: Element): Element => (one.matches('input') ? (one.closest('label') ?? one) : one);

/** What an eye may read of it, of a name or of a place; short. */
export const nameOf = (one: Element): string =>
  `${one.tagName.toLowerCase()} "${(one.ariaLabel ?? shownAs(one).textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 50)}"`;

/** Of a row of radios only one is a stop: the chosen one, else the first. */
function isItsRowsStop(one: Element, all: readonly Element[]): boolean {
  if (!(one instanceof HTMLInputElement) || one.type !== 'radio' || one.checked) return true;
  const row = all.filter(
    (other): other is HTMLInputElement =>
      other instanceof HTMLInputElement && other.type === 'radio' && other.name === one.name && other.form === one.form,
  );
  return !row.some(({ checked }) => checked) && row[0] === one;
}

/** All that Tab has to come by, in the order in which it is written: in the dialog that is open, else on the page. */
export function stopsOn(page: Document): HTMLElement[] {
  const within = page.querySelector('dialog[open]') ?? page.body;
  const all = [...within.querySelectorAll<HTMLElement>(controls)].filter(
    (one) =>
      one.tabIndex >= 0 &&
      !one.matches(':disabled, [inert], [inert] *') &&
      one.checkVisibility({ visibilityProperty: true }) &&
      one.getClientRects().length > 0,
  );
  return all.filter((one) => isItsRowsStop(one, all));
}

type Box = { top: number; bottom: number; left: number; right: number };
const lineage = (one: Element): Element[] => (one.parentElement ? [...lineage(one.parentElement), one] : [one]);

/** Of two controls, the parts of the page that hold one but not the other. */
function partsOf(a: Element, b: Element): [Element, Element] | undefined {
  const [one, other] = [lineage(shownAs(a)), lineage(shownAs(b))];
  const i = one.findIndex((part, at) => part !== other[at]);
  const [first, second] = [one[i], other[i]];
  return first && second ? [first, second] : undefined;
}

/** What is not drawn as a box is as large as what it holds. */
function boxOf(one: Element): Box {
  if (getComputedStyle(one).display !== 'contents') return one.getBoundingClientRect();
  const inner = [...one.children].map(boxOf).filter(({ right, left }) => right > left);
  return {
    top: Math.min(...inner.map(({ top }) => top)),
    bottom: Math.max(...inner.map(({ bottom }) => bottom)),
    left: Math.min(...inner.map(({ left }) => left)),
    right: Math.max(...inner.map(({ right }) => right)),
  };
}

/** Below it, or beside it to the right; edges may touch by this many pixels. */
const slack = 4;
const isAfter = (a: Box, b: Box): boolean =>
  b.top >= a.bottom - slack || (b.left >= a.right - slack && b.bottom > a.top + slack);

/** What keeps in sight while the rest goes by is measured where it belongs. */
function withoutSticking<T>(measure: () => T): T {
  const stuck = [...document.querySelectorAll<HTMLElement>('*')].filter(
    (one) => getComputedStyle(one).position === 'sticky',
  );
  for (const one of stuck) one.style.position = 'static';
  const measured = measure();
  for (const one of stuck) one.style.position = '';
  return measured;
}

/** Every two that follow each other, where the later is not read after the earlier. Everything is scrolled to its top. */
export const misplaced = (stops: readonly HTMLElement[]): string[] => withoutSticking(() => pairsAmiss(stops));

function pairsAmiss(stops: readonly HTMLElement[]): string[] {
  return stops.slice(1).flatMap((stop, i) => {
    const before = stops[i] as HTMLElement;
    const parts = partsOf(before, stop);
    if (!parts || isAfter(boxOf(parts[0]), boxOf(parts[1]))) return [];
    const places = parts.map((part) => {
      const { top, bottom, left, right } = boxOf(part);
      return `${part.tagName.toLowerCase()}.${part.className} ${[left, top, right, bottom].map(Math.round).join(' ')}`;
    });
    return [`${nameOf(stop)} comes after ${nameOf(before)} but stands before it: ${places.join(' | ')}`];
  });
}

const ringOf = (style: CSSStyleDeclaration): number =>
  style.outlineStyle === 'none' ? 0 : Number.parseFloat(style.outlineWidth);

/** Why whoever looks does not see that this has the focus; nothing where they do. */
export function unseen(at: HTMLElement): string[] {
  const shown = shownAs(at);
  const ring = Math.max(
    ...[at, shown].map((one) => ringOf(getComputedStyle(one))),
    ringOf(getComputedStyle(at, '::after')),
  );
  const { left, right, top, bottom, height } = shown.getBoundingClientRect();
  const faults = ring < 3 ? [`${nameOf(at)} has a ring of ${ring} px`] : [];
  // Of what is taller than the screen its beginning is seen.
  const low = height > innerHeight / 3 ? top + 12 : bottom;
  if (top < 0 || left < 0 || low > innerHeight || right > innerWidth) faults.push(`${nameOf(at)} is out of view`);
  for (const y of [top + 3, Math.min((top + bottom) / 2, low - 3), low - 3]) {
    const hit = document.elementFromPoint((left + right) / 2, y);
    if (hit && !shown.contains(hit) && !hit.contains(shown))
      faults.push(`${nameOf(at)} is covered by ${hit.tagName.toLowerCase()}.${hit.className}`);
  }
  return [...new Set(faults)];
}
