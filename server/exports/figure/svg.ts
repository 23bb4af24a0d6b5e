/** A drawing as an SVG that stands alone: nothing fetched, no script, no style sheet; a text never grows wider than its place. */
import { textWidth } from '../../../shared/figure/text-fit.ts';
import type { Drawing, Shape } from './drawing.ts';

// biome-ignore lint/suspicious/noControlCharactersInRegex: what XML cannot hold is left out
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replace(unwritable, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** The house's own face where it is there; else one of about its width. */
const family = 'Atkinson Hyperlegible Next, Atkinson Hyperlegible, Arial, Helvetica, sans-serif';
const short = (value: number): string => String(Math.round(value * 100) / 100);

/** A text takes just the room that it was given, in any face. */
const fitOf = (text: string, width: number): string =>
  text.trim().length > 1 ? ` textLength="${short(width)}" lengthAdjust="spacingAndGlyphs"` : '';

function shapeText(shape: Shape, nextId: () => string): string {
  switch (shape.kind) {
    case 'path': {
      const { d, fill, stroke, width, dash } = shape;
      const edge = stroke ? ` stroke="${stroke}" stroke-width="${short(width)}" stroke-linejoin="round"` : '';
      const dashes = dash ? ` stroke-dasharray="${dash} ${dash}"` : '';
      return `<path d="${d}" fill="${fill ?? 'none'}" fill-rule="evenodd"${edge}${dashes}/>`;
    }
    case 'text': {
      const { text, x, y, width, size, bold, colour, anchor } = shape;
      const look = `font-size="${size}"${bold ? ' font-weight="700"' : ''} fill="${colour}"`;
      const middle = anchor === 'middle' ? ' text-anchor="middle"' : '';
      return `<text x="${short(x)}" y="${short(y)}" ${look}${middle}${fitOf(text, width)}>${escaped(text)}</text>`;
    }
    case 'bend': {
      const { arc, colour } = shape;
      const id = nextId();
      return (
        `<path id="${id}" d="${arc.path}" fill="none"/>` +
        `<text font-size="${arc.size}" font-weight="700" fill="${colour}" text-anchor="middle"${fitOf(arc.text, textWidth(arc.text, arc.size))}>` +
        `<textPath href="#${id}" xlink:href="#${id}" startOffset="50%">${escaped(arc.text)}</textPath></text>`
      );
    }
    case 'turned': {
      const { x, y, angle, shapes } = shape;
      const turn = angle ? ` rotate(${short(angle)})` : '';
      return `<g transform="translate(${short(x)} ${short(y)})${turn}">${shapes.map((one) => shapeText(one, nextId)).join('')}</g>`;
    }
  }
}

type Said = { title: string; description: string; language: string };

const margin = 40;

export function svgOf({ width, height, shapes }: Drawing, { title, description, language }: Said): string {
  let ids = 0;
  const nextId = () => `arc-${++ids}`;
  const [w, h] = [Math.ceil(width) + 2 * margin, Math.ceil(height) + 2 * margin];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 ${w} ${h}" ` +
      `width="${w}" height="${h}" role="img" aria-labelledby="title desc" xml:lang="${language}" lang="${language}" font-family="${family}">`,
    `<title id="title">${escaped(title)}</title>`,
    `<desc id="desc">${escaped(description)}</desc>`,
    `<rect width="${w}" height="${h}" fill="#ffffff"/>`,
    `<g transform="translate(${margin} ${margin})">`,
    ...shapes.map((shape) => shapeText(shape, nextId)),
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}
