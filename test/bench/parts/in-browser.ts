/** What a wall takes of its browser while a room answers, and a summary of ten thousand answers while it opens: in Chromium, 1920 x 1080. */
import { type Browser, chromium, type Page } from '@playwright/test';
import { archiveOf } from '../../../server/exports/archive.ts';
import { hashOfScript } from '../../../server/exports/script-hash.ts';
import type { DeskAccess, Joined } from '../../../shared/api.ts';
import { runProgram } from '../../journeys/support/program.ts';
import { playSession } from '../../shared/summary-play.ts';
import { connect, newCommandId } from '../../support/client.ts';
import { launchOptions } from '../../support/ensure-browser.ts';
import { openSession } from '../../support/program-session.ts';
import { evenly, inParallel, sleep } from '../load/pace.ts';
import { textOf } from '../load/screens.ts';
import { askedOf, benchScript, step } from '../load/script.ts';
import { playLargeSession } from './large-session.ts';

/** Milliseconds and megabytes. */
export type InBrowser = {
  wall: { answers: number; perSecond: number; longest: number; long: number; heap: [number, number, number] };
  summary: { answers: number; shown: number; longest: number; heap: number };
};

type Rooms = Awaited<ReturnType<typeof openSession>>;
const [people, asked, perSecond] = [50, 20, 50];
const answers = people * asked;

/** Counts tasks of over 50 ms from the first moment of a page on. */
async function watched(browser: Browser, cookie?: string): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1920, height: 1080 },
    ...(cookie && { extraHTTPHeaders: { cookie } }),
  });
  const page = await context.newPage();
  await page.addInitScript(() => {
    const tasks: number[] = [];
    Object.assign(window, { tasks });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(duration);
    }).observe({ type: 'longtask', buffered: true });
  });
  return page;
}
const tasksOf = (page: Page): Promise<number[]> =>
  page.evaluate(() => (window as unknown as { tasks: number[] }).tasks.splice(0));

/** After a collection, MB. */
async function heapOf(page: Page): Promise<number> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  await cdp.detach();
  return usedSize / 1e6;
}

async function wallUnderBurst(browser: Browser, url: string, { call }: Rooms): Promise<InBrowser['wall']> {
  const script = benchScript(asked);
  const { log } = playSession(script, hashOfScript(script));
  const first = await call<{ session: string }>('POST', '/api/import', JSON.parse(archiveOf(log)));
  const again = `/api/sessions/${first.session}/again`;
  const { session } = await call<{ session: string }>('POST', again, { date: '2026-11-24' });
  const access = await call<DeskAccess>('GET', `/api/sessions/${session}/desk`);
  const desk = await connect(url, access.ticket);
  const phones: { seat: string; client: Awaited<ReturnType<typeof connect>> }[] = [];
  await inParallel(people, 10, async () => {
    const newcomer = { entry: access.secret, commandId: newCommandId(), people: 1, perspectives: [], name: '' };
    const { seat, ticket } = await call<Joined>('POST', '/api/join', newcomer);
    phones.push({ seat, client: await connect(url, ticket) });
  });

  const cards = { mode: 'cards', item: null, prompt: null, blank: false, page: 0 } as const;
  const shown = await desk.command({ type: 'SetWall', wall: cards });
  if (!shown.ok) throw new Error(shown.refusal.reason);

  const wall = await watched(browser);
  await wall.goto(`${url}/wand#${new URLSearchParams({ ticket: access.wallTicket, session })}`);
  await wall.getByText('Doe mee').first().waitFor();
  await sleep(1_000);
  await tasksOf(wall);
  const half = async (from: number) => {
    await evenly(answers / 2, (answers / 2 / perSecond) * 1000, async (i) => {
      const nth = from + i;
      const { seat, client } = phones[nth % people] as (typeof phones)[number];
      const values = { text: { kind: 'text', text: textOf(nth) } } as const;
      const place = { unit: seat, step, ...askedOf(Math.floor(nth / people)) };
      const result = await client.command({ type: 'SubmitAnswer', ...place, values });
      if (!result.ok) throw new Error(result.refusal.reason);
    });
    await sleep(500);
  };
  const tasks: number[] = [];
  const empty = await heapOf(wall);
  await half(0);
  tasks.push(...(await tasksOf(wall)));
  const halfway = await heapOf(wall);
  await tasksOf(wall);
  await half(answers / 2);
  tasks.push(...(await tasksOf(wall)));
  const full = await heapOf(wall);
  for (const client of [desk, ...phones.map(({ client }) => client)]) client.stop();
  await wall.context().close();
  return {
    ...{ answers, perSecond, longest: Math.max(0, ...tasks), long: tasks.filter((one) => one > 100).length },
    heap: [empty, halfway, full],
  };
}

async function summaryOpened(browser: Browser, url: string, { call, cookie }: Rooms): Promise<InBrowser['summary']> {
  const large = playLargeSession();
  const { session } = await call<{ session: string }>('POST', '/api/import', JSON.parse(archiveOf(large.log)));
  const page = await watched(browser, cookie);
  const from = performance.now();
  await page.goto(`${url}/samenvatting#sessie=${session}`);
  await page.locator('h2').first().waitFor();
  const shown = performance.now() - from;
  await sleep(1_000);
  const tasks = await tasksOf(page);
  const heap = await heapOf(page);
  await page.context().close();
  return { answers: large.answers, shown, longest: Math.max(0, ...tasks), heap };
}

/** Each with a program of its own. */
async function inProgram<T>(work: (url: string, rooms: Rooms) => Promise<T>): Promise<T> {
  const program = await runProgram();
  const rooms = await openSession(program);
  rooms.desk.stop();
  try {
    return await work(program.url, rooms);
  } finally {
    await program.end();
  }
}

export async function timeInBrowser(): Promise<InBrowser> {
  const browser = await chromium.launch(launchOptions());
  try {
    const wall = await inProgram((url, rooms) => wallUnderBurst(browser, url, rooms));
    return { wall, summary: await inProgram((url, rooms) => summaryOpened(browser, url, rooms)) };
  } finally {
    await browser.close();
  }
}
