// What one is told before taking part, the tick for research, and what one can do with what is one's own (P1, P2, A4).
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import { openStorage } from '../../client/live/storage.ts';
import Who from '../../client/phone/join/Who.svelte';
import Own from '../../client/phone/room/Own.svelte';
import { forgetSeat } from '../../client/phone/seat.ts';
import { wording } from '../../client/phone/wording.svelte.ts';
import type { NoticeText } from '../../shared/own.ts';
import { fakeRoom, freshPhone, script } from '../support/phone-room.svelte.ts';

beforeEach(freshPhone);
afterEach(() => vi.restoreAllMocks());

const research = { title: 'Mogen je antwoorden mee?', label: 'Ja, ze mogen mee.', lines: ['Dit is vrij.'] };
const told = (version: string, asks = true): NoticeText => ({
  ...{ version, lines: ['De begeleiders zien alle antwoorden.'], until: 'Dat is rond 1 maart 2027.' },
  research: asks ? research : null,
});
const notice = (asks = true) => ({ nl: told('nl-version', asks), en: told('en-version', asks) });
const found = { session: 's', title: 'Avond', place: '', date: '2026-11-24', language: 'nl', scriptHash: 'h' } as const;

/** A server that notes what it was sent. */
function answering(answers: Record<string, object | null>) {
  const sent: [path: string, body: Record<string, unknown>][] = [];
  vi.spyOn(window, 'fetch').mockImplementation(async (input, init) => {
    const path = String(input);
    if (path.includes('/scripts/')) return Response.json(script);
    sent.push([path, JSON.parse(String(init?.body ?? '{}'))]);
    const answer = answers[path];
    return answer ? Response.json(answer) : Response.json({ reason: 'tryAgain' }, { status: 503 });
  });
  return sent;
}

test('before joining a phone says what happens; the tick is off, and a yes goes with the version that was shown', async () => {
  const sent = answering({});
  const screen = await render(Who, {
    ...{ found: { ...found, notice: notice(), entry: 'BCDFGH' }, keep: openStorage(), onjoined: vi.fn() },
    prepare: () => Promise.resolve(),
  });
  await expect.element(screen.getByText('De begeleiders zien alle antwoorden.')).toBeVisible();
  await expect.element(screen.getByText('Dat is rond 1 maart 2027.')).toBeVisible();
  const tick = screen.getByRole('checkbox', { name: research.label });
  await expect.element(tick).not.toBeChecked();
  const join = screen.getByRole('button', { name: 'Doe mee' });
  await join.click();
  await expect.poll(() => sent.length).toBe(1);
  await tick.click();
  await join.click();
  await expect.poll(() => sent.length).toBe(2);
  expect(sent.map(([, body]) => body['consent'])).toEqual([undefined, 'nl-version']);
});

test('where a session does not ask, there is no tick', async () => {
  answering({});
  const screen = await render(Who, {
    ...{ found: { ...found, notice: notice(false), entry: 'BCDFGH' }, keep: openStorage(), onjoined: vi.fn() },
    prepare: () => Promise.resolve(),
  });
  await expect.element(screen.getByRole('button', { name: 'Doe mee' })).toBeVisible();
  expect(screen.getByRole('checkbox').elements()).toHaveLength(0);
});

test('a changed mind is told to the server; where that fails, the tick stands as the server has it (A4)', async () => {
  const { mine } = wording.words;
  const own = { notice: notice(), agrees: true };
  const sent = answering({ '/api/own': own, '/api/own/consent': {} });
  const { room } = fakeRoom();
  const screen = await render(Own, { room, onforget: vi.fn(), onleft: vi.fn() });
  const tick = screen.getByRole('checkbox', { name: research.label });
  await expect.element(tick).toBeChecked();
  await tick.click();
  await expect.element(screen.getByRole('status')).toHaveTextContent(mine.saved);
  expect(sent.at(-1)).toEqual(['/api/own/consent', { ticket: room.seat.ticket, agrees: false, version: 'nl-version' }]);
  answering({ '/api/own': { ...own, agrees: false } });
  await tick.click();
  await expect.element(screen.getByRole('status')).toHaveTextContent(mine.failed);
  await expect.element(tick).not.toBeChecked();
});

test('all that one wrote is saved as a file', async () => {
  answering({
    '/api/own': { notice: notice(), agrees: false },
    '/api/own/words': { name: 'wat.txt', text: 'Van mij' },
  });
  const saved = Promise.withResolvers<Blob>();
  vi.spyOn(URL, 'createObjectURL').mockImplementation((file) => {
    saved.resolve(file as Blob);
    return '#saved';
  });
  const screen = await render(Own, { room: fakeRoom().room, onforget: vi.fn(), onleft: vi.fn() });
  await screen.getByRole('button', { name: wording.words.mine.save }).click();
  expect(await (await saved.promise).text()).toBe('Van mij');
});

test('erasing says first what goes, pairs’ answers too, and forgets the phone only when the server has done it (A4, P2)', async () => {
  const { mine } = wording.words;
  answering({});
  const fake = fakeRoom();
  const [onforget, onleft] = [vi.fn(), vi.fn()];
  const screen = await render(Own, { room: fake.room, onforget, onleft });
  await screen.getByRole('button', { name: mine.erase }).click();
  const dialog = screen.getByRole('dialog');
  await expect.element(dialog.getByText(/samen schreven/)).toBeVisible();
  await dialog.getByRole('button', { name: mine.erase }).click();
  expect(onforget).not.toHaveBeenCalled();
  fake.acknowledge();
  await expect.poll(() => onleft.mock.calls.length).toBe(1);
  expect(onforget).toHaveBeenCalled();
});

test('who leaves leaves nothing in this tab either: no ticket to read the summary with', () => {
  sessionStorage.clear();
  sessionStorage.setItem('ig.summary', 'ticket');
  forgetSeat(openStorage(), fakeRoom().room.seat);
  expect(sessionStorage.length).toBe(0);
});
