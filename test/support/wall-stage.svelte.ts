// The wall's stage in a page of its own, and what no wall may ever show: scrolling, clipping, small print.
import '../../client/styles/base.css';
import '../../client/styles/content.css';
import '../../client/wall/wall.css';
import { flushSync, mount, unmount } from 'svelte';
import { page } from 'vitest/browser';
import { parse } from 'yaml';
import Stage from '../../client/wall/Stage.svelte';
import { type Room, rooms } from '../../client/wall/settings.svelte.ts';
import type { WallView } from '../../client/wall/view.ts';
import raw from '../../sessions/win-professionele-werkplaatsen.yaml?raw';
import { scriptSchema } from '../../shared/script.ts';
import type { SessionState } from '../../shared/session/state.ts';
import { words } from '../../shared/words/wall.nl.ts';
import { lengthened } from './lengthened.ts';
import { settled } from './settled.ts';

export const win = scriptSchema.parse(parse(raw));
export const sizes = [
  [1024, 768],
  [1920, 1080],
  [3840, 2160],
] as const;

const longerWords = lengthened(words);

/** `longer`: in words a third longer than ours. */
export function viewOf(state: SessionState, room: Room = rooms[0], longer = false): WallView {
  document.documentElement.style.setProperty('--room', String(room.size));
  return {
    state,
    counts: { people: 25, online: 25, units: 12, seeking: 0, submitted: { 'def-duo': 8, 'model-duo': 5 } },
    access: {
      subgroup: null,
      code: 'BCDFGH',
      address: '192.168.178.123:3000',
      joinUrl: 'http://192.168.178.123:3000/#Qm9zMTIzNDU2Nzg5MDEy',
    },
    language: 'nl',
    words: longer ? longerWords : words,
    room,
    fresh: new Set(),
    offlineSince: null,
    now: () => 0,
  };
}

/** Puts what `view` gives on a full page, and follows it. Returns how to take it away. */
export function followWall(view: () => WallView): () => Promise<void> {
  const app = document.createElement('div');
  app.id = 'app';
  document.body.append(app);
  const stage = mount(Stage, {
    target: app,
    props: {
      get view() {
        return view();
      },
    },
  });
  return async () => {
    await unmount(stage);
    app.remove();
  };
}

/** Puts a view on a full page; the picture can be changed, and is taken away by `stop`. */
export function showWall(first: WallView): { show: (view: WallView) => Promise<void>; stop: () => Promise<void> } {
  let current = $state.raw(first);
  const stop = followWall(() => current);
  return {
    show: async (view) => {
      current = view;
      flushSync();
      await settled();
    },
    stop,
  };
}

export async function resizeTo(width: number, height: number): Promise<void> {
  await page.viewport(width, height);
  await settled();
}

const shortName = (element: Element) =>
  `${element.tagName.toLowerCase()} "${(element.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 40)}"`;

function visibleTexts(): { element: Element; rect: DOMRect }[] {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found: { element: Element; rect: DOMRect }[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!element || !node.textContent?.trim() || element.closest('.visually-hidden, defs, script, style')) continue;
    if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    found.push({
      element,
      rect: element instanceof SVGElement ? element.getBoundingClientRect() : range.getBoundingClientRect(),
    });
  }
  return found;
}

/** Pixels at 1920 wide, as drawn: a text in an SVG is scaled with it. */
function sizeOf(element: Element): number {
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  const size = Number.parseFloat(getComputedStyle(element).fontSize);
  const scale = element instanceof SVGGraphicsElement ? (element.getScreenCTM()?.a ?? 1) : 1;
  return (size * scale * 16) / rem;
}

/** Everything that breaks the laws of the wall, in words; empty when all is well. */
export function troubles(): string[] {
  const { innerWidth, innerHeight } = window;
  const list: string[] = [];
  const root = document.documentElement;
  if (root.scrollHeight > innerHeight || root.scrollWidth > innerWidth) list.push('the page scrolls');
  for (const element of document.querySelectorAll('#app *')) {
    if (element.scrollTop > 0 || element.scrollLeft > 0) list.push(`${shortName(element)} is scrolled`);
  }
  const main = document.querySelector('main')?.getBoundingClientRect();
  for (const { element, rect } of visibleTexts()) {
    const inMain = element.closest('main') && main;
    const box = inMain ? main : new DOMRect(0, 0, innerWidth, innerHeight);
    const slack = 2;
    const inside =
      rect.left >= box.left - slack &&
      rect.right <= box.right + slack &&
      rect.top >= box.top - slack &&
      rect.bottom <= box.bottom + slack;
    if (!inside) list.push(`${shortName(element)} is cut off`);
    if (sizeOf(element) < 25.9) list.push(`${shortName(element)} is ${sizeOf(element).toFixed(1)} px`);
  }
  for (const inner of document.querySelectorAll('.fit > .inner')) {
    const room = inner.parentElement?.getBoundingClientRect();
    if (room && inner.getBoundingClientRect().height > room.height + 2) list.push(`${shortName(inner)} does not fit`);
    if (room && inner.scrollWidth > room.width + 2) list.push(`${shortName(inner)} is too wide`);
  }
  const blocks = [...document.querySelectorAll('.pages > .block:not(.off)')];
  for (const block of blocks) {
    const rect = block.getBoundingClientRect();
    const room = block.parentElement?.getBoundingClientRect();
    if (room && (rect.bottom > room.bottom + 1 || rect.right > room.right + 1))
      list.push(`${shortName(block)} sticks out`);
    for (const other of blocks) {
      const b = other.getBoundingClientRect();
      const apart =
        rect.right <= b.left + 1 || b.right <= rect.left + 1 || rect.bottom <= b.top + 1 || b.bottom <= rect.top + 1;
      if (block !== other && block.parentElement === other.parentElement && !apart)
        list.push(`${shortName(block)} overlaps`);
    }
  }
  return [...new Set(list)];
}
