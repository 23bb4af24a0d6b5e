// The desk at work: one large button, everything undone, answers that never move under the pointer (laws 12 and 16).
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { every, gathering } from '../../client/desk/answers/batch.ts';
import { daysUntil, groupRows, today } from '../../client/desk/home/home.svelte.ts';
import { linesOf } from '../../client/desk/home/plan-form.ts';
import { keyIn, placeOf } from '../../client/desk/place.ts';
import { clockText } from '../../client/desk/step/clock-text.ts';
import type { SessionRow } from '../../shared/api.ts';
import { wallItems } from '../../shared/views/desk.ts';
import { groupCards, groupOf } from '../../shared/views/wall.ts';
import { words } from '../../shared/words/desk.nl.ts';
import { type DeskRoom, openDeskRoom } from '../support/desk-room.svelte.ts';

let room: DeskRoom;
let stop: (() => Promise<void>) | undefined;
beforeEach(async () => {
  localStorage.clear();
  room = await openDeskRoom(8);
});
afterEach(async () => {
  vi.useRealTimers();
  await stop?.();
  stop = undefined;
});
const button = (name: string | RegExp) => page.getByRole('button', { name });
const title = (name: string) => page.getByRole('heading', { level: 1, name });
const cardTexts = () => [...document.querySelectorAll('article .voice')].map((voice) => voice.textContent);

test('the one large button names the next step, goes there, and is undone in one press', async () => {
  stop = await room.show();
  await userEvent.click(button('Start: Wat gaan we doen?'));
  await expect.element(title('Wat gaan we doen?')).toBeVisible();
  await userEvent.click(button('Ongedaan maken'));
  await expect.element(title('Inloop')).toBeVisible();
});

test('an undo that comes after the session went on takes nobody back, and says so (D1)', async () => {
  stop = await room.show();
  await userEvent.click(button('Start: Wat gaan we doen?'));
  await expect.element(button('Ongedaan maken')).toBeVisible();
  room.open('def-duo');
  await userEvent.click(button('Ongedaan maken'));
  await expect.element(page.getByText(/De sessie is al verder/).first()).toBeVisible();
  expect(room.live.state.step).toBe('def-duo');
});

test.each([
  [1440, 900],
  [1024, 768],
])(
  'what was just done is said in a place of its own at %i by %i: it lies over no control, and nothing moves for it',
  async (width, height) => {
    room.open('model-duo');
    room.answer(3);
    stop = await room.show(width, height);
    const controls = () =>
      [...document.querySelectorAll<HTMLElement>('button, a, select, textarea')].filter((one) => one.checkVisibility());
    const before = controls().map((one) => one.getBoundingClientRect().top);
    await userEvent.click(button('2 minuten erbij'));
    await expect.element(button('Ongedaan maken')).toBeVisible();
    const toast = document.querySelector('.toast')?.getBoundingClientRect() as DOMRect;
    const others = controls().filter((one) => !one.closest('.toast'));
    expect(others.map((one) => one.getBoundingClientRect().top)).toEqual(before);
    const under = [0.02, 0.25, 0.5, 0.75, 0.98].flatMap((part) =>
      [toast.top + 2, toast.bottom - 2].flatMap((y) => document.elementsFromPoint(toast.left + toast.width * part, y)),
    );
    const covered = under.filter((one) => one.matches('button, a, select, textarea') && !one.closest('.toast'));
    expect(covered.map((one) => one.textContent?.trim())).toEqual([]);
  },
);

test('the wall is turned no further than its last page, and back from there in one press', async () => {
  room.open('def-duo');
  room.answer(8);
  room.open('def-gesprek');
  room.live.presence = { ...room.live.presence, pages: 2 };
  stop = await room.show();
  await expect.element(page.getByText('blad 1 van 2')).toBeVisible();
  const forward = button('Blad verder');
  await userEvent.click(forward);
  await expect.element(forward).toBeDisabled();
  expect(room.live.state.wall.page).toBe(1);
  // The picture has fewer pages now: the next press goes back from what the room sees.
  room.must({ type: 'SetWall', wall: { ...room.live.state.wall, page: 7 } }, { role: 'desk', facilitator: 'f' });
  await expect.element(page.getByText('blad 2 van 2')).toBeVisible();
  await userEvent.click(button('Blad terug'));
  expect(room.live.state.wall.page).toBe(0);
});

