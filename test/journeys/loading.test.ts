/**
 * What a phone fetches before somebody can type a code, say who they are, or go on where they were: few requests, few bytes.
 * `FIGURES=1` does so over a slow line with a slow processor (1.6 Mbit/s, 150 ms, a quarter of this machine's), and prints
 * how long it takes.
 */
import type { Page } from '@playwright/test';
import { words } from '../../shared/words/phone.nl.ts';
import { expect, type Screens, sizes, test } from './support/journey.ts';
import { leaderOf } from './support/lead.ts';
import { holdPhone } from './support/phone.ts';

const figures = Boolean(process.env['FIGURES']);
const slow = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };

/** `until`: script and style that were here when the page could be used, as they were sent. */
type Fetched = { requests: number; bytes: number; interactive: number; until: { files: string[]; bytes: number } };
type Interactive = PerformanceMark & { detail: Fetched['until'] };

/** Opens the page in a browser that has nothing of it yet; until `ready` can be used, and what was asked has come. */
async function fetched(page: Page, url: string, ready: string): Promise<Fetched> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Network.enable');
  if (figures) {
    await cdp.send('Network.emulateNetworkConditions', slow);
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  }
  const asked = new Set<string>();
  let bytes = 0;
  cdp.on(
    'Network.requestWillBeSent',
    ({ requestId, request }) => !request.url.startsWith('data:') && asked.add(requestId),
  );
  cdp.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await page.addInitScript((selector) => {
    const look = () => {
      if (!document.querySelector(selector)) return requestAnimationFrame(look);
      // A task of its own: what was being done is done, and a key would be heard.
      return setTimeout(() => {
        const entries = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
        const parts = entries.filter(({ name }) => /\.(js|css)$/.test(name));
        const files = parts.map(({ name }) => name.replace(/^.*\//, ''));
        const bytes = parts.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0);
        performance.mark('interactive', { detail: { files, bytes } });
      });
    };
    look();
  }, ready);
  await page.goto(url, { waitUntil: 'networkidle' });
  await page.waitForFunction(() => performance.getEntriesByName('interactive').length > 0);
  const { interactive, until } = await page.evaluate(() => {
    const [mark] = performance.getEntriesByName('interactive') as Interactive[];
    return { interactive: Math.round(mark?.startTime ?? 0), until: mark?.detail ?? { files: [], bytes: 0 } };
  });
  return { requests: asked.size, bytes, interactive, until };
}

test('to type a code a phone fetches at most 10 files and 82 kB, fonts and icons too; to say who one is, at most 2 answers more', async ({
  program,
  screens,
}) => {
  const lead = await leaderOf(program);
  const session = await lead.plan('Werkplaats');
  const typing = await screens.open(sizes.phone);
  const code = await fetched(typing, program.url, 'input');
  await expect(typing.getByLabel(words.join.code)).toBeVisible();
  const joining = await screens.open(sizes.phone);
  const who = await fetched(joining, session.link, '[name=people]');
  await expect(joining.getByLabel(words.who.together)).toBeVisible();
  if (figures) console.log(JSON.stringify({ code, who }));
  expect(code.requests).toBeLessThanOrEqual(10);
  expect(code.bytes).toBeLessThan(82_000);
  expect(who.requests).toBeLessThanOrEqual(12);
  expect(who.bytes).toBeLessThan(96_000);
  expect(code.interactive).toBeGreaterThan(0);
  lead.leave();
});

/** What this phone keeps of its place, in a browser that has nothing of the program yet. */
async function comesBack(screens: Screens, kept: Record<string, string>): Promise<Page> {
  const page = await screens.open(sizes.phone);
  await page.addInitScript((entries) => {
    for (const [key, value] of Object.entries(entries)) localStorage.setItem(key, value);
  }, kept);
  return page;
}

test('somebody who comes back to a room fetches what the step that is on needs, before it stands there', async ({
  program,
  screens,
}) => {
  const lead = await leaderOf(program);
  const session = await lead.plan('Werkplaats');
  await session.guest('Hamid');
  const phone = holdPhone(await screens.open(sizes.phone));
  const { page } = phone;
  const keptHere = () => page.evaluate(() => ({ ...localStorage }) as Record<string, string>);
  await phone.join(session.link, 'docent', 'Noor');
  await phone.sees(words.waiting.title);
  const lobby = await fetched(await comesBack(screens, await keptHere()), program.url, '.waiting');
  await session.open('def-duo');
  await phone.meet();
  await phone.fillIn('Deels', 'Vooral op donderdag.');
  const answering = await fetched(await comesBack(screens, await keptHere()), program.url, '.prompt textarea');
  if (figures) console.log(JSON.stringify({ lobby, answering }));
  expect([...answering.until.files].sort()).toEqual([...lobby.until.files].sort());
  expect(lobby.until.files.filter((file) => file.startsWith('rest'))).toEqual([]);
  expect(answering.until.bytes).toBeLessThan(76_000);
  lead.leave();
});
