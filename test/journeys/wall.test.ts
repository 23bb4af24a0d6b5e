/** The wall: a language and a theme of its own, awake, quiet, never scrolling; its own reload, and a network that is away. */
import type { Page } from '@playwright/test';
import { words as phoneWords } from '../../shared/words/phone.nl.ts';
import { words as english } from '../../shared/words/wall.en.ts';
import { words as dutch } from '../../shared/words/wall.nl.ts';
import { sitAtDesk } from './support/desk.ts';
import { inBothThemes, wallStates } from './support/desk-states.ts';
import { expect, sizes, test } from './support/journey.ts';
import { holdPhone } from './support/phone.ts';
import { localLink, script, scriptTitle } from './support/win.ts';

const projectors = [
  [1024, 768],
  [1280, 800],
  [1366, 768],
  [1920, 1080],
  [3840, 2160],
] as const;

test('the wall speaks its own language, stays awake and still, and nothing ever falls off it (A4, V3; laws 8, 13, 15, 17)', async ({
  program,
  screens,
}) => {
  test.setTimeout(120_000);
  const look = inBothThemes(wallStates);
  const desk = sitAtDesk(await screens.open(sizes.desk));
  await desk.signIn(program.url, program.key);
  await desk.plan(scriptTitle, { title: 'Wandproef', place: 'Veldhoven', partner: 'De Combinatie' });
  const { link } = await desk.share();
  const address = await desk.dialog().getByRole('link', { name: desk.words.share.openWall }).getAttribute('href');
  await desk.close();

  const wall = await screens.open(sizes.wall);
  await wall.addInitScript(countWakeLocks);
  await wall.goto(`${program.url}${address}`);
  await expect(wall.getByText(dutch.welcome.title)).toBeVisible();
  expect(wall.url(), 'a ticket never stays in the address').not.toContain('ticket');
  await look.see(wall, 'wall: welcome');
  await fitsEveryProjector(wall);

  // Law 17: asked for, and again when the screen is looked at once more.
  const asked = () => wall.evaluate(() => (window as unknown as Counting).asked);
  expect(await asked()).toBe(1);
  await wall.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  expect(await asked()).toBe(2);

  // No pointer and no controls, until somebody moves; law 13: it never speaks by itself.
  const controls = wall.getByRole('region', { name: dutch.controls.label });
  const fullScreen = controls.getByRole('button', { name: dutch.controls.fullScreen });
  await expect(controls).toHaveCSS('opacity', '0');
  expect(await wall.evaluate(() => getComputedStyle(document.body).cursor)).toBe('none');
  await wall.mouse.move(200, 300);
  await expect(controls).toHaveCSS('opacity', '1');
  expect(await wall.evaluate(() => getComputedStyle(document.body).cursor)).not.toBe('none');
  await expect(wall.locator('[aria-live]:not([aria-live="off"]), [role="status"], [role="alert"]')).toHaveCount(0);
  await expect(wall.locator('[aria-live="off"]')).toHaveCount(1);
  await fullScreen.click();
  await expect(controls.getByRole('button', { name: dutch.controls.leaveFullScreen })).toBeVisible();
  expect(await wall.evaluate(() => document.fullscreenElement !== null)).toBe(true);
  await controls.getByRole('button', { name: dutch.controls.leaveFullScreen }).click();
  await expect(fullScreen).toBeVisible();
  // A control that was pressed does not keep them there.
  await expect(controls).toHaveCSS('opacity', '0');

  // A Dutch session on an English wall, dark; a reload of its own keeps both, and the picture.
  await wall.mouse.move(300, 300);
  await controls.getByRole('button', { name: dutch.controls.otherLanguage }).click();
  await expect(wall.getByText(english.welcome.title)).toBeVisible();
  await expect(wall.locator('html')).toHaveAttribute('lang', 'en');
  await look.see(wall, 'wall: English');
  await wall.keyboard.press('d');
  await wall.reload();
  await expect(wall.getByText(english.welcome.title)).toBeVisible();
  await expect(wall.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(desk.page.getByRole('heading', { level: 1, name: 'Inloop' }), 'the desk stays Dutch').toBeVisible();
  await wall.keyboard.press('d');
  await wall.mouse.move(200, 300);
  await wall.getByRole('button', { name: english.controls.otherLanguage }).click();
  await expect(wall.getByText(dutch.welcome.title)).toBeVisible();

  // A discussion before the first answer says that they will come here; then they do.
  const phones = [holdPhone(await screens.open(sizes.phone)), holdPhone(await screens.open(sizes.phone))] as const;
  for (const phone of phones) {
    await phone.join(localLink(link, program.url));
    await phone.sees(phoneWords.waiting.title);
  }
  for (const step of ['welkom', 'waarom', 'def-lezen']) await desk.next(script, step);
  await fitsEveryProjector(wall);
  await desk.next(script, 'def-duo');
  await desk.page
    .getByRole('group', { name: desk.words.wall.modesLabel })
    .getByRole('button', { name: desk.words.wall.modes.cards })
    .click();
  await expect(wall.getByText(dutch.cards.soon).or(wall.getByText(dutch.cards.none)).first()).toBeVisible();
  await look.see(wall, 'wall: no answers');
  await fitsEveryProjector(wall);
  const [writer] = phones;
  await writer.meet();
  await writer.fillIn('Deels', `${'Wij herkennen dit, en wij lezen het voor aan wie nieuw is. '.repeat(6)}Klaar.`);
  await writer.send();
  await desk.next(script, 'def-gesprek');
  await expect(wall.getByText(/en wij lezen het voor/).first()).toBeVisible();
  await look.see(wall, 'wall: cards');
  await fitsEveryProjector(wall);

  // The network goes: the picture stays and says since when (A4); and goes on by itself.
  await wall.context().setOffline(true);
  await expect(wall.getByText(/Geen verbinding\. Dit is de stand van \d\d:\d\d/)).toBeVisible();
  await expect(wall.getByText(/en wij lezen het voor/).first()).toBeVisible();
  await look.see(wall, 'wall: offline');
  await fitsEveryProjector(wall);
  await desk.next(script, 'ken-lezen');
  await wall.context().setOffline(false);
  await expect(wall.getByText(/Geen verbinding/)).toHaveCount(0);
  await expect(wall.getByText(/katalysator/).first()).toBeVisible();
  await fitsEveryProjector(wall);

  expect(look.missing(), 'every state of the wall was looked at').toEqual([]);
});

type Counting = { asked: number };
function countWakeLocks(): void {
  const counting = window as unknown as Counting;
  counting.asked = 0;
  const request = async () => {
    counting.asked += 1;
    return { release: async () => undefined };
  };
  Object.defineProperty(navigator, 'wakeLock', { value: { request } });
}

/** Law 8: on no projector is there anything to scroll, or a word cut off at an edge of the screen. */
async function fitsEveryProjector(wall: Page): Promise<void> {
  for (const [width, height] of projectors) {
    await wall.setViewportSize({ width, height });
    const off = () =>
      wall.evaluate(() => {
        const { scrollWidth, scrollHeight, clientWidth, clientHeight } = document.documentElement;
        const { width: w, height: h } = { width: innerWidth, height: innerHeight };
        const told: string[] = [];
        if (scrollWidth > clientWidth || scrollHeight > clientHeight)
          told.push(`scrolls: ${scrollWidth} x ${scrollHeight}`);
        for (const element of document.querySelectorAll<HTMLElement>('.stage :is(p, h1, h2, h3, li, dd, dt, b)')) {
          const box = element.getBoundingClientRect();
          if (!element.innerText?.trim() || box.width < 2 || element.closest('.visually-hidden')) continue;
          if (box.left < -1 || box.top < -1 || box.right > w + 1 || box.bottom > h + 1)
            told.push(`${element.tagName}: ${element.innerText.slice(0, 40)}`);
        }
        return told;
      });
    await expect.poll(off, `${width} x ${height}`).toEqual([]);
  }
  await wall.setViewportSize(sizes.wall);
}