test('a press that another desk was ahead of opens nothing, and says so', async () => {
  stop = await room.show();
  const other = room.desk.state.step;
  // The same facilitator, at another device.
  room.must({ type: 'OpenStep', step: 'def-lezen', from: other }, { role: 'desk', facilitator: 'f' });
  await room.desk.act({ type: 'OpenStep', step: 'def-duo', from: other }, null);
  await expect.element(title('Lees de definitie')).toBeVisible();
  await expect.element(page.getByText('Er was al iemand verder gegaan.').first()).toBeVisible();
});

test('the last step ends in closing the session, which can be opened again, and the summary', async () => {
  room.open('bedankt');
  stop = await room.show();
  await userEvent.click(button('Sluit de sessie'));
  await expect.element(page.getByRole('link', { name: 'Naar de samenvatting' })).toBeVisible();
  await userEvent.click(button('Heropen de sessie'));
  await expect.element(button('Sluit de sessie')).toBeVisible();
  expect(room.live.state.closedAt).toBeNull();
});

test('the clock stops nothing: past its end it counts on, and the step stays open (D1)', async () => {
  room.open('def-lezen');
  room.must({ type: 'ExtendClock', step: 'def-lezen', seconds: -180 }, { role: 'desk', facilitator: 'f' });
  stop = await room.show();
  await expect.element(page.getByText(/over de tijd|De tijd is om/).first()).toBeVisible();
  await userEvent.click(button('2 minuten erbij'));
  await vi.waitFor(() => expect(page.getByRole('timer').element().textContent).toMatch(/0[12]:/));
  await expect.element(button('Sluit deze stap')).toBeVisible();
});

test('new answers wait while the list is held, and come when asked (law 16)', async () => {
  room.open('def-duo');
  room.answer(2);
  stop = await room.show();
  const before = cardTexts();
  expect(before.length).toBeGreaterThan(0);
  await userEvent.click(button(/^Duo 2/).first());
  const place = document.activeElement?.getBoundingClientRect().top;
  room.answer(4);
  await expect.element(button(/nieuwe antwoorden|nieuw antwoord/)).toBeVisible();
  const now = cardTexts();
  expect(now).toEqual(before);
  // Only the button with what waits came in, above the list; the card itself has not changed places in it.
  expect(place).toBeDefined();
  await userEvent.click(button(/nieuwe antwoorden|nieuw antwoord/));
  expect(cardTexts().length).toBeGreaterThan(before.length);
});

test('in a talk the answers that the wall shows come first, in its order, and follow when another item is chosen', async () => {
  room.open('model-duo');
  room.answer(4, (unit) => `Van ${unit}`);
  room.open('model-gesprek');
  stop = await room.show();
  const wall = () => groupCards(room.live.state, groupOf(room.live.state)).map(({ answer }) => answer);
  const list = () => room.desk.answers.cards.map(({ answer }) => answer);
  const first = wall();
  expect(first.length).toBeGreaterThan(0);
  expect(list().length).toBeGreaterThan(first.length);
  expect(list().slice(0, first.length)).toEqual(first);
  await expect.element(page.getByText(words.answers.notInPicture)).toBeVisible();
  const last = room.desk.answers.cards.at(-1)?.item;
  await userEvent.keyboard(String(wallItems(room.live.state).findIndex(({ id }) => id === last) + 1));
  await expect.poll(wall).not.toEqual(first);
  await expect.poll(() => list().slice(0, wall().length)).toEqual(wall());
});

