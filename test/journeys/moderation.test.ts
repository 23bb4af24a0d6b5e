/** A name is said: covered at the desk by a finger, gone from the wall, other phones and the summary (V4, P2, laws 4, 5, 20). */
import { mark } from '../../shared/session/masks.ts';
import { words as phoneWords } from '../../shared/words/phone.nl.ts';
import { sitAtDesk } from './support/desk.ts';
import { inBothThemes } from './support/desk-states.ts';
import { expect, sizes, test } from './support/journey.ts';
import { holdPhone } from './support/phone.ts';
import { take } from './support/pictures.ts';
import { localLink, script, scriptTitle } from './support/win.ts';

test('words are covered and erased, an answer is hidden, and the log tells it', async ({ program, screens }) => {
  const look = inBothThemes(['desk: covering', 'desk: erasing', 'desk: log', 'desk: covered']);
  const desk = sitAtDesk(await screens.open(sizes.desk));
  await desk.signIn(program.url, program.key);
  await desk.plan(scriptTitle, { title: 'Werkplaats', place: 'Veldhoven', partner: '' });
  const { link } = await desk.share();
  const address = await desk.dialog().getByRole('link', { name: desk.words.share.openWall }).getAttribute('href');
  await desk.close();
  const wall = await screens.open(sizes.wall);
  await wall.goto(`${program.url}${address}`);

  const [noor, els] = [holdPhone(await screens.open(sizes.phone)), holdPhone(await screens.open(sizes.phone))];
  await noor.join(localLink(link, program.url), undefined, 'Noor', 2);
  await noor.sees(phoneWords.waiting.title);
  await els.join(localLink(link, program.url), undefined, 'Els', 2);
  await els.sees(phoneWords.waiting.title);
  for (const step of ['welkom', 'waarom', 'def-lezen', 'def-duo']) await desk.next(script, step);
  await noor.begin();
  await noor.fillIn('Deels', 'Anna de Wit zei dat het anders moet.');
  await noor.send();
  await desk.next(script, 'def-gesprek');
  const card = desk.page.locator('article').filter({ hasText: 'Anna de Wit' });
  await card.getByRole('button', { name: /Duo/ }).click();
  await card.getByRole('button', { name: desk.words.answers.spotlight }).click();
  await els.sees('Anna de Wit zei dat het anders moet.');
  await expect(wall.getByText('Anna de Wit zei dat het anders moet.')).toBeVisible();

  const { cover, wipe, trail } = desk.words.moderation;
  await card.getByRole('button', { name: cover.start, exact: true }).click();
  for (const word of ['Anna', 'de', 'Wit']) await desk.button(word).click();
  await look.see(desk.page, 'desk: covering');
  await take(desk.page, 'moderation-covering');
  await desk.button(cover.go(3)).click();
  await expect(desk.page.getByText(cover.is)).toBeVisible();
  await look.see(desk.page, 'desk: covered');
  await els.sees(`${mark} zei dat het anders moet.`);
  await expect(wall.getByText(`${mark} zei dat het anders moet.`)).toBeVisible();
  for (const page of [wall, els.page]) await expect(page.locator('body')).not.toContainText('Anna');
  await noor.sees(phoneWords.talking.own);
  await take(wall, 'moderation-wall');
  await take(desk.page, 'moderation-covered');

  // A rejoin never gets them either.
  await els.page.reload();
  await els.sees(`${mark} zei dat het anders moet.`);

  await desk.page.locator('article.selected').getByRole('button', { name: cover.start, exact: true }).click();
  await desk.button(cover.forGood).click();
  await expect(desk.dialog()).toContainText(wipe.noWay);
  await look.see(desk.page, 'desk: erasing');
  await desk.dialog().getByRole('button', { name: wipe.go }).click();
  await expect(desk.page.locator('body')).not.toContainText('Anna');
  await desk.page.locator('article.selected').getByRole('button', { name: desk.words.answers.hide }).click();
  await expect(wall.getByText('zei dat het anders moet.')).toHaveCount(0);

  await desk.page.getByRole('button', { name: trail.open }).click();
  await expect(desk.dialog()).toContainText(trail.acts.erase);
  await look.see(desk.page, 'desk: log');
  await take(desk.page, 'moderation-log');
  await desk.close();
});
