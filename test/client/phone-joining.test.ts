// Coming in, and what is said when something is not as usual.
import { beforeEach, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import type { Keep } from '../../client/live/storage.ts';
import { openStorage } from '../../client/live/storage.ts';
import { announcer } from '../../client/phone/announcer.svelte.ts';
import { writeDraft } from '../../client/phone/answer/drafts.ts';
import CodeInput from '../../client/phone/join/CodeInput.svelte';
import { lettersOf } from '../../client/phone/join/joining.ts';
import Who from '../../client/phone/join/Who.svelte';
import Notices from '../../client/phone/room/Notices.svelte';
import { piecesOf } from '../../client/phone/room/phrases.ts';
import Reading from '../../client/phone/room/Reading.svelte';
import { forgetSeat, joinIdOf, keepSeat, readSeat } from '../../client/phone/seat.ts';
import { fakeRoom, freshPhone, script, stepNamed } from '../support/phone-room.svelte.ts';

beforeEach(freshPhone);

const told = {
  version: 'v',
  lines: ['De begeleiders zien alle antwoorden.'],
  until: 'Dat is rond 1 maart.',
  research: null,
};
const notice = { nl: told, en: told };
const seat = { session: 's', seat: 'p', ticket: 't', recovery: 'BCDFGHJKLM', title: 'Avond' };

test.each(['bcdfgh', 'BCD FGH', ' bcd-fgh ', 'bCd.fGh extra'])('a code typed as "%s" is understood', (typed) => {
  expect(lettersOf(typed, 6)).toBe('BCDFGH');
});

test('a code is shown in two groups of large letters, and stays when it is wrong', async () => {
  const problem = 'Deze code kennen we niet.';
  const props = { length: 6, label: 'Code', help: 'Zes letters.', problem };
  const screen = await render(CodeInput, props);
  const input = screen.getByRole('textbox', { name: 'Code' });
  await input.fill('bcdfgh');
  await expect.element(input).toHaveValue('BCD FGH');
  await expect.element(screen.getByRole('alert')).toHaveTextContent(problem);
});

test('where the script asks of which organisation somebody is, it can be said and left unsaid (P1)', async () => {
  const label = { nl: 'Hogeschool', en: 'University' };
  const asking = { ...script, organisations: [{ id: 'school', label }] };
  const sent: unknown[] = [];
  vi.spyOn(window, 'fetch').mockImplementation(async (path, init) => {
    if (String(path).startsWith('/api/join?')) sent.push(JSON.parse(String(init?.body)));
    return Response.json(String(path).includes('/scripts/') ? asking : seat);
  });
  const found = {
    session: 's',
    title: 'Avond',
    place: '',
    date: '2026-11-26',
    language: 'nl' as const,
    scriptHash: 'h',
    notice,
  };
  const onjoined = vi.fn();
  const screen = await render(Who, {
    ...{ found: { ...found, entry: 'BCDFGH' }, keep: openStorage(), onjoined },
    prepare: () => Promise.resolve(),
  });
  const choice = screen.getByRole('combobox', { name: /Van welke organisatie/ });
  await choice.selectOptions('Hogeschool');
  await screen.getByRole('button', { name: 'Doe mee' }).click();
  await choice.selectOptions('Zeg ik liever niet');
  await screen.getByRole('button', { name: 'Doe mee' }).click();
  await expect.poll(() => sent.length).toBe(2);
  expect(sent).toMatchObject([{ organisation: 'school' }, { organisation: null }]);
  vi.restoreAllMocks();
});

test('two at one phone each have a role, and the words are for two', async () => {
  const sent: object[] = [];
  vi.spyOn(window, 'fetch').mockImplementation(async (path, init) => {
    if (!String(path).startsWith('/api/join')) return new Response(JSON.stringify(script));
    sent.push(JSON.parse(String(init?.body)));
    return new Response(JSON.stringify({ reason: 'sessionFull' }), { status: 409 });
  });
  const about = {
    session: 's',
    title: 'Avond',
    place: '',
    date: '2026-11-24',
    language: 'nl',
    scriptHash: 'two',
    notice,
  } as const;
  const screen = await render(Who, {
    ...{ found: { ...about, entry: 'BCDFGH' }, keep: openStorage(), onjoined: vi.fn() },
    prepare: () => Promise.resolve(),
  });
  await expect.element(screen.getByRole('heading', { name: 'Vanuit welke rol praat je mee?' })).toBeVisible();
  await screen.getByRole('radio', { name: 'Met z’n tweeën' }).click();
  await expect.element(screen.getByRole('heading', { name: 'Vanuit welke rol praten jullie mee?' })).toBeVisible();
  await expect.element(screen.getByRole('textbox', { name: 'Hoe mogen we jullie noemen?' })).toBeVisible();
  await screen
    .getByRole('group', { name: /De ander/ })
    .getByText('docent')
    .click();
  await screen.getByRole('button', { name: 'Doe mee' }).click();
  await expect.poll(() => sent).toMatchObject([{ people: 2, perspectives: [], guest: ['docent'] }]);
  vi.restoreAllMocks();
});

test('where the house is full, that is said, and whoever waits comes in by itself', async () => {
  let asked = 0;
  let isFull = true;
  // Soon, not in seven seconds.
  const later = window.setTimeout;
  vi.spyOn(window, 'setTimeout').mockImplementation(((work: () => void, ms = 0) =>
    later(work, ms === 7_000 ? 50 : ms)) as typeof window.setTimeout);
  vi.spyOn(window, 'fetch').mockImplementation(async (path) => {
    if (!String(path).startsWith('/api/join')) return new Response(JSON.stringify(script));
    asked += 1;
    return new Response(JSON.stringify(isFull ? { reason: 'tooFast' } : seat), { status: isFull ? 429 : 200 });
  });
  const about = { session: 's', title: 'Avond', place: '', date: '2026-11-24', language: 'nl', notice } as const;
  const onjoined = vi.fn();
  const screen = await render(Who, {
    ...{ found: { ...about, scriptHash: 'full', entry: 'BCDFGH' }, keep: openStorage(), onjoined },
    prepare: () => Promise.resolve(),
  });
  await screen.getByRole('button', { name: 'Doe mee' }).click();
  const said = 'Even wachten: het is druk. Is er plek, dan kom je vanzelf binnen.';
  await expect.element(screen.getByRole('alert')).toHaveTextContent(said);
  await expect.element(screen.getByRole('button', { name: 'We zoeken een plek voor je…' })).toBeVisible();
  await expect.poll(() => asked).toBeGreaterThan(2);
  expect(onjoined).not.toHaveBeenCalled();
  isFull = false;
  await expect.poll(() => onjoined.mock.calls.length).toBe(1);
  vi.restoreAllMocks();
});

test('what was announced in one step is gone in the next (law 11)', () => {
  announcer.say('Nog 2 minuten.');
  announcer.clear();
  expect(announcer.sentence).toBe('');
});

test('A1: a try at joining keeps its id until it is answered', () => {
  const keep = openStorage();
  const first = joinIdOf(keep, 'secret', () => 'one');
  expect(joinIdOf(keep, 'secret', () => 'two')).toBe(first);
  expect(joinIdOf(keep, 'other', () => 'three')).toBe('three');
});

test('who leaves is forgotten by this phone, all of it', () => {
  const keep = openStorage();
  keepSeat(keep, seat);
  keep.set('ig.s.p.draft.duo/u/def/p', '{}');
  keep.set('ig.s.p.out.c1', '{}');
  keep.set('ig.language', 'nl');
  forgetSeat(keep, seat);
  expect(readSeat(keep)).toBeUndefined();
  expect(keep.keys('ig.')).toEqual(['ig.language']);
});

test('where the browser keeps nothing, that is said, with the code that brings one back', async () => {
  const denied: Keep = {
    get: () => null,
    set: () => undefined,
    remove: () => undefined,
    keys: () => [],
    lasting: false,
  };
  const { room } = fakeRoom(denied);
  const screen = await render(Notices, { room });
  await expect.element(screen.getByText('Deze telefoon bewaart niets. Sluit deze pagina niet.')).toBeVisible();
  await expect.element(screen.getByText('BCDFG HJKLM')).toBeVisible();
});

test('A4: "alles is verstuurd" waits until every answer has been acknowledged', async () => {
  const fake = fakeRoom();
  const screen = await render(Notices, { room: fake.room });
  fake.setStatus('offline');
  void fake.live.send({
    type: 'SubmitAnswer',
    unit: fake.unit,
    step: 'duo',
    item: 'def',
    prompt: 'p',
    values: { t: { kind: 'text', text: 'onderweg' } },
  });
  await expect.element(screen.getByText('Geen verbinding. Schrijf gerust door: we bewaren alles.')).toBeVisible();
  fake.setStatus('online');
  await expect.element(screen.getByText('Nog 1 antwoord onderweg')).toBeVisible();
  expect(screen.getByText('Weer verbonden. Alles is verstuurd.').elements()).toHaveLength(0);
  fake.acknowledge();
  await expect.element(screen.getByText('Weer verbonden. Alles is verstuurd.')).toBeVisible();
});

test('D1: a text that was left behind in a closed step is kept, and that is said in the next step', async () => {
  const fake = fakeRoom();
  const screen = await render(Notices, { room: fake.room, onanswers: () => undefined });
  const place = { step: 'duo', unit: fake.unit, item: 'def' };
  const values = { t: { kind: 'text', text: 'Bijna af' } } as const;
  writeDraft(fake.room.keep, fake.room.seat, place, 'p', { values, base: 0, at: 0, grewFrom: [] });
  fake.desk({ type: 'OpenStep', step: 'praat', from: null });
  await expect.element(screen.getByText(/Wat je had geschreven is bewaard/)).toBeVisible();
});

test('words that are not clear can be tapped, and the facilitator is told which', async () => {
  const fake = fakeRoom();
  fake.desk({ type: 'OpenStep', step: 'lezen', from: null });
  const screen = await render(Reading, { room: fake.room, step: stepNamed('lezen') });
  await screen.getByRole('checkbox', { name: /de praktijk/ }).click({ force: true });
  expect(fake.live.outbox.pending[0]?.command).toEqual({
    type: 'MarkUnclear',
    step: 'lezen',
    item: 'def',
    phrases: [0],
  });
  await expect.element(screen.getByRole('checkbox')).toBeChecked();
  fake.acknowledge();
  await expect.element(screen.getByText(/De begeleiders zien dit, zonder je naam/)).toBeVisible();
});

test('a text is cut at its phrases and nowhere else', () => {
  expect(piecesOf('een twee drie', ['twee', 'vier'])).toEqual([
    { text: 'een ', phrase: null },
    { text: 'twee', phrase: 0 },
    { text: ' drie', phrase: null },
  ]);
});

test('what was announced is gone from the page a little later (law 11)', () => {
  vi.useFakeTimers();
  announcer.say('Verstuurd.');
  vi.advanceTimersByTime(5_000);
  expect(announcer.sentence).toBe('Verstuurd.');
  announcer.say('Verstuurd.');
  vi.advanceTimersByTime(5_000);
  expect(announcer.sentence.trim()).toBe('Verstuurd.');
  vi.advanceTimersByTime(5_000);
  expect(announcer.sentence).toBe('');
  vi.useRealTimers();
});