test('what is shown on the wall is seen there: it turns from the progress to the cards, and back when undone (D1)', async () => {
  room.open('def-duo');
  room.answer(2);
  stop = await room.show();
  await userEvent.click(button(/^Toon op de wand/));
  await expect.poll(() => room.live.state.wall.mode).toBe('cards');
  await expect.element(button(/^Haal van de wand/)).toBeVisible();
  await userEvent.click(button('Ongedaan maken'));
  await expect.poll(() => room.live.state.wall.mode).toBe('progress');
  expect(room.live.state.runs['def-duo']?.revealed).toBe(false);
});

test('when all have shared and the wall still tells only that, the desk says so, and one press shows the cards', async () => {
  room.open('def-duo');
  room.answer(8);
  room.must({ type: 'RevealStep', step: 'def-duo', revealed: true }, room.live.actor);
  stop = await room.show();
  await expect.element(page.getByText(words.step.stillProgress)).toBeVisible();
  await userEvent.click(button(/^Toon de kaarten/));
  await expect.poll(() => room.live.state.wall.mode).toBe('cards');
  expect(page.getByText(words.step.stillProgress).query()).toBeNull();
  await expect.element(button(/^Haal van de wand/)).toBeVisible();
});

test('of the phones the desk says what is on them: who comes in reads nothing of the script yet', async () => {
  const read = room.live.state.script.steps.find(({ kind, phone }) => kind === 'reading' && phone);
  expect(room.desk.step).toMatchObject({ before: true, phone: expect.anything() });
  stop = await room.show();
  await expect.element(button(/^Start:/)).toBeVisible();
  expect(page.getByText(words.step.onPhones, { exact: true }).query()).toBeNull();
  room.open(read?.id ?? '');
  await expect.element(page.getByText(words.step.onPhones, { exact: true })).toBeVisible();
});

test('the key that never closes the session is not named on the button that does', async () => {
  const last = room.live.state.script.steps.at(-1)?.id ?? '';
  room.open(last);
  stop = await room.show();
  const close = button(words.next.closeSession);
  await expect.element(close).toBeVisible();
  expect(close.element().querySelector('kbd')).toBeNull();
});

test('in a talk an answer that is put in the light by its own button stays where it is, and the focus with it (laws 10 and 16)', async () => {
  room.open('model-duo');
  room.answer(4, (unit) => `Van ${unit}`);
  room.open('model-gesprek');
  stop = await room.show();
  const before = room.desk.answers.cards.map(({ answer }) => answer);
  await userEvent.keyboard('{ArrowDown}');
  await expect.poll(() => room.desk.answers.selected).toBe(before[0]);
  (
    button(/^Uitlichten/)
      .first()
      .element() as HTMLElement
  ).focus();
  await userEvent.keyboard('{Enter}');
  await expect.element(button(/^Uit het licht/)).toHaveFocus();
  const last = room.desk.answers.cards.at(-1)?.item;
  await userEvent.keyboard(String(wallItems(room.live.state).findIndex(({ id }) => id === last) + 1));
  await expect.poll(() => room.live.state.wall.item).toBe(last);
  expect(document.activeElement?.closest('article')).not.toBeNull();
  expect(room.desk.answers.cards.map(({ answer }) => answer)).toEqual(before);
});

test('hiding, keeping and the spotlight are each undone', async () => {
  room.open('def-duo');
  room.answer(1);
  stop = await room.show();
  await userEvent.click(button(/^Duo 1/).first());
  const answer = () => room.desk.answers.current;
  await userEvent.click(button(/^Verberg/));
  expect(answer()?.isHidden).toBe(true);
  await userEvent.click(button('Ongedaan maken'));
  await vi.waitFor(() => expect(answer()?.isHidden).toBe(false));
  await userEvent.click(button(/^Uitlichten/));
  await vi.waitFor(() => expect(room.live.state.wall.mode).toBe('spotlight'));
  await userEvent.click(button('Ongedaan maken'));
  await vi.waitFor(() => expect(room.live.state.wall.mode).toBe('progress'));
  expect(answer()?.isReleased).toBe(false);
  expect(answer()?.isOnWall).toBe(false);
});

