// What stays at the foot of a phone never hides what it is about; and after the end nothing says that it goes on.
import '../../client/styles/base.css';
import '../../client/phone/phone.css';
import { createRawSnippet } from 'svelte';
import { beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import { openStorage } from '../../client/live/storage.ts';
import Who from '../../client/phone/join/Who.svelte';
import AppBar from '../../client/phone/room/AppBar.svelte';
import { fakeRoom, freshPhone, script, stepNamed } from '../support/phone-room.svelte.ts';

beforeEach(freshPhone);

const line = 'De begeleiders zien alle antwoorden. Op het grote scherm staat geen naam.';
const told = { version: 'v', lines: [line, `${line} `], until: 'Dat is rond 1 maart.', research: null };
const research = { title: 'Onderzoek', label: 'Mijn antwoorden mogen in onderzoek.', lines: [line] };

async function whoIsThere(asked: typeof research | null) {
  vi.spyOn(window, 'fetch').mockImplementation(async () => Response.json(script));
  const about = { session: 's', title: 'Avond', place: '', date: '2026-11-26', language: 'nl' as const };
  const notice = { ...told, research: asked };
  const found = { ...about, scriptHash: 'h', entry: 'BCDFGH', notice: { nl: notice, en: notice } };
  const props = { found, keep: openStorage(), onjoined: () => undefined, prepare: () => Promise.resolve() };
  const screen = await render(Who, props);
  await expect.element(screen.getByText('docent')).toBeVisible();
  vi.restoreAllMocks();
  scrollTo(0, 0);
  return screen;
}

/** Which part of the screen the foot covers, from 0 to 1. */
function covered(): number {
  const { top, bottom } = document.querySelector('.thumb')?.getBoundingClientRect() ?? { top: 0, bottom: 0 };
  return Math.max(0, Math.min(bottom, innerHeight) - Math.max(0, top)) / innerHeight;
}

const sizes = [
  { wide: 390, high: 844, text: '106.25%', stays: true },
  { wide: 390, high: 664, text: '106.25%', stays: true },
  { wide: 390, high: 508, text: '106.25%', stays: true },
  { wide: 320, high: 568, text: '106.25%', stays: false },
  { wide: 390, high: 844, text: '212.5%', stays: false },
  { wide: 320, high: 640, text: '212.5%', stays: false },
  { wide: 844, high: 390, text: '106.25%', stays: false },
];
test.each(sizes)(
  'at $wide x $high with text of $text the button that joins leaves seven tenths to what is asked',
  async ({ wide, high, text, stays }) => {
    await page.viewport(wide, high);
    document.documentElement.style.fontSize = text;
    await whoIsThere(null);
    expect(document.documentElement.scrollHeight).toBeGreaterThan(innerHeight);
    if (stays) expect(covered()).toBeGreaterThan(0.1);
    expect(covered()).toBeLessThan(stays ? 0.3 : 0.01);
    document.documentElement.style.fontSize = '';
  },
);

test('where words may be used in research, that is asked above the button that joins: nobody passes it unseen', async () => {
  const screen = await whoIsThere(research);
  expect(covered()).toBe(0);
  const tick = screen.getByRole('checkbox', { name: research.label }).element().getBoundingClientRect();
  const button = screen.getByRole('button', { name: 'Doe mee' }).element().getBoundingClientRect();
  expect(tick.bottom).toBeLessThan(button.top);
});

test('a session that is over has no step any more', async () => {
  const fake = fakeRoom();
  const number = { number: 4, total: 16 };
  const children = createRawSnippet(() => ({ render: () => '<span></span>' }));
  const props = { room: fake.room, title: 'Avond', step: stepNamed('duo'), number, shown: '', children };
  const screen = await render(AppBar, props);
  await expect.element(screen.getByText('Stap 4 van 16')).toBeVisible();
  fake.desk({ type: 'CloseSession' });
  await expect.poll(() => screen.getByText('Stap 4 van 16').elements()).toHaveLength(0);
});
