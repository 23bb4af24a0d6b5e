// The figure as a picture of its own: every count with its n, nothing fetched, nothing done by what was typed.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { exportSource } from '../../server/exports/export-source.ts';
import { swatch } from '../../server/exports/figure/bars.ts';
import { figureSvgOf } from '../../server/exports/figure-svg.ts';
import type { Script } from '../../shared/script.ts';
import { playSession, winScript } from '../shared/summary-session.ts';
import { readHostileTexts } from '../support/hostile-texts.ts';

const drawn = (script?: Script) => {
  const played = playSession(script);
  played.wholeAfternoon();
  return figureSvgOf(exportSource(played.log));
};
const svg = drawn();
const textsOf = (markup: string) => [...markup.matchAll(/<text[^>]*>(?:<textPath[^>]*>)?([^<]*)</g)].map(([, t]) => t);

test('the figure says in words what it shows, with every n (D3)', () => {
  const said = /<desc[^>]*>([\s\S]*?)<\/desc>/.exec(svg)?.[1] ?? '';
  for (const title of ['Leiderschap en autonomie', 'Samen richten en (her)inrichten']) {
    expect(said).toMatch(new RegExp(`${title.replace(/[()]/g, '\\$&')}: \\d+ ja, \\d+ deels, \\d+ nee \\(n = \\d+\\)`));
  }
  expect(svg).toContain('<title id="title">Werkplaats Wijk &amp; Welzijn</title>');
  expect(textsOf(svg).join()).not.toContain('%');
  expect(textsOf(svg).filter((text) => /^n \d+$/.test(text ?? '')).length).toBeGreaterThan(6);
});

test('each choice has the colour that the screens have', () => {
  const colors = readFileSync(join(import.meta.dirname, '../../client/styles/colors.css'), 'utf8');
  for (const shape of ['full', 'half', 'open'] as const) {
    const [face] = swatch(shape, 0, 0, 10, 10);
    const [, onScreen] = new RegExp(`--${shape}: (#\\w+)`).exec(colors) ?? [];
    expect(face).toMatchObject({ fill: onScreen });
  }
});

test('the figure asks for nothing: no address, no style sheet, no script, no font file (P3)', () => {
  const addresses = svg.replaceAll(/xmlns(:xlink)?="[^"]*"/g, '');
  expect(addresses).not.toMatch(/https?:|url\(|<style|<script|<image|@font-face|\son\w+=/);
  for (const [, target] of addresses.matchAll(/href="([^"]*)"/g)) expect(target).toMatch(/^#arc-\d+$/);
});

test('a session without a model gives its lists as bars, a row for each item', () => {
  const script = winScript();
  const flat = {
    ...script,
    itemSets: script.itemSets.map((set) => ({ ...set, items: set.items.map(({ place: _, ...item }) => item) })),
  };
  const bars = drawn(flat as Script);
  expect(bars).toContain('Definitie: Herkenbaar?');
  expect(textsOf(bars)).toContain('Leiderschap en autonomie');
  expect(bars).not.toContain('textPath');
});

test.each(readHostileTexts())('a name like this stays text in the figure: %s', (_, text) => {
  const script = winScript();
  const named = {
    ...script,
    itemSets: script.itemSets.map((set) => ({
      ...set,
      items: set.items.map((item, i) => (i === 1 ? { ...item, title: { nl: text, en: text } } : item)),
    })),
  };
  const markup = drawn(named);
  const inner = markup.replaceAll(/<(\/?)(svg|title|desc|rect|g|path|text|textPath)(\s[^<>]*)?>|<\?xml[^<>]*\?>/g, '');
  expect(inner).not.toMatch(/[<>]/);
  expect(inner.replaceAll(/&(amp|lt|gt|quot);/g, '')).not.toContain('&');
  expect(markup.isWellFormed()).toBe(true);
});

test('equal sessions give equal pictures', () => expect(drawn()).toBe(svg));
