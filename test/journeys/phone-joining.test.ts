/** From the code to the waiting room, and all that can go wrong on the way. */
import { words as english } from '../../shared/words/phone.en.ts';
import { words } from '../../shared/words/phone.nl.ts';
import { refusals } from '../../shared/words/refusals.nl.ts';
import { countTouches, touches } from './support/fingers.ts';
import { expect, sizes, test } from './support/journey.ts';
import { leaderOf } from './support/lead.ts';
import { lookOver } from './support/look.ts';
import { holdPhone } from './support/phone.ts';
import { phoneStates } from './support/phone-states.ts';
import { nodes } from './support/program.ts';

test('from the QR code to the first judgement in three taps and no key, from the typed code in six keys (laws 1 and 2, P1)', async ({
  program,
  screens,
}) => {
  const lead = await leaderOf(program);
  const session = await lead.plan('Werkplaats');
  await session.guest('Hamid');
  await session.open('def-duo');

  const byLink = holdPhone(await screens.open(sizes.phone, { before: countTouches }));
  await byLink.page.goto(session.link);
  await expect(byLink.button(words.who.join)).toBeVisible();
  await byLink.button(words.who.join).click();
  await byLink.meet();
  const first = byLink.page.getByRole('group', { name: 'Herkenbaar?' }).getByRole('radio').first();
  await expect(first).toBeInViewport();
  expect(await touches(byLink.page)).toEqual({ taps: 2, keys: 0 });

  const byCode = holdPhone(await screens.open(sizes.phone, { before: countTouches }));
  await byCode.page.goto(program.url);
  await byCode.page.getByLabel(words.join.code).click();
  await byCode.page.keyboard.type(session.code.toLowerCase());
  await byCode.button(words.join.go).click();
  await byCode.button(words.who.join).click();
  await byCode.sees(/zijn drietal 1/);
  expect(await touches(byCode.page)).toEqual({ taps: 3, keys: 6 });
  lead.leave();
});

test('"doe mee" stands under what happens with the answers, for the eye and for the screen reader (P1)', async ({
  program,
  screens,
}) => {
  const lead = await leaderOf(program);
  const session = await lead.plan('Werkplaats');
  const { page, button } = holdPhone(await screens.open(sizes.phone));
  await page.goto(session.link);
  await expect(page.getByText(/andere betrokkene/i)).toBeVisible();
  const told = page.getByText(words.who.privacyShort);
  for (const height of [844, 508]) {
    await page.setViewportSize({ width: 390, height });
    await expect(button(words.who.join)).toBeInViewport({ ratio: 1 });
    await expect(told).toBeInViewport({ ratio: 1 });
    const [text, join] = [await told.boundingBox(), await button(words.who.join).boundingBox()];
    expect(join?.y).toBeGreaterThanOrEqual((text?.y ?? 0) + (text?.height ?? 0));
  }
  const before = await page.evaluate(() => {
    const join = document.querySelector('button[type=submit]') as Element;
    const following = Node.DOCUMENT_POSITION_FOLLOWING;
    return [...document.querySelectorAll('.privacy li')].map((line) => line.compareDocumentPosition(join) & following);
  });
  expect(before.length).toBeGreaterThan(8);
  expect(before.every(Boolean)).toBe(true);
  lead.leave();
});

test('every state before the waiting room (laws 4, 5, 9, 10 and 25)', async ({ program, screens }) => {
  const look = lookOver(phoneStates.joining);
  const lead = await leaderOf(program);
  const [session, other, ended] = [await lead.plan('Werkplaats'), await lead.plan('Andere'), await lead.plan('Oude')];
  const phone = holdPhone(await screens.open(sizes.phone));
  const { page, button } = phone;
  const goOn = () => button(words.join.go).click();

  await page.goto(program.url);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await look.see(page, 'code: empty');
  await page.getByLabel(words.join.code).fill('bcd');
  await goOn();
  await phone.sees(words.join.tooShort);
  await look.see(page, 'code: too short');
  await phone.typeCode(program.url, 'bbbbbb');
  await phone.sees(refusals.noSuchSession);
  await expect(page.getByLabel(words.join.code)).toHaveValue('BBB BBB');
  await look.see(page, 'code: wrong, with its letters kept');
  await ended.give({ type: 'CloseSession' });
  // Who types a code hears no more than who guesses; the link says what has become of it.
  await phone.typeCode(program.url, ended.code);
  await phone.sees(refusals.noSuchSession);
  await page.goto(ended.link);
  await phone.sees(refusals.sessionClosed);
  await look.see(page, 'code: of a session that ended');

  await phone.typeCode(program.url, 'bbbbbb');
  await phone.sees(refusals.noSuchSession);
  await page.context().setOffline(true);
  await goOn();
  await phone.sees(words.join.offline);
  await look.see(page, 'code: no network');
  await page.context().setOffline(false);
  await button(words.join.otherPhone).click();
  await phone.sees(words.recover.title);
  await look.see(page, 'recovery: empty');
  await page.getByLabel(words.recover.code).fill('bbbbb bbbbb');
  await goOn();
  await phone.sees(words.recover.unknown);
  await look.see(page, 'recovery: unknown');
  await page.goto(`${program.url}/#AAAAAAAAAAAAAAAAAAAAAA`);
  await phone.sees(words.join.linkUnknown);
  await look.see(page, 'code: a link that no longer works');

  await page.goto(session.link);
  await phone.sees(words.who.title);
  await expect(page.getByText(/andere betrokkene/i)).toBeVisible();
  await look.see(page, 'who: empty');
  await page.getByText('Docent').click();
  await page.getByLabel(words.who.name).fill('Noor');
  await page.getByText(words.who.together).click();
  await look.see(page, 'who: filled in, two on this phone');
  await page.context().setOffline(true);
  await button(words.who.join).click();
  await phone.sees(words.join.offline);
  await look.see(page, 'who: no network');
  await page.context().setOffline(false);
  await page.route('**/api/join?*', (route) => route.fulfill({ status: 409, json: { reason: 'sessionFull' } }));
  await button(words.who.join).click();
  await phone.sees(refusals.sessionFull);
  await look.see(page, 'who: the session is full');
  await page.unroute('**/api/join?*');
  await button(words.who.join).click();
  await phone.sees(words.waiting.title);

  // Another session's code on this phone: never two at once, and never by accident.
  await page.goto(other.link);
  await phone.sees(words.who.kept('Werkplaats'));
  await look.see(page, 'who: another session on this phone');
  await button(words.who.goOn('Werkplaats')).click();
  await phone.sees(words.waiting.title);

  const foreign = holdPhone(await screens.open(sizes.phone, { english: true }), english);
  await foreign.page.goto(session.link);
  await foreign.sees(english.who.title);
  await expect(foreign.page.getByText(/other stakeholder/i)).toBeVisible();
  await look.see(foreign.page, 'who: English');
  await foreign.page.goto(program.url);
  await foreign.page.getByRole('button', { name: 'Nederlands' }).click();
  const guesser = holdPhone(foreign.page);
  await guesser.sees(words.join.title);
  await foreign.page.getByLabel(words.join.code).fill(session.code);
  // Each node counts by itself; the first of them is forgotten after six seconds.
  await lead.guessWrong(10 * nodes);
  await guesser.button(words.join.go).click();
  await guesser.sees(words.join.tooMany);
  await look.see(foreign.page, 'code: too many tries');
  // The QR code is too long to guess, so it is never held up.
  await foreign.page.goto(session.link);
  await guesser.sees(words.who.title);
  expect(look.missing(), 'every state of the list was looked at').toEqual([]);
  lead.leave();
});
