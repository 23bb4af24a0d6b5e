import type { Path } from './places.ts';

/** The field nearest to what is wrong gets the focus, opened where it was folded; false: it has no field of its own here. */
export function focusAt(path: Path): boolean {
  const whole = `${path.join('.')}.`;
  const placeOf = (one: HTMLElement) => `${one.dataset['place']}.`;
  const [nearest] = [...document.querySelectorAll<HTMLElement>('[data-place]:has(.trouble)')]
    .filter((one) => whole.startsWith(placeOf(one)))
    .sort((a, b) => placeOf(b).length - placeOf(a).length);
  const fields = [...(nearest?.parentElement?.querySelectorAll<HTMLElement>('input, textarea, select') ?? [])];
  const field = fields.find(({ lang }) => lang !== '' && lang === path.at(-1)) ?? fields[0];
  if (!field) return false;
  for (let one = field.parentElement; one; one = one.parentElement)
    if (one instanceof HTMLDetailsElement) one.open = true;
  field.scrollIntoView({ block: 'center' });
  field.focus();
  return true;
}