test('a note stays on this device until the session has it (A3)', async () => {
  room.open('def-gesprek');
  stop = await room.show();
  const field = page.getByRole('textbox', { name: /Noteer/ });
  await expect.element(field).toHaveAccessibleDescription(words.notes.seen);
  await userEvent.fill(field, 'Het woord gelijkwaardig schuurt.');
  await stop();
  room = await openDeskRoom(2);
  room.open('def-gesprek');
  stop = await room.show();
  await expect.element(field).toHaveValue('Het woord gelijkwaardig schuurt.');
  await userEvent.click(button('Vraag'));
  await userEvent.click(page.getByRole('button', { name: 'Noteer', exact: true }));
  await expect.element(field).toHaveValue('');
  expect(localStorage.getItem('ig.desk.s1.note')).toBeNull();
  expect(Object.values(room.live.state.notes)[0]?.kind).toBe('question');
  await userEvent.click(button('Ongedaan maken'));
  await expect.element(page.getByText('Nog geen notities.')).toBeVisible();
});

test('a person is picked and then placed, by keyboard alone, and put back', async () => {
  room.open('def-duo');
  stop = await room.show();
  await userEvent.click(button(/^Mensen/));
  const focus = async (found: ReturnType<typeof button>) => {
    await expect.element(found).toBeVisible();
    (found.element() as HTMLElement).focus();
  };
  await focus(page.getByRole('dialog').getByRole('button', { name: /Naam1/ }).first());
  await userEvent.keyboard('{Enter}');
  await focus(button(/^Zet Naam1 bij/).first());
  await userEvent.keyboard(' ');
  await vi.waitFor(() => expect(room.live.given.at(-1)?.type).toBe('MoveSeat'));
  await userEvent.click(page.getByRole('dialog').getByRole('button', { name: 'Ongedaan maken' }));
  await vi.waitFor(() => expect(room.live.given.at(-1)?.type).toBe('ArrangeUnits'));
});

test('a room that answers at once is told of in one sentence, at most once in ten seconds (law 12)', () => {
  vi.useFakeTimers();
  const said: number[] = [];
  const batch = gathering((count) => said.push(count));
  for (let i = 0; i < 20; i++) batch.add(1);
  vi.advanceTimersByTime(1_000);
  expect(said).toEqual([20]);
  for (let i = 0; i < 30; i++) batch.add(1);
  vi.advanceTimersByTime(every - 2_000);
  expect(said).toEqual([20]);
  vi.advanceTimersByTime(2_000);
  expect(said).toEqual([20, 30]);
  vi.advanceTimersByTime(60_000);
  expect(said).toEqual([20, 30]);
});

test.each([
  [1440, 900],
  [1024, 768],
  [390, 844],
  [320, 640],
])('at %i by %i nothing scrolls sideways, and every target is large enough (laws 4 and 9)', async (width, height) => {
  room.open('model-duo');
  room.answer(3);
  stop = await room.show(width, height);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
  const small = [...document.querySelectorAll<HTMLElement>('button, a, select')]
    .filter((one) => one.checkVisibility() && !one.closest('h3') && one.getClientRects().length)
    .map((one) => [one.textContent?.trim() || one.ariaLabel, one.getBoundingClientRect()] as const)
    .filter(([, box]) => box.width > 0 && (box.width < 43.9 || box.height < 43.9));
  expect(small.map(([name, box]) => `${name}: ${box.width}x${box.height}`)).toEqual([]);
});

test('where the page was opened is read from its address; a key may be pasted with it', () => {
  expect(placeOf('#sleutel=a%2Bb')).toEqual({ kind: 'key', key: 'a+b' });
  for (const hash of ['#nakijken', '#check-up']) expect(placeOf(hash)).toEqual({ kind: 'checkUp' });
  expect(placeOf('#invitation=abc')).toEqual({ kind: 'invitation', invitation: 'abc' });
  expect([placeOf('#sessie=s-1'), placeOf('#s-1')]).toEqual(
    Array(2).fill({ kind: 'session', session: 's-1', answer: null }),
  );
  expect(placeOf('#sessie=s-1&antwoord=a/u1/item/p')).toMatchObject({ session: 's-1', answer: 'a/u1/item/p' });
  expect([placeOf(''), placeOf('#other=1'), placeOf('#sessie=a b')]).toEqual(Array(3).fill({ kind: 'home' }));
  expect([keyIn(' abc '), keyIn('http://localhost:3000/bureau#sleutel=abc ')]).toEqual(['abc', 'abc']);
});

