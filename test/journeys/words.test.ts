/** Words that look like markup, script, style or links, in every place for words, on every page: they are words. */
import type { Browser, Page } from '@playwright/test';
import { archiveOf } from '../../server/exports/archive.ts';
import type { DeskAccess, Link } from '../../shared/api.ts';
import { wallModes } from '../../shared/script.ts';
import { connect } from '../support/client.ts';
import { payloads } from '../support/corpus/payloads.ts';
import { playPayloads } from '../support/payload-session.ts';
import { sitAtDesk } from './support/desk.ts';
import { unfold } from './support/folds.ts';
import { expect, sizes, test } from './support/journey.ts';
import { holdPhone } from './support/phone.ts';

/** What on a page came of words instead of from us: elements, handlers and addresses; and whether anything ran. */
const intruders = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const foreign =
      'object embed base meta[http-equiv] marquee math foreignObject audio video image xmp mglyph animate set body~*';
    const found = [...document.querySelectorAll(foreign.split(' ').join(','))].map((one) => one.outerHTML.slice(0, 80));
    for (const element of document.querySelectorAll('*')) {
      for (const { name, value } of element.attributes) {
        const leads = /^(href|src|srcset|srcdoc|action|formaction|data)$/.test(name);
        if (/^on/i.test(name) || (leads && /javascript:|vbscript:|evil|pwned|<|^x$/i.test(value)))
          found.push(`${name}=${value}`);
      }
      const isStyle = element.localName === 'style' || element.localName === 'script';
      if (isStyle && /pwned|evil|display:none/.test(element.textContent ?? ''))
        found.push(element.outerHTML.slice(0, 80));
      if (element.localName.startsWith('pwned')) found.push(element.localName);
    }
    if ('pwned' in window) found.push('it ran');
    return found;
  });

/** How many of the payloads stand on the page as words. */
const shown = (page: Page): Promise<number> =>
  page.evaluate(
    (list) => {
      const bare = (text: string) => text.replaceAll(/\s/g, '');
      const fields = [...document.querySelectorAll('input, textarea')].map((one) => (one as HTMLInputElement).value);
      const whole = bare([document.body.textContent, document.title, ...fields].join('\n'));
      return list.filter((text) => whole.includes(bare(text))).length;
    },
    payloads.map(([, text]) => text),
  );

async function isHarmless(page: Page, name: string, least: number): Promise<void> {
  await expect.poll(() => shown(page), name).toBeGreaterThanOrEqual(least);
  expect(await intruders(page), name).toEqual([]);
}

/** On a page without a policy, by the road that our pages do not take. */
async function unguarded(browser: Browser): Promise<number> {
  const page = await browser.newPage();
  await page.route('**/*', (route) =>
    route.request().url() === 'http://unguarded.test/'
      ? route.fulfill({ contentType: 'text/html', body: '<body>' })
      : route.abort(),
  );
  let harmful = 0;
  for (const [, text] of payloads) {
    await page.goto('http://unguarded.test/');
    await page.evaluate((markup) => document.write(`<input value="x"><p>${markup}</p>`), text).catch(() => undefined);
    harmful += (await intruders(page).catch(() => ['gone'])).length > 0 ? 1 : 0;
  }
  await page.close();
  return harmful;
}

test('whatever people, readers and makers of scripts write stands on every page as words: nothing runs, nothing is made of it, the policy has nothing to refuse (V1, P3; law 23)', async ({
  program,
  screens,
  browser,
}) => {
  test.setTimeout(120_000);
  expect(await unguarded(browser), 'payloads that do something on a page without a guard').toBeGreaterThan(60);

  const dialogs: string[] = [];
  const open = async (...call: Parameters<typeof screens.open>): Promise<Page> => {
    const page = await screens.open(...call);
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    return page;
  };
  const desk = sitAtDesk(await open(sizes.desk));
  const { page } = desk;
  await desk.signIn(program.url, program.key);
  const sessions = ['payloads', 'others'].map((session) => archiveOf(playPayloads(session).log));
  const { access, link } = await page.evaluate(async (archives) => {
    const headers = { 'content-type': 'application/json' };
    for (const body of archives) await fetch('/api/import', { method: 'POST', headers, body });
    const made = await fetch('/api/sessions/payloads/summary-links', {
      method: 'POST',
      headers,
      body: '{"comments":true}',
    });
    const seat = await fetch('/api/sessions/payloads/desk');
    return { access: (await seat.json()) as DeskAccess, link: (await made.json()) as Link };
  }, sessions);

  await page.reload();
  await isHarmless(page, 'start page', 2);
  await page.goto(`${program.url}/bureau#sessie=payloads`);
  await page.reload();
  await isHarmless(page, 'desk', 20);

  const wall = await open(sizes.wall);
  await wall.goto(`${program.url}/wand#${new URLSearchParams({ ticket: access.wallTicket, session: 'payloads' })}`);
  const phone = holdPhone(await open(sizes.phone));
  await phone.join(`${program.url}/#${access.secret}`, undefined, '<svg onload=pwned=1>');
  await isHarmless(phone.page, 'phone', 2);
  const hand = await connect(program.url, access.ticket);
  expect((await hand.command({ type: 'TakeLead' })).ok).toBe(true);
  /** Gives a command, and waits until these pages show what came of it. */
  async function turn(command: Parameters<typeof hand.command>[0], ...pages: Page[]): Promise<void> {
    const pictures = () => Promise.all(pages.map((one) => one.locator('body').innerHTML()));
    const before = await pictures();
    if (!(await hand.command(command)).ok) return;
    await expect.poll(async () => (await pictures()).some((one, at) => one === before[at])).toBe(false);
  }
  for (const mode of wallModes) {
    await turn({ type: 'SetWall', wall: { mode, item: null, prompt: null, page: 0, blank: false } }, wall);
    expect(await intruders(wall), `wall: ${mode}`).toEqual([]);
  }
  for (const step of ['def-lezen', 'def-duo', 'def-gesprek', 'ken-duo', 'model-duo', 'oogst', 'vervolg']) {
    await turn({ type: 'OpenStep', step, from: null }, wall, phone.page);
    await isHarmless(phone.page, `phone: ${step}`, 1);
    await isHarmless(wall, `wall: ${step}`, 1);
  }
  hand.stop();
  await isHarmless(page, 'desk, later', 20);

  await page.goto(`${program.url}/samenvatting#sessie=payloads`);
  await unfold(page);
  await isHarmless(page, 'summary at the desk', payloads.length);
  const team = await open(sizes.desk);
  await team.goto(`${program.url}/samenvatting#${link.url.split('#')[1]}`);
  await unfold(team);
  await isHarmless(team, 'summary by a link', payloads.length);
  await team.goto(`${program.url}/terugkijken#${link.url.split('#')[1]}`);
  const line = team.getByRole('slider').first();
  await line.press('End');
  await isHarmless(team, 'looking back', 1);
  await page.goto(`${program.url}/samenvatting#vergelijk=win-professionele-werkplaatsen/payloads,others`);
  await page.reload();
  await isHarmless(page, 'comparison', 20);

  expect(dialogs).toEqual([]);
  expect(screens.complaints()).toEqual([]);
});
