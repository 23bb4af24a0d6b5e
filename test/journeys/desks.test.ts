/** Two desks at one session, and the desk in every shape: sheets, tablet, telephone, without a network, revoked. */
import { say } from '../../shared/script-queries.ts';
import { words as phoneWords } from '../../shared/words/phone.nl.ts';
import { sitAtDesk } from './support/desk.ts';
import { deskStates, inBothThemes } from './support/desk-states.ts';
import { expect, sizes, test } from './support/journey.ts';
import { holdPhone } from './support/phone.ts';
import { localLink, script, scriptTitle } from './support/win.ts';

test('a second desk sees the same, two presses on next advance once, and a desk that is revoked is signed off (S2, S3, A3, A4, V1)', async ({
  program,
  screens,
}) => {
  test.setTimeout(120_000);
  const look = inBothThemes(deskStates);
  const desk = sitAtDesk(await screens.open(sizes.desk));
  const { words, dialog } = desk;
  await desk.signIn(program.url, program.key);
  await desk.plan(scriptTitle, { title: 'Twee bureaus', place: 'Veldhoven', partner: 'De Combinatie' });
  await look.see(desk.page, 'desk: nobody yet');
  const { link } = await desk.share();
  await desk.button(words.share.invite).click();
  const invitation = await dialog().getByLabel(words.share.shownOnce).inputValue();
  await look.see(desk.page, 'desk: share, invited');
  await desk.close();

  const co = sitAtDesk(await screens.open(sizes.tablet));
  await co.page.goto(localLink(invitation, program.url));
  await expect(co.page.getByRole('heading', { level: 1, name: 'Inloop' })).toBeVisible();
  expect(co.page.url(), 'an invitation never stays in the address').not.toContain('uitnodiging');
  await co
    .button(new RegExp(`^${words.bar.share}`))
    .first()
    .click();
  await expect(co.dialog().getByText(words.share.ownerOnly)).toBeVisible();
  await co.close();

  const phones = [holdPhone(await screens.open(sizes.phone)), holdPhone(await screens.open(sizes.phone))] as const;
  for (const [i, phone] of phones.entries()) {
    await phone.join(localLink(link, program.url), 'student', `Mens ${i + 1}`);
    await phone.sees(phoneWords.waiting.title);
  }

  const titleOf = (id: string) => say(script.steps.find((step) => step.id === id)?.title, 'nl');
  // Two presses at one moment are one step, on both desks.
  const first = words.next.start(titleOf('welkom'));
  const both = await Promise.all([desk, co].map((one) => one.button(first).elementHandle()));
  // The browser's own click on what is at hand: no waiting for a button that the other press takes away.
  await Promise.all(both.map((one) => one?.dispatchEvent('click')));
  for (const one of [desk, co]) {
    await expect(one.page.getByRole('heading', { level: 1, name: titleOf('welkom') })).toBeVisible();
  }
  // Who was first leads; the other is told who does, and may take over.
  const takes = [desk, co].map((one) => one.button(words.lead.take));
  await expect
    .poll(async () => (await Promise.all(takes.map((one) => one.isVisible()))).filter(Boolean).length)
    .toBe(1);
  if (await takes[0]?.isVisible()) await takes[0]?.click();
  await expect(co.button(words.lead.take)).toBeVisible();

  // The same facilitator at a second window leads there too: a press that was meant for the step before is none.
  const window = sitAtDesk(await desk.page.context().newPage());
  await window.page.goto(desk.page.url());
  const second = words.next.start(titleOf('waarom'));
  await expect(window.button(second)).toBeVisible();
  await Promise.all([desk.button(second).click(), window.button(second).click()]);
  for (const one of [desk, window, co]) {
    await expect(one.page.getByRole('heading', { level: 1, name: titleOf('waarom') })).toBeVisible();
  }
  for (const one of [desk, window]) await expect(one.button(words.next.start(titleOf('def-lezen')))).toBeVisible();
  await expect(co.button(words.next.start(titleOf('def-lezen')))).toHaveCount(0);
  await window.page.close();
  await co.button(words.bar.script).click();
  await expect(co.button(words.script.hide).first()).toBeVisible();
  await look.see(co.page, 'desk: tablet, script');
  await co.page.keyboard.press('Escape');
  for (const step of ['def-lezen', 'def-duo']) await desk.next(script, step);
  await look.see(desk.page, 'desk: no answers yet');
  const [writer] = phones;
  await writer.meet();
  await writer.fillIn('Deels', 'Wij herkennen dit op donderdag.');
  await writer.send();
  for (const one of [desk, co])
    await expect(one.page.getByText('Wij herkennen dit op donderdag.').first()).toBeVisible();
  await look.see(desk.page, 'desk: answers');

  // What one desk notes, the other has.
  await desk.next(script, 'def-gesprek');
  await co.page.getByRole('textbox', { name: words.notes.label }).first().fill('Op andere dagen niet.');
  await co.button(words.notes.add).first().click();
  await expect(desk.page.getByText('Op andere dagen niet.').first()).toBeVisible();
  await look.see(desk.page, 'desk: notes');

  for (const [sheet, name] of [
    ['people', new RegExp(words.bar.peopleLabel)],
    ['keys', words.bar.keys],
    ['settings', words.bar.settings],
  ] as const) {
    await desk.button(name).first().click();
    await expect(dialog().getByRole('heading', { level: 2 }).first()).toBeVisible();
    await look.see(desk.page, `desk: ${sheet}`);
    await desk.close();
  }

  // Without a network it keeps showing, says since when, and what is done waits, not claimed as done.
  await co.page.context().setOffline(true);
  await expect(co.page.getByText(words.bar.lost).first()).toBeVisible();
  await expect(co.page.getByText(/Je ziet de stand van \d\d:\d\d/).first()).toBeVisible();
  await co.button(words.notes.kinds.question.one).first().click();
  await co.page.getByRole('textbox', { name: words.notes.label }).first().fill('Zonder netwerk geschreven.');
  await co.button(words.notes.add).first().click();
  await expect(co.page.getByText(words.bar.waiting(1))).toBeVisible();
  await expect(co.page.getByText(words.notes.added(words.notes.kinds.question.one))).toHaveCount(0);
  await expect(co.button(words.bar.settings), 'the long line pushes nothing off the bar').toBeInViewport({ ratio: 1 });
  await look.see(co.page, 'desk: no network');
  await expect(desk.page.getByText('Zonder netwerk geschreven.')).toHaveCount(0);
  await co.page.context().setOffline(false);
  await expect(desk.page.getByText('Zonder netwerk geschreven.').first()).toBeVisible();
  await expect(co.page.getByText(words.bar.lost)).toHaveCount(0);

  // In the hand: one pane at a time, nothing runs off sideways, and the way to the lead stays.
  await co.page.setViewportSize(sizes.phone);
  for (const tab of ['step', 'answers', 'wall'] as const) {
    const button = co.page
      .getByRole('group', { name: words.tabs.label })
      .getByRole('button', { name: words.tabs[tab] });
    await button.click();
    await expect(button).toHaveAttribute('aria-pressed', 'true');
    await expect(co.button(words.lead.take)).toBeInViewport({ ratio: 1 });
    expect(await co.page.evaluate(() => document.documentElement.scrollWidth), tab).toBeLessThanOrEqual(390);
    await look.see(co.page, `desk: phone, ${tab}`);
  }

  // Revoked: the other desk ends at once, and its way back is shut.
  await desk
    .button(new RegExp(`^${words.bar.share}`))
    .first()
    .click();
  await dialog().getByRole('button', { name: words.share.revoke }).click();
  await expect(dialog().getByText(words.share.revoked).first()).toBeVisible();
  await desk.close();
  await expect(co.page.getByText(words.bar.gone['signedOff'] ?? '')).toBeVisible();
  await look.see(co.page, 'desk: revoked');
  await co.page.reload();
  await expect(co.page.getByText(words.signIn.notYours)).toBeVisible();

  await desk.button(words.bar.settings).click();
  await dialog().getByRole('button', { name: words.settings.close }).click();
  await expect(desk.page.getByRole('link', { name: words.next.toSummary }).first()).toBeVisible();
  await look.see(desk.page, 'desk: closed');

  expect(look.missing(), 'every state of the desk was looked at').toEqual([]);
});