test('sessions are grouped: the soonest first, the past last first, the archive apart', () => {
  const row = (session: string, date: string, phase: SessionRow['phase'], archived = false) =>
    ({ session, date, phase, archived, title: session }) as SessionRow;
  const groups = groupRows([
    row('b', '2026-12-02', 'planned'),
    row('a', '2026-12-01', 'planned'),
    row('d', '2026-01-01', 'past'),
    row('c', '2026-06-01', 'past'),
    row('e', '2026-06-01', 'past', true),
  ]);
  const ids = (rows: SessionRow[]) => rows.map(({ session }) => session).join('');
  expect([ids(groups.planned), ids(groups.past), ids(groups.archive), ids(groups.running)]).toEqual([
    'ab',
    'cd',
    'e',
    '',
  ]);
});

test('days and clocks are counted as people count them', () => {
  expect(today(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05');
  expect([daysUntil('2026-03-01', '2026-02-27'), daysUntil('2026-01-01', '2026-01-02')]).toEqual([2, -1]);
  expect([clockText(120_000), clockText(59_001), clockText(3_600_000), clockText(-1_500)]).toEqual([
    '02:00',
    '01:00',
    '1:00:00',
    '00:02',
  ]);
  expect(linesOf(' een \n\n twee\n')).toEqual(['een', 'twee']);
});

test('a picture that cannot be chosen says why, to who presses it too, and changes nothing (law 8)', async () => {
  room.open('def-duo');
  room.answer(2);
  room.open('def-gesprek');
  stop = await room.show();
  const given = room.live.given.length;
  const pictures = page.getByRole('group', { name: 'Wat staat op de wand' });
  await userEvent.click(pictures.getByRole('button', { name: 'Rollen' }), { force: true });
  await expect.element(page.getByText(/^Rollen vergelijken kan niet/).last()).toBeVisible();
  await userEvent.click(pictures.getByRole('button', { name: 'Uitgelicht' }), { force: true });
  await expect.element(page.getByText('Kies eerst een antwoord en licht het uit.').last()).toBeVisible();
  expect(room.live.given.length).toBe(given);
});

test('one press too many on a presenter does not close the session; the button does (D1)', async () => {
  room.open('bedankt');
  stop = await room.show();
  await userEvent.keyboard('{PageDown}');
  await expect.element(page.getByText('Dit is de laatste stap. Sluiten doe je met de knop.').first()).toBeVisible();
  expect(room.live.state.closedAt).toBeNull();
});

test.each([1440, 1024, 800])('with a long title at %i px nothing of the top bar leaves the screen', async (width) => {
  const title = 'Professionele werkplaatsen: in gesprek over een definitie, kenmerken en een model';
  const { date } = room.live.state;
  room.must(
    { type: 'ChangeDetails', title, date, place: 'Zaal De Linde', partner: '', collaboration: '' },
    { role: 'desk', facilitator: 'f' },
  );
  room.open('def-duo');
  stop = await room.show(width, 768);
  await expect.element(button('Instellingen')).toBeInViewport({ ratio: 1 });
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
});

test('a log that was found without its end is told once, with what to look at (S4)', async () => {
  room.live.lost = { seq: 12, reached: 40, at: 1 };
  stop = await room.show();
  const told = page.getByText(/van gebeurtenis 12 tot 40/);
  await expect.element(told).toBeVisible();
  await userEvent.click(button('Begrepen'));
  await expect.element(told).not.toBeInTheDocument();
  await stop();
  stop = await room.show();
  await expect.element(title('Inloop')).toBeVisible();
  expect(told.query()).toBeNull();
});
