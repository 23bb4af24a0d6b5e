import { colours } from '../document/colours.ts';
import type { Look } from '../letters/lines.ts';

const look = (style: Look['style'], size: number, leading: number, colour: string): Look => ({
  style,
  size,
  leading,
  colour,
});

/** Sizes in points. */
export const looks = {
  h1: look('uiBold', 25, 30, colours.ink),
  h2: look('uiBold', 17, 22, colours.ink),
  h3: look('uiBold', 13, 17, colours.ink),
  h4: look('uiBold', 10.5, 14, colours.primary),
  plain: look('ui', 10.5, 15, colours.ink),
  fine: look('ui', 9.5, 13, colours.fine),
  label: look('uiBold', 10, 14, colours.quiet),
  said: look('voice', 10.5, 15.5, colours.ink),
  by: look('ui', 9, 12.5, colours.fine),
  head: look('uiBold', 9, 12, colours.quiet),
  cell: look('ui', 9.5, 13, colours.ink),
  cellVoice: look('voice', 9.5, 13.5, colours.ink),
  count: look('uiBold', 17, 21, colours.primary),
  foot: look('ui', 8.5, 12, colours.fine),
} as const;
