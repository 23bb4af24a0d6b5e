// The list of downloads: what the server has for this desk, how far a long one is, and a way to stop it (A4).
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import Downloads from '../../client/summary/desk/Downloads.svelte';
import { wording } from '../../client/summary/wording.svelte.ts';
import { type ExportRow, exportStream } from '../../shared/exports.ts';
import { words } from '../../shared/words/exports/kinds.nl.ts';
import '../../client/styles/base.css';
import '../../client/styles/content.css';

const keep = { get: () => null, set() {}, remove() {}, keys: () => [], lasting: false };
beforeAll(() => wording.open(keep, 'nl'));
afterEach(() => vi.unstubAllGlobals());

const rows: ExportRow[] = [
  { kind: 'json', group: 'keep', forResearch: true },
  { kind: 'markdown', group: 'read', forResearch: true },
  { kind: 'csv', group: 'work', forResearch: true },
];
const exportPath = (kind: string) => `/api/sessions/s/exports/${kind}`;
const show = (exports: readonly ExportRow[] | null, readExports = async () => {}) =>
  render(Downloads, { drafting: { exports, exportPath, readExports } });
const { name } = words.kinds.csv;
const link = () => page.getByRole('link', { name, exact: false });

/** A server that says what the test says. */
function answering() {
  const sent = Promise.withResolvers<{ say: (text: string) => void; end: () => void; signal: AbortSignal }>();
  vi.stubGlobal('fetch', (path: string, { signal, headers }: { signal: AbortSignal; headers: { accept: string } }) => {
    expect([path, headers.accept]).toEqual([exportPath('csv'), exportStream]);
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        signal.addEventListener('abort', () => controller.error(signal.reason));
        const say = (text: string) => controller.enqueue(new TextEncoder().encode(text));
        sent.resolve({ say, end: () => controller.close(), signal });
      },
    });
    return Promise.resolve(new Response(body));
  });
  return sent.promise;
}

/** What would be saved. */
function saving() {
  const saved = Promise.withResolvers<Blob>();
  vi.spyOn(URL, 'createObjectURL').mockImplementation((file) => {
    saved.resolve(file as Blob);
    return '#saved';
  });
  return saved.promise;
}
const status = () => page.getByRole('status');

test('the list is the server’s, by what a file is for, and a plain link without a script', async () => {
  await show(rows);
  const titles = page
    .getByRole('heading', { level: 3 })
    .elements()
    .map((one) => one.textContent);
  expect(titles).toEqual([words.groups.read, words.groups.work, words.groups.keep]);
  await expect.element(link()).toHaveAttribute('href', exportPath('csv'));
  await expect.element(link()).toHaveAttribute('download');
});

test('what is looked for is found by what it is for, in whatever words; nothing found says so', async () => {
  await show(rows);
  const found = () =>
    page
      .getByRole('link')
      .elements()
      .map((one) => one.querySelector('b')?.textContent);
  const field = page.getByRole('searchbox', { name: words.find });
  await field.fill('SPSS');
  expect(found()).toEqual([words.kinds.csv.name]);
  await expect.element(status()).toHaveTextContent(words.found(1));
  await field.fill('bewaren  programma');
  expect(found()).toEqual([words.kinds.json.name]);
  await field.fill('zzz');
  expect(found()).toEqual([]);
  await expect.element(page.getByText(words.found(0)).first()).toBeVisible();
  await field.fill('');
  expect(found()).toHaveLength(rows.length);
});

test('given the list does not come, then the page says so and asks again when pressed', async () => {
  const readExports = vi.fn(async () => {});
  await show(null, readExports);
  await page.getByRole('button', { name: words.again }).click();
  expect(readExports).toHaveBeenCalledOnce();
});

test('given a file that takes long, then its bar tells how far it is, and the file is saved as it came', async () => {
  const server = answering();
  const saved = saving();
  await show(rows);
  await link().click();
  const { say, end } = await server;
  await expect.element(status()).toHaveTextContent(words.making(name));
  say('{"ahead":2}\n');
  await expect.element(page.getByText(words.ahead(2))).toBeVisible();
  const bar = page.getByRole('progressbar', { name: words.progress(name) });
  await expect.element(bar).not.toHaveAttribute('value');
  say('{"done":0.5}\n{"do');
  await expect.element(bar).toHaveAttribute('value', '0.45');
  say('ne":1}\n{"file":{"name":"a.csv","contentType":"text/csv","size":8}}\nab\ncd');
  say('\nef');
  end();
  expect(await (await saved).text()).toBe('ab\ncd\nef');
  await expect.element(status()).toHaveTextContent(words.made(name));
  expect(bar.elements()).toHaveLength(0);
});

test('by keyboard: started, stopped from the button after the link, and the focus stays where it was', async () => {
  const server = answering();
  await show(rows);
  (link().element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  const { signal } = await server;
  const stop = page.getByRole('button', { name: words.cancelFor(name) });
  await expect.element(stop).toBeVisible();
  await userEvent.keyboard('{Tab}');
  await expect.element(stop).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  expect(signal.aborted).toBe(true);
  await expect.element(status()).toHaveTextContent(words.cancelled(name));
  await expect.element(link()).toHaveFocus();
});

test.each([
  ['a refusal', '{"reason":"tryAgain"}\n'],
  ['half a file', '{"file":{"name":"a.csv","contentType":"text/csv","size":8}}\nab'],
])('given %s, then nothing is saved and it says that it did not work (A4)', async (_, text) => {
  const server = answering();
  const saved = vi.spyOn(URL, 'createObjectURL');
  saved.mockClear();
  await show(rows);
  await link().click();
  const { say, end } = await server;
  say(text);
  end();
  await expect.element(status()).toHaveTextContent(words.failed(name));
  const item = page.getByRole('listitem').filter({ has: link() });
  await expect.element(item.getByText(words.failed(name))).toBeVisible();
  expect(saved).not.toHaveBeenCalled();
});

test('where phones are asked, a file is for the team or for research; how many answers are left out is said', async () => {
  const drafting = {
    exports: rows,
    exportPath: (kind: string, use?: string) => `${exportPath(kind)}#${use}`,
    readExports,
  };
  const kept = rows.map((row) => ({ ...row, forResearch: row.kind !== 'json' }));
  await render(Downloads, { drafting: { ...drafting, exports: kept, research: { leftOut: 12, of: 40 } } });
  await expect.element(page.getByRole('radio', { name: new RegExp(words.uses.team) })).toBeChecked();
  expect(page.getByRole('link').elements()).toHaveLength(3);
  await expect.element(page.getByText('12 van 40 antwoorden niet voor onderzoek.')).toBeVisible();
  await page.getByRole('radio', { name: new RegExp(words.uses.research) }).click();
  expect(page.getByRole('link').elements()).toHaveLength(2);
  await expect.element(link()).toHaveAttribute('href', `${exportPath('csv')}#research`);
});
const readExports = async () => {};
