/**
 * What a phone fetches before somebody can type a code, or say who they are: few requests, few bytes. `FIGURES=1` does so
 * over a slow line with a slow processor (1.6 Mbit/s, 150 ms, a quarter of this machine's), and prints how long it takes.
 */
import type { Page } from '@playwright/test';
import { words } from '../../shared/words/phone.nl.ts';
import { expect, sizes, test } from './support/journey.ts';
import { leaderOf } from './support/lead.ts';

const figures = Boolean(process.env['FIGURES']);
const slow = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };

type Fetched = { requests: number; bytes: number; interactive: number };

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
      return setTimeout(() => performance.mark('interactive'));
    };
    look();
  }, ready);
  await page.goto(url, { waitUntil: 'networkidle' });
  const interactive = await page.evaluate(
    () => performance.getEntriesByName('interactive').map(({ startTime }) => Math.round(startTime))[0] ?? Number.NaN,
  );
  return { requests: asked.size, bytes, interactive };
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
