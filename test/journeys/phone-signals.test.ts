/** What a phone says and holds beside its screen: the wake lock, the one polite live region, the clock, a touch of haptics. */
import { words } from '../../shared/words/phone.nl.ts';
import { expect, sizes, test } from './support/journey.ts';
import { leaderOf } from './support/lead.ts';
import { holdPhone } from './support/phone.ts';

type Locks = { asked: number; release: () => void };
type WithLocks = Window & { locks: Locks };

/** Runs in the page before all else: a browser that lends a wake lock. */
function lendWakeLock(): void {
  let lent = new EventTarget();
  const locks: Locks = { asked: 0, release: () => lent.dispatchEvent(new Event('release')) };
  (window as unknown as WithLocks).locks = locks;
  const request = async () => {
    locks.asked++;
    lent = Object.assign(new EventTarget(), { release: async () => locks.release() });
    return lent;
  };
  Object.defineProperty(navigator, 'wakeLock', { value: { request } });
}

/** Runs in the page before all else: a browser that has none, as over http. */
function lackWakeLock(): void {
  delete (Navigator.prototype as unknown as { wakeLock?: unknown }).wakeLock;
}

test('the screen stays on after joining, and says so only while it is held (law 17)', async ({ program, screens }) => {
  const lead = await leaderOf(program);
  const session = await lead.plan('Werkplaats');
  const phone = holdPhone(await screens.open(sizes.phone, { before: lendWakeLock }));
  const { page, button } = phone;
  const asked = () => page.evaluate(() => (window as unknown as WithLocks).locks.asked);
  await page.goto(session.link);
  await phone.sees(words.who.title);
  expect(await asked()).toBe(0);
  await button(words.who.join).click();
  await phone.sees(words.waiting.title);
  await expect.poll(asked).toBe(1);
  await button(words.bar.menu).click();
  await phone.sees(words.bar.awake);

  // The browser takes it back with the screen, and it is asked for again.
  await page.evaluate(() => (window as unknown as WithLocks).locks.release());
  await expect(page.getByText(words.bar.awake)).toHaveCount(0);
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await phone.sees(words.bar.awake);
  expect(await asked()).toBe(2);

  const without = holdPhone(await screens.open(sizes.phone, { before: lackWakeLock }));
  await without.join(session.link);
  await without.sees(words.waiting.title);
  await without.button(words.bar.menu).click();
  await without.sees(words.code.title);
  await expect(without.page.getByText(words.bar.awake)).toHaveCount(0);
  lead.leave();
});

type WithSaid = Window & { said: string[] };

test('one polite region says what happened, and nothing while one types (law 11)', async ({ program, screens }) => {
  const lead = await leaderOf(program);
  const session = await lead.plan('Werkplaats');
  const phone = holdPhone(await screens.open(sizes.phone));
  const { page, button } = phone;
  await page.goto(session.link);
  await phone.sees(words.who.title);
  const region = page.locator('#app > p[role=status]');
  await expect(region).toHaveText('');
  await region.evaluate((element) => {
    const said: string[] = [];
    (window as unknown as WithSaid).said = said;
    new MutationObserver(() => element.textContent && said.push(element.textContent.trim())).observe(element, {
      characterData: true,
      childList: true,
      subtree: true,
    });
  });
  await button(words.who.join).click();
  await phone.sees(words.waiting.title);
  await session.open('def-duo');
  await button(words.paired.begin).click();
  await session.guest('Hamid');
  await phone.sees(words.pen.free(['Hamid']));
  await phone.fillIn('Deels', 'Vooral op donderdag.');
  await phone.send();
  await page.context().setOffline(true);
  await phone.sees(words.bar.saved);
  await page.context().setOffline(false);
  await phone.sees(words.bar.back);
  expect(await page.evaluate(() => (window as unknown as WithSaid).said)).toEqual([
    words.pen.joined('Hamid'),
    words.answer.sent,
    words.bar.saved,
    words.bar.back,
  ]);
  lead.leave();
});

type WithBuzzes = Window & { buzzes: unknown[] };

/** Runs in the page before all else: a phone that can vibrate. */
function countBuzzes(): void {
  const buzzes: unknown[] = [];
  (window as unknown as WithBuzzes).buzzes = buzzes;
  Object.defineProperty(navigator, 'vibrate', { value: (pattern: unknown) => buzzes.push(pattern) > 0 });
}

test('when the time is over nothing is thrown away: one writes on, and sends (D1, law 14); one short buzz says it was shared (law 18); nothing moves for who wants no motion (law 15)', async ({
  program,
  screens,
}) => {
  const lead = await leaderOf(program);
  const session = await lead.plan('Werkplaats');
  const phone = holdPhone(await screens.open(sizes.phone, { before: countBuzzes }));
  const { page, button } = phone;
  const buzzes = () => page.evaluate(() => (window as unknown as WithBuzzes).buzzes);
  const moving = () =>
    page.evaluate(() =>
      document.getAnimations().flatMap((one) => {
        const { duration = 0 } = one.effect?.getComputedTiming() ?? {};
        return Number(duration) > 0 ? [`${(one.effect as KeyframeEffect).target?.className}: ${duration}`] : [];
      }),
    );
  await phone.join(session.link);
  await session.guest('Hamid');
  await session.open('def-duo');
  await phone.begin();
  await phone.fillIn('Deels', 'Vooral op donderdag.');
  expect(await moving()).toEqual([]);

  await session.give({ type: 'ExtendClock', step: 'def-duo', seconds: -3600 });
  await expect(page.getByRole('timer')).toContainText('0:00');
  await expect(page.locator('#app > p[role=status]')).toHaveText(words.bar.over);
  await expect(button(words.answer.send)).toBeEnabled();
  await page.getByRole('textbox').first().fill('Vooral op donderdag, zei zij. En op vrijdag.');
  expect(await buzzes()).toEqual([]);
  await phone.send();
  expect(await moving()).toEqual([]);
  expect(await buzzes()).toEqual([10]);
  // Its own line may be of another node.
  await expect.poll(() => session.answers().length).toBeGreaterThan(0);
  const [answer] = session.answers();
  expect(answer && Object.values(answer.values)).toHaveLength(2);
  expect(answer?.late).toBe(false);
  lead.leave();
});
