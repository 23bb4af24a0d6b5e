// The team's link: how it is made at the desk, and how its password is asked (A4, V4).
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import App from '../../client/summary/App.svelte';
import { Drafting } from '../../client/summary/desk/drafting.svelte.ts';
import Links from '../../client/summary/desk/Links.svelte';
import { Notices } from '../../client/summary/desk/notices.svelte.ts';
import { wording } from '../../client/summary/wording.svelte.ts';
import { words } from '../../shared/words/summary.nl.ts';

const keep = { get: () => 'nl', set: () => undefined, remove: () => undefined, keys: () => [], lasting: false };
const token = 't'.repeat(43);
const reader = 'r'.repeat(43);
const json = (status: number, body: unknown, etag = '"1"') =>
  new Response(JSON.stringify(body), { status, headers: { etag } });

type Asked = { path: string; body: Record<string, unknown> };
/** A server that answers what it is asked; who has it already, and waits, waits until the question is taken back. */
function serve(answer: (asked: Asked) => Response): Asked[] {
  const asked: Asked[] = [];
  vi.stubGlobal('fetch', async (path: string, { body, signal, headers }: RequestInit = {}) => {
    const one: Asked = { path, body: body ? JSON.parse(String(body)) : {} };
    asked.push(one);
    const response = answer(one);
    const isKnown = new Headers(headers).get('if-none-match') === response.headers.get('etag');
    if (one.body['wait'] && isKnown && response.ok)
      await new Promise((_, stop) => signal?.addEventListener('abort', stop));
    return response;
  });
  return asked;
}

beforeAll(() => wording.open(keep, 'nl'));
beforeEach(() => {
  sessionStorage.clear();
  location.hash = `#${token}`;
});
afterEach(() => {
  vi.unstubAllGlobals();
  history.replaceState(null, '', location.pathname + location.search);
});

/** The right password is 'blauwe fiets'. */
const withPassword = ({ path, body }: Asked) => {
  if (path.endsWith('/unlock'))
    return body['password'] === 'blauwe fiets' ? json(200, { reader }) : json(401, { reason: 'noTicket' });
  return body['reader'] === reader
    ? json(200, { by: 'link', language: 'nl', versions: [], comments: null, summary: null }, '"2"')
    : json(200, { by: 'link', language: 'nl', locked: true, versions: [], comments: null, summary: null });
};

test('a wrong password says so and stays to be mended; the right one opens, and a reload of this tab asks nothing (A4)', async () => {
  serve(withPassword);
  const first = await render(App, { keep });
  await expect.element(page.getByRole('heading', { name: words.lockedTitle })).toBeVisible();
  const field = page.getByLabelText(words.password, { exact: true });
  await field.fill('rode fiets');
  await page.getByRole('button', { name: words.openSummary }).click();
  await expect.element(page.getByRole('alert')).toHaveTextContent(words.passwordWrong);
  await expect.element(field).toHaveValue('rode fiets');
  await expect.element(field).toHaveFocus();
  await field.fill('blauwe fiets');
  await page.getByRole('button', { name: words.openSummary }).click();
  await expect.element(page.getByRole('heading', { name: words.unpublishedTitle })).toBeVisible();
  await first.unmount();
  await render(App, { keep });
  await expect.element(page.getByRole('heading', { name: words.unpublishedTitle })).toBeVisible();
});

test('who tries too often is told to wait, and what is typed stays', async () => {
  serve(({ path }) =>
    path.endsWith('/unlock')
      ? json(429, { reason: 'tooFast' })
      : json(200, { by: 'link', language: 'nl', locked: true, versions: [], comments: null, summary: null }),
  );
  await render(App, { keep });
  await page.getByLabelText(words.password, { exact: true }).fill('geraden');
  await page.getByRole('button', { name: words.openSummary }).click();
  await expect.element(page.getByRole('alert')).toHaveTextContent(words.passwordTooFast);
});

test('a link that is revoked while it asks for its password asks no more (V4)', async () => {
  let revoked = false;
  serve((asked) => (revoked ? json(404, { reason: 'noTicket' }) : withPassword(asked)));
  await render(App, { keep });
  await expect.element(page.getByLabelText(words.password, { exact: true })).toBeVisible();
  revoked = true;
  window.dispatchEvent(new Event('focus'));
  await expect.element(page.getByRole('heading', { name: words.goneTitle })).toBeVisible();
  await expect.element(page.getByLabelText(words.password, { exact: true })).not.toBeInTheDocument();
});

test('a page that has the summary waits for the next one with one question, and asks no more', async () => {
  const asked = serve(() => json(200, { by: 'link', language: 'nl', versions: [], comments: null, summary: null }));
  await render(App, { keep });
  await expect.element(page.getByRole('heading', { name: words.unpublishedTitle })).toBeVisible();
  await vi.waitFor(() => expect(asked.at(-1)?.body['wait']).toBe(true));
  const count = asked.length;
  expect(count).toBeLessThanOrEqual(4);
  window.dispatchEvent(new Event('focus'));
  await vi.waitFor(() => expect(asked.length).toBe(count + 1));
});

test('a link is made for as long as is chosen; a short password is said before it is sent', async () => {
  const row = { link: 'l1', createdAt: Date.UTC(2026, 10, 23), expiresAt: Date.UTC(2026, 10, 30), locked: true };
  const made: object[] = [];
  vi.stubGlobal('fetch', async (_path: string, { method, body }: RequestInit = {}) => {
    if (method !== 'POST') return json(200, made.length ? [row] : []);
    made.push(JSON.parse(String(body)));
    return json(200, { ...row, url: `https://gesprek.example.nl/samenvatting#${token}` });
  });
  await render(Links, { drafting: new Drafting('s1', keep), notices: new Notices() });
  await expect.element(page.getByLabelText(words.linkLasts)).toHaveDisplayValue(words.linkDays[90]);
  await page.getByLabelText(words.linkLasts).selectOptions(words.linkDays[7]);
  const field = page.getByLabelText(words.linkPassword);
  await field.fill('kort');
  await page.getByRole('button', { name: words.makeLink }).click();
  await expect.element(page.getByText(words.linkPasswordShort(8))).toBeVisible();
  await expect.element(field).toHaveFocus();
  expect(made).toEqual([]);
  await field.fill('lang genoeg');
  await page.getByRole('button', { name: words.makeLink }).click();
  await expect.element(page.getByText(words.linkLocked, { exact: false })).toBeVisible();
  expect(made).toEqual([{ days: 7, password: 'lang genoeg', comments: false }]);
  await expect.element(field).toHaveValue('');
});
