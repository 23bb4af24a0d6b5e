/** What a facilitator does at the desk, in the words that stand on it. */
import { expect, type Page } from '@playwright/test';
import type { Pairing } from '../../../shared/commands.ts';
import type { Language, Script } from '../../../shared/script.ts';
import { say } from '../../../shared/script-queries.ts';
import { words as dutch } from '../../../shared/words/desk.nl.ts';

type Words = typeof dutch;
export type Planned = { title: string; place: string; partner: string; pairing?: Pairing };

export function sitAtDesk(page: Page, words: Words = dutch, language: Language = 'nl') {
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });
  const dialog = () => page.getByRole('dialog');
  return {
    page,
    words,
    button,
    dialog,
    async signIn(url: string, key: string): Promise<void> {
      await page.goto(`${url}/bureau#sleutel=${key}`);
      await expect(page.getByRole('heading', { level: 1, name: words.home.title })).toBeVisible();
    },
    /** From "new session" to its desk. */
    async plan(script: string, { title, place, partner, pairing = 'automatic' }: Planned): Promise<void> {
      await button(words.home.plan).first().click();
      await dialog().getByRole('radio', { name: script }).check({ force: true });
      await dialog().getByLabel(words.plan.name).fill(title);
      await dialog()
        .getByLabel(new RegExp(`^${words.plan.place}`))
        .fill(place);
      await dialog()
        .getByLabel(new RegExp(`^${words.plan.partner}`))
        .fill(partner);
      if (pairing === 'automatic') await dialog().getByRole('radio', { name: words.pairing.ways.automatic }).check();
      await dialog().getByRole('button', { name: words.plan.go }).click();
      await expect(page.getByRole('button', { name: words.bar.share }).first()).toBeVisible();
    },
    async share(): Promise<{ code: string; link: string }> {
      await button(new RegExp(`^${words.bar.share}`))
        .first()
        .click();
      const link = await dialog().getByLabel(words.share.link).inputValue();
      const code = (
        await dialog()
          .getByText(/^[BCDFGHJKLMNPQRSTVWXZ]{3}\s?[BCDFGHJKLMNPQRSTVWXZ]{3}$/)
          .first()
          .innerText()
      ).replace(/\s/g, '');
      return { code, link };
    },
    async confirmWall(number: string): Promise<void> {
      await dialog().getByLabel(words.share.number).fill(number);
      await dialog().getByRole('button', { name: words.share.confirm }).click();
      await expect(page.getByText(words.share.confirmed).first()).toBeVisible();
    },
    async close(): Promise<void> {
      await page.keyboard.press('Escape');
      await expect(dialog()).toHaveCount(0);
    },
    /** The summary in a tab of its own, in front: a browser does not paint one that it opened behind. */
    async openSummary(): Promise<Page> {
      const href = await page.getByRole('link', { name: words.next.toSummary }).first().getAttribute('href');
      const summary = await page.context().newPage();
      await summary.goto(new URL(href ?? '', page.url()).href);
      return summary;
    },
    /** The one large button; it names what it does. */
    async next(script: Script, step: string): Promise<void> {
      const title = say(script.steps.find((one) => one.id === step)?.title, language);
      await button(words.next.start(title)).click();
      await expect(
        page
          .getByRole('heading', { level: 1, name: title })
          .or(page.getByRole('heading', { level: 2, name: title }))
          .first(),
      ).toBeVisible();
    },
  };
}
