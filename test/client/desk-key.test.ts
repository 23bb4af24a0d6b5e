// The key of an installation works once: it is not lost where the page is loaded anew before its answer, or the network is away.
import { afterEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import App from '../../client/desk/App.svelte';
import { DeskSettings } from '../../client/desk/settings.svelte.ts';
import { wording } from '../../client/desk/wording.svelte.ts';
import { memory } from '../../client/live/storage.ts';
import { words } from '../../shared/words/desk.nl.ts';

afterEach(() => {
  vi.restoreAllMocks();
  history.replaceState(null, '', location.pathname);
});

/** The desk's page, opened with a key; `answer` is how the server answers to it. */
async function openWithKey(answer: () => Promise<Response>) {
  const keep = { ...memory(), lasting: false };
  await wording.open(keep, 'nl');
  const spent: RequestInit[] = [];
  vi.spyOn(window, 'fetch').mockImplementation(async (input, init) => {
    if (String(input) !== '/api/sign-in' || init?.method !== 'POST') return Response.json({ facilitator: false });
    spent.push(init);
    return answer();
  });
  history.replaceState(null, '', '#sleutel=abc');
  await render(App, { keep, settings: new DeskSettings(keep) });
  await vi.waitFor(() => expect(spent).toHaveLength(1));
  return spent;
}

test('A3: as long as the server did not answer, the key stays in the address; then it goes, used or not', async () => {
  let come = (_: Response) => {};
  const [asked] = await openWithKey(() => new Promise((resolve) => (come = resolve)));
  expect([location.hash, asked?.keepalive]).toEqual(['#sleutel=abc', true]);
  come(Response.json({ reason: 'noTicket' }, { status: 401 }));
  await expect.element(page.getByText(words.signIn.wrong)).toBeVisible();
  expect(location.hash).toBe('');
});

test('A3: without a network the key stays, and is tried again by one press', async () => {
  const spent = await openWithKey(() => Promise.reject(new TypeError('no network')));
  await expect.element(page.getByText(words.offline)).toBeVisible();
  expect(location.hash).toBe('#sleutel=abc');
  await page.getByRole('button').first().click();
  await vi.waitFor(() => expect(spent).toHaveLength(2));
});
