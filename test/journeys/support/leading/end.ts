/** The end of the session, and what its summary says of what was done otherwise. */
import { expect, type Page } from '@playwright/test';
import { words as phoneWords } from '../../../../shared/words/phone.nl.ts';
import { words as summaryWords } from '../../../../shared/words/summary.nl.ts';
import { words as wallWords } from '../../../../shared/words/wall.nl.ts';
import { unfold } from '../folds.ts';
import { take } from '../pictures.ts';
import { asked } from './moment.ts';
import { longNames, type Room, takeDesk, titleOf } from './room.ts';

export async function end(room: Room): Promise<void> {
  const { desk, wall, reach, next } = room;
  await reach.press(desk.page, 'blank', () => desk.page.keyboard.press('.'), { wall: { gone: [titleOf('oogst')] } });
  await take(wall, 'wall-blank');
  await reach.press(desk.page, 'back from blank', () => desk.page.keyboard.press('.'), {
    wall: { there: [titleOf('oogst')] },
  });
  // Another desk has just moved on: a press within a moment was meant for what stood there, so a hand presses again.
  const goOn = desk.button(desk.words.next.start(titleOf('vervolg')));
  await expect(async () => {
    await goOn.click({ timeout: 1_000 });
    await expect(goOn).toHaveCount(0, { timeout: 1_000 });
  }).toPass();
  await next('feedback');
  await take(wall, 'wall-feedback');
  await reach.press(desk.page, 'next: thanks', () => next('bedankt'), {
    wall: { there: [wallWords.thanks.title] },
    phones: { there: ['Dank je wel, '] },
  });
  await take(wall, 'wall-thanks');
  await desk.button(desk.words.next.closeSession).click();
  await takeDesk(desk.page, 'closed');
  const summary = await desk.openSummary();
  await expect(summary.getByText(`${asked} (niet in het draaiboek)`).filter({ visible: true }).first()).toBeVisible();
  for (const step of ['ken-lezen', 'ken-duo'] as const)
    await expect(
      summary
        .getByText(/Niet behandeld/)
        .filter({ hasText: titleOf(step) })
        .or(summary.getByText(summaryWords.skipped))
        .filter({ visible: true })
        .first(),
    ).toBeVisible();
  // Published: what was hidden or covered, and who anybody was, is in nobody's hands.
  await summary.getByRole('button', { name: summaryWords.publish }).first().click();
  await summary.getByRole('dialog').getByRole('button', { name: summaryWords.publish }).click();
  await expect(summary.getByText(summaryWords.publishedTitle(1))).toBeVisible();
  const reader = room.phones[0] as Page;
  await reader.getByRole('link', { name: phoneWords.thanks.summary }).click();
  await expect(reader.getByRole('heading', { level: 1 }).first()).toBeVisible();
  await unfold(reader);
  await expect(
    reader.getByText('Er is te weinig tijd voor reflectie.').filter({ visible: true }).first(),
  ).toBeVisible();
  const text = await reader.locator('body').innerText();
  for (const away of ['Anna de Wit', 'onze leidinggevende, en dat hoort hier niet', ...longNames])
    expect(text.includes(away), `in the summary: ${away}`).toBe(false);
  await room.four.take('summary', summary.getByRole('region', { name: /^In één beeld/ }).locator('.figure'));
  await room.four.compose();
}
