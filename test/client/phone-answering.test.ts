// Answering as a pair: what is kept (A3), what is claimed (A4), whose pen it is, and a step that closes (D1).
import { beforeEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import Answering from '../../client/phone/answer/Answering.svelte';
import Carried from '../../client/phone/answer/Carried.svelte';
import OwnAnswers from '../../client/phone/room/OwnAnswers.svelte';
import type { Prompt, Step } from '../../shared/script.ts';
import { wholeList } from '../../shared/script-queries.ts';
import { answersOf } from '../../shared/session/selectors.ts';
import { readTextOf } from '../../shared/views/desk.ts';
import { words } from '../../shared/words/phone.nl.ts';
import { type FakeRoom, fakeRoom, freshPhone, script, stepNamed } from '../support/phone-room.svelte.ts';

beforeEach(freshPhone);

const show = ({ room }: FakeRoom) => render(Answering, { room, step: stepNamed('duo') });
type Screen = Awaited<ReturnType<typeof show>>;
const why = (screen: Screen) => screen.getByRole('textbox', { name: /Waarom/ });
const sent = 'Verstuurd. Je kunt het nog aanpassen.';
const kept = 'Bewaard op deze telefoon. Nog niet verstuurd.';

test('A4: nothing is called sent before the server has acknowledged it', async () => {
  const fake = fakeRoom();
  const screen = await show(fake);
  await screen.getByRole('radio', { name: 'ja' }).click();
  await expect.element(screen.getByText(kept)).toBeVisible();
  await screen.getByRole('button', { name: 'Versturen' }).click();
  await expect.element(screen.getByText('Wordt verstuurd…')).toBeVisible();
  expect(screen.getByText(sent).elements()).toHaveLength(0);
  fake.acknowledge();
  await expect.element(screen.getByText(sent)).toBeVisible();
  await expect.element(screen.getByRole('button', { name: 'Aanpassen' })).toBeVisible();
});

test('with cards, the next one stands there once the one before has words; who leaves it empty is told of nothing missing (law 9)', async () => {
  const step = { ...stepNamed('duo'), cards: { max: 3 } };
  const [asked] = step.prompts as [Prompt];
  const card = (id: string, optional: boolean): Prompt => {
    const field = { id: 't', kind: 'text', max: 40, optional } as const;
    return { ...asked, id, title: { nl: 'Eén ding per kaartje' }, fields: [field] };
  };
  step.prompts = [card('p', false), card('p-2', true), card('p-3', true)];
  const steps = script.steps.map((one) => (one.id === 'duo' ? step : one));
  const fake = fakeRoom(undefined, { ...script, steps });
  const screen = await render(Answering, { room: fake.room, step });
  const boxes = screen.getByRole('textbox');
  await expect.element(boxes).toBeVisible();
  expect(boxes.elements()).toHaveLength(1);
  await boxes.first().fill('De overdracht');
  await expect.poll(() => boxes.elements().length).toBe(2);
  await expect.element(screen.getByRole('heading', { name: words.answer.again })).toBeVisible();
  await boxes.nth(1).fill('De koffie');
  await expect.poll(() => boxes.elements().length).toBe(3);
  await screen.getByRole('button', { name: 'Versturen' }).click();
  fake.acknowledge();
  await expect.element(screen.getByText(sent)).toBeVisible();
  expect(answersOf(fake.live.state, 'duo').map(({ prompt }) => prompt)).toEqual(['p', 'p-2']);
  expect(screen.getByText(/niet ingevuld/).elements()).toHaveLength(0);
  // Something more comes to mind: changing shows the empty card after those that were sent.
  await screen.getByRole('button', { name: 'Aanpassen' }).click();
  await expect.poll(() => boxes.elements().length).toBe(3);
});

test('A4: without a network an answer under way is called kept, not sent', async () => {
  const fake = fakeRoom();
  const screen = await show(fake);
  await why(screen).fill('Lef');
  fake.setStatus('offline');
  await screen.getByRole('button', { name: 'Versturen zodra het kan' }).click();
  await expect.element(screen.getByText(kept)).toBeVisible();
  expect(screen.getByText(sent).elements()).toHaveLength(0);
});

test('A3: a text is still there after a reload, without a server', async () => {
  const fake = fakeRoom();
  const screen = await show(fake);
  await why(screen).fill('Wij herkennen dit');
  await screen.unmount();
  const again = await show(fakeRoom());
  await expect.element(why(again)).toHaveValue('Wij herkennen dit');
});

test('D1: a closed step keeps what was written, and one tap sends it when it is open again', async () => {
  const fake = fakeRoom();
  const screen = await show(fake);
  await why(screen).fill('Te laat?');
  fake.desk({ type: 'CloseStep', step: 'duo' });
  await expect.element(screen.getByText('Deze stap is gesloten. Wat je had geschreven is bewaard.')).toBeVisible();
  await expect.element(why(screen)).toHaveValue('Te laat?');
  expect(screen.getByRole('button', { name: 'Versturen' }).elements()).toHaveLength(0);
  fake.desk({ type: 'OpenStep', step: 'duo', from: null });
  await screen.getByRole('button', { name: 'Versturen' }).click();
  fake.acknowledge();
  await expect.element(screen.getByText(sent)).toBeVisible();
});

test('who types first has the pen, and the partner is told what is typed', async () => {
  const fake = fakeRoom();
  const screen = await show(fake);
  await why(screen).fill('Ik begin');
  await expect.element(screen.getByText('Jij schrijft. Hamid leest mee.')).toBeVisible();
  await expect.poll(() => fake.shared.at(-1)?.values['t']).toEqual({ kind: 'text', text: 'Ik begin' });
});

test('while the partner has the pen one reads along, and nothing can be typed', async () => {
  const fake = fakeRoom();
  const screen = await show(fake);
  fake.asHamid({ type: 'TakePen', unit: fake.unit });
  fake.hamidTypes('Volgens mij');
  await expect.element(screen.getByText('Hamid typt nu.')).toBeVisible();
  await expect.element(why(screen)).toHaveValue('Volgens mij');
  await expect.element(why(screen)).toHaveAttribute('readonly');
  await expect.element(screen.getByRole('radio', { name: 'ja' })).toBeDisabled();
  expect(screen.getByRole('button', { name: 'Versturen' }).elements()).toHaveLength(0);
});

test('what the partner sends shows as sent on both phones', async () => {
  const fake = fakeRoom();
  const screen = await show(fake);
  fake.asHamid({
    type: 'SubmitAnswer',
    unit: fake.unit,
    step: 'duo',
    item: 'def',
    prompt: 'p',
    values: { j: { kind: 'judgement', choices: ['nee'] } },
  });
  await expect.element(screen.getByText(sent)).toBeVisible();
});

test('an empty page is not sent, and says what to do', async () => {
  const fake = fakeRoom();
  const screen = await show(fake);
  await screen.getByRole('button', { name: 'Versturen' }).click();
  await expect.element(screen.getByRole('alert')).toHaveTextContent('Kies een antwoord of schrijf iets op.');
  expect(fake.live.outbox.pending).toHaveLength(0);
});

test('after the session is closed an own answer is still withdrawn, with open eyes (P2)', async () => {
  const fake = fakeRoom();
  fake.asHamid({
    type: 'SubmitAnswer',
    unit: fake.unit,
    step: 'duo',
    item: 'def',
    prompt: 'p',
    values: { t: { kind: 'text', text: 'Toch liever niet' } },
  });
  const screen = await render(OwnAnswers, {
    room: fake.room,
    onback: () => undefined,
    onforget: () => undefined,
    onleft: () => undefined,
  });
  const change = screen.getByText('Toch een antwoord wijzigen?');
  await expect.element(change).toBeVisible();
  fake.desk({ type: 'CloseSession' });
  await expect.element(change).not.toBeInTheDocument();
  await expect.element(screen.getByText('Toch liever niet')).toBeVisible();
  await screen.getByRole('button', { name: 'Trek in' }).click();
  await screen.getByRole('dialog').getByRole('button', { name: 'Trek in' }).click();
  fake.acknowledge();
  await expect.element(screen.getByText('Ingetrokken')).toBeVisible();
  expect(screen.getByText('Toch liever niet').elements()).toHaveLength(0);
});

test('A4, V4: a hidden answer says that the facilitator looks first; with covered words the writer reads their own, and that', async () => {
  const fake = fakeRoom();
  const screen = await show(fake);
  await why(screen).fill('Anna zei het');
  await screen.getByRole('button', { name: 'Versturen' }).click();
  fake.acknowledge();
  await expect.element(screen.getByText(sent)).toBeVisible();
  const [answer] = answersOf(fake.room.live.state, 'duo');
  const waits = screen.getByText('De begeleider kijkt eerst mee.');
  expect(waits.elements()).toHaveLength(0);
  fake.desk({ type: 'HideAnswer', answer: answer?.answer ?? '', hidden: true });
  await expect.element(waits).toBeVisible();
  fake.desk({ type: 'HideAnswer', answer: answer?.answer ?? '', hidden: false });
  fake.desk({
    ...{ type: 'MaskAnswer', answer: answer?.answer ?? '', field: 't', forGood: false },
    seen: (answer && readTextOf(answer, 't')) ?? '',
    spans: [{ from: 0, to: 4 }],
  });
  await expect.element(screen.getByText('Sommige woorden zijn afgedekt. Anderen lezen ze niet.')).toBeVisible();
  expect(screen.getByRole('blockquote').element().textContent).toBe('Anna, afgedekt woord zei het');
});

test('what was brought along stands in the order of the script, whichever was answered first', async () => {
  const items = ['Een', 'Twee', 'Drie'].map((one) => ({
    id: one.toLowerCase(),
    title: { nl: one },
    text: { nl: one },
  }));
  const after: Step = { ...stepNamed('duo'), id: 'samen', items: { set: 'set', as: 'list' }, carry: 'duo' };
  const itemSets = script.itemSets.map((set) => ({ ...set, items }));
  const fake = fakeRoom(undefined, { ...script, itemSets, steps: [...script.steps, after] });
  for (const item of ['een', 'drie', 'twee'])
    expect(
      fake.asHamid({
        ...{ type: 'SubmitAnswer', unit: fake.unit, step: 'duo', item, prompt: 'p' },
        values: { j: { kind: 'judgement', choices: ['ja'] }, t: { kind: 'text', text: `Over ${item}` } },
      }),
    ).toMatchObject({ ok: true });
  const { container } = await render(Carried, { room: fake.room, step: after, item: wholeList, unit: fake.unit });
  const told = [...container.querySelectorAll('strong')].map(({ textContent }) => textContent);
  expect(told).toEqual(['Een', 'Twee', 'Drie']);
});
