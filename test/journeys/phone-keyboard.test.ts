/** Somebody who never touches the screen: from the code to an answer that is sent. */
import type { Page } from '@playwright/test';
import { words } from '../../shared/words/phone.nl.ts';
import { expect, test } from './support/journey.ts';
import { leaderOf } from './support/lead.ts';
import { holdPhone } from './support/phone.ts';

type Stop = { name: string; top: number; ring: number };

/** What has the focus: its name, where it stands in the page, and how thick the line around it is. */
const stopOf = (page: Page): Promise<Stop> =>
  page.evaluate(() => {
    const at = document.activeElement as HTMLElement & { labels?: NodeListOf<HTMLElement> };
    const label = at.labels?.[0];
    const rings = [at, at.closest('label')].map((one) => one && getComputedStyle(one));
    const outlines = rings.map((one) => (one && one.outlineStyle !== 'none' ? Number.parseFloat(one.outlineWidth) : 0));
    // A text is drawn as paper: its edge is the line.
    const paper = at.closest('.paper');
    const edge = paper ? Number.parseFloat(getComputedStyle(paper).borderWidth) + 4 : 0;
    const name = (at.ariaLabel ?? label?.textContent ?? at.textContent ?? '').trim().replace(/\s+/g, ' ');
    const { top } = (at.closest('label') ?? at).getBoundingClientRect();
    return { name, top: Math.round(top + scrollY), ring: Math.max(edge, ...outlines) };
  });

/** Presses Tab until this has the focus; gives what was passed on the way. */
async function tabTo(page: Page, name: string): Promise<Stop[]> {
  const passed: Stop[] = [];
  while (passed.at(-1)?.name !== name && passed.length < 30) {
    await page.keyboard.press('Tab');
    passed.push(await stopOf(page));
  }
  expect(passed.at(-1)?.name).toBe(name);
  return passed;
}

function expectInOrder(stops: readonly Stop[]): void {
  expect(stops.filter(({ ring }) => ring < 3).map(({ name }) => name)).toEqual([]);
  const tops = stops.map(({ top }) => top);
  expect(tops).toEqual([...tops].sort((a, b) => a - b));
}

test('by keyboard alone, in the order in which it reads, with a ring around what has the focus (law 10)', async ({
  program,
  screens,
}) => {
  const lead = await leaderOf(program);
  const session = await lead.plan('Werkplaats');
  await session.guest('Hamid');
  await session.open('def-duo');
  const phone = holdPhone(await screens.open({ width: 390, height: 2000 }));
  const { page } = phone;
  await page.goto(session.link);
  await expect(page.getByText(/andere betrokkene/i)).toBeVisible();
  await phone.isAtHeading();
  const joining = await tabTo(page, words.who.join);
  expectInOrder(joining);
  const roles = ['student', 'professional', 'docent', 'cliënt of naaste', 'onderzoeker', 'leidinggevende'];
  expect(joining.map(({ name }) => name)).toEqual([
    ...roles,
    'andere betrokkene',
    words.who.ratherNot,
    words.who.name,
    words.who.peopleNow(1),
    words.who.join,
  ]);
  await page.keyboard.press('Enter');
  await phone.sees(words.paired.title(['Hamid'], 2, 1));
  await phone.isAtHeading();
  await tabTo(page, words.paired.found);
  await page.keyboard.press('Enter');
  await expect(phone.button(words.answer.send)).toBeVisible();
  await phone.isAtHeading();
  // A row of radios is one stop; its arrows choose.
  const [first, judgement] = await tabTo(page, 'ja');
  expect(first?.name).toBe(words.answer.asWritten('Definitie'));
  expect(judgement?.ring).toBeGreaterThanOrEqual(3);
  await page.keyboard.press('ArrowRight');
  await tabTo(page, words.fields.split);
  await page.keyboard.press('Tab');
  await page.keyboard.type('Vooral op donderdag.');
  const rest = await tabTo(page, words.answer.send);
  expectInOrder(rest);
  await page.keyboard.press('Enter');
  await phone.sees(words.answer.sent);
  await phone.isAtHeading();
  expect(session.answers()).toHaveLength(1);
  lead.leave();
});
