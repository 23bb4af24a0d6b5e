// Who sits at this phone and with whom: somebody without a phone, being left alone, another name, what waited.
import { beforeEach, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import Answering from '../../client/phone/answer/Answering.svelte';
import { writeDraft } from '../../client/phone/answer/drafts.ts';
import Alone from '../../client/phone/room/Alone.svelte';
import Discs from '../../client/phone/room/Discs.svelte';
import Guest from '../../client/phone/room/Guest.svelte';
import Notices from '../../client/phone/room/Notices.svelte';
import type { FieldValues } from '../../shared/commands.ts';
import { seatOf, unitOf } from '../../shared/session/selectors.ts';
import { answerIdOf } from '../../shared/session/state.ts';
import { get, valuesOf } from '../../shared/session/table.ts';
import { type FakeRoom, fakeRoom, freshPhone, stepNamed } from '../support/phone-room.svelte.ts';

beforeEach(freshPhone);

const me = ({ room }: FakeRoom) => seatOf(room.live.state, room.seat.seat);
const step = stepNamed('duo');
const judgedOnly: FieldValues = { j: { kind: 'judgement', choices: ['ja'] } };

test('a phone takes in somebody without one, with a role if they wish, and lets them go again', async () => {
  const fake = fakeRoom();
  const screen = await render(Guest, { room: fake.room, onclose: () => undefined });
  await screen.getByRole('checkbox', { name: 'docent' }).click();
  await screen.getByRole('button', { name: 'Doe samen mee' }).click();
  fake.acknowledge();
  await expect.poll(() => me(fake)).toMatchObject({ people: 2, guest: ['docent'] });
  await screen.unmount();
  const again = await render(Guest, { room: fake.room, onclose: () => undefined });
  await again.getByRole('button', { name: 'Ik ga weer alleen verder' }).click();
  fake.acknowledge();
  await expect.poll(() => me(fake)).toMatchObject({ people: 1, guest: null });
});

test('whoever is left alone sits with others in one tap, or goes on alone and is asked no more (D2)', async () => {
  const fake = fakeRoom();
  fake.desk({ type: 'Join', people: 2, perspectives: [], name: 'Duo op papier' });
  fake.setCounts({ people: 4, units: 2 });
  const screen = await render(Alone, { room: fake.room, step });
  const title = screen.getByText('Je bent nu alleen.');
  expect(title.elements()).toHaveLength(0);
  fake.asHamid({ type: 'LeaveSession' });
  await expect.element(title).toBeVisible();
  await screen.getByRole('button', { name: 'Ga bij een ander duo zitten' }).click();
  fake.acknowledge();
  await expect.poll(() => unitOf(fake.room.live.state, me(fake)?.unit ?? '')?.people).toBe(3);
  expect(title.elements()).toHaveLength(0);
});

test('whoever is left alone reads that answers are kept only where some are: who erased themselves took theirs along', async () => {
  const fake = fakeRoom();
  fake.setCounts({ units: 2 });
  fake.asHamid({
    type: 'SubmitAnswer',
    ...{ unit: fake.unit, step: 'duo', item: 'def', prompt: 'p', values: judgedOnly },
  });
  const hamid = [...valuesOf(fake.room.live.state.seats)].find(({ seat }) => seat !== fake.room.seat.seat)?.seat ?? '';
  fake.asHamid({ type: 'LeaveSession' });
  const screen = await render(Alone, { room: fake.room, step });
  const kept = screen.getByText(/antwoorden blijven bewaard/);
  await expect.element(kept).toBeVisible();
  fake.desk({ type: 'ErasePerson', seat: hamid });
  await expect.poll(() => kept.elements()).toHaveLength(0);
  await expect.element(screen.getByText('Je bent nu alleen.')).toBeVisible();
});

test('who goes on alone is not asked again, also not after a reload', async () => {
  const fake = fakeRoom();
  fake.setCounts({ units: 2 });
  fake.asHamid({ type: 'LeaveSession' });
  const screen = await render(Alone, { room: fake.room, step });
  await screen.getByRole('button', { name: 'Ik ga alleen verder' }).click();
  await screen.unmount();
  const again = await render(Alone, { room: fake.room, step });
  expect(again.getByText('Je bent nu alleen.').elements()).toHaveLength(0);
});

test('A4: after a while without a network a phone says that all is sent only where nothing waits to be sent', async () => {
  for (const waits of [true, false]) {
    await freshPhone();
    const { room, unit, setStatus } = fakeRoom();
    const place = { unit, step: 'duo', item: 'def' };
    const screen = await render(Notices, { room });
    setStatus('offline');
    await expect.element(screen.getByText(/Geen verbinding/)).toBeVisible();
    if (waits) writeDraft(room.keep, room.seat, place, 'p', { values: judgedOnly, base: 0, at: 1, grewFrom: [] });
    setStatus('online');
    await expect.element(screen.getByText(/Weer verbonden/)).toBeVisible();
    expect(screen.getByText(/Alles is verstuurd/).elements()).toHaveLength(waits ? 0 : 1);
    await screen.unmount();
  }
});

test('a long name without a space stays in its circle', async () => {
  const names = ['W'.repeat(40), 'ش'.repeat(40), 'Anne-Marie'];
  for (const count of [1, 2, 3]) {
    const people = names.slice(0, count).map((name) => ({ name, about: 'professional' }));
    const screen = await render(Discs, { people });
    const words = [...screen.container.querySelectorAll('p')];
    expect(words.map((one) => one.scrollWidth - one.clientWidth)).toEqual(people.map(() => 0));
    await screen.unmount();
  }
});

test('a name that the desk changed is told once', async () => {
  const fake = fakeRoom();
  const screen = await render(Notices, { room: fake.room });
  fake.desk({ type: 'RenameSeat', seat: fake.room.seat.seat, name: 'Nora' });
  const told = screen.getByText('De begeleider heeft je naam veranderd. Je heet hier nu: Nora');
  await expect.element(told).toBeVisible();
  await screen.getByRole('button', { name: 'Oké' }).click();
  expect(told.elements()).toHaveLength(0);
  await screen.unmount();
  expect((await render(Notices, { room: fake.room })).getByText(/je naam/).elements()).toHaveLength(0);
});

test('D1: what waited in a closed step, a judgement alone too, goes out in one tap when it is open again', async () => {
  const fake = fakeRoom();
  const { room, unit } = fake;
  const place = { unit, step: 'duo', item: 'def' };
  writeDraft(room.keep, room.seat, place, 'p', { values: judgedOnly, base: 0, at: 1, grewFrom: [] });
  fake.desk({ type: 'CloseStep', step: 'duo' });
  const screen = await render(Notices, { room });
  const send = screen.getByRole('button', { name: 'Verstuur het nu' });
  expect(send.elements()).toHaveLength(0);
  fake.desk({ type: 'OpenStep', step: 'duo', from: null });
  await send.click();
  fake.acknowledge();
  await expect
    .poll(() => get(room.live.state.answers, answerIdOf({ ...place, prompt: 'p' })))
    .toMatchObject({ late: true });
  await expect.poll(() => send.elements()).toHaveLength(0);
});

test('what was begun since a step was opened again has its own button, after a reload too', async () => {
  const fake = fakeRoom();
  const { room, unit } = fake;
  const place = { unit, step: 'duo', item: 'def' };
  fake.desk({ type: 'CloseStep', step: 'duo' });
  fake.desk({ type: 'OpenStep', step: 'duo', from: null });
  writeDraft(room.keep, room.seat, place, 'p', { values: judgedOnly, base: 0, at: room.live.now(), grewFrom: [] });
  const screen = await render(Notices, { room });
  expect(screen.getByRole('button', { name: 'Verstuur het nu' }).elements()).toHaveLength(0);
});

test('A3: what one wrote before one was moved to another pair is offered there', async () => {
  const fake = fakeRoom();
  const { room, unit } = fake;
  writeDraft(room.keep, room.seat, { unit, step: 'duo', item: 'def' }, 'p', {
    values: { t: { kind: 'text', text: 'Nog niet verstuurd' } },
    ...{ base: 0, at: 1, grewFrom: [] },
  });
  fake.desk({ type: 'MoveSeat', seat: room.seat.seat, unit: null });
  const screen = await render(Answering, { room, step });
  await expect.element(screen.getByText('Jouw eigen versie')).toBeVisible();
  await screen.getByRole('button', { name: 'Zet terug' }).click();
  await expect.element(screen.getByRole('textbox', { name: /Waarom/ })).toHaveValue('Nog niet verstuurd');
});

test('after sending, the phone says how many of who is here are done, and who typed it from paper', async () => {
  const fake = fakeRoom();
  const { room, unit } = fake;
  fake.desk({ type: 'SubmitAnswer', unit, step: 'duo', item: 'def', prompt: 'p', values: judgedOnly });
  fake.setCounts({ units: 12, submitted: { duo: 7 } });
  const screen = await render(Answering, { room, step });
  await expect.element(screen.getByText('7 van 12 duo’s klaar.')).toBeVisible();
  await expect.element(screen.getByText('De begeleider typte dit over van papier.')).toBeVisible();
});
